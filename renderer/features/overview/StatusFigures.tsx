// Laboratories by status: eight figures, each laboratory in exactly one of them.
import type { JSX } from 'react'
import { formatDate } from '../../../db/model/dates/partial'
import type { Overview } from '../../../db/model/shapes/overview'
import { EXPIRING_WITHIN, type Status } from '../../../db/model/status/spans'
import { Figure } from '../../components/Figure'
import { StatusIcon } from '../../components/StatusIcon'
import { useTexts, type Texts } from '../../texts/texts'
import { openLabs } from './openLabs'
import classes from './overview.module.css'

export function StatusFigures({ overview }: { overview: Overview }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  return (
    <section aria-label={t('overview.statuses')}>
      <ul className={classes['statuses']}>
        {overview.byStatus.map(({ status, labs }) => (
          <li key={status}>
            <Figure
              value={labs}
              label={t(`status.${status}`)}
              icon={<StatusIcon status={status} size={12} />}
              rule={ruleOf(status, overview.day, texts)}
              onOpen={() => openLabs({ status: [status] })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ruleOf(status: Status, day: string, { t, language }: Texts): string {
  const shown = formatDate(day, language)
  if (status === 'expiring') return t('overview.rule.expiringStatus', { within: EXPIRING_WITHIN })
  if (status === 'unknown') return t('overview.rule.unknownStatus', { day: shown })
  return t('overview.rule.status', { day: shown })
}
