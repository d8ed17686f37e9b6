// Which form stands open beside the work: one at a time. Opening another, or closing, asks once while something is unsaved.
import { create } from 'zustand'
import { guardLeaving } from '../../../stores/leave'

/** What a form edits. Without `id` it adds; `laboratory` is the page that it was opened from and from which it is read. */
export type FormTarget =
  | { form: 'laboratory'; id?: string | undefined }
  /** one field of many laboratories, or of their accreditations */
  | { form: 'many'; labs: readonly string[] }
  | { form: 'organization'; id?: string | undefined }
  | { form: 'site'; laboratory: string; id?: string | undefined }
  | { form: 'accreditation'; laboratory: string; id?: string | undefined }
  | { form: 'decision'; laboratory: string; accreditation?: string | undefined; id?: string | undefined }
  | {
      form: 'annex'
      laboratory: string
      accreditation?: string | undefined
      act?: string | undefined
      /** a decision just added: its first act is meant unless told */
      decision?: string | undefined
      id?: string | undefined
    }
  | {
      form: 'scopeLine'
      laboratory: string
      accreditation?: string | undefined
      annex?: string | undefined
      id?: string | undefined
    }
  | {
      form: 'evidence'
      /** the record that the source speaks for; `attribute` one value of it, as the contract names it */
      record: string
      attribute?: string | undefined
      laboratory: string
      id?: string | undefined
    }

/** Where to go from a form: another one, nowhere (null: close), or out of the register altogether. */
export type Next = FormTarget | null | (() => void)

interface FormStore {
  target: FormTarget | null
  /** counts openings: each is a form of its own, also on the same record */
  opening: number
  dirty: boolean
  /** where to go once the person has said what becomes of the unsaved changes */
  asking: { next: Next } | null
  setDirty: (dirty: boolean) => void
  /** goes there, whatever is unsaved */
  goTo: (next: Next) => void
  /** as `goTo`, but asks while something is unsaved */
  request: (next: Next) => void
  stay: () => void
}

let openedFrom: Element | null = null

guardLeaving((go) => useFormStore.getState().request(go))

export const useFormStore = create<FormStore>()((set, get) => ({
  target: null,
  opening: 0,
  dirty: false,
  asking: null,
  setDirty: (dirty) => {
    if (get().dirty !== dirty) set({ dirty })
  },
  goTo: (next) => {
    const target = typeof next === 'function' ? null : next
    if (get().target === null && target !== null) openedFrom = standing()
    set((state) => ({ target, opening: state.opening + 1, dirty: false, asking: null }))
    if (target === null) returnFocus()
    if (typeof next === 'function') next()
  },
  request: (next) => {
    if (get().dirty) set({ asking: { next } })
    else get().goTo(next)
  },
  stay: () => set({ asking: null }),
}))

/** Where the person stands: the button of a menu rather than its item, which is gone with the menu. */
function standing(): Element | null {
  const { activeElement } = document
  const menu = activeElement?.closest('[role="menu"]')?.getAttribute('aria-labelledby') ?? null
  return (menu === null ? null : document.getElementById(menu)) ?? activeElement
}

/** Back to where the person was before the form, or to the content where that is gone; the focus would otherwise fall to the page. */
function returnFocus(): void {
  const target = openedFrom
  openedFrom = null
  const back = target instanceof HTMLElement && target.isConnected ? target : document.querySelector('main')
  back?.focus({ preventScroll: true })
}

/** Opens a form beside the work. The same record that is already open only gets the focus. */
export function openForm(target: FormTarget): void {
  const { target: present, request } = useFormStore.getState()
  if (present !== null && JSON.stringify(present) === JSON.stringify(target)) {
    document.querySelector<HTMLElement>('[data-region="form"] [data-autofocus]')?.focus()
    return
  }
  request(target)
}
