// What stood open with unsaved work when the screen was locked, for the same person to find after the sign-in. What was typed lies in the
// drafts; here are ids only, for as long as the window lives.
import { z } from 'zod'

const KEY = 'so.resume'
const Kept = z.object({ account: z.string(), what: z.unknown() })

let present: () => unknown = () => null

/** `what`: that which is open with unsaved work; null: nothing is. */
export function resumable(what: () => unknown): void {
  present = what
}

/** The screen is about to be locked. */
export function keepOpen(account: string): void {
  const what = present()
  if (what === null) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, JSON.stringify({ account, what }))
}

/** What this person had open, once; null: nothing, or it was another's. */
export function takeOpen(account: string): unknown {
  const text = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  if (text === null) return null
  const kept = Kept.parse(JSON.parse(text))
  return kept.account === account ? kept.what : null
}
