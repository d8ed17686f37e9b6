// Laboratories by status in six figures. Each laboratory stands in exactly one of the eight statuses; two figures gather two of them
// and say so.
import type { JSX } from 'react'
import { formatDate } from '../../../db/model/dates/partial'
import type { Overview } from '../../../db/model/shapes/overview'
import { EXPIRING_WITHIN, type Status } from '../../../db/model/status/spans'
import { Figure } from '../../components/Figure'
import { StatusIcon } from '../../components/StatusIcon'
import { useTexts, type Texts } from '../../texts/texts'
import { openLabs } from './openLabs'
import classes from './overview.module.css'

interface Gathered {
  label: 'suspension' | 'without'
  statuses: readonly ['suspended' | 'withdrawn', 'partly_suspended' | 'not_accredited']
}

const figures: readonly (Status | Gathered)[] = [
  'valid',
  'expiring',
  'expired',
  { label: 'suspension', statuses: ['suspended', 'partly_suspended'] },
  { label: 'without', statuses: ['withdrawn', 'not_accredited'] },
  'unknown',
]

export function StatusFigures({ overview }: { overview: Overview }): JSX.Element {
  const { t } = useTexts()
  return (
    <section aria-label={t('overview.statuses')}>
      <ul className={classes['statuses']}>
        {figures.map((figure) => (
          <li key={typeof figure === 'string' ? figure : figure.label}>
            {typeof figure === 'string' ? (
              <OneStatus status={figure} overview={overview} />
            ) : (
              <TwoStatuses gathered={figure} overview={overview} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneStatus({ status, overview }: { status: Status; overview: Overview }): JSX.Element {
  const texts = useTexts()
  return (
    <Figure
      count={countOf(overview, status)}
      label={texts.t(`status.${status}`)}
      icon={<StatusIcon status={status} size={12} />}
      rule={ruleOf(status, overview.day, texts)}
      onOpen={() => openLabs({ status: [status] })}
    />
  )
}

function TwoStatuses({ gathered, overview }: { gathered: Gathered; overview: Overview }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const { label, statuses } = gathered
  const parts = statuses.map((status) => ({
    id: status,
    label: t(`overview.parts.${status}`),
    count: countOf(overview, status),
    rule: ruleOf(status, overview.day, texts),
    onOpen: () => openLabs({ status: [status] }),
  }))
  return (
    <Figure
      count={parts.reduce((sum, { count }) => sum + count, 0)}
      label={t(`overview.gathered.${label}`)}
      icon={<StatusIcon status={statuses[0]} size={12} />}
      rule={ruleOf(statuses[0], overview.day, texts)}
      parts={parts}
      onOpen={() => openLabs({ status: [...statuses] })}
    />
  )
}

const countOf = (overview: Overview, status: Status): number =>
  overview.byStatus.find((row) => row.status === status)?.labs ?? 0

function ruleOf(status: Status, day: string, { t, language }: Texts): string {
  const shown = formatDate(day, language)
  if (status === 'expiring') return t('overview.rule.expiringStatus', { within: EXPIRING_WITHIN })
  if (status === 'unknown') return t('overview.rule.unknownStatus', { day: shown })
  return t('overview.rule.status', { day: shown })
}
