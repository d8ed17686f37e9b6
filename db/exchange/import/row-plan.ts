// What an import would do, as plain data: one plan per row that adds or changes something, and what was found wrong.
// The worker makes it, the registry's one writer carries it out; nothing in between looks at the file again.
import type { PartialDate } from '../../model/dates/partial'
import type { DecisionChange, LabChange } from '../../model/inputs'
import type { RowChange } from '../../model/scope/many'
import type { actKinds, decisionKinds, sectors } from '../../model/vocabulary'
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

/** Not wrong in itself: another row, the register as it is by now, or a paper says otherwise, and a person decides. */
const CONFLICTS: ReadonlySet<string> = new Set([
  'differs_from_row',
  'contradicts_row',
  'sector_disagrees',
  'changed_since',
  'paper_differs',
])

/** Null: nothing stops the row. */
export function stoppedBy(problems: readonly Problem[]): 'conflict' | 'error' | null {
  if (problems.length === 0) return null
  const stopping = problems.filter((problem) => !isNote(problem))
  if (stopping.length === 0) return null
  return stopping.every(({ rule }) => CONFLICTS.has(rule)) ? 'conflict' : 'error'
}

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
  standards: readonly Link[]
  fields: readonly Link[]
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

/** A row of a list of decisions. */
export interface PaperStep {
  row: number
  /** the paper: one of the register, or the new one of this number among the steps */
  paper: { id: string } | { number: string }
  /** of a new paper */
  decision: Pick<DecisionChange, 'kind' | 'number' | 'signed' | 'issuer' | 'issuerPrinted' | 'note'>
  /** null: the paper does this already */
  act: {
    accreditation: string
    kind: (typeof actKinds)[number]
    effective: PartialDate | null
    expiry: PartialDate | null
  } | null
  /** what was blank in the register */
  fill: {
    decision: Pick<DecisionChange, 'signed' | 'issuerPrinted'>
    act: { id: string; effective?: PartialDate; expiry?: PartialDate } | null
  } | null
}

/** A row of a list of scope lines. */
export interface LineStep {
  row: number
  /** the annex, or the act that has none yet */
  annex: { id: string } | { act: string }
  /** line to change; null: a new one */
  line: string | null
  change: RowChange
}

export interface ImportPlan {
  preview: ImportPreview
  rows: RowPlan[]
  papers: PaperStep[]
  lines: LineStep[]
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
