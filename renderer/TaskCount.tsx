// How many things there are to do on the day looked at, beside the name of their screen; nothing while there are none. In a large register they take the registry a while to find: the first screen goes before.
import type { JSX } from 'react'
import { useDay } from './stores/day'
import { useSettled } from './stores/settled'
import { useTexts } from './texts/texts'
import { useCall } from './useCall'

export function TaskCount(): JSX.Element | null {
  const { n } = useTexts()
  const work = useCall('tasks.list', { day: useDay(), limit: 1 }, { enabled: useSettled((state) => state.settled) })
  return work.state === 'ready' && work.data.total > 0 ? <>{n(work.data.total)}</> : null
}
