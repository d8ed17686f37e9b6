// Whether this window may change the register now: the role allows it, the file can be written, and today is looked at.
import { useDayStore } from './stores/day'
import { useCall } from './useCall'

export function useCanEdit(): boolean {
  const asOf = useDayStore((state) => state.asOf)
  const info = useCall('register.info', {})
  if (asOf !== null || info.state !== 'ready') return false
  return info.data.readOnly === false && (info.data.role === 'admin' || info.data.role === 'clerk')
}
