// Numbers that are links to the names behind them: a large figure with its rule, small figures in a row, and a list of counts with bars.
import { Tooltip } from '@mantine/core'
import type { JSX, ReactNode } from 'react'
import { useTexts } from '../texts/texts'
import classes from './figure.module.css'

export interface Count {
  id: string
  label: string
  count: number
  /** how it is counted, one sentence; on hover and focus */
  rule: string
  onOpen: () => void
}

export interface FigureProps extends Omit<Count, 'id'> {
  /** before the label: a status sign */
  icon?: ReactNode
  /** what the figure is made of, where that is more than one thing; shown while there is something to tell apart */
  parts?: readonly Count[]
}

export function Figure({ parts = [], icon, ...count }: FigureProps): JSX.Element {
  return (
    <div className={classes['figure']}>
      <CountButton {...count} className="figureMain">
        {(shown) => (
          <>
            <span className={classes['label']}>
              {icon}
              {count.label}
            </span>{' '}
            <span className={classes['value']}>{shown}</span>
          </>
        )}
      </CountButton>
      {count.count > 0 && parts.length > 0 && (
        <ul className={classes['parts']}>
          {parts.map(({ id, ...part }) => (
            <li key={id}>
              <CountButton {...part} className="part">
                {(shown) => (
                  <>
                    <span>{part.label}</span> <strong>{shown}</strong>
                  </>
                )}
              </CountButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export interface CountsProps {
  label: string
  counts: readonly Count[]
}

/** Small figures side by side, for steps of one scale. */
export function FigureRow({ label, counts }: CountsProps): JSX.Element {
  return (
    <ul className={classes['row']} aria-label={label}>
      {counts.map(({ id, ...count }) => (
        <li key={id}>
          <CountButton {...count} className="step">
            {(shown) => (
              <>
                <span>{count.label}</span> <strong>{shown}</strong>
              </>
            )}
          </CountButton>
        </li>
      ))}
    </ul>
  )
}

/** Counts under each other; the longest bar is the greatest count. Labels are shown whole, in two lines where they must. */
export function BarCounts({ label, counts }: CountsProps): JSX.Element {
  const greatest = Math.max(1, ...counts.map(({ count }) => count))
  return (
    <ul className={classes['bars']} aria-label={label}>
      {counts.map(({ id, ...count }) => (
        <li key={id}>
          <CountButton {...count} className="bar">
            {(shown) => (
              <>
                <span>{count.label}</span>{' '}
                <span className={classes['track']} aria-hidden>
                  <span style={{ width: `${(count.count / greatest) * 100}%` }} />
                </span>
                <span className={classes['count']}>{shown}</span>
              </>
            )}
          </CountButton>
        </li>
      ))}
    </ul>
  )
}

interface CountButtonProps extends Omit<Count, 'id'> {
  className: string
  children: (shown: string) => ReactNode
}

/** A count of zero has nothing to open, but its rule can still be read. Readers hear the label first, eyes see the number first. */
function CountButton({ label, count, rule, onOpen, className, children }: CountButtonProps): JSX.Element {
  const { n } = useTexts()
  const none = count === 0
  return (
    <Tooltip label={rule}>
      <button
        type="button"
        className={classes[className]}
        onClick={none ? undefined : onOpen}
        aria-label={`${label}: ${n(count)}`}
        aria-disabled={none || undefined}
        aria-description={rule}
      >
        {children(n(count))}
      </button>
    </Tooltip>
  )
}
