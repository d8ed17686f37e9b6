// Which saved view the list stands on, which one it is asked to open, and the view whose name is being typed.
import { create } from 'zustand'
import type { ViewRow } from '../../db/model/shapes/views'
import { useNavigation } from './navigation'

/** A new view of what is shown, or another name for one there is. */
export type Naming = { kind: 'new'; definition: string } | { kind: 'rename'; row: ViewRow }

interface Views {
  active: string | null
  /** asked for and not yet shown: the list takes it up once it knows its definition */
  wanted: string | null
  naming: Naming | null
  want: (id: string) => void
  /** the list now stands on this view; null: on none */
  stand: (id: string | null) => void
  name: (naming: Naming | null) => void
}

export const useViews = create<Views>()((set) => ({
  active: null,
  wanted: null,
  naming: null,
  want: (wanted) => set({ wanted }),
  stand: (active) => set({ active, wanted: null }),
  name: (naming) => set({ naming }),
}))

/** From anywhere: the list of laboratories, as this view has it. */
export function openView(id: string): void {
  useViews.getState().want(id)
  useNavigation.getState().go('labs')
}
