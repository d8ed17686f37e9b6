// Whether this window may change the register now: the role allows it, the file can be written, and the present is looked at.
import { useLooksBack } from './stores/day'
import { useCall } from './useCall'

export function useCanEdit(): boolean {
  const looksBack = useLooksBack()
  const info = useCall('register.info', {})
  if (looksBack || info.state !== 'ready') return false
  return info.data.readOnly === false && (info.data.role === 'admin' || info.data.role === 'clerk')
}
