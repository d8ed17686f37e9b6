// The log as the journal answers it: savings, newest first, each counted whole.
import type { ChangeShown } from './history'

/** One saving of the log. */
export interface ChangeSetShown {
  seq: number
  at: string
  actor: string
  kind: string
  reason: string | null
  source: string | null
  /** records of each kind that it touched, whole: an import counts all of its records */
  deeds: { entity: string; deed: 'created' | 'removed' | 'restored' | 'changed'; count: number }[]
  /** as they were made; empty where there are too many to send along (changes.list with `set` reads them) */
  changes: ChangeShown[]
  /** how many changes it has */
  total: number
}

export interface Journal {
  sets: ChangeSetShown[]
  hasMore: boolean
  /** who and what kinds of savings the whole log knows */
  actors: string[]
  kinds: string[]
}

/** The tops of one person's stacks: `set` is what changes.undo or changes.redo is asked for, `shown` the saving that it is about. */
export interface Undoable {
  undo: { set: string; shown: ChangeSetShown } | null
  redo: { set: string; shown: ChangeSetShown } | null
}

export interface TakenBack {
  seq: number
  /** the saving that did it; null: there was nothing to change */
  set: string | null
  of: ChangeSetShown
}
