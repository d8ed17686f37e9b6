// A flag beside a status (“phiên bản cũ”, “chưa xác minh”): a small word, never another colour; its rule on hover and for readers.
// The hover is the system's own: lists show hundreds of flags, and a drawn tooltip for each would cost every scrolled frame.
import type { JSX } from 'react'
import classes from './status.module.css'

export interface FlagWordProps {
  word: string
  /** the rule behind the flag, one sentence */
  rule?: string
}

export function FlagWord({ word, rule }: FlagWordProps): JSX.Element {
  return (
    <span className={classes['flag']} title={rule}>
      {word}
      {rule !== undefined && <span className="seen-by-readers">: {rule}</span>}
    </span>
  )
}
