// Drafts of open forms: what was typed, with the state of the record it was typed on, so that a draft reused later can still be joined
// with what others changed meanwhile. They lie in this machine's profile, not in the register.
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { call } from '../../../api'
import type { Values } from './values'

const Stored = z.object({
  values: z.record(z.string(), z.unknown()),
  base: z.record(z.string(), z.unknown()),
  seen: z.int().optional(),
})

export interface Draft {
  values: Values
  base: Values
  /** the register's seq when this was typed; left out in drafts of older versions */
  seen?: number | undefined
  savedAt: string
}

export type DraftState =
  | { state: 'asking' }
  | { state: 'none' }
  | { state: 'offered'; draft: Draft; use: () => void; drop: () => void }
  | { state: 'used'; draft: Draft }

/** The draft that lay under `key` when the form opened, and what the person said to it. */
export function useDraft(key: string): DraftState {
  const [opened] = useState(key)
  const [state, setState] = useState<DraftState>({ state: 'asking' })
  useEffect(() => {
    let gone = false
    void call('drafts.list', {}).then((answer) => {
      if (gone) return
      const found = answer.ok ? answer.value.find((each) => each.key === opened) : undefined
      const draft = found === undefined ? null : read(found)
      if (draft === null) return setState({ state: 'none' })
      setState({
        state: 'offered',
        draft,
        use: () => setState({ state: 'used', draft }),
        drop: () => {
          void call('drafts.put', { key: opened, value: null })
          setState({ state: 'none' })
        },
      })
    })
    return () => {
      gone = true
    }
  }, [opened])
  return state
}

function read(found: { value: string; savedAt: string }): Draft | null {
  try {
    const stored = Stored.safeParse(JSON.parse(found.value))
    return stored.success ? { ...stored.data, savedAt: found.savedAt } : null
  } catch {
    // a draft of an older version that no longer reads is not offered; it stays until the form is saved
    return null
  }
}
