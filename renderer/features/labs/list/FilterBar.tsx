// Search box and one menu per condition, above the list.
import { memo, useCallback, type JSX, type Ref } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { SearchBox } from '../../../components/SearchBox'
import { Toolbar } from '../../../components/Toolbar'
import { useTexts } from '../../../texts/texts'
import { expiryChoices, type Choice, type Choices } from './chips'
import { filterKeys, valuesOf, without, withValues, type FilterKey } from './filter'
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
        <ConditionMenu key={key} condition={key} choices={choices[key]} />
      ))}
      <ExpiringMenu />
    </Toolbar>
  )
}

/** Reads its own condition: what is typed into the search box leaves it as it is. */
const ConditionMenu = memo(function ConditionMenu({
  condition,
  choices,
}: {
  condition: FilterKey
  choices: readonly Choice[]
}): JSX.Element {
  const { t } = useTexts()
  const values = useListStore(useShallow(({ filter }) => valuesOf(filter, condition)))
  const onChange = useCallback(
    (chosen: readonly string[]) => {
      const { filter, setFilter } = useListStore.getState()
      setFilter(withValues(filter, condition, chosen))
    },
    [condition],
  )
  return <FilterMenu label={t(`labs.filter.${condition}`)} choices={choices} values={values} onChange={onChange} />
})

const ExpiringMenu = memo(function ExpiringMenu(): JSX.Element {
  const { t, n } = useTexts()
  const days = useListStore(({ filter }) => filter.expiringWithin)
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
      onChange={([chosen]) => {
        const { filter, setFilter } = useListStore.getState()
        setFilter({
          ...without(filter, 'expiringWithin'),
          ...(chosen === undefined ? {} : { expiringWithin: Number(chosen) }),
        })
      }}
    />
  )
})
