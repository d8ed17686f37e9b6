// “Nhật ký”: every saving of the register, newest first, in days; who, when, why, and each value from what to what.
import { Button } from '@mantine/core'
import { IconNotebook } from '@tabler/icons-react'
import type { JSX } from 'react'
import { formatDate } from '../../../db/model/dates/partial'
import { ChangeSetView } from '../../components/changes/ChangeSetView'
import type { ChangeSet } from '../../components/changes/changeSets'
import { EmptyState } from '../../components/EmptyState'
import { LoadFailed } from '../../components/LoadFailed'
import { Page } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import { useDayStore } from '../../stores/day'
import { formatWeekday } from '../../texts/formats'
import { dayOf } from '../../texts/instants'
import type { RecordWords } from '../../texts/recordWords'
import { useTexts } from '../../texts/texts'
import { useRecordWords } from '../../useRecordWords'
import classes from './journal.module.css'
import { openerOf } from './openRecord'
import { useJournal, type Journal } from './useJournal'

export function JournalScreen(): JSX.Element {
  const { t } = useTexts()
  const journal = useJournal()
  return (
    <Page title={t('journal.title')} line={t('journal.line')}>
      {journal.error !== null && <LoadFailed error={journal.error} onRetry={journal.refetch} />}
      {journal.state === 'pending' && <Skeleton lines={9} />}
      {journal.state === 'ready' && <Entries journal={journal} />}
    </Page>
  )
}

function Entries({ journal }: { journal: Journal }): JSX.Element {
  const { t } = useTexts()
  const words = useRecordWords()
  if (journal.sets.length === 0)
    return <EmptyState icon={IconNotebook} title={t('journal.none.title')} text={t('journal.none.text')} />
  return (
    <div className={classes['journal']}>
      {byDay(journal.sets).map(({ day, sets }) => (
        <Day key={day} day={day} sets={sets} cut={journal.cut} words={words} />
      ))}
      {journal.hasMore ? (
        <Button variant="default" loading={journal.loadingMore} onClick={journal.more}>
          {t('journal.more')}
        </Button>
      ) : (
        <p className={classes['end']}>{t('journal.start')}</p>
      )}
    </div>
  )
}

interface DayProps {
  day: string
  sets: readonly ChangeSet[]
  cut: ReadonlySet<number>
  words: RecordWords
}

function Day({ day, sets, cut, words }: DayProps): JSX.Element {
  const { t, language } = useTexts()
  const today = useDayStore((state) => state.today)
  const shown = formatDate(day, language)
  return (
    <section className={classes['day']}>
      <h2>
        {day === today
          ? t('journal.today', { day: shown })
          : t('journal.on', { weekday: formatWeekday(day, language), day: shown })}
      </h2>
      {sets.map((set) => (
        <ChangeSetView key={set.seq} set={set} words={words} openerOf={openerOf} cut={cut.has(set.seq)} />
      ))}
    </section>
  )
}

/** Neighbouring savings of one day; the order of the log stays, whatever the computers' clocks said. */
function byDay(sets: readonly ChangeSet[]): { day: string; sets: ChangeSet[] }[] {
  const days: { day: string; sets: ChangeSet[] }[] = []
  for (const set of sets) {
    const day = dayOf(set.at)
    const last = days.at(-1)
    if (last?.day === day) last.sets.push(set)
    else days.push({ day, sets: [set] })
  }
  return days
}
