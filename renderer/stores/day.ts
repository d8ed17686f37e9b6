// The two times a window looks at. Effective: today as the registry counts it, or another day. Recorded: the register as it is, or as it
// stood after an earlier set (“theo sổ lúc đó”). With either of them not at its present the window only reads.
import { create } from 'zustand'
import { dayInVietnam } from '../../db/model/dates/partial'
import type { RecordedMoment } from '../../db/model/recorded'

/** The moment asked for, and the last set that counted by then. */
export interface Recorded extends RecordedMoment {
  /** instant, ISO 8601 UTC */
  asked: string
}

interface DayStore {
  /** `yyyy-MM-dd` in Asia/Ho_Chi_Minh; the registry's word replaces the machine's as soon as it answers */
  today: string
  /** null: today */
  asOf: string | null
  /** null: the register as it is */
  recorded: Recorded | null
  setToday: (day: string) => void
  lookAt: (asOf: string | null) => void
  lookBack: (recorded: Recorded | null) => void
  /** both times at their present */
  present: () => void
}

export const useDayStore = create<DayStore>()((set) => ({
  today: dayInVietnam(Date.now()),
  asOf: null,
  recorded: null,
  setToday: (today) => set({ today }),
  lookAt: (asOf) => set({ asOf }),
  lookBack: (recorded) => set({ recorded }),
  present: () => set({ asOf: null, recorded: null }),
}))

const dayOf = ({ asOf, today }: DayStore): string => asOf ?? today

/** The day every question is asked for. */
export const useDay = (): string => useDayStore(dayOf)
export const presentDay = (): string => dayOf(useDayStore.getState())

/** Another day or an earlier state is looked at: nothing can be changed. */
export function useLooksBack(): boolean {
  return useDayStore((state) => state.asOf !== null || state.recorded !== null)
}
