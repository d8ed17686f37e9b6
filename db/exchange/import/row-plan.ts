// What an import would do, as plain data: one plan per row that adds or changes something, and what was found wrong.
// The worker makes it, the registry's one writer carries it out; nothing in between looks at the file again.
import type { PartialDate } from '../../model/dates/partial'
import type { LabChange } from '../../model/inputs'
import type { decisionKinds, sectors } from '../../model/vocabulary'
import type { ImportPreview } from '../../model/shapes/exchange'

export type Sector = (typeof sectors)[number]

export interface Problem {
  /** heading in the file; null: the whole row */
  column: string | null
  rule: string
  params?: Record<string, string | number>
}

/** A note is shown and does not stop the row. */
export const isNote = (problem: Problem): boolean => problem.rule.startsWith('note.')

/** A standard or field: the record (null: only words), and the words as printed where they differ from the record's own. */
export interface Link {
  id: string | null
  printed: string | null
}

export interface LinkEdit {
  /** links that go to the trash */
  trash: string[]
  add: Link[]
}

export interface NewDecision {
  kind: (typeof decisionKinds)[number]
  number: string | null
  effective: PartialDate | null
  expiry: PartialDate | null
}

export interface NewAccreditation {
  /** as typed */
  code: string | null
  /** scheme id */
  scheme: string | null
  standards: Link[]
  fields: Link[]
  decision: NewDecision | null
}

export interface AccreditationEdit {
  id: string
  code?: string
  scheme?: string
  standards?: LinkEdit
  fields?: LinkEdit
}

export type OwnerRef = { id: string } | { name: string }
export type SiteStep = { change: { id: string; address: string } } | { add: string[] }

export interface RowPlan {
  row: number
  /** laboratory to change; null: a new one, or that of the row it joins */
  lab: string | null
  /** earlier row about the same laboratory, to which this one only adds accreditations */
  joins: number | null
  fields: Pick<LabChange, 'nameVi' | 'nameEn' | 'phone' | 'email' | 'website' | 'note'>
  /** owner to set; null: unchanged */
  owner: OwnerRef | null
  /** sector to set on the owner (the new one, else the present one) */
  sector: { of: OwnerRef; value: Sector } | null
  sites: SiteStep | null
  edit: AccreditationEdit | null
  add: NewAccreditation[]
}

export interface ImportPlan {
  preview: ImportPreview
  rows: RowPlan[]
  /** name (null: pasted) and hash of the file: what the log and the evidence call the source */
  file: string | null
  sha256: string
  /** fingerprint and seq of the register that the plan was made against */
  register: string
  seq: number
}

export const emptyPlan = (row: number, lab: string | null): RowPlan => ({
  row,
  lab,
  joins: null,
  fields: {},
  owner: null,
  sector: null,
  sites: null,
  edit: null,
  add: [],
})

/** Whether carrying the plan out would write anything. */
export function isEmpty(plan: RowPlan): boolean {
  return (
    Object.keys(plan.fields).length === 0 &&
    !plan.owner &&
    !plan.sector &&
    !plan.sites &&
    !plan.edit &&
    plan.add.length === 0
  )
}
