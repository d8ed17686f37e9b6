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
  /** null: the record was created */
  field: string | null
  before: unknown
  after: unknown
}

export interface TrashedRecord {
  entity: string
  id: string
  label: string
  trashedAt: string
  by: string
}
