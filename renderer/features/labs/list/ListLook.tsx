// How the list looks: its saved view, and on this machine row height and columns.
import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconBaselineDensityMedium, IconCheck } from '@tabler/icons-react'
import { memo, type JSX } from 'react'
import type { LabRow } from '../../../../db/model/shapes/lab'
import type { Column } from '../../../components/grid/column'
import { ColumnMenu } from '../../../components/grid/ColumnMenu'
import type { Grouping } from '../../../components/grid/grouping'
import { useGridLayout } from '../../../stores/layouts'
import { usePreferences } from '../../../stores/preferences'
import { useTexts } from '../../../texts/texts'
import { GroupMenu } from './GroupMenu'
import type { LabViews } from './labView'
import classes from './list.module.css'
import { LIST_LAYOUT } from './listStore'
import { ViewMenu } from './ViewMenu'

export interface ListLookProps {
  columns: readonly Column<LabRow>[]
  views: LabViews
  grouping: Grouping | null
}

export const ListLook = memo(function ListLook({ columns, views, grouping }: ListLookProps): JSX.Element {
  const [layout, setLayout] = useGridLayout(LIST_LAYOUT)
  return (
    <div className={classes['look']}>
      <ViewMenu views={views} />
      <GroupMenu grouping={grouping} />
      <DensityMenu />
      <Columns columns={columns} layout={layout} onLayout={setLayout} />
    </div>
  )
})

const Columns = memo(ColumnMenu<LabRow>)

const densities = ['compact', 'normal', 'comfortable'] as const

const DensityMenu = memo(function DensityMenu(): JSX.Element {
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
})
