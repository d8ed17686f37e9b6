// Calls that write and read files. A `file` is a grant, never a path.
import { z } from 'zod'
import { BookChoices } from '../model/book-choices'
import { Day } from '../model/fields'
import * as input from '../model/inputs'
import { ImportChoices } from '../model/imports'
import type { BookMerged, BookPreview, ExportedBook } from '../model/shapes/book'
import { MOST_TABLE_ROWS } from '../model/exports'
import type {
  ExportCheck,
  Exported,
  ExportedList,
  ImportLook,
  ImportPreview,
  Imported,
  PastImport,
} from '../model/shapes/exchange'
import { editors, everyone, nothing, output, type Entry } from './entry'

const { FileRef } = input

/** Exactly one of both: a granted file, or a table somebody copied elsewhere. */
const from = {
  file: FileRef.optional(),
  pasted: z.string().min(1).max(4_000_000).optional(),
  /** how it is to be read and what is put right; part of the preview */
  choices: ImportChoices.optional(),
}
const listFormats = ['xlsx', 'ods', 'csv'] as const
const TableCell = z.union([z.string().max(32_767), z.number(), z.strictObject({ day: Day })]).nullable()
const Fingerprint = z.string().regex(/^[0-9a-f]{64}$/)

export const exchangeCalls = {
  /** Writes the list as filtered, grouped and sorted, as the screen shows it: grouped, every laboratory under each of its groups. `columns` are keys of the list form, in order (all when left out; nameVi, owner, codes, status, expiry …).
      Above the header stand title, day, filter in words and count; a hidden sheet (in csv the last line) is the manifest that exchange.checkExport reads.
      `file` is written whole or not at all; `sha256` and `bytes` are of what was written. Throws bad_file (the register itself), file_missing (no such folder),
      file_locked, disk_full, cancelled. */
  'exchange.exportList': {
    kind: 'read',
    allow: everyone,
    input: input.LabFilter.extend({
      file: FileRef,
      format: z.enum(listFormats),
      columns: z.array(z.string().max(40)).max(40).optional(),
      sort: z.enum(input.labSorts).optional(),
      descending: z.boolean().optional(),
      group: z.enum(input.labGroups).optional(),
      /** the filter in the words of the screen; in the registry's own when left out */
      conditions: z.array(z.string().max(1000)).max(20).optional(),
      /** keys of groups whose rows are folded away */
      closed: z.array(z.string().max(200)).max(5000).optional(),
      language: z.enum(['vi', 'en']).optional(),
    }),
    output: output<ExportedList>(),
  },
  /** Writes a table as a screen shows it, with the same head, dress and manifest as exportList, and throws as it does. */
  'exchange.exportTable': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({
      file: FileRef,
      format: z.enum(listFormats),
      title: z.string().min(1).max(300),
      /** lines under the title: filter, order, count */
      about: z.array(z.string().max(2000)).max(8),
      columns: z
        .array(
          z.strictObject({
            heading: z.string().max(200),
            kind: z.enum(['text', 'date', 'code', 'number']),
            /** in letters */
            width: z.number().min(3).max(120),
          }),
        )
        .min(1)
        .max(40),
      rows: z.array(z.array(TableCell).max(40)).max(MOST_TABLE_ROWS),
      day: input.LabFilter.shape.day,
      language: z.enum(['vi', 'en']).optional(),
    }),
    output: output<ExportedList>(),
  },
  /** Holds an exported list against its own manifest: as it was exported, or which cells differ (the first 200). Writes nothing.
      Throws file_missing, bad_file, too_large, cancelled. */
  'exchange.checkExport': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ file: FileRef, language: z.enum(['vi', 'en']).optional() }),
    output: output<ExportCheck>(),
  },
  /** Ends and surveillance visits to come as an iCalendar file: of accreditations that live on `day`, with a reminder at eight o'clock on each of the `remind`
      days before (90, 30 and 7 unless told; 0: the day itself). `rows` are events, `cells` reminders. Throws as exportList. */
  'exchange.exportCalendar': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({
      file: FileRef,
      day: Day.optional(),
      language: z.enum(['vi', 'en']).optional(),
      remind: z.array(z.int().min(0).max(730)).max(6).optional(),
    }),
    output: output<Exported>(),
  },
  /** Every record with its values as one JSON file, with the schema, the state of the register and a SHA-256 over all that stands above it; without accounts,
      views and the log. `rows` are records (those in the trash too), `cells` known values. Throws as exportList. */
  'exchange.exportRegister': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ file: FileRef }),
    output: output<Exported>(),
  },
  /** What anybody may see on `day`: no telephones, e-mail, managers, signatories or notes. A table of laboratories, or JSON with their decisions and scope.
      Throws as exportList. */
  'exchange.exportExtract': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({
      file: FileRef,
      format: z.enum(['json', 'xlsx', 'csv']),
      day: Day.optional(),
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
  /** The top of a table as it stands: its sheets, where its headings are and what they mean, whether its letters are in an old encoding.
      Throws file_missing, bad_file, wrong_encoding (bytes that could not be read at all), too_large, cancelled. */
  'exchange.importLook': {
    kind: 'read',
    allow: editors,
    input: z.strictObject(from),
    output: output<ImportLook>(),
  },
  /** Reads a table from xlsx, xls, ods, csv, tsv or the clipboard and says what an import would add, change and refuse, row by row in the order of the sheet. Writes nothing.
      Throws file_missing, bad_file, wrong_encoding, too_large, cancelled. */
  'exchange.importPreview': {
    kind: 'read',
    allow: editors,
    input: z.strictObject(from),
    output: output<ImportPreview>(),
  },
  /** Imports the good rows exactly as previewed, in one set. Throws file_changed when the file or the register no longer gives that preview. */
  'exchange.importCommit': {
    kind: 'write',
    allow: editors,
    input: z.strictObject({
      ...from,
      /** fingerprint of the preview that the user saw */
      preview: Fingerprint,
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
  /** Writes the rows of a preview that have errors to a workbook, each with its reasons. Throws file_changed as importCommit does, and as exportList for `to`. */
  'exchange.saveRejects': {
    kind: 'read',
    allow: editors,
    input: z.strictObject({ ...from, preview: Fingerprint, to: FileRef, language: z.enum(['vi', 'en']).optional() }),
    output: output<Exported>(),
  },
  /** Writes the whole register as a workbook (xlsx) to be edited elsewhere: a sheet for each kind of record, “Đọc trước”, the lists, and hidden what it
      was exported with. Throws as exportList. */
  'exchange.exportBook': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ file: FileRef, language: z.enum(['vi', 'en']).optional() }),
    output: output<ExportedBook>(),
  },
  /** Compares such a workbook (xlsx, ods, xls) with the register, cell by cell in three ways, and says what bringing it back would do. Writes nothing.
      Throws file_missing, bad_file (no workbook of this register, or its hidden sheet was changed), too_large, cancelled. */
  'exchange.bookPreview': {
    kind: 'read',
    allow: editors,
    input: z.strictObject({ file: FileRef }),
    output: output<BookPreview>(),
  },
  /** Writes what that preview shows, in one set: edits of the file, and of conflicts, emptied cells and missing rows what was chosen. Throws file_changed
      when the file or the register no longer gives that preview; invalid_input with rule book.unanswered while a conflict is not answered, or with the
      errors unless `skipErrors`; in_use for a row to remove that others stand on; bad_dates. */
  'exchange.bookCommit': {
    kind: 'write',
    allow: editors,
    input: z.strictObject({
      file: FileRef,
      /** fingerprint of the preview that the user saw */
      preview: Fingerprint,
      choices: BookChoices,
      options: z
        .strictObject({
          /** true: rows with errors are left out; else one of them stops it */
          skipErrors: z.boolean().optional(),
          /** of the set in the journal; the file's name unless told */
          reason: z.string().normalize('NFC').trim().min(1).max(1000).optional(),
        })
        .optional(),
    }),
    output: output<BookMerged>(),
  },
  /** Imports that were written into this register, newest first; changes.undo takes one back. */
  'exchange.imports': { kind: 'read', allow: everyone, input: nothing, output: output<PastImport[]>() },
} satisfies Record<string, Entry>
