// Keeps what is typed: tells the panel whether something is unsaved and writes the draft after a short pause, at once when the form or
// the window goes. A draft of a new record moves to the record's own key once that exists.
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { baseForDraft } from './clashes'
import { draftWriter, type DraftWriter } from '../../../draftWriter'
import type { Draft } from './drafts'
import { useFormStore } from './openForm'
import type { RecordSpec } from './recordSpec'
import type { Standing } from './saveRecord'
import type { Trouble } from './trouble'
import { same } from './values'

interface Kept<V> {
  standing: Standing<V>
  draft: Draft | null
  trouble: Trouble | null
}

export interface Keeping {
  /** after a save or a reset: compares again; a draft that says nothing new goes, under whichever key it lay */
  settle: () => void
  /** the person lets go of what was typed */
  drop: () => void
}

export function useKept<V extends FieldValues, C extends object>(
  form: UseFormReturn<V, unknown, C>,
  spec: RecordSpec<V, C>,
  { standing, draft, trouble }: Kept<V>,
): Keeping {
  const writer = useRef<{ key: string; to: DraftWriter } | null>(null)
  const held = useRef({ spec, trouble })
  useLayoutEffect(() => {
    held.current = { spec, trouble }
  })

  const touched = (): void => {
    const values = form.getValues()
    const { base, id, seen } = standing.present()
    const dirty = !same(values, base)
    useFormStore.getState().setDirty(dirty)
    const key = held.current.spec.keyOf(id)
    if (writer.current !== null && writer.current.key !== key) {
      writer.current.to.put(null)
      writer.current.to.flush()
      writer.current = null
    }
    writer.current ??= { key, to: draftWriter(key, draft !== null && key === spec.keyOf(spec.id)) }
    const choices = held.current.trouble?.kind === 'choices' ? held.current.trouble.choices : []
    writer.current.to.put(dirty ? { values, base: baseForDraft(base, choices), seen } : null)
  }
  const latest = useRef(touched)
  useLayoutEffect(() => {
    latest.current = touched
  })

  useEffect(() => form.subscribe({ formState: { values: true }, callback: () => latest.current() }), [form])
  useEffect(() => {
    // a draft taken up again is unsaved from the start
    if (draft !== null) latest.current()
    const flush = (): void => writer.current?.to.flush()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [draft])
  return {
    settle: () => {
      latest.current()
      writer.current?.to.flush()
    },
    drop: () => {
      writer.current?.to.put(null)
      writer.current?.to.flush()
    },
  }
}
