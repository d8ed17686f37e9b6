// The columns of the frame: rail and details pane, remembered apart for wide and narrow windows (three columns at 1920, two at 1366).
// On a narrow window the open details pane and the unfolded rail share one place: while details are shown the rail is folded.
import { useViewportSize } from '@mantine/hooks'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { z } from 'zod'

export const WIDE_FROM = 1600
export const DETAILS_MIN = 280
export const DETAILS_MAX = 720
const DETAILS_START = 380

const Columns = z.object({ rail: z.boolean(), details: z.boolean() })
const Stored = z.object({
  wide: Columns.catch({ rail: true, details: true }),
  narrow: Columns.catch({ rail: true, details: false }),
  detailsWidth: z.number().min(DETAILS_MIN).max(DETAILS_MAX).catch(DETAILS_START),
})
type Stored = z.infer<typeof Stored>
export type WindowClass = 'wide' | 'narrow'

interface Panes extends Stored {
  toggleRail: (at: WindowClass) => void
  toggleDetails: (at: WindowClass) => void
  setDetailsWidth: (width: number) => void
  /** the shown screen has details to show */
  hasDetails: number
  countDetails: (step: 1 | -1) => void
}

/** Whether the shown screen's details are on the screen. */
export function areDetailsShown(state: Pick<Panes, WindowClass | 'hasDetails'>, at: WindowClass): boolean {
  return state.hasDetails > 0 && state[at].details
}

/** Whether the rail is unfolded: its own choice, except beside details that need its place. */
export function isRailShown(state: Pick<Panes, WindowClass | 'hasDetails'>, at: WindowClass): boolean {
  return state[at].rail && !(at === 'narrow' && areDetailsShown(state, at))
}

function withRailToggled(state: Panes, at: WindowClass): Stored['wide'] {
  const rail = !isRailShown(state, at)
  return { rail, details: state[at].details && !(rail && at === 'narrow') }
}

export const usePanes = create<Panes>()(
  persist(
    (set) => ({
      wide: { rail: true, details: true },
      narrow: { rail: true, details: false },
      detailsWidth: DETAILS_START,
      hasDetails: 0,
      toggleRail: (at) => set((state) => ({ [at]: withRailToggled(state, at) })),
      toggleDetails: (at) => set((state) => ({ [at]: { ...state[at], details: !state[at].details } })),
      setDetailsWidth: (width) =>
        set({ detailsWidth: Math.round(Math.min(DETAILS_MAX, Math.max(DETAILS_MIN, width))) }),
      countDetails: (step) => set((state) => ({ hasDetails: state.hasDetails + step })),
    }),
    {
      name: 'so.panes',
      storage: createJSONStorage(() => localStorage),
      partialize: ({ wide, narrow, detailsWidth }) => ({ wide, narrow, detailsWidth }),
      merge: (stored, initial) => ({ ...initial, ...Stored.safeParse(stored ?? {}).data }),
    },
  ),
)

export function windowClass(width: number): WindowClass {
  return width >= WIDE_FROM ? 'wide' : 'narrow'
}

/** The class of this window, followed while it is resized. */
export function useWindowClass(): WindowClass {
  const { width } = useViewportSize()
  return windowClass(width || window.innerWidth)
}
