// What taking a personal value out would touch, and what came of it.

export interface RedactionPlan {
  value: string
  /** where exactly it stands or stood, the field asked about first */
  places: {
    entity: string
    record: string
    field: string
    /** '' where the record is called by the value itself */
    label: string
    /** laboratory whose page shows the record; null: none does */
    lab: string | null
    /** the field asked about */
    own: boolean
    /** changes of the log that wrote it */
    changes: number
    /** it stands there now */
    living: boolean
  }[]
  /** fields that hold it within a longer text: they are not touched */
  within: number
  /** savings whose reason, source or author has it: part of the chain, never taken out */
  reasons: number
  /** backups that were made before and still hold it until they are rotated away */
  backups: number
}

export interface Redacted {
  seq: number
  set: string | null
  /** changes of the log of which it was taken out */
  changes: number
  /** false: another program still reads the file; its last traces go when the register is closed */
  purged: boolean
}
