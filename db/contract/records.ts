// Calls that read and write records: laboratories and all that hangs on them, the trash, the log, the overview.
import { z } from 'zod'
import { entityNames } from '../model/entities'
import { Day, Id } from '../model/fields'
import * as input from '../model/inputs'
import * as question from '../model/questions'
import { AnnexPair, ScopeRows } from '../model/scope/many'
import type { AnnexComparison, AnnexContents, ScopeSaved } from '../model/shapes/scope'
import type { TaskPage } from '../model/tasks/kinds'
import * as work from '../model/tasks/questions'
import type { Named, Page, Saved } from '../model/shapes/answer'
import type { AccreditationCells, LabCells, SheetRows } from '../model/shapes/sheet'
import type { LabGroups, LabPage, LabRow, OrganizationPage } from '../model/shapes/lab'
import type { Explained } from '../model/shapes/status'
import type { DecisionRef, ScopeLine, SharingCode } from '../model/shapes/accreditation'
import type { ChangeShown, RestorePlan, TrashedRecord } from '../model/shapes/history'
import type { Overview } from '../model/shapes/overview'
import type { Journal, TakenBack, Undoable } from '../model/shapes/journal'
import type { TermList } from '../model/shapes/terms'
import type { ViewList } from '../model/shapes/views'
import type { Redacted, RedactionPlan } from '../model/shapes/redaction'
import { admins, editors, everyone, nothing, onDay, output, type Entry } from './entry'

const { save } = input

export const recordCalls = {
  /** Living laboratories on `day`, each once, in Vietnamese order of their names unless sorted otherwise (unknown values last); of a `text` (any accents, codes in
      any spelling) those with the very accents typed come first. `total` counts all that match, rows are `limit` (100, at most 1000) of them from `offset`.
      Filters join by “and”, the values of one filter by “or”: status as shown (`expiring` is not `valid`), scheme and field keys of reference.get.
      With `group` the rows stand group by group as labs.groups has them, a laboratory once in each group it belongs to; `total` counts rows. */
  'labs.list': { kind: 'read', allow: everyone, input: input.LabQuery, output: output<Page<LabRow>>() },
  /** The groups of labs.list for the same question, in the order of its rows, each with how many rows are its own. */
  'labs.groups': { kind: 'read', allow: everyone, input: input.GroupsQuery, output: output<LabGroups>() },
  /** One laboratory on `day` with everything its page shows, also from the trash (`trashedAt`); decisions oldest first. `seq` is what a save sends back as `seen`.
      Throws not_found. */
  'labs.get': { kind: 'read', allow: everyone, input: onDay, output: output<LabPage>() },
  /** Adds (no id; nameVi needed) or changes a laboratory; null clears a field, what is left out stays. Answers the id and the new `seq` (the old one when nothing
      changed). With `seen`, throws conflict where somebody else has changed one of these fields since: per field base, yours, theirs, by, at. Throws not_found. */
  'labs.save': { kind: 'write', allow: editors, input: save(input.LabChange), output: output<Saved>() },
  /** Changes many laboratories as one set, each row as labs.save; problems and conflicts name `rows.<place>.<field>`, a conflict the laboratory as its record.
      Throws not_found, with the same places, for what is in the trash by now. */
  'labs.saveMany': {
    kind: 'write',
    allow: editors,
    input: input.saveMany(input.LabChange),
    output: output<{ seq: number }>(),
  },
  /** What may be edited of these laboratories today, in the order asked; those in the trash are left out. */
  'labs.rows': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ ids: input.Ids }),
    output: output<SheetRows<LabCells>>(),
  },
  /** Living owners whose name contains the text (any accents), in Vietnamese order; 50 unless `limit`. `laboratories` counts the living ones they own today. */
  'organizations.list': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ text: z.string().max(300).optional(), limit: z.int().min(1).max(200).optional() }),
    output: output<OrganizationPage[]>(),
  },
  /** Every living owner by its name of today, in Vietnamese order. */
  'organizations.names': { kind: 'read', allow: everyone, input: nothing, output: output<Named[]>() },
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
  /** Changes many accreditations as one set, each row as accreditations.save; answers and throws as labs.saveMany. */
  'accreditations.saveMany': {
    kind: 'write',
    allow: editors,
    input: input.saveMany(input.AccreditationChange),
    output: output<{ seq: number }>(),
  },
  /** What may be edited of the living accreditations that cover these laboratories today, by the laboratories as asked; each once. */
  'accreditations.rows': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ laboratories: input.Ids }),
    output: output<SheetRows<AccreditationCells>>(),
  },
  /** Living accreditations under the same code, in any spelling, beside `except`; the oldest first, at most 20. Empty for an empty code. */
  'accreditations.sharing': {
    kind: 'read',
    allow: everyone,
    input: question.SharingQuestion,
    output: output<SharingCode[]>(),
  },
  /** Status on `day`: word, reason, end of validity, whether certain, the acts that make it so (oldest first) and the next day on which it changes.
      `daysLeft` counts to the first possible end. Throws not_found. */
  'accreditations.status': { kind: 'read', allow: everyone, input: onDay, output: output<Explained>() },
  /** Adds or changes a decision with all its acts in one set: what they change in dated rows (names, owners, standards, coverage), the lines they name,
      the annexes that come with them. Throws bad_dates where an expiry comes before its effective date; invalid_input `day_needed` where such a change has
      no day; not_found for a record it names. */
  'decisions.save': { kind: 'write', allow: editors, input: save(input.DecisionChange), output: output<Saved>() },
  /** Living decisions whose number contains the text (spaces and case aside), the latest signed first; at most 50, none for an empty text. */
  'decisions.find': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ text: z.string().normalize('NFC').max(120) }),
    output: output<DecisionRef[]>(),
  },
  /** Adds (act needed) or changes an annex, as labs.save. */
  'annexes.save': { kind: 'write', allow: editors, input: save(input.AnnexChange), output: output<Saved>() },
  /** One annex whole: what it is, its lines in the order of the paper, and the lines of the issue before it that they may continue (those in force on
      the day before; none where its day is not known). Throws not_found. */
  'annexes.get': { kind: 'read', allow: everyone, input: z.strictObject({ id: Id }), output: output<AnnexContents>() },
  /** Two annexes of one accreditation, line by line in the order of `to`: pairs by lineage, by words, else by method and test without accents (`sure`
      false: “có thể là một”). Throws not_found, invalid_input with rule other_accreditation. */
  'annexes.compare': { kind: 'read', allow: everyone, input: AnnexPair, output: output<AnnexComparison>() },
  /** Saves rows of one annex as one set, in the order given; lines that are not named stay where they are, rows that are all new go to the end. A new row
      whose `continues` is left out continues the earlier line that it repeats word for word. Problems and conflicts name `rows.<place>.<field>`.
      Throws as scope.save, not_found where a line is not of this annex. */
  'scope.saveMany': { kind: 'write', allow: editors, input: ScopeRows, output: output<ScopeSaved>() },
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
  /** Work of `day`, the most pressing first: one row for each accreditation (or laboratory without one) and kind, 100 unless `limit`. `expiring` means within
      90 days to the first possible end unless `within`. What is put off is left out, and counted in `snoozed`, unless `includeSnoozed`. */
  'tasks.list': { kind: 'read', allow: everyone, input: work.TaskQuery, output: output<TaskPage>() },
  /** Puts one thing off until a day after today, with a reason; `until` null brings it back. Answers the snooze's id. Throws not_found. */
  'tasks.snooze': { kind: 'write', allow: editors, input: work.Snooze, output: output<Saved>() },
  /** Adds (accreditation needed) or changes a surveillance visit: when it is due, when it was made. As labs.save. */
  'surveillance.save': {
    kind: 'write',
    allow: editors,
    input: save(input.SurveillanceChange),
    output: output<Saved>(),
  },
  /** The table of words of the capability search: all living pairs where either word contains `text` (any accents), in Vietnamese order of `term`.
      `same`: two words for one thing; `within`: `term` is a kind of `other`. `seq` is what a save sends back as `seen`. */
  'terms.list': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ text: z.string().max(300).optional() }),
    output: output<TermList>(),
  },
  /** Adds (all three fields needed) or changes a pair of words, as labs.save; searches count it at once. Throws invalid_input with rule `itself`, or `circle` where
      a word would lie within itself by any way round; duplicate (`record`: the pair there is, for `same` also the other way round). records.restore throws these too. */
  'terms.save': { kind: 'write', allow: editors, input: save(input.TermChange), output: output<Saved>() },
  /** Saved views of one list (`labs`), in the order that people gave them. `definition` is text that its reader checks. */
  'views.list': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ area: z.string().max(40) }),
    output: output<ViewList>(),
  },
  /** Adds (name, area and definition needed; goes to the end) or changes a view: its name, definition, pin, place. As labs.save. Throws duplicate where
      another living view of the area bears the name, in whatever capitals; records.restore throws it too. */
  'views.save': { kind: 'write', allow: editors, input: save(input.ViewChange), output: output<Saved>() },

  /** Sends a record to the trash, from which it returns. Throws in_use where others stand on it. */
  'records.trash': { kind: 'write', allow: editors, input: input.RecordKey, output: output<Saved>() },
  /** Takes a record back from the trash as it was. Throws not_found. */
  'records.restore': { kind: 'write', allow: editors, input: input.RecordKey, output: output<Saved>() },
  /** What lies in the trash, newest first, with who sent it there. */
  'trash.list': { kind: 'read', allow: everyone, input: nothing, output: output<TrashedRecord[]>() },
  /** Changes, newest first, at most `limit` (100); of one record with what hangs on it (names, sites, coverage), or of the whole register. `field` null: the
      record was created and `after` is the whole of it. `entity` with `field` asks for the values of that one field, also
      the first; `before` for those of earlier sets than that `seq`; `set` for those of one saving, as made, from
      `offset`. */
  'changes.list': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({
      recordId: Id.optional(),
      entity: z.enum(entityNames).optional(),
      field: z.string().max(60).optional(),
      set: z.int().min(1).optional(),
      offset: z.int().min(0).optional(),
      before: z.int().min(1).optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    output: output<ChangeShown[]>(),
  },
  /** Savings, newest first, each counted whole, a short one with its changes; of one person, one kind, one kind of record, some days, or with some words when asked. */
  'changes.sets': {
    kind: 'read',
    allow: everyone,
    input: question.SetsQuestion,
    output: output<Journal>(),
  },
  /** What the next undo and redo of this person in this file would take back, as they were saved; null: nothing. Settings, accounts and what filled
      the new register are never undone. */
  'changes.undoable': { kind: 'read', allow: everyone, input: nothing, output: output<Undoable>() },
  /** Takes a saving of this file back, as a saving of its own. `of` is what was taken back. Throws not_found; invalid_input with rule not_undoable; in_use; conflict
      where somebody has changed one of the fields since (per field base, yours, theirs, by, at), unless `keepTheirs`: then those fields stay and the rest goes
      back. A record that others have changed since it was created is not taken away. */
  'changes.undo': { kind: 'write', allow: editors, input: question.TakeBack, output: output<TakenBack>() },
  /** Takes an undo back (`set` is the undo), as changes.undo. */
  'changes.redo': { kind: 'write', allow: editors, input: question.TakeBack, output: output<TakenBack>() },
  /** What changes.restore would change now, field by field. Throws as it does. */
  'changes.restorePlan': {
    kind: 'read',
    allow: everyone,
    input: question.RestoreQuestion,
    output: output<RestorePlan>(),
  },
  /** Brings values of a record back as they were before the set `before`: one field, or all of them; with `rows` also its names, owners and links. A saving of kind `restore`; `changed` counts the fields that
      were otherwise, 0: nothing was written. Throws not_found where the record was not there yet; invalid_input with rule not_undoable for a setting or an account;
      conflict where one of them was changed after `seen`. */
  'changes.restore': {
    kind: 'write',
    allow: editors,
    input: question.RestoreValues,
    output: output<{ seq: number; set: string | null; changed: number }>(),
  },
  /** What taking a personal value out would touch: the value that the set `set` wrote in a field. Throws not_found; invalid_input with rule not_personal
      where the field never is, redacted where it is out already. */
  'changes.redactionPlan': {
    kind: 'read',
    allow: admins,
    input: question.RedactionQuestion,
    output: output<RedactionPlan>(),
  },
  /** Takes it out for good: of the tables, the log, the search, earlier states and drafts; `everywhere`: also of every other field that holds exactly it. The log
      keeps its hashes and says who did it, when and why. Cannot be undone. Throws as changes.redactionPlan. */
  'changes.redact': {
    kind: 'write',
    allow: admins,
    input: question.RedactionQuestion.extend({ everywhere: z.boolean(), reason: question.Reason }),
    output: output<Redacted>(),
  },
  /** The figures of a day; each counts what labs.list returns for the same filter. Months run from that of `day`, twelve of them. */
  'overview.get': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ day: Day.optional() }),
    output: output<Overview>(),
  },
} satisfies Record<string, Entry>
