// The name of the saved view that the list stands on, with everything that can be done with views behind it.
import { Button, Menu } from '@mantine/core'
import { IconBookmarkPlus, IconCheck, IconChevronDown, IconTableShortcut } from '@tabler/icons-react'
import { memo, type JSX } from 'react'
import { useTexts } from '../../../texts/texts'
import { ViewItems } from '../../../views/ViewItems'
import type { LabViews } from './labView'
import classes from './list.module.css'

export const ViewMenu = memo(function ViewMenu({ views }: { views: LabViews }): JSX.Element {
  const { t } = useTexts()
  const { rows, active, changed, canEdit, show, saveNew, saveChanges } = views
  return (
    <>
      {active !== null && changed && canEdit && (
        <Button variant="subtle" size="compact-sm" onClick={() => void saveChanges()}>
          {t('views.saveChanges')}
        </Button>
      )}
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            className={classes['viewButton']}
            leftSection={<IconTableShortcut size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {active === null ? t('views.one') : active.name}
            {changed && <em>{t('views.changed')}</em>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes['views']}>
          {rows.length > 0 && <Menu.Label>{t('views.title')}</Menu.Label>}
          {rows.map((row) => (
            <Menu.Item
              key={row.id}
              role="menuitemradio"
              aria-checked={row.id === active?.id}
              leftSection={
                <IconCheck size={14} visibility={row.id === active?.id ? 'visible' : 'hidden'} aria-hidden />
              }
              onClick={() => show(row)}
            >
              {row.name}
            </Menu.Item>
          ))}
          {rows.length > 0 && <Menu.Divider />}
          <Menu.Item
            disabled={!canEdit}
            leftSection={<IconBookmarkPlus size={16} aria-hidden />}
            rightSection={<kbd>Ctrl+Shift+S</kbd>}
            onClick={saveNew}
          >
            {t('views.new')}
          </Menu.Item>
          {active !== null && canEdit && (
            <>
              <Menu.Label>{active.name}</Menu.Label>
              <ViewItems row={active} rows={rows} keys={false} />
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  )
})
