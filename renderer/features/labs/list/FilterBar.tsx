// Search box, one menu per condition, row height and columns: what stands above the list.
import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconBaselineDensityMedium, IconCheck } from '@tabler/icons-react'
import type { JSX, Ref } from 'react'
import type { LabRow } from '../../../../db/model/shapes'
import { ColumnMenu } from '../../../components/grid/ColumnMenu'
import type { Column } from '../../../components/grid/column'
import { SearchBox } from '../../../components/SearchBox'
import { Toolbar } from '../../../components/Toolbar'
import { useGridLayout } from '../../../stores/layouts'
import { usePreferences } from '../../../stores/preferences'
import { useTexts } from '../../../texts/texts'
import { expiryChoices, type Choices } from './chips'
import { filterKeys, valuesOf, without, withValues } from './filter'
import { FilterMenu } from './FilterMenu'
import { LIST_LAYOUT, useListStore } from './listStore'

export interface FilterBarProps {
  choices: Choices
  columns: readonly Column<LabRow>[]
  searchRef: Ref<HTMLInputElement>
  /** from the search box to the rows */
  onLeave: () => void
}

export function FilterBar({ choices, columns, searchRef, onLeave }: FilterBarProps): JSX.Element {
  const { t } = useTexts()
  const { filter, setFilter } = useListStore()
  const [layout, setLayout] = useGridLayout(LIST_LAYOUT)
  const end = (
    <>
      <DensityMenu />
      <ColumnMenu columns={columns} layout={layout} onLayout={setLayout} />
    </>
  )
  return (
    <Toolbar label={t('labs.toolbar')} end={end}>
      <SearchBox
        ref={searchRef}
        label={t('labs.search.label')}
        placeholder={t('labs.search.placeholder')}
        value={filter.text ?? ''}
        width={280}
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

const densities = ['compact', 'normal', 'comfortable'] as const

function DensityMenu(): JSX.Element {
  const { t } = useTexts()
  const { density, change } = usePreferences()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('labs.density.label')}>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('labs.density.label')}>
            <IconBaselineDensityMedium size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {densities.map((each) => (
          <Menu.Item
            key={each}
            role="menuitemradio"
            aria-checked={each === density}
            leftSection={<IconCheck size={14} visibility={each === density ? 'visible' : 'hidden'} aria-hidden />}
            onClick={() => change({ density: each })}
          >
            {t(`labs.density.${each}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
