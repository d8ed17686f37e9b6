// What the list is grouped by, and all groups folded or opened at once.
import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconLayoutList } from '@tabler/icons-react'
import { memo, type JSX } from 'react'
import type { Grouping } from '../../../components/grid/grouping'
import { useTexts } from '../../../texts/texts'
import { closeAll, groupChoices, openAll } from './grouping'
import classes from './list.module.css'
import { useListStore } from './listStore'

export const GroupMenu = memo(function GroupMenu({ grouping }: { grouping: Grouping | null }): JSX.Element {
  const { t } = useTexts()
  const group = useListStore((state) => state.group)
  const setGroup = useListStore((state) => state.setGroup)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          className={classes['viewButton']}
          leftSection={<IconLayoutList size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('grouping.title')}
          {group !== null && <>: {t(`grouping.by.${group}`)}</>}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {groupChoices.map((each) => (
          <Menu.RadioItem
            key={each ?? 'none'}
            value={each ?? 'none'}
            checked={each === group}
            closeMenuOnClick
            onChange={() => setGroup(each)}
          >
            {each === null ? t('grouping.none') : t(`grouping.by.${each}`)}
          </Menu.RadioItem>
        ))}
        {grouping !== null && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => closeAll(grouping)}>{t('grouping.closeAll')}</Menu.Item>
            <Menu.Item onClick={() => openAll(grouping)}>{t('grouping.openAll')}</Menu.Item>
            <Menu.Label>{t('grouping.repeated')}</Menu.Label>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
})
