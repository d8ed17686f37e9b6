// One of several lists, each with its count: buttons in a row that wrap, the chosen one pressed.
import { Tooltip } from '@mantine/core'
import type { JSX } from 'react'
import { useTexts } from '../../texts/texts'
import classes from './tasks.module.css'

export interface Pick {
  id: string
  label: string
  count: number
  /** how it is counted, where the label does not say it */
  rule?: string
}

export interface PicksProps {
  picks: readonly Pick[]
  picked: string
  onPick: (id: string) => void
}

export function Picks({ picks, picked, onPick }: PicksProps): JSX.Element {
  const { n } = useTexts()
  return (
    <>
      {picks.map(({ id, label, count, rule }) => (
        <Tooltip key={id} label={rule ?? ''} disabled={rule === undefined}>
          <button
            type="button"
            className={classes['pick']}
            aria-pressed={id === picked}
            aria-description={rule}
            onClick={() => onPick(id)}
          >
            {label} <strong>{n(count)}</strong>
          </button>
        </Tooltip>
      ))}
    </>
  )
}
