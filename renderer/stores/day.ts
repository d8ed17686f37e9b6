// The day the window looks at: today as the registry counts it, or the as-of day chosen at the top right (then reading only).
import { create } from 'zustand'
import { todayIn } from '../../db/model/dates/partial'

interface DayStore {
  /** `yyyy-MM-dd` in Asia/Ho_Chi_Minh; the registry's word replaces the machine's as soon as it answers */
  today: string
  /** null: today */
  asOf: string | null
  setToday: (day: string) => void
  lookAt: (day: string | null) => void
}

export const useDayStore = create<DayStore>()((set) => ({
  today: todayIn('Asia/Ho_Chi_Minh', Date.now()),
  asOf: null,
  setToday: (today) => set({ today }),
  lookAt: (asOf) => set({ asOf }),
}))

/** The day every question is asked for. */
export function useDay(): string {
  return useDayStore((state) => state.asOf ?? state.today)
}
