// Which status is being explained, and beside what. One explanation at a time in a window.
import { create } from 'zustand'
import type { AskWhy, WhyAbout } from '../../../components/why'

interface WhyStore {
  open: { about: WhyAbout; asked: HTMLElement } | null
}

export const useWhyStore = create<WhyStore>()(() => ({ open: null }))

export const askWhy: AskWhy = (about, asked) => useWhyStore.setState({ open: { about, asked } })

/** Closes, with the focus back where the person asked: on the badge, or on the grid whose row it stands in. */
export function closeWhy(): void {
  const { open } = useWhyStore.getState()
  if (open === null) return
  useWhyStore.setState({ open: null })
  const back = open.asked.closest<HTMLElement>('[role="grid"]') ?? open.asked
  if (back.isConnected) back.focus({ preventScroll: true })
}
