// Answers about the lines of an annex: the whole of one issue with what it may continue, and two issues compared.
import type { PartialDate } from '../dates/partial'
import type { ComparedLine, LinePair, PairCounts, Suggestion } from '../scope/compare'
import type { actKinds, annexForms, decisionKinds } from '../vocabulary'
import type { Named } from './answer'

export interface AnnexHead {
  id: string
  form: (typeof annexForms)[number] | null
  number: string | null
  issue: string | null
  extent: 'complete' | 'extension' | 'reduction' | null
  accreditation: string
  /** code as printed */
  code: string | null
  act: (typeof actKinds)[number]
  decision: { kind: (typeof decisionKinds)[number]; number: string | null; signed: PartialDate | null }
  /** first day on which the annex counts; null: not known */
  day: string | null
}

/** A line as recorded; `site` is an id, as the comparison reads it. */
export interface AnnexLine extends ComparedLine {
  position: string
  field: Named | null
  siteName: string | null
  continues: string | null
  note: string | null
}

export interface AnnexContents {
  annex: AnnexHead
  /** in the order of the paper */
  lines: AnnexLine[]
  /** lines of the same accreditation in force on the day before this annex: those that its lines may continue */
  earlier: AnnexLine[]
  seq: number
}

export interface AnnexComparison {
  from: AnnexHead
  to: AnnexHead
  /** in the order of the later issue, removed lines where they stood in the earlier one */
  pairs: LinePair<AnnexLine>[]
  counts: PairCounts
  suggestion: Suggestion
  seq: number
}

export interface ScopeSaved {
  /** one id for each row sent, in its order */
  ids: string[]
  seq: number
}
