// Inputs of the calls that judge what is typed and save nothing: a code, a date, a history of acts. Dates are taken as people write them.
import { z } from 'zod'
import { codeSchemes } from './codes/parse'
import { actKinds } from './vocabulary'
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
