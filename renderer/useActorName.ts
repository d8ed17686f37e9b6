// People as they are shown: the log names accounts by what they sign in with, the screen by their full names.
import { useCallback } from 'react'
import { useCall } from './useCall'

/** A name of the log as people know it; the name itself where nothing else is known. */
export function useActorName(): (actor: string) => string {
  const info = useCall('register.info', {})
  const known = info.state === 'ready' ? info.data.people : null
  return useCallback(
    (actor) => (known !== null && Object.hasOwn(known, actor) ? (known[actor] ?? actor) : actor),
    [known],
  )
}
