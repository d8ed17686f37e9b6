// Status as icon, word and colour; the colour only repeats what icon and word say. Plain in lists, tinted in page titles.
// With `why` it is a button that opens the explanation of this very status.
import type { JSX, ReactNode } from 'react'
import type { Status } from '../../db/model/status/spans'
import { useTexts, type Texts } from '../texts/texts'
import { StatusIcon } from './StatusIcon'
import classes from './status.module.css'
import { useWhy, type WhyAbout } from './why'

export interface StatusBadgeProps {
  status: Status
  /** days to the first possible end, shown while expiring; negative: inside the month or year an imprecise end leaves open */
  daysLeft?: number | null
  variant?: 'plain' | 'tinted'
  /** what the status is of; left out: it cannot be asked */
  why?: WhyAbout
  /** false in a grid, whose rows have a key of their own for it */
  tabbable?: boolean
}

export function StatusBadge({ status, daysLeft = null, variant = 'plain', ...asking }: StatusBadgeProps): JSX.Element {
  const texts = useTexts()
  const left = status === 'expiring' && daysLeft !== null ? leftWords(texts, daysLeft) : null
  return (
    <Shell status={status} variant={variant} {...asking}>
      <StatusIcon status={status} />
      <span className={classes['word']}>
        {texts.t(`status.${status}`)}
        {left !== null && <span className={classes['left']}> · {left}</span>}
      </span>
    </Shell>
  )
}

/** The sign alone, where there is no room for the word; its word and “Vì sao?” are for hover and for readers. */
export function StatusMark({ status, why }: Required<Pick<StatusBadgeProps, 'status' | 'why'>>): JSX.Element {
  const { t } = useTexts()
  return (
    <Shell status={status} variant="plain" why={why}>
      <StatusIcon status={status} size={12} />
      <span className="seen-by-readers">{t(`status.${status}`)}</span>
    </Shell>
  )
}

type ShellProps = Required<Pick<StatusBadgeProps, 'status' | 'variant'>> &
  Pick<StatusBadgeProps, 'why' | 'tabbable'> & { children: ReactNode }

function Shell({ status, variant, why, tabbable = true, children }: ShellProps): JSX.Element {
  const { t } = useTexts()
  const ask = useWhy()
  const common = { className: `${classes['badge']} ${classes['tone']}`, 'data-status': status, 'data-variant': variant }
  if (why === undefined || ask === null) return <span {...common}>{children}</span>
  return (
    <button
      type="button"
      {...common}
      tabIndex={tabbable ? undefined : -1}
      title={t('status.why')}
      aria-haspopup="dialog"
      onClick={(event) => ask(why, event.currentTarget)}
    >
      {children}
      <span className="seen-by-readers">, {t('status.why')}</span>
    </button>
  )
}

function leftWords({ t, n }: Texts, days: number): string {
  if (days < 0) return t('status.openEnd')
  return days === 0 ? t('status.lastDay') : t('status.daysLeft', { count: days, shown: n(days) })
}
