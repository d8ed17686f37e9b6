// The open register's name, with the actions on registers behind it. With no such action it is only a name.
import { Menu } from '@mantine/core'
import { IconBook2, IconChevronDown } from '@tabler/icons-react'
import { useState, type JSX } from 'react'
import { currentActions, isOffered, shortcutsOf, type Action, type ActionContext } from '../actions/action'
import { showShortcut } from '../actions/shortcut'
import { presentPlace } from '../stores/navigation'
import { useTexts } from '../texts/texts'
import { useCall } from '../useCall'
import classes from './top.module.css'

export function RegisterMenu(): JSX.Element {
  const { t } = useTexts()
  const info = useCall('register.info', {})
  const [actions, setActions] = useState<readonly Action[]>([])
  const context = (): ActionContext => ({ screen: presentPlace().screen, typing: false })
  const name =
    info.state === 'ready' ? info.data.name : info.state === 'error' ? t('frame.register.none') : t('frame.app')
  const look = (): void =>
    setActions(currentActions().filter((action) => action.menu === 'register' && isOffered(action, context())))
  return (
    <Menu position="bottom-start" onOpen={look} disabled={false}>
      <Menu.Target>
        <button type="button" className={classes['register']} aria-label={t('frame.register.menu', { name })}>
          <IconBook2 size={18} stroke={1.6} aria-hidden />
          <span>{name}</span>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{info.state === 'ready' ? info.data.file : t('frame.register.none')}</Menu.Label>
        {actions.map((action) => {
          const [shortcut] = shortcutsOf(action)
          return (
            <Menu.Item
              key={action.id}
              leftSection={action.icon !== undefined && <action.icon size={16} stroke={1.6} aria-hidden />}
              rightSection={shortcut !== undefined && <kbd>{showShortcut(shortcut)}</kbd>}
              onClick={() => action.run(context())}
            >
              {t(action.label)}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
