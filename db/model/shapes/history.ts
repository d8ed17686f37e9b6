// Answers about what was done: changes as the journal shows them, records in the trash.

export interface ChangeShown {
  seq: number
  at: string
  actor: string
  kind: string
  reason: string | null
  source: string | null
  entity: string
  record: string
  /** what a person calls the record */
  label: string
  /** laboratory whose page shows the record; null: none does */
  lab: string | null
  /** null: the record was created */
  field: string | null
  before: unknown
  after: unknown
}

export interface TrashedRecord {
  entity: string
  id: string
  label: string
  /** laboratory whose page shows the record; null: none does */
  lab: string | null
  trashedAt: string
  by: string
}

/** What bringing earlier values back would change. */
export interface RestorePlan {
  entity: string
  label: string
  /** of the register as it is now: sent back as `seen` */
  seq: number
  /** `trashedAt`: a name, owner or link comes back into use (`back` null) or goes out of it */
  changes: { entity: string; record: string; label: string; field: string; now: unknown; back: unknown }[]
}
