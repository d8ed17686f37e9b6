// Numbers that are links to the names behind them: one large figure with its rule, and a list of counts with bars.
import { Tooltip } from '@mantine/core'
import type { JSX, ReactNode } from 'react'
import { useTexts } from '../texts/texts'
import classes from './figure.module.css'

export interface FigureProps {
  value: number
  label: string
  /** before the label: a status sign */
  icon?: ReactNode
  /** how it is counted, one sentence; on hover and focus */
  rule: string
  onOpen: () => void
}

/** A figure of zero has nothing to open, but its rule can still be read. */
export function Figure({ value, label, icon, rule, onOpen }: FigureProps): JSX.Element {
  const { n } = useTexts()
  const none = value === 0
  return (
    <Tooltip label={rule}>
      <button
        type="button"
        className={classes['figure']}
        onClick={none ? undefined : onOpen}
        aria-disabled={none || undefined}
        aria-description={rule}
      >
        <span className={classes['value']}>{n(value)}</span>
        <span className={classes['label']}>
          {icon}
          {label}
        </span>
      </button>
    </Tooltip>
  )
}

export interface Bar {
  id: string
  label: string
  count: number
  /** how it is counted, one sentence; on hover and focus */
  rule?: string
  onOpen: () => void
}

/** Counts side by side; the longest bar is the greatest count. A bar of zero has nothing to open. */
export function BarCounts({ label, bars }: { label: string; bars: readonly Bar[] }): JSX.Element {
  const { n } = useTexts()
  const greatest = Math.max(1, ...bars.map((bar) => bar.count))
  return (
    <ul className={classes['bars']} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.id}>
          <Tooltip label={bar.rule} disabled={bar.rule === undefined}>
            <button
              type="button"
              className={classes['bar']}
              onClick={bar.count === 0 ? undefined : bar.onOpen}
              aria-disabled={bar.count === 0 || undefined}
              aria-description={bar.rule}
            >
              <span className={classes['barLabel']}>{bar.label}</span>
              <span className={classes['track']} aria-hidden>
                <span style={{ width: `${(bar.count / greatest) * 100}%` }} />
              </span>
              <span className={classes['count']}>{n(bar.count)}</span>
            </button>
          </Tooltip>
        </li>
      ))}
    </ul>
  )
}
