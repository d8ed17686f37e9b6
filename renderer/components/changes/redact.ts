// The way to take a personal value out for good, from any line of history or an attached file; null where this person may not. The window's root
// provides it.
import { createContext } from 'react'

export type Redact =
  | {
      record: string
      field: string
      /** commit_seq of the saving that wrote the value */
      set: number
      /** what it is, in words: “Điện thoại” */
      what: string
    }
  | {
      /** id of the link of an attached file */
      file: string
      what: string
    }

export const RedactContext = createContext<((redact: Redact) => void) | null>(null)
