// What somebody who is signed in can do with the own account: keyboard, menu, palette and shortcut list have it from here.
import { IconKey, IconLock } from '@tabler/icons-react'
import type { Action } from '../actions/action'
import { useNavigation } from '../stores/navigation'
import { useCall } from '../useCall'
import { LOCK_KEY, lockScreen } from './lock'

const actions: readonly Action[] = [
  {
    id: 'people.password',
    group: 'frame',
    label: 'people.me.password',
    icon: IconKey,
    run: () => useNavigation.getState().go('settings', { section: 'password' }),
  },
  { id: 'people.lock', group: 'frame', label: 'people.me.lock', shortcut: LOCK_KEY, icon: IconLock, run: lockScreen },
]

/** None where the register has no accounts. */
export function usePersonActions(): readonly Action[] {
  const info = useCall('register.info', {})
  return info.state === 'ready' && info.data.account !== null ? actions : []
}
