// How a form was read the last time: its headings, folded, are its name. Kept in the profile of this machine, the newest forms only.
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { z } from 'zod'
import { targets, type ImportChoices } from '../../../db/model/imports'

const Form = z.object({
  target: z.enum(targets),
  /** by place, as in ImportChoices */
  columns: z.array(z.string().max(40).nullable()).max(200),
})
export type KnownForm = z.infer<typeof Form>

const Stored = z.object({ forms: z.record(z.string().max(40), Form).catch({}) }).catch({ forms: {} })
const KEY = 'so.importForms'
const MOST = 80

export const useFormMemory = create<{ forms: Readonly<Record<string, KnownForm>> }>()(
  persist((): { forms: Readonly<Record<string, KnownForm>> } => ({ forms: {} }), {
    name: KEY,
    storage: createJSONStorage(() => localStorage),
    merge: (stored, initial) => ({ ...initial, ...Stored.parse(stored ?? {}) }),
  }),
)

// what one window has learned, the others know at once
window.addEventListener('storage', ({ key }) => {
  if (key === KEY) void useFormMemory.persist.rehydrate()
})

export const knownForm = (form: string): KnownForm | undefined => useFormMemory.getState().forms[form]

/** The newest last, so that the oldest are forgotten first. */
export function rememberForm(form: string, { target = 'registry', columns = [] }: ImportChoices): void {
  const { [form]: _, ...others } = useFormMemory.getState().forms
  const kept = Object.entries(others).slice(1 - MOST)
  useFormMemory.setState({ forms: { ...Object.fromEntries(kept), [form]: { target, columns } } })
}

export function forgetForm(form: string): void {
  const { [form]: _, ...forms } = useFormMemory.getState().forms
  useFormMemory.setState({ forms })
}
