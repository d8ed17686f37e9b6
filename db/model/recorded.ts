// A moment of the register's own past, as calls tell it.
export interface RecordedMoment {
  /** commit_seq of the last set at or before the instant */
  seq: number
  /** instant at which that set was written */
  committedAt: string
  actor: string
  reason: string | null
}
