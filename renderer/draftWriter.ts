// Writes one form's draft into this machine's profile: the last state only, at most every 400 ms while somebody types, never out of order.
import { call } from './api'

const DELAY_MS = 400
/** writers with something to write */
const waitingWriters = new Set<() => void>()

/** Everything typed is on its way to the profile when this returns: the screen is about to be locked. */
export function flushDrafts(): void {
  for (const flush of waitingWriters) flush()
}

export interface DraftWriter {
  /** keeps the values within 400 ms, however fast the typing goes on; null: there is nothing unsaved, the draft goes */
  put: (draft: object | null) => void
  /** at once: the form or the window is closing */
  flush: () => void
}

/** Writes the drafts of one form, the last state only, never out of order. `existed`: one lies there already. */
export function draftWriter(key: string, existed: boolean): DraftWriter {
  let timer: ReturnType<typeof setTimeout> | null = null
  let waiting: { value: string | null } | null = null
  let kept = existed
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    waitingWriters.delete(flush)
    if (waiting === null) return
    const { value } = waiting
    waiting = null
    kept = value !== null
    // a draft that cannot be kept now is kept at the next change; the form itself still holds everything
    void call('drafts.put', { key, value })
  }
  return {
    put: (draft) => {
      if (draft === null && !kept && waiting === null) return
      waiting = { value: draft === null ? null : JSON.stringify(draft) }
      waitingWriters.add(flush)
      timer ??= setTimeout(flush, DELAY_MS)
    },
    flush,
  }
}
