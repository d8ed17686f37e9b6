// What the report check holds while the window is open: both tabs as they were left, so that a look at a laboratory's page loses nothing.
import { create } from 'zustand'

export const fields = ['code', 'day', 'lab', 'test', 'method', 'site', 'signatory'] as const
export type Field = (typeof fields)[number]
export type Form = Readonly<Record<Field, string>>

export type Tab = 'report' | 'text'

interface CheckStore {
  tab: Tab
  form: Form
  /** the report last asked about; null: none yet */
  asked: Form | null
  text: string
  /** the text last asked about; null: being edited */
  askedText: string | null
  show: (tab: Tab) => void
  change: (values: Partial<Form>) => void
  ask: () => void
  clear: () => void
  write: (text: string) => void
  askText: (text: string | null) => void
}

export const emptyForm: Form = { code: '', lab: '', day: '', test: '', method: '', site: '', signatory: '' }

export const useCheckStore = create<CheckStore>()((set) => ({
  tab: 'report',
  form: emptyForm,
  asked: null,
  text: '',
  askedText: null,
  show: (tab) => set({ tab }),
  change: (values) => set((state) => ({ form: { ...state.form, ...values } })),
  ask: () => set((state) => ({ asked: state.form })),
  clear: () => set({ form: emptyForm, asked: null }),
  write: (text) => set({ text }),
  askText: (askedText) => set({ askedText }),
}))
