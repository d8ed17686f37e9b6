// Calls that write and read files. A `file` is a grant, never a path.
import { z } from 'zod'
import * as input from '../model/inputs'
import type { Exported, ImportPreview, Imported } from '../model/shapes/exchange'
import { editors, everyone, output, type Entry } from './entry'

const { FileRef } = input

export const exchangeCalls = {
  /** Writes the list as filtered, grouped and sorted, every laboratory once (in the first of its groups). `columns` are keys of the list form, in order (all when left out; nameVi, owner, codes, status, expiry …).
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
      group: z.enum(input.labGroups).optional(),
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
} satisfies Record<string, Entry>
