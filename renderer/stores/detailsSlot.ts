// The element of the frame's details pane, into which the shown screen draws its details.
import { create } from 'zustand'

interface DetailsSlot {
  element: HTMLElement | null
  setElement: (element: HTMLElement | null) => void
}

export const useDetailsSlot = create<DetailsSlot>()((set) => ({
  element: null,
  setElement: (element) => set({ element }),
}))
