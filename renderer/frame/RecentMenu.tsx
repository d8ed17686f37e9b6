// The rail's “Mở gần đây”: the pages opened lately on this machine, of the open register.
import { Menu, Tooltip } from '@mantine/core'
import { IconClockHour4, IconFlask } from '@tabler/icons-react'
import type { JSX } from 'react'
import { openTab, useTabs } from '../stores/tabs'
import { useTexts } from '../texts/texts'
import classes from './rail.module.css'

export function RecentMenu({ open }: { open: boolean }): JSX.Element | null {
  const { t } = useTexts()
  const recent = useTabs((state) => state.recent).filter(({ name }) => name !== '')
  if (recent.length === 0) return null
  return (
    <Menu position="right-start" width={380}>
      <Menu.Target>
        <Tooltip label={t('tabs.recent')} position="right" disabled={open}>
          <button type="button" className={`${classes['entry']} ${classes['recent']}`}>
            <IconClockHour4 size={19} stroke={1.5} aria-hidden />
            <span className={open ? undefined : 'seen-by-readers'}>{t('tabs.recent')}</span>
          </button>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className={classes['recents']}>
        {recent.map(({ id, name }) => (
          <Menu.Item key={id} leftSection={<IconFlask size={16} aria-hidden />} onClick={() => openTab(id)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
