// Calls about official papers (Nghị định 30/2020/NĐ-CP) and the Word templates they are filled from.
import { z } from 'zod'
import { DocumentWish, documentKinds } from '../model/documents/kinds'
import { Day } from '../model/fields'
import { FileRef } from '../model/inputs'
import type { Saved } from '../model/shapes/answer'
import type { MadeDocument, TemplateShown, TemplateTaken } from '../model/shapes/documents'
import { editors, everyone, output, type Entry } from './entry'

const kind = z.enum(documentKinds)

export const documentCalls = {
  /** Writes a paper as a Word file, from the template in use; with `apart` each letter is a file in the folder that `file` grants.
      Throws as exchange.exportList, not_found, bad_file with rule document.template_broken (the office's template cannot be filled), too_large, invalid_input with
      rule nothing_to_remind. */
  'documents.make': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({
      document: DocumentWish,
      day: Day.optional(),
      file: FileRef,
      apart: z.boolean().optional(),
    }),
    output: output<MadeDocument>(),
  },
  /** The template in use, its fields with examples from this register, and what is wrong in it. */
  'documents.template': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ kind }),
    output: output<TemplateShown>(),
  },
  /** Writes the template in use as a Word file, to be edited and taken back. Throws as exchange.exportList. */
  'documents.saveTemplate': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ kind, file: FileRef }),
    output: output<{ bytes: number; sha256: string }>(),
  },
  /** Takes an edited template: one with troubles is not taken, and nothing changes. Logged, not undone. Throws bad_file and too_large with a rule
      that says what the file is (template.not_word, template.macros, …). */
  'documents.takeTemplate': {
    kind: 'write',
    allow: editors,
    input: z.strictObject({ kind, file: FileRef }),
    output: output<TemplateTaken>(),
  },
  /** Back to the template that comes with the program; the office's own stays in the log. */
  'documents.resetTemplate': {
    kind: 'write',
    allow: editors,
    input: z.strictObject({ kind }),
    output: output<Saved>(),
  },
} satisfies Record<string, Entry>
