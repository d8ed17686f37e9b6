// Whether this window may import now, and if not, why: the screen says it, the actions keep to it.
import { useDayStore } from '../../stores/day'
import { useCall } from '../../useCall'

/** `pending`: not known yet; null: it may. */
export function useWhyNot(): 'pending' | 'day' | 'readOnly' | 'role' | null {
  const asOf = useDayStore((state) => state.asOf)
  const info = useCall('register.info', {})
  if (asOf !== null) return 'day'
  if (info.state !== 'ready') return 'pending'
  if (info.data.readOnly !== false) return 'readOnly'
  return info.data.role === 'admin' || info.data.role === 'clerk' ? null : 'role'
}
