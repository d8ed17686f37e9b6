// The way back to an earlier value from any line of history; null where nothing may be changed now. The window's root provides it.
import { createContext } from 'react'

export type Restore =
  | {
      record: string
      field: string
      /** the saving before which the value stood */
      before: number
      /** what goes back, in words: “điện thoại của Phòng A” */
      what: string
    }
  | {
      record: string
      /** the whole record: what will change is shown first */
      field: null
      /** null: the person chooses a time */
      before: { seq: number; at: string } | null
    }

export const RestoreContext = createContext<((restore: Restore) => void) | null>(null)
