// Narrows the journal: words, days, one person, one kind of saving, one kind of record. Of people and kinds of savings only what the log
// knows is offered.
import { Button, NativeSelect } from '@mantine/core'
import type { JSX } from 'react'
import type { EntityName } from '../../../db/model/entities'
import { OWN } from '../../components/changes/deeds'
import { kindOf } from '../../components/changes/ChangeSetView'
import { SearchBox } from '../../components/SearchBox'
import { Toolbar } from '../../components/Toolbar'
import { capital } from '../../texts/capital'
import { useTexts } from '../../texts/texts'
import { useActorName } from '../../useActorName'
import type { RecordWords } from '../../texts/recordWords'
import { DayBox } from './DayBox'
import { narrow, showAll } from './journalStore'
import type { JournalFilter, JournalPages } from './useJournal'

export interface JournalFiltersProps {
  filter: JournalFilter
  known: JournalPages['known']
  /** the last question is on its way */
  busy: boolean
  words: RecordWords
}

export function JournalFilters({ filter, known, busy, words }: JournalFiltersProps): JSX.Element {
  const { t, language } = useTexts()
  const nameOf = useActorName()
  const kinds = known.kinds.map((value) => ({ value, label: capital(t(`journal.kinds.${kindOf(value)}`), language) }))
  const actors = known.actors.map((value) => ({ value, label: nameOf(value) }))
  const records = [...OWN, 'term_link', 'saved_view', 'snooze'].map((value) => ({
    value,
    label: capital(words.entity(value), language),
  }))
  const isNarrowed = Object.keys(filter).length > 0
  return (
    <Toolbar label={t('journal.filter.label')}>
      <SearchBox
        width={220}
        label={t('journal.filter.text')}
        placeholder={t('journal.filter.textHint')}
        value={filter.text ?? ''}
        onSearch={(text) => narrow({ text: text.trim() })}
        busy={busy}
      />
      <DayBox label={t('journal.filter.from')} day={filter.from} onDay={(from) => narrow({ from })} />
      <DayBox label={t('journal.filter.until')} day={filter.until} onDay={(until) => narrow({ until })} />
      <NativeSelect
        aria-label={t('journal.filter.entity')}
        data={[{ value: '', label: t('journal.filter.allRecords') }, ...records]}
        value={filter.entity ?? ''}
        onChange={({ currentTarget: { value } }) =>
          narrow({ entity: value === '' ? undefined : (value as EntityName) })
        }
      />
      <NativeSelect
        aria-label={t('journal.filter.actor')}
        data={[{ value: '', label: t('journal.filter.everybody') }, ...actors]}
        value={filter.actor ?? ''}
        onChange={({ currentTarget: { value } }) => narrow({ actor: value })}
      />
      <NativeSelect
        aria-label={t('journal.filter.kind')}
        data={[{ value: '', label: t('journal.filter.allKinds') }, ...kinds]}
        value={filter.kind ?? ''}
        onChange={({ currentTarget: { value } }) => narrow({ kind: value })}
      />
      {isNarrowed && (
        <Button variant="subtle" size="compact-sm" onClick={showAll}>
          {t('common.chips.clear')}
        </Button>
      )}
    </Toolbar>
  )
}
