// The open register's name; behind it the file, the actions on registers, and those opened lately.
import { Menu } from '@mantine/core'
import { IconBook2, IconChevronDown } from '@tabler/icons-react'
import { useState, type JSX } from 'react'
import { currentActions, isOffered, shortcutsOf, type Action, type ActionContext } from '../actions/action'
import { showShortcut } from '../actions/shortcut'
import { presentPlace } from '../stores/navigation'
import { useTexts } from '../texts/texts'
import { useCall } from '../useCall'
import { useRegisters } from '../useRegisters'
import classes from './top.module.css'

export function RegisterMenu(): JSX.Element {
  const { t } = useTexts()
  const info = useCall('register.info', {})
  const [actions, setActions] = useState<readonly Action[]>([])
  const context = (): ActionContext => ({ screen: presentPlace().screen, typing: false })
  const name =
    info.state === 'ready' ? info.data.name : info.state === 'error' ? t('frame.register.none') : t('frame.app')
  const [opened, setOpened] = useState(false)
  const look = (): void => {
    setOpened(true)
    setActions(currentActions().filter((action) => action.menu === 'register' && isOffered(action, context())))
  }
  return (
    <Menu position="bottom-start" onOpen={look} onClose={() => setOpened(false)}>
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
        {opened && <Recent />}
      </Menu.Dropdown>
    </Menu>
  )
}

const LISTED = 5

/** Those that can be opened now; the start screen lists the lost ones too. */
function Recent(): JSX.Element | null {
  const { t } = useTexts()
  const { openRecent } = useRegisters()
  const recent = useCall('register.recent', {})
  const others = recent.state === 'ready' ? recent.data.filter(({ open, present }) => !open && present) : []
  if (others.length === 0) return null
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('start.recent.title')}</Menu.Label>
      {others.slice(0, LISTED).map((register) => (
        <Menu.Item key={register.id} onClick={() => openRecent(register)}>
          {register.name} <span className={classes['fileName']}>{register.file}</span>
        </Menu.Item>
      ))}
    </>
  )
}
