// Lịch sử: what was changed on this laboratory and what hangs on it, from what to what, by whom and when; newest first, one entry per saving.
import { Button, NativeSelect } from '@mantine/core'
import { useMemo, useState, type JSX } from 'react'
import { formatDate } from '../../../../db/model/dates/partial'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { changeSets, type ChangeSet } from '../../../components/changes/changeSets'
import { ChangeSetView } from '../../../components/changes/ChangeSetView'
import { LoadFailed } from '../../../components/LoadFailed'
import { Skeleton } from '../../../components/Skeleton'
import { capital } from '../../../texts/capital'
import { dayOf } from '../../../texts/instants'
import type { RecordWords } from '../../../texts/recordWords'
import { useTexts, type Texts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import { useRecordWords } from '../../../useRecordWords'
import { FieldHistory } from './FieldHistory'
import { fieldsOn, keyOf, showField, useOneField, type OneField } from './fieldHistory'
import classes from './history.module.css'
import ink from './ink.module.css'
import { accreditationName, decisionName, siteName } from './wording'

const FIRST = 60
const MORE = 200
/** the registry answers no more at once */
const MOST = 500

export function HistorySection({ page }: { page: LabPage }): JSX.Element {
  const words = usePageWords(page)
  const narrowed = useOneField()
  const one = narrowed.page === page.id ? narrowed.field : null
  return (
    <>
      <FieldChoice page={page} one={one} words={words} />
      {one === null ? (
        <AllFields page={page} words={words} />
      ) : (
        <FieldHistory key={keyOf(one)} of={one} words={words} />
      )}
    </>
  )
}

interface FieldChoiceProps {
  page: LabPage
  one: OneField | null
  words: RecordWords
}

function FieldChoice({ page, one, words }: FieldChoiceProps): JSX.Element {
  const { t, language } = useTexts()
  const groups = fieldsOn(page)
  const all = groups.flatMap(({ fields }) => fields)
  return (
    <NativeSelect
      w={260}
      aria-label={t('journal.oneField.label')}
      data={[
        { value: '', label: t('journal.oneField.all') },
        ...groups.map(({ entity, fields }) => ({
          group: capital(words.entity(entity), language),
          items: fields.map((each) => ({ value: keyOf(each), label: words.field(entity, each.field) })),
        })),
      ]}
      value={one === null ? '' : keyOf(one)}
      onChange={({ currentTarget: { value } }) => showField(page.id, all.find((each) => keyOf(each) === value) ?? null)}
    />
  )
}

function AllFields({ page, words }: { page: LabPage; words: RecordWords }): JSX.Element {
  const { t } = useTexts()
  const [limit, setLimit] = useState(FIRST)
  const changes = useCall('changes.list', { recordId: page.id, limit })
  if (changes.state === 'pending') return <Skeleton lines={4} />
  if (changes.state === 'error') return <LoadFailed error={changes.error} onRetry={changes.refetch} />
  if (changes.data.length === 0) return <p className={ink['dim']}>{t('labPage.history.none')}</p>
  return (
    <>
      {byDay(changeSets(changes.data)).map(({ day, sets }) => (
        <Day key={day} day={day} sets={sets} words={words} />
      ))}
      {changes.data.length >= limit && limit < MOST && (
        <Button
          variant="default"
          size="compact-md"
          loading={changes.refreshing}
          onClick={() => setLimit(Math.min(MOST, limit + MORE))}
        >
          {t('labPage.history.older')}
        </Button>
      )}
    </>
  )
}

interface DayOfChanges {
  day: string
  sets: ChangeSet[]
}

/** Neighbouring savings of one day; the order stays the log's, whatever the computers' clocks said. */
function byDay(sets: readonly ChangeSet[]): DayOfChanges[] {
  const days: DayOfChanges[] = []
  for (const set of sets) {
    const day = dayOf(set.at)
    const last = days.at(-1)
    if (last?.day === day) last.sets.push(set)
    else days.push({ day, sets: [set] })
  }
  return days
}

function Day({ day, sets, words }: DayOfChanges & { words: RecordWords }): JSX.Element {
  const { language } = useTexts()
  return (
    <div className={classes['historyDay']}>
      <h3>{formatDate(day, language)}</h3>
      <div>
        {sets.map((set) => (
          <ChangeSetView key={set.seq} set={set} words={words} openerOf={noPage} />
        ))}
      </div>
    </div>
  )
}

/** The reader is on the page already. */
const noPage = (): null => null

/** The words of logged records, with the names of everything on this page. */
function usePageWords(page: LabPage): RecordWords {
  const { t, language } = useTexts()
  const words = useRecordWords()
  const names = useMemo(() => namesOn(page, { t, language }), [page, t, language])
  return {
    ...words,
    value: (entity, field, value) =>
      (typeof value === 'string' ? names.get(value) : undefined) ?? words.value(entity, field, value),
  }
}

function namesOn(page: LabPage, words: Pick<Texts, 't' | 'language'>): Map<string, string> {
  return new Map([
    [page.id, page.nameVi],
    ...(page.owner === null ? [] : [[page.owner.id, page.owner.name] as const]),
    ...page.sites.map((site, index) => [site.id, siteName(words, site, index)] as const),
    ...page.accreditations.flatMap((each) => [
      [each.id, accreditationName(words, each)] as const,
      ...each.decisions.flatMap((decision) => [
        [decision.id, decisionName(words, decision)] as const,
        ...decision.acts.map((act) => [act.id, decisionName(words, decision)] as const),
      ]),
    ]),
  ])
}
