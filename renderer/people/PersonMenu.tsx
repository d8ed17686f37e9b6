// Who is signed in, in the top bar; behind it what this person can do with the account. Nothing where the register has no accounts.
import { Menu } from '@mantine/core'
import { IconChevronDown, IconUser } from '@tabler/icons-react'
import type { JSX } from 'react'
import { shortcutsOf } from '../actions/action'
import { showShortcut } from '../actions/shortcut'
import { presentPlace } from '../stores/navigation'
import { useTexts } from '../texts/texts'
import { useCall } from '../useCall'
import classes from './people.module.css'
import { usePersonActions } from './personActions'

export function PersonMenu(): JSX.Element | null {
  const { t } = useTexts()
  const info = useCall('register.info', {})
  const actions = usePersonActions()
  if (info.state !== 'ready' || info.data.account === null) return null
  const { account, role } = info.data
  const name = account.display ?? account.name
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button
          type="button"
          className={classes['person']}
          aria-label={t('people.me.menu', { name, role: t(`records.choices.roles.${role}`) })}
        >
          <IconUser size={17} stroke={1.6} aria-hidden />
          <span>{name}</span>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t(`records.choices.roles.${role}`)}</Menu.Label>
        {actions.map((action) => {
          const [shortcut] = shortcutsOf(action)
          return (
            <Menu.Item
              key={action.id}
              leftSection={action.icon !== undefined && <action.icon size={16} stroke={1.6} aria-hidden />}
              rightSection={shortcut !== undefined && <kbd>{showShortcut(shortcut)}</kbd>}
              onClick={() => action.run({ screen: presentPlace().screen, typing: false })}
            >
              {t(action.label)}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
