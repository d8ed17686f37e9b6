// Answers for editing many records at once: what may be edited of each, references as the records they name.
import type { labKinds } from '../vocabulary'
import type { Named } from './answer'

export interface SheetRows<T> {
  rows: T[]
  /** what a save sends back as `seen` */
  seq: number
}

export interface LabCells {
  id: string
  nameVi: string
  nameEn: string | null
  owner: Named | null
  kind: (typeof labKinds)[number] | null
  manager: string | null
  phone: string | null
  email: string | null
  website: string | null
  note: string | null
}

export interface AccreditationCells {
  id: string
  /** all laboratories that it covers, also those not asked for */
  laboratories: Named[]
  organization: Named | null
  /** ids of the reference lists */
  scheme: string | null
  issuer: string | null
  /** as printed */
  code: string | null
  note: string | null
}
