// Status as icon, word and colour; the colour only repeats what icon and word say. Plain in lists, tinted in page titles.
import type { JSX } from 'react'
import type { Status } from '../../db/model/status/spans'
import { useTexts, type Texts } from '../texts/texts'
import { StatusIcon } from './StatusIcon'
import classes from './status.module.css'

export interface StatusBadgeProps {
  status: Status
  /** days to the first possible end, shown while expiring; negative: inside the month or year an imprecise end leaves open */
  daysLeft?: number | null
  variant?: 'plain' | 'tinted'
}

export function StatusBadge({ status, daysLeft = null, variant = 'plain' }: StatusBadgeProps): JSX.Element {
  const texts = useTexts()
  const left = status === 'expiring' && daysLeft !== null ? leftWords(texts, daysLeft) : null
  return (
    <span className={`${classes['badge']} ${classes['tone']}`} data-status={status} data-variant={variant}>
      <StatusIcon status={status} />
      <span className={classes['word']}>
        {texts.t(`status.${status}`)}
        {left !== null && <span className={classes['left']}> · {left}</span>}
      </span>
    </span>
  )
}

function leftWords({ t, n }: Texts, days: number): string {
  if (days < 0) return t('status.openEnd')
  return days === 0 ? t('status.lastDay') : t('status.daysLeft', { count: days, shown: n(days) })
}
