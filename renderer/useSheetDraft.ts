// What a grid holds unsaved, kept in this machine's profile: found when the grid opens, written while nothing is typed.
import { useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { call } from './api'
import { draftWriter } from './draftWriter'

/** The draft that lay there when the screen opened, as `read` makes it out; undefined: not known yet. A null key is not asked for. */
export function useFoundDraft<T>(
  key: string | null,
  read: (value: string | undefined) => T | null,
): T | null | undefined {
  const [found, setFound] = useState<T | null | undefined>()
  const reading = useRef(read)
  useEffect(() => {
    if (key === null) return
    let gone = false
    void call('drafts.list', {}).then((answer) => {
      if (gone) return
      const draft = answer.ok ? answer.value.find((each) => each.key === key) : undefined
      setFound(reading.current(draft?.value))
    })
    return () => {
      gone = true
    }
  }, [key])
  return found
}

/** Written while nothing is typed, and at once when the screen or the window goes; null: nothing is unsaved, the draft goes. */
export function useSheetDraft(key: string, kept: object | null, existed: boolean): void {
  const [writer] = useState(() => draftWriter(key, existed))
  const latest = useRef<object | null>(null)
  useLayoutEffect(() => {
    latest.current = kept
  })
  const calm = useDeferredValue(kept)
  useEffect(() => writer.put(calm), [writer, calm])
  useEffect(() => {
    const flush = (): void => {
      writer.put(latest.current)
      writer.flush()
    }
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [writer])
}
