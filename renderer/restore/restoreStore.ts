// Which record is being brought back to an earlier time, before it is done.
import { create } from 'zustand'

export interface Asked {
  record: string
  /** the saving before which it stood; null: the person chooses a time */
  before: { seq: number; at: string } | null
}

export const useRestoring = create<{ asked: Asked | null }>()(() => ({ asked: null }))

export const closeRestore = (): void => useRestoring.setState({ asked: null })
