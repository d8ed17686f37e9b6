// Calls that judge: what is typed, what a text says, what the register can tell of a day. Nothing is saved.
import { z } from 'zod'
import type { Capability } from '../model/capability'
import type { ReportCheck } from '../model/check/report'
import type { TextCheck } from '../model/check/text'
import { Day } from '../model/fields'
import type { CodeResult } from '../model/codes/parse'
import type { DecisionNumber } from '../model/codes/decision'
import * as question from '../model/questions'
import type { DateReading } from '../model/dates/reading'
import type { Figure, FigureHead } from '../model/shapes/figures'
import type { Judged } from '../model/status/judge'
import { everyone, onDay, output, type Entry } from './entry'

export const judgingCalls = {
  /** Judges a history of acts typed in, nothing saved: status on a day, flags, sentences. Throws invalid_input at the act whose date cannot be read, bad_dates. */
  'status.evaluate': { kind: 'read', allow: everyone, input: question.StatusQuestion, output: output<Judged>() },
  /** “Vì sao?”: the status with the acts that make it so, flags of the day and the sentences in which it is told. */
  'accreditations.explain': {
    kind: 'read',
    allow: everyone,
    input: onDay.extend({ language: question.Language.optional() }),
    output: output<Judged>(),
  },
  /** Reads a code, and the same text as a number of a decision. Never throws over what it cannot read: the problem and, where there is one, a suggestion. */
  'codes.parse': {
    kind: 'read',
    allow: everyone,
    input: question.CodeQuestion,
    output: output<{ code: CodeResult; decision: DecisionNumber }>(),
  },
  /** Reads a date as people write it: reduced ISO text, first and last possible day; day first, never month first. */
  'dates.parse': { kind: 'read', allow: everyone, input: question.DateQuestion, output: output<DateReading>() },
  /** Who can test `query` on the day (any spelling: accents or none, raw Telex, codes, methods, places), then who could and why not: `limit` rows of both (20 when left out), or those of as many lines as are quickly looked at. `nobody` only after the whole register was read; a cursor goes on. */
  'capability.find': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({
      query: z.string().max(300),
      day: Day.optional(),
      limit: z.int().min(1).max(200).optional(),
      /** of the last answer to the same query and day */
      cursor: z
        .string()
        .regex(/^[0-2]:\d{1,15}\+?$/)
        .optional(),
    }),
    output: output<Capability>(),
  },
  /**
   * One report judged on its day (today when left out): verdict, the reasons in the order of the checks, the accreditations it may rest on,
   * best first. A code or laboratory that is not in the register is `insufficient_data`, never a “no”. Throws nothing over what it cannot read.
   */
  'reports.check': { kind: 'read', allow: everyone, input: question.ReportQuestion, output: output<ReportCheck>() },
  /**
   * Laboratories, owners, codes, standards and figures that a text names, in its order, judged on the day (today when left out). Offsets count
   * UTF-16 units of the answer's own `text` (composed Unicode; converted where TCVN3 was pasted). At most 200,000 characters.
   */
  'reports.checkText': { kind: 'read', allow: everyone, input: question.TextQuestion, output: output<TextCheck>() },
  /** The figures that there are: name and rule in words, the number on `day`, and what others have published under that name. */
  'figures.list': { kind: 'read', allow: everyone, input: question.FiguresQuestion, output: output<FigureHead[]>() },
  /** One figure with the names behind it (as many as its value, in Vietnamese order) and why each is counted; with `compareDay` also who came and who went
      since that day, and why. */
  'figures.evaluate': { kind: 'read', allow: everyone, input: question.FigureQuestion, output: output<Figure>() },
} satisfies Record<string, Entry>
