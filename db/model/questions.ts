// Inputs of the calls that answer a question and save nothing: a code, a date, a history of acts, a figure. Dates in what is judged are
// taken as people write them.
import { z } from 'zod'
import { codeSchemes } from './codes/parse'
import { actKinds } from './vocabulary'
import { entityNames } from './entities'
import { figureRules } from './figures/rules'
import { Day, Id } from './fields'

const Words = z.string().normalize('NFC').max(500)
export const Language = z.enum(['vi', 'en'])

export const CodeQuestion = z.strictObject({
  text: Words,
  /** what the column or form says the scheme is; only used to suggest a code for a bare number */
  scheme: z.enum(codeSchemes).optional(),
})

/** Who else bears a code; `except` is the accreditation that asks. */
export const SharingQuestion = z.strictObject({ code: Words, except: Id.optional() })

export const DateQuestion = z.strictObject({ text: Words })

/** One act of a history that is typed in. `ends` names the suspension it ends by its place in the list, from 0. */
export const ActQuestion = z.strictObject({
  kind: z.enum(actKinds),
  /** number of the decision, only told back in the sentences */
  number: Words.nullable().optional(),
  signed: Words.nullable().optional(),
  effective: Words.nullable().optional(),
  /** null or left out: not known; “vô thời hạn” or `none`: stated unlimited */
  expiry: Words.nullable().optional(),
  partial: z.boolean().optional(),
  ends: z.int().min(0).max(199).nullable().optional(),
})
export type ActQuestion = z.infer<typeof ActQuestion>

export const StatusQuestion = z.strictObject({
  acts: z.array(ActQuestion).max(200),
  /** as printed, e.g. “ISO/IEC 17025:2005” or “TCVN ISO/IEC 17025:2007” */
  standard: Words.nullable().optional(),
  day: Day.optional(),
  language: Language.optional(),
})
export type StatusQuestion = z.infer<typeof StatusQuestion>

/** A report as an inspector reads it: any of its parts, typed or pasted; left out means not asked. */
export const ReportQuestion = z.strictObject({
  code: Words.nullable().optional(),
  /** id or name of the laboratory */
  lab: Words.nullable().optional(),
  /** the report's own date; the day of the register when left out */
  day: Day.optional(),
  test: Words.nullable().optional(),
  method: Words.nullable().optional(),
  site: Words.nullable().optional(),
  signatory: Words.nullable().optional(),
  language: Language.optional(),
})
export type ReportQuestion = z.infer<typeof ReportQuestion>

/** A pasted text: as it came, in any Unicode form or in TCVN3. */
export const TextQuestion = z.strictObject({
  text: z.string().max(200_000),
  day: Day.optional(),
  language: Language.optional(),
})
export type TextQuestion = z.infer<typeof TextQuestion>

export const FiguresQuestion = z.strictObject({ day: Day.optional(), language: Language.optional() })
export const FigureQuestion = FiguresQuestion.extend({
  rule: z.enum(figureRules),
  /** another day, usually an earlier one */
  compareDay: Day.optional(),
})

/** Which savings the journal shows. */
export const SetsQuestion = z.strictObject({
  /** those of earlier sets than that seq */
  before: z.int().min(1).optional(),
  limit: z.int().min(1).max(100).optional(),
  kind: z.string().max(20).optional(),
  actor: z.string().max(200).optional(),
  /** a kind of record, with its names and links */
  entity: z.enum(entityNames).optional(),
  /** words of a value that was written, or of the name of a record that was touched; any accents */
  text: Words.optional(),
  /** days of recording, both included */
  from: Day.optional(),
  until: Day.optional(),
})
export type SetsQuestion = z.infer<typeof SetsQuestion>

/** Which saving to take back; `keepTheirs`: where somebody has changed a value since, it stays. */
export const TakeBack = z.strictObject({ set: Id, keepTheirs: z.boolean().optional() })

export const RestoreQuestion = z.strictObject({
  record: Id,
  /** null: all fields of the record */
  field: z.string().max(60).nullable(),
  /** seq of the set before which the values stood */
  before: z.int().min(1),
  /** with its names, owners and links */
  rows: z.boolean().optional(),
})
export type RestoreQuestion = z.infer<typeof RestoreQuestion>

export const RestoreValues = RestoreQuestion.extend({
  /** seq of the plan that was looked at */
  seen: z.int().min(0).optional(),
  reason: Words.optional(),
})

/** A value in the history of a field: the one that the set `set` wrote. */
export const RedactionQuestion = z.strictObject({
  record: Id,
  field: z.string().min(1).max(60),
  set: z.int().min(1),
})

/** What cannot be undone says why. */
export const Reason = z.string().normalize('NFC').trim().min(3).max(500)
