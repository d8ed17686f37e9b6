// What `capability.find` answers: who can test what was asked on a day, who could but for a reason, and how the words were understood.
import type { inclusions } from './vocabulary'
import type { Named } from './shapes/answer'
import type { ShownStatus } from './shapes/status'

/** Why a laboratory that has the test in the register cannot do what was asked on the day; the first that holds. */
export const whyNots = [
  'withdrawn',
  'expired',
  'suspended',
  'unknown',
  'uncertain',
  'not_yet',
  'replaced',
  'reduced',
  'line_suspended',
  'lines_unknown',
  'excluded',
  'other_site',
  'other_edition',
  'narrower',
] as const
export type WhyNot = (typeof whyNots)[number]

/** What a piece of the query was taken for. */
export type Understood = { text: string } & (
  | { kind: 'term'; name: string; same: string[]; broader: string[]; narrower: string[] }
  | { kind: 'word' }
  | { kind: 'part'; words: string[] }
  | { kind: 'method'; name: string; edition: string | null }
  | { kind: 'code'; name: string }
  | { kind: 'place'; name: string }
  | { kind: 'unknown' }
  | { kind: 'ignored' }
)

export interface CapabilityRow extends ShownStatus {
  /** of line and laboratory: one line may belong to several */
  key: string
  line: string
  lab: Named
  site: string | null
  area: string | null
  accreditation: string
  code: string | null
  matrixVi: string | null
  matrixEn: string | null
  testVi: string | null
  testEn: string | null
  technique: string | null
  range: string | null
  method: string | null
  methodEdition: string | null
  inclusion: (typeof inclusions)[number]
  /** names of the broader things the line is for (“thủy sản” where tôm was asked) */
  broader: string[]
  /** names of the narrower things the line is for alone */
  narrower: string[]
  /** the words match only when accents are left out of account */
  folded: boolean
  /** null: can test it on the day */
  why: WhyNot | null
  /** the day from which the reason holds, or for `not_yet` until which; null: not known */
  whyDay: string | null
  /** last day on which somebody checked the line, its accreditation or its laboratory against a source */
  checkedOn: string | null
}

export interface Capability {
  day: string
  seq: number
  query: string
  /** the query as read, where it was typed as raw Telex or pasted in TCVN3 */
  reading: { text: string; from: 'telex' | 'tcvn3' } | null
  understood: Understood[]
  can: CapabilityRow[]
  could: CapabilityRow[]
  /** the register holds nobody who can, as this answer and those before it on the way here tell; never true while `complete` is false */
  nobody: boolean
  /** with the answers before it on the way here, `can` holds everybody */
  complete: boolean
  /** goes on where this answer stopped; null when `could` is whole too */
  cursor: string | null
  /** accreditations without a single scope line in the register: of those nobody knows; counted with `nobody` only */
  unscoped: number | null
}
