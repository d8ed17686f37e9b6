// Whether this window may bring a working copy back now, and if not, why. Exporting one is open to everybody.
import { useDayStore } from '../../stores/day'
import { useCall } from '../../useCall'

/** `pending`: not known yet; null: it may. */
export function useWhyNot(): 'pending' | 'day' | 'readOnly' | 'role' | null {
  const { asOf, recorded } = useDayStore()
  const info = useCall('register.info', {})
  if (asOf !== null || recorded !== null) return 'day'
  if (info.state !== 'ready') return 'pending'
  if (info.data.readOnly !== false) return 'readOnly'
  return info.data.role === 'admin' || info.data.role === 'clerk' ? null : 'role'
}
