// Answers about laboratories that may be one.
import type { TwinReason } from '../twins'

export interface TwinLab {
  id: string
  nameVi: string
  owner: string | null
  codes: string[]
  addresses: string[]
}

/** A living laboratory that looks like the one asked about; `values` of a reason: of the one asked about, of this one. */
export interface TwinFound {
  lab: TwinLab
  /** false: only its name is like it */
  likely: boolean
  reasons: TwinReason[]
}

export interface TwinPair {
  /** the older record first */
  labs: [TwinLab, TwinLab]
  reasons: TwinReason[]
}

/** A pair that a person has called two laboratories. */
export interface ToldApart {
  labs: [TwinLab, TwinLab]
  reason: string | null
  by: string
  /** instant */
  at: string
}

export interface TwinList {
  rows: TwinPair[]
  total: number
  toldApart: ToldApart[]
  seq: number
}
