// The way back to an earlier value from any line of history; null where nothing may be changed now. The window's root provides it.
import { createContext } from 'react'

export interface Restore {
  record: string
  /** null: all fields of the record */
  field: string | null
  /** the saving before which the value stood */
  before: number
  /** what goes back, in words: “điện thoại của Phòng A” */
  what: string
}

export const RestoreContext = createContext<((restore: Restore) => void) | null>(null)
