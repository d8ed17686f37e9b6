// Narrows the journal to one person and to one kind of saving; only what the log knows is offered, and nothing where there is no choice.
import { NativeSelect } from '@mantine/core'
import type { JSX } from 'react'
import { kindOf } from '../../components/changes/ChangeSetView'
import { Toolbar } from '../../components/Toolbar'
import { capital } from '../../texts/capital'
import { useTexts } from '../../texts/texts'
import { useActorName } from '../../useActorName'
import type { JournalFilter, JournalPages } from './useJournal'

export interface JournalFiltersProps {
  filter: JournalFilter
  known: JournalPages['known']
  onChange: (filter: JournalFilter) => void
}

export function JournalFilters({ filter, known, onChange }: JournalFiltersProps): JSX.Element {
  const { t, language } = useTexts()
  const nameOf = useActorName()
  const { kind, actor, ...rest } = filter
  const kinds = known.kinds.map((value) => ({ value, label: capital(t(`journal.kinds.${kindOf(value)}`), language) }))
  const actors = known.actors.map((value) => ({ value, label: nameOf(value) }))
  return (
    <Toolbar label={t('journal.filter.label')}>
      <NativeSelect
        aria-label={t('journal.filter.actor')}
        data={[{ value: '', label: t('journal.filter.everybody') }, ...actors]}
        value={actor ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...rest, ...(kind !== undefined && { kind }), ...(value !== '' && { actor: value }) })
        }
      />
      <NativeSelect
        aria-label={t('journal.filter.kind')}
        data={[{ value: '', label: t('journal.filter.allKinds') }, ...kinds]}
        value={kind ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...rest, ...(actor !== undefined && { actor }), ...(value !== '' && { kind: value }) })
        }
      />
    </Toolbar>
  )
}
