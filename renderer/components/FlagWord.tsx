// A flag beside a status (“phiên bản cũ”, “chưa xác minh”): a small word, never another colour; its rule on hover and for readers.
import { Tooltip } from '@mantine/core'
import type { JSX } from 'react'
import classes from './status.module.css'

export interface FlagWordProps {
  word: string
  /** the rule behind the flag, one sentence */
  rule?: string
}

export function FlagWord({ word, rule }: FlagWordProps): JSX.Element {
  if (rule === undefined) return <span className={classes['flag']}>{word}</span>
  return (
    <Tooltip label={rule}>
      <span className={classes['flag']}>
        {word}
        <span className="seen-by-readers">: {rule}</span>
      </span>
    </Tooltip>
  )
}
