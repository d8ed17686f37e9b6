// What `reports.checkText` answers: every laboratory, owner, code, standard and figure that a pasted text names, judged on a day.
// Offsets count in `text`, which is the pasted text in composed Unicode, or converted where it was TCVN3.
import type { RecordRef, Verdict } from './report'

export type FindingKind = 'lab' | 'owner' | 'code' | 'standard' | 'figure'
/** `bad`: the register proves it wrong; `doubt`: it cannot be proved; `note`: nothing to judge */
export type Tone = 'good' | 'doubt' | 'bad' | 'note'

export interface Finding {
  kind: FindingKind
  start: number
  end: number
  text: string
  tone: Tone
  /** of codes and laboratories */
  verdict: Verdict | null
  /** keys under `check.reason` or `check.text`, in the order of the sentences */
  codes: string[]
  sentences: string[]
  record: RecordRef | null
  /** laboratories whose page tells more */
  labs: { id: string; name: string }[]
}

export interface TextCheck {
  day: string
  seq: number
  text: string
  /** how the pasted text was read; null: as it stands */
  reading: 'tcvn3' | null
  findings: Finding[]
}
