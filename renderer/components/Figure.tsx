// Numbers that are links to the names behind them: one large figure with its rule, and a list of counts with bars.
import { Tooltip } from '@mantine/core'
import type { JSX } from 'react'
import { useTexts } from '../texts/texts'
import classes from './figure.module.css'

export interface FigureProps {
  value: number
  label: string
  /** how it is counted, one sentence; on hover and focus */
  rule: string
  onOpen: () => void
}

export function Figure({ value, label, rule, onOpen }: FigureProps): JSX.Element {
  const { n } = useTexts()
  return (
    <Tooltip label={rule}>
      <button type="button" className={classes['figure']} onClick={onOpen} aria-description={rule}>
        <span className={classes['value']}>{n(value)}</span>
        <span className={classes['label']}>{label}</span>
      </button>
    </Tooltip>
  )
}

export interface Bar {
  id: string
  label: string
  count: number
  onOpen: () => void
}

/** Counts side by side; the longest bar is the greatest count. A bar of zero is a plain word: there is nothing to open. */
export function BarCounts({ label, bars }: { label: string; bars: readonly Bar[] }): JSX.Element {
  const { n } = useTexts()
  const greatest = Math.max(1, ...bars.map((bar) => bar.count))
  return (
    <ul className={classes['bars']} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.id}>
          <button type="button" className={classes['bar']} onClick={bar.onOpen} disabled={bar.count === 0}>
            <span className={classes['barLabel']}>{bar.label}</span>
            <span className={classes['track']} aria-hidden>
              <span style={{ width: `${(bar.count / greatest) * 100}%` }} />
            </span>
            <span className={classes['count']}>{n(bar.count)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
