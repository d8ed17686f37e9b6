// Search box and one menu per condition, above the list.
import type { JSX, Ref } from 'react'
import { SearchBox } from '../../../components/SearchBox'
import { Toolbar } from '../../../components/Toolbar'
import { useTexts } from '../../../texts/texts'
import { expiryChoices, type Choices } from './chips'
import { filterKeys, valuesOf, without, withValues } from './filter'
import { FilterMenu } from './FilterMenu'
import { useListStore } from './listStore'

export interface FilterBarProps {
  choices: Choices
  searchRef: Ref<HTMLInputElement>
  /** rows of another filter are still shown */
  busy: boolean
  /** from the search box to the rows */
  onLeave: () => void
}

export function FilterBar({ choices, searchRef, busy, onLeave }: FilterBarProps): JSX.Element {
  const { t } = useTexts()
  const { filter, setFilter } = useListStore()
  return (
    <Toolbar label={t('labs.toolbar')}>
      <SearchBox
        ref={searchRef}
        label={t('labs.search.label')}
        placeholder={t('labs.search.placeholder')}
        value={filter.text ?? ''}
        width={216}
        busy={busy}
        onSearch={(text) => setFilter(text === '' ? without(filter, 'text') : { ...filter, text })}
        onLeave={onLeave}
      />
      {filterKeys.map((key) => (
        <FilterMenu
          key={key}
          label={t(`labs.filter.${key}`)}
          choices={choices[key]}
          values={valuesOf(filter, key)}
          onChange={(values) => setFilter(withValues(filter, key, values))}
        />
      ))}
      <ExpiringMenu />
    </Toolbar>
  )
}

function ExpiringMenu(): JSX.Element {
  const { t, n } = useTexts()
  const { filter, setFilter } = useListStore()
  const days = filter.expiringWithin
  // a number that came with a link stands among the usual ones
  const windows =
    days === undefined || expiryChoices.some((rung) => rung === days) ? expiryChoices : [days, ...expiryChoices]
  return (
    <FilterMenu
      single
      label={t('labs.filter.expiring')}
      choices={[
        { value: '', label: t('labs.filter.anyExpiry') },
        ...windows.map((rung) => ({
          value: String(rung),
          label: t('labs.filter.days', { count: rung, shown: n(rung) }),
        })),
      ]}
      values={days === undefined ? [] : [String(days)]}
      onChange={([chosen]) =>
        setFilter({
          ...without(filter, 'expiringWithin'),
          ...(chosen === undefined ? {} : { expiringWithin: Number(chosen) }),
        })
      }
    />
  )
}
