// Which value or file is about to be taken out for good, while the person is asked.
import { create } from 'zustand'
import type { Redact } from '../components/changes/redact'
import { useLooksBack } from '../stores/day'
import { useCall } from '../useCall'

export const useRedacting = create<{ asked: Redact | null }>()(() => ({ asked: null }))

export const closeRedact = (): void => useRedacting.setState({ asked: null })

const ask = (asked: Redact): void => useRedacting.setState({ asked })

/** Null: not an administrator, or the register cannot be written now. */
export function useRedactValue(): ((asked: Redact) => void) | null {
  const looksBack = useLooksBack()
  const info = useCall('register.info', {})
  if (looksBack || info.state !== 'ready') return null
  return info.data.role === 'admin' && info.data.readOnly === false ? ask : null
}
