// The journal as a table, one line a saving, narrowed as on the screen: read whole, however much of it the screen has shown.
import type { JSX } from 'react'
import type { ChangeSetShown } from '../../../db/model/shapes/journal'
import { kindOf } from '../../components/changes/ChangeSetView'
import { deedsOf, deedWords } from '../../components/changes/deeds'
import type { Column } from '../../components/grid/column'
import { TableExport } from '../../exports/TableExport'
import { capital } from '../../texts/capital'
import { formatTime } from '../../texts/formats'
import { dayOf } from '../../texts/instants'
import type { RecordWords } from '../../texts/recordWords'
import { useTexts } from '../../texts/texts'
import { formatDate } from '../../../db/model/dates/partial'
import { useActorName } from '../../useActorName'
import { ask } from '../../useCall'
import type { JournalFilter, JournalPages } from './useJournal'

const layout = { widths: {}, hidden: null }
/** savings one request brings */
const PAGE = 100

export interface JournalExportProps {
  filter: JournalFilter
  journal: JournalPages
  words: RecordWords
}

export function JournalExport({ filter, journal, words }: JournalExportProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  return (
    <TableExport
      isOpen
      id="journal.export"
      title={t('journal.title')}
      about={useNarrowed(filter, words)}
      columns={useColumns(words)}
      layout={layout}
      count={journal.sets.length}
      rows={(most) => allSets(filter, most)}
    />
  )
}

async function allSets(filter: JournalFilter, most: number): Promise<ChangeSetShown[]> {
  const all: ChangeSetShown[] = []
  for (let hasMore = true; hasMore && all.length < most;) {
    const before = all.at(-1)?.seq
    const page = await ask('changes.sets', { ...filter, limit: PAGE, ...(before !== undefined && { before }) })
    all.push(...page.sets)
    hasMore = page.hasMore && page.sets.length > 0
  }
  return all.slice(0, most)
}

function useColumns(words: RecordWords): Column<ChangeSetShown>[] {
  const texts = useTexts()
  const { t, language } = texts
  const nameOf = useActorName()
  const column = (
    id: 'day' | 'time' | 'actor' | 'kind' | 'deeds' | 'reason' | 'source' | 'changes',
    width: number,
    text: (set: ChangeSetShown) => string,
  ): Column<ChangeSetShown> => ({ id, label: t(`exports.columns.${id}`), width, text })
  return [
    { ...column('day', 84, ({ at }) => formatDate(dayOf(at), language)), day: ({ at }) => dayOf(at) },
    column('time', 70, ({ at }) => formatTime(at)),
    column('actor', 140, ({ actor }) => nameOf(actor)),
    column('kind', 130, ({ kind }) => capital(t(`journal.kinds.${kindOf(kind)}`), language)),
    column('deeds', 380, ({ deeds }) => deedWords(deedsOf(deeds), words, texts).join('\n')),
    column('reason', 240, ({ reason }) => reason ?? ''),
    column('source', 200, ({ source }) => source ?? ''),
    { ...column('changes', 90, ({ total }) => String(total)), number: true },
  ]
}

/** What the journal is narrowed to, as its filters name it. */
function useNarrowed({ text, from, until, entity, actor, kind }: JournalFilter, words: RecordWords): string[] {
  const { t, language } = useTexts()
  const nameOf = useActorName()
  const said = [
    ...(text === undefined ? [] : [`${t('journal.filter.text')}: ${text}`]),
    ...(from === undefined ? [] : [`${t('journal.filter.from')}: ${formatDate(from, language)}`]),
    ...(until === undefined ? [] : [`${t('journal.filter.until')}: ${formatDate(until, language)}`]),
    ...(entity === undefined ? [] : [`${t('journal.filter.entity')}: ${words.entity(entity)}`]),
    ...(actor === undefined ? [] : [`${t('journal.filter.actor')}: ${nameOf(actor)}`]),
    ...(kind === undefined ? [] : [`${t('journal.filter.kind')}: ${t(`journal.kinds.${kindOf(kind)}`)}`]),
  ]
  return said.length === 0 ? [] : [t('exports.about.filter', { words: said.join('; ') })]
}
