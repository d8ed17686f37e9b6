// What ends in the time ahead: how many laboratories within 30, 60, 90, 180 days, and twelve months with a mark for each accreditation.
// The list of the chosen month stands below the marks, so that every mark can be reached with the keyboard and read as words.
import { useState, type JSX } from 'react'
import { addDays, formatDate } from '../../../db/model/dates/partial'
import type { Overview } from '../../../db/model/shapes/overview'
import { FigureRow } from '../../components/Figure'
import { MonthStrip, type StripMonth } from '../../components/MonthStrip'
import { Panel } from '../../components/Page'
import { useTexts } from '../../texts/texts'
import { MonthEnds } from './MonthEnds'
import { openLab, openLabs } from './openLabs'
import classes from './overview.module.css'

export function EndingSoon({ overview }: { overview: Overview }): JSX.Element {
  const { t } = useTexts()
  const [chosen, setChosen] = useState<string | null>(null)
  const months = useMonths(overview)
  const withEnds = overview.months.filter((month) => month.count > 0)
  const shown = withEnds.find((month) => month.month === chosen) ?? withEnds[0]
  const labOf = new Map(overview.months.flatMap(({ ends }) => ends.map((end) => [end.accreditation, end.lab] as const)))
  const onOpenMark = (accreditation: string): void => {
    const lab = labOf.get(accreditation)
    if (lab !== undefined) openLab(lab)
  }
  return (
    <Panel title={t('overview.ends.title')}>
      <Windows overview={overview} />
      <figure className={classes['strip']}>
        <MonthStrip
          label={t('overview.ends.strip')}
          months={months}
          selected={shown?.month ?? null}
          onOpen={setChosen}
          onOpenMark={onOpenMark}
        />
        <figcaption>{t('overview.rule.months')}</figcaption>
      </figure>
      {shown === undefined ? (
        <p className={classes['dim']}>{t('overview.ends.none')}</p>
      ) : (
        <MonthEnds month={shown} day={overview.day} />
      )}
    </Panel>
  )
}

function useMonths(overview: Overview): StripMonth[] {
  const { t } = useTexts()
  return overview.months.map(({ month, count, ends }) => ({
    month,
    count,
    marks: ends.map((end) => ({
      id: end.accreditation,
      label: `${end.code ?? t('overview.ends.noCode')} — ${end.labName}`,
      expiry: end.expiry,
    })),
  }))
}

function Windows({ overview }: { overview: Overview }): JSX.Element {
  const { t, n, language } = useTexts()
  return (
    <FigureRow
      label={t('overview.ends.windows')}
      counts={overview.expiring.map(({ within, labs }) => ({
        id: String(within),
        label: t('overview.ends.within', { count: within, shown: n(within) }),
        count: labs,
        rule: t('overview.rule.expiring', { until: formatDate(addDays(overview.day, within), language) }),
        onOpen: () => openLabs({ expiringWithin: within }),
      }))}
    />
  )
}
