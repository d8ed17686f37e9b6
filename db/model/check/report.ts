// What `reports.check` asks and answers: a verdict on one report, and the chain of reasons that proves it from decisions and scope lines.
import type { inclusions } from '../vocabulary'
import type { EntityName } from '../entities'
import type { Named } from '../shapes/answer'
import type { ShownStatus } from '../shapes/status'
import type { Flag } from '../status/flags'
import type { SayParams } from '../texts/say'

/** Within one accreditation the first that holds decides: a definite “no” beats what is not known. */
export const verdicts = [
  'not_accredited',
  'suspended',
  'outside_scope',
  'wrong_edition',
  'signatory_not_authorized',
  'insufficient_data',
  'accredited',
] as const
export type Verdict = (typeof verdicts)[number]

/** Parts of a report that can be asked about. */
export const parts = ['code', 'lab', 'test', 'method', 'site', 'signatory'] as const
export type Part = (typeof parts)[number]

export interface RecordRef {
  entity: EntityName
  id: string
}

export interface Reason {
  /** key under `check.reason` of the texts */
  code: string
  /** what this reason alone would decide; null: it speaks for the report, or is a remark */
  verdict: Verdict | null
  params: SayParams
  /** the decision, line or other record that proves it */
  record: RecordRef | null
  sentence: string
  /** the same at length, e.g. the chain of decisions behind a status */
  details: string[]
}

/** A scope line that proves the verdict, or lies nearest to what was asked. */
export interface CheckedLine {
  id: string
  field: string | null
  matrix: string | null
  test: string | null
  method: string | null
  range: string | null
  site: string | null
  inclusion: (typeof inclusions)[number]
}

export interface CheckedAccreditation extends ShownStatus {
  id: string
  code: string | null
  scheme: string | null
  labs: Named[]
  flags: Flag[]
  verdict: Verdict
  reasons: Reason[]
  lines: CheckedLine[]
  /** whether the lines are the ones asked about, or only nearest to it */
  linesAre: 'listed' | 'nearest'
}

export interface ReportCheck {
  verdict: Verdict
  /** the chain of the answer, in the order of the checks */
  reasons: Reason[]
  day: string
  seq: number
  /** how code and laboratory were read; null: not given or not found */
  code: string | null
  labs: Named[]
  /** accreditations that were judged, the one that answers first */
  candidates: CheckedAccreditation[]
  /** parts that were left out and therefore not judged */
  unasked: Part[]
}
