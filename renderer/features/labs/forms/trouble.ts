// What a save leads to: what a good one is followed by, and why the last one did not end well.
import type { Choice } from './clashes'
import type { Next } from './openForm'

/** What a good save is followed by; `next`: an empty form for another record of the kind. */
export interface After {
  goal: 'stay' | 'close' | 'next'
  /** where to go when this form closes */
  target?: Next
  /** the next step, for the record just saved, taken when this form closes */
  step?: (id: string) => NonNullable<Next>
}

/** Why the last save did not end well. */
export type Trouble =
  | { kind: 'fields' }
  | { kind: 'choices'; choices: Choice[] }
  | { kind: 'said'; sentence: string }
  | { kind: 'waiting'; after: After }
