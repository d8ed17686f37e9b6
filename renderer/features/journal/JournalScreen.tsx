// “Nhật ký”: every saving of the register, newest first, in days; who, when, why, and each value from what to what.
import { Button } from '@mantine/core'
import { IconNotebook } from '@tabler/icons-react'
import type { JSX } from 'react'
import { formatDate } from '../../../db/model/dates/partial'
import type { ChangeSetShown } from '../../../db/model/shapes/journal'
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
import { JournalExport } from './JournalExport'
import { JournalEntry } from './JournalEntry'
import { JournalFilters } from './JournalFilters'
import { showAll, useJournalFilter } from './journalStore'
import { useJournal, type JournalPages } from './useJournal'

export function JournalScreen(): JSX.Element {
  const { t } = useTexts()
  const { filter } = useJournalFilter()
  const words = useRecordWords()
  const journal = useJournal(filter)
  const bar = <JournalFilters filter={filter} known={journal.known} words={words} />
  return (
    <Page
      title={t('journal.title')}
      line={t('journal.line')}
      actions={<JournalExport {...{ filter, journal, words }} />}
      {...(journal.state === 'ready' && { toolbar: bar })}
    >
      {journal.error !== null && <LoadFailed error={journal.error} onRetry={journal.refetch} />}
      {journal.state === 'pending' && <Skeleton lines={9} />}
      {journal.state === 'ready' && <Entries journal={journal} words={words} />}
    </Page>
  )
}

function Entries({ journal, words }: { journal: JournalPages; words: RecordWords }): JSX.Element {
  const { t } = useTexts()
  const isNarrowed = Object.keys(useJournalFilter().filter).length > 0
  if (journal.sets.length === 0)
    return journal.known.kinds.length === 0 ? (
      <EmptyState icon={IconNotebook} title={t('journal.none.title')} text={t('journal.none.text')} />
    ) : (
      <EmptyState
        icon={IconNotebook}
        title={t('journal.noneFound')}
        action={
          <Button variant="default" onClick={showAll}>
            {t('journal.filter.clear')}
          </Button>
        }
      />
    )
  return (
    <div className={classes['journal']}>
      {byDay(journal.sets).map(({ day, sets }) => (
        <Day key={`${day} ${sets[0]?.seq}`} day={day} sets={sets} words={words} />
      ))}
      {journal.hasMore ? (
        <Button variant="default" loading={journal.loadingMore} onClick={journal.more}>
          {t('journal.more')}
        </Button>
      ) : (
        <p className={classes['end']}>{t(isNarrowed ? 'journal.endFound' : 'journal.start')}</p>
      )}
    </div>
  )
}

interface DayProps {
  day: string
  sets: readonly ChangeSetShown[]
  words: RecordWords
}

function Day({ day, sets, words }: DayProps): JSX.Element {
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
        <JournalEntry key={set.seq} set={set} words={words} />
      ))}
    </section>
  )
}

/** Neighbouring savings of one day; the order of the log stays, whatever the computers' clocks said. */
function byDay(sets: readonly ChangeSetShown[]): { day: string; sets: ChangeSetShown[] }[] {
  const days: { day: string; sets: ChangeSetShown[] }[] = []
  for (const set of sets) {
    const day = dayOf(set.at)
    const last = days.at(-1)
    if (last?.day === day) last.sets.push(set)
    else days.push({ day, sets: [set] })
  }
  return days
}
