// Every request there is. What is not listed here cannot be reached; the router parses each input once with the schema named here.
// The command line (`npm run -s registry -- <call> '<json>' --file r.scn`) takes the same names and shapes; a `file` path in its JSON becomes a grant.
import { z } from 'zod'
import type { Capability } from './model/capability'
import type { ReportCheck } from './model/check/report'
import type { TextCheck } from './model/check/text'
import { roles, type Role } from './model/vocabulary'
import { Day, Id } from './model/fields'
import type { CodeResult } from './model/codes/parse'
import type { DecisionNumber } from './model/codes/decision'
import * as input from './model/inputs'
import * as question from './model/questions'
import type { DateReading } from './model/dates/reading'
import type { RecordedMoment } from './model/recorded'
import type { Judged } from './model/status/judge'
import type { RegisterInfo, RecentRegister, Reference } from './model/shapes/register'
import type { Page, Saved } from './model/shapes/answer'
import type { LabRow, LabPage, OrganizationPage } from './model/shapes/lab'
import type { Explained } from './model/shapes/status'
import type { ScopeLine } from './model/shapes/accreditation'
import type { TrashedRecord, ChangeShown } from './model/shapes/history'
import type { Overview } from './model/shapes/overview'
import type { Exported, ImportPreview, Imported } from './model/shapes/exchange'

export interface Entry {
  kind: 'read' | 'write'
  allow: readonly Role[]
  input: z.ZodType
  output: unknown
}

declare const outputType: unique symbol
/** Carries the type of an answer; there is nothing at run time, answers come from trusted rows. */
const output = <T>() => null as { [outputType]?: T } | null

const everyone = roles
const editors: readonly Role[] = ['admin', 'clerk']
const admins: readonly Role[] = ['admin']
const nothing = z.strictObject({})
const onDay = z.strictObject({ id: Id, day: Day.optional() })
const { FileRef, save } = input

export const contract = {
  /** The open register: name, counts, fingerprint, role. Throws no_register. */
  'register.info': { kind: 'read', allow: everyone, input: nothing, output: output<RegisterInfo>() },
  /** Makes a new register and opens it. `labs`, `seed` and `day` shape the sample only. Throws file_exists. */
  'register.create': {
    kind: 'write',
    allow: admins,
    input: z.strictObject({
      kind: z.enum(['quang-ninh', 'sample', 'empty']),
      name: z.string().trim().min(1).max(80).optional(),
      labs: z.int().min(1).max(40000).optional(),
      seed: z.int().optional(),
      day: Day.optional(),
    }),
    output: output<RegisterInfo>(),
  },
  /** Opens a register file. Throws file_missing, not_a_register, newer_register, damaged_register. */
  'register.open': {
    kind: 'write',
    allow: everyone,
    input: z.strictObject({ file: FileRef }),
    output: output<RegisterInfo>(),
  },
  'register.recent': { kind: 'read', allow: everyone, input: nothing, output: output<RecentRegister[]>() },
  'register.openRecent': {
    kind: 'write',
    allow: everyone,
    input: z.strictObject({ id: Id }),
    output: output<RegisterInfo>(),
  },

  /**
   * The last set at or before an instant (ISO 8601 UTC); null: the register did not exist yet. Its seq, sent beside any read, answers as the
   * register stood then. Always asked of the living register.
   */
  'register.recordedAt': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ at: z.iso.datetime() }),
    output: output<RecordedMoment | null>(),
  },

  /** Laboratories on a day, names in Vietnamese order unless sorted otherwise; exact-accent matches of `text` first. 100 rows unless `limit`. */
  'labs.list': { kind: 'read', allow: everyone, input: input.LabQuery, output: output<Page<LabRow>>() },
  /** One laboratory with everything its page shows. Throws not_found. */
  'labs.get': { kind: 'read', allow: everyone, input: onDay, output: output<LabPage>() },
  /** Adds (no id; nameVi needed) or changes a laboratory. Throws conflict with base, yours, theirs per field. */
  'labs.save': { kind: 'write', allow: editors, input: save(input.LabChange), output: output<Saved>() },

  'organizations.list': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ text: z.string().max(300).optional(), limit: z.int().min(1).max(200).optional() }),
    output: output<OrganizationPage[]>(),
  },
  'organizations.get': { kind: 'read', allow: everyone, input: onDay, output: output<OrganizationPage>() },
  'organizations.save': {
    kind: 'write',
    allow: editors,
    input: save(input.OrganizationChange),
    output: output<Saved>(),
  },
  'sites.save': { kind: 'write', allow: editors, input: save(input.SiteChange), output: output<Saved>() },

  /** Adds or changes an accreditation. `standards`, `fields` and `covers` are whole lists. A code that cannot be one is refused with rule `code.*`. */
  'accreditations.save': {
    kind: 'write',
    allow: editors,
    input: save(input.AccreditationChange),
    output: output<Saved>(),
  },
  /** Status on a day with the acts that make it so and the next change. */
  'accreditations.status': { kind: 'read', allow: everyone, input: onDay, output: output<Explained>() },
  /** Adds or changes a decision with all its acts in one set. Throws bad_dates where an expiry comes before its effective date. */
  'decisions.save': { kind: 'write', allow: editors, input: save(input.DecisionChange), output: output<Saved>() },
  'annexes.save': { kind: 'write', allow: editors, input: save(input.AnnexChange), output: output<Saved>() },
  /** Scope lines of a laboratory or an accreditation that hold on the day, in annex order. */
  'scope.list': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({
      laboratory: Id.optional(),
      accreditation: Id.optional(),
      text: z.string().max(300).optional(),
      day: Day.optional(),
      offset: z.int().min(0).optional(),
      limit: z.int().min(1).max(1000).optional(),
    }),
    output: output<Page<ScopeLine>>(),
  },
  'scope.save': { kind: 'write', allow: editors, input: save(input.ScopeChange), output: output<Saved>() },
  /** Who can test `query` on the day (any spelling: accents or none, raw Telex, codes, methods, places), then who could and why not. `nobody` only after the whole register was read; a cursor goes on. */
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
        .regex(/^[0-2]:\d{1,15}$/)
        .optional(),
    }),
    output: output<Capability>(),
  },
  'evidence.save': {
    kind: 'write',
    allow: ['admin', 'clerk', 'inspector'],
    input: save(input.EvidenceChange),
    output: output<Saved>(),
  },

  /** Sends a record to the trash, from which it returns. Throws in_use where others stand on it. */
  'records.trash': { kind: 'write', allow: editors, input: input.RecordKey, output: output<Saved>() },
  'records.restore': { kind: 'write', allow: editors, input: input.RecordKey, output: output<Saved>() },
  'trash.list': { kind: 'read', allow: everyone, input: nothing, output: output<TrashedRecord[]>() },
  /** Changes, newest first; of one record with what hangs on it (names, sites, coverage), or of the whole register. */
  'changes.list': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({
      recordId: Id.optional(),
      before: z.int().min(1).optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    output: output<ChangeShown[]>(),
  },

  'overview.get': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ day: Day.optional() }),
    output: output<Overview>(),
  },
  'reference.get': { kind: 'read', allow: everyone, input: nothing, output: output<Reference>() },
  'settings.get': { kind: 'read', allow: everyone, input: nothing, output: output<Record<string, string>>() },
  'settings.set': {
    kind: 'write',
    allow: admins,
    input: z.strictObject({
      key: z.enum(['department', 'department_unit', 'place', 'signatory']),
      value: z.string().normalize('NFC').trim().max(400).nullable(),
    }),
    output: output<Saved>(),
  },

  /** Drafts of open forms lie in this machine's profile, by form key; `value` is the form's own JSON. */
  'drafts.list': {
    kind: 'read',
    allow: everyone,
    input: nothing,
    output: output<{ key: string; value: string; savedAt: string }[]>(),
  },
  'drafts.put': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ key: z.string().min(1).max(200), value: z.string().max(1_000_000).nullable() }),
    output: output<null>(),
  },

  /** Writes the list as filtered and sorted. Columns are keys of the list form, in order; all when left out. */
  'exchange.exportList': {
    kind: 'read',
    allow: everyone,
    input: input.LabFilter.extend({
      file: FileRef,
      format: z.enum(['xlsx', 'csv']),
      columns: z.array(z.string().max(40)).max(40).optional(),
      sort: z.enum(input.labSorts).optional(),
      descending: z.boolean().optional(),
      language: z.enum(['vi', 'en']).optional(),
    }),
    output: output<Exported>(),
  },
  /** Reads the list form from xlsx or csv and says what an import would add, change and refuse. Writes nothing. */
  'exchange.importPreview': {
    kind: 'read',
    allow: editors,
    input: z.strictObject({ file: FileRef }),
    output: output<ImportPreview>(),
  },
  /** Imports the good rows exactly as previewed, in one set. Throws file_changed when the file or the register no longer gives that preview. */
  'exchange.importCommit': {
    kind: 'write',
    allow: editors,
    input: z.strictObject({
      file: FileRef,
      /** fingerprint of the preview that the user saw */
      preview: z.string().regex(/^[0-9a-f]{64}$/),
      options: z.strictObject({ skipErrors: z.boolean().optional() }).optional(),
    }),
    output: output<Imported>(),
  },

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
  'jobs.cancel': { kind: 'read', allow: everyone, input: z.strictObject({ job: Id }), output: output<null>() },
} satisfies Record<string, Entry>

export type Contract = typeof contract
export type CallName = keyof Contract
/** What a caller sends (before defaults and trimming). */
export type Input<N extends CallName> = z.input<Contract[N]['input']>
/** What a handler gets (after parsing). */
export type Parsed<N extends CallName> = z.output<Contract[N]['input']>
export type Output<N extends CallName> = Contract[N]['output'] extends { [outputType]?: infer T } | null ? T : never
/** Areas of the register that a write touched; '*' when another register was opened. */
export type Changed = readonly string[]
export interface Progress {
  job: string
  call: CallName
  done: number
  total: number | null
}
