// Every request there is. What is not listed here cannot be reached; the router parses each input once with the schema named here.
// The command line (`npm run -s registry -- <call> '<json>' --file r.scn`) takes the same names and shapes; a `file` path in its JSON becomes a grant.
// Days are yyyy-MM-dd in Asia/Ho_Chi_Minh and today when left out; instants are UTC; null is “not known”. Any call may throw invalid_input,
// forbidden or no_register, a write also read_only, file_locked (another program holds the register) or disk_full; what else, each names.
import { z } from 'zod'
import { roles, type Role } from './model/vocabulary'
import { Day, Id } from './model/fields'
import type { CodeResult } from './model/codes/parse'
import type { DecisionNumber } from './model/codes/decision'
import * as input from './model/inputs'
import * as question from './model/questions'
import type { DateReading } from './model/dates/reading'
import type { RecordedMoment } from './model/recorded'
import type { Judged } from './model/status/judge'
import type { CheckedRegister, RegisterInfo, RecentRegister, Reference } from './model/shapes/register'
import type { Page, Saved } from './model/shapes/answer'
import type { LabRow, LabPage, OrganizationPage } from './model/shapes/lab'
import type { Explained } from './model/shapes/status'
import type { DecisionRef, ScopeLine, SharingCode } from './model/shapes/accreditation'
import type { TrashedRecord, ChangeShown } from './model/shapes/history'
import type { Overview } from './model/shapes/overview'
import type { Exported, ImportPreview, Imported } from './model/shapes/exchange'
import type { Journal } from './model/shapes/journal'

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
  /** The open register: name, kind, number of living laboratories, `seq` of the last change set, fingerprint of the log, role; `readOnly` false or why. */
  'register.info': { kind: 'read', allow: everyone, input: nothing, output: output<RegisterInfo>() },
  /** Makes a new register and opens it. `labs` (32), `seed` (1) and `day` (today) shape the sample only: equal ones give equal laboratories, ids included.
      Throws file_exists, file_missing (no such folder). */
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
  /** Whether a register file would open, before anything is asked or changed. Throws as register.open does. */
  'register.check': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ file: FileRef }),
    output: output<CheckedRegister>(),
  },
  /** Opens a register file, with `copy` a copy of it in the app's own folder. Throws file_missing, not_a_register, newer_register, damaged_register, read_only; then the register open before stays open. */
  'register.open': {
    kind: 'write',
    allow: everyone,
    input: z.strictObject({ file: FileRef, copy: z.boolean().optional() }),
    output: output<RegisterInfo>(),
  },
  /** Registers opened on this machine, the last one first; `present` false where the file is gone. */
  'register.recent': { kind: 'read', allow: everyone, input: nothing, output: output<RecentRegister[]>() },
  /** Opens one of them by the id of its entry. Throws what register.open throws, not_found. */
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

  /** Living laboratories on `day`, each once, in Vietnamese order of their names unless sorted otherwise (unknown values last); of a `text` (any accents, codes in
      any spelling) those with the very accents typed come first. `total` counts all that match, rows are `limit` (100, at most 1000) of them from `offset`.
      Filters join by “and”, the values of one filter by “or”: status as shown (`expiring` is not `valid`), scheme and field keys of reference.get. */
  'labs.list': { kind: 'read', allow: everyone, input: input.LabQuery, output: output<Page<LabRow>>() },
  /** One laboratory on `day` with everything its page shows, also from the trash (`trashedAt`); decisions oldest first. `seq` is what a save sends back as `seen`.
      Throws not_found. */
  'labs.get': { kind: 'read', allow: everyone, input: onDay, output: output<LabPage>() },
  /** Adds (no id; nameVi needed) or changes a laboratory; null clears a field, what is left out stays. Answers the id and the new `seq` (the old one when nothing
      changed). With `seen`, throws conflict where somebody else has changed one of these fields since: per field base, yours, theirs, by, at. Throws not_found. */
  'labs.save': { kind: 'write', allow: editors, input: save(input.LabChange), output: output<Saved>() },

  /** Living owners whose name contains the text (any accents), in Vietnamese order; 50 unless `limit`. `laboratories` counts the living ones they own today. */
  'organizations.list': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ text: z.string().max(300).optional(), limit: z.int().min(1).max(200).optional() }),
    output: output<OrganizationPage[]>(),
  },
  /** One owner on `day`. Throws not_found (also from the trash). */
  'organizations.get': { kind: 'read', allow: everyone, input: onDay, output: output<OrganizationPage>() },
  /** Adds (nameVi needed) or changes an owner, as labs.save. */
  'organizations.save': {
    kind: 'write',
    allow: editors,
    input: save(input.OrganizationChange),
    output: output<Saved>(),
  },
  /** Adds (laboratory needed; goes to the end of its list) or changes a site, as labs.save. */
  'sites.save': { kind: 'write', allow: editors, input: save(input.SiteChange), output: output<Saved>() },

  /** Adds or changes an accreditation. `standards`, `fields` and `covers` are whole lists. A code that cannot be one is refused with rule `code.*`. */
  'accreditations.save': {
    kind: 'write',
    allow: editors,
    input: save(input.AccreditationChange),
    output: output<Saved>(),
  },
  /** Status on `day`: word, reason, end of validity, whether certain, the acts that make it so (oldest first) and the next day on which it changes.
      `daysLeft` counts to the first possible end. Throws not_found. */
  'accreditations.status': { kind: 'read', allow: everyone, input: onDay, output: output<Explained>() },
  /** Adds or changes a decision with all its acts in one set: what they change in dated rows (names, owners, standards, coverage), the lines they name,
      the annexes that come with them. Throws bad_dates where an expiry comes before its effective date; invalid_input `day_needed` where such a change has
      no day; not_found for a record it names. */
  'decisions.save': { kind: 'write', allow: editors, input: save(input.DecisionChange), output: output<Saved>() },
  /** Adds (act needed) or changes an annex, as labs.save. */
  'annexes.save': { kind: 'write', allow: editors, input: save(input.AnnexChange), output: output<Saved>() },
  /** Scope lines of a laboratory or an accreditation (one is needed) that hold on `day`, in annex order; those that contain all words of `text`, accents or
      not. 200 unless `limit`. Throws not_found. */
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
  /** Adds (annex and inclusion needed; goes to the end) or changes a scope line, as labs.save. */
  'scope.save': { kind: 'write', allow: editors, input: save(input.ScopeChange), output: output<Saved>() },
  /** Adds or changes where a value comes from: `record` is any record's id, `attribute` null for the whole of it. As labs.save. */
  'evidence.save': {
    kind: 'write',
    allow: ['admin', 'clerk', 'inspector'],
    input: save(input.EvidenceChange),
    output: output<Saved>(),
  },

  /** Sends a record to the trash, from which it returns. Throws in_use where others stand on it. */
  'records.trash': { kind: 'write', allow: editors, input: input.RecordKey, output: output<Saved>() },
  /** Takes a record back from the trash as it was. Throws not_found. */
  'records.restore': { kind: 'write', allow: editors, input: input.RecordKey, output: output<Saved>() },
  /** What lies in the trash, newest first, with who sent it there. */
  'trash.list': { kind: 'read', allow: everyone, input: nothing, output: output<TrashedRecord[]>() },
  /** Changes, newest first, at most `limit` (100); of one record with what hangs on it (names, sites, coverage), or of the whole register. `field` null: the
      record was created and `after` is the whole of it. `before` asks for those of earlier sets than that `seq`; `set` for those of one saving, as made, from
      `offset`. */
  'changes.list': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({
      recordId: Id.optional(),
      set: z.int().min(1).optional(),
      offset: z.int().min(0).optional(),
      before: z.int().min(1).optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    output: output<ChangeShown[]>(),
  },
  /** Savings, newest first, each counted whole, a short one with its changes; of one person or one kind when asked. */
  'changes.sets': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({
      before: z.int().min(1).optional(),
      limit: z.int().min(1).max(100).optional(),
      kind: z.string().max(20).optional(),
      actor: z.string().max(200).optional(),
    }),
    output: output<Journal>(),
  },

  /** The figures of a day; each counts what labs.list returns for the same filter. Months run from that of `day`, twelve of them. */
  'overview.get': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ day: Day.optional() }),
    output: output<Overview>(),
  },
  /** Schemes, fields in their order; issuers by today's name; standards and administrative units, old and new. */
  'reference.get': { kind: 'read', allow: everyone, input: nothing, output: output<Reference>() },
  /** Settings of the register by key; what was never set is left out. */
  'settings.get': { kind: 'read', allow: everyone, input: nothing, output: output<Record<string, string>>() },
  /** Sets one, null clears it. Logged, not undone. */
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

  /** Writes the list as filtered and sorted, every row of it. `columns` are keys of the list form, in order (all when left out; nameVi, owner, codes, status, expiry …).
      `file` is written whole or not at all; `sha256` and `bytes` are of what was written. Throws bad_file (the register itself), file_missing (no such folder),
      file_locked, disk_full, cancelled. */
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
  /** Writes an empty workbook (xlsx) with the headings that an import reads. */
  'exchange.saveForm': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ file: FileRef, language: z.enum(['vi', 'en']).optional() }),
    output: output<Exported>(),
  },
  /** Reads the list form from xlsx or csv and says what an import would add, change and refuse, row by row in the order of the sheet. Writes nothing.
      Throws file_missing, bad_file, wrong_encoding, too_large, cancelled. */
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
      options: z
        .strictObject({
          /** true: rows with errors are left out; else one of them stops the import */
          skipErrors: z.boolean().optional(),
          /** of the set in the journal; the file's name unless told */
          reason: z.string().normalize('NFC').trim().min(1).max(1000).optional(),
        })
        .optional(),
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
  /** Living accreditations under the same code, in any spelling, beside `except`; the oldest first, at most 20. Empty for an empty code. */
  'accreditations.sharing': {
    kind: 'read',
    allow: everyone,
    input: question.SharingQuestion,
    output: output<SharingCode[]>(),
  },
  /** Living decisions whose number contains the text (spaces and case aside), the latest signed first; at most 50, none for an empty text. */
  'decisions.find': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ text: z.string().normalize('NFC').max(120) }),
    output: output<DecisionRef[]>(),
  },
  /** Stops a running export or import by the id that its progress tells; it then throws cancelled. */
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
