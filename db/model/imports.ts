// What a person decides about a file before it is imported. All of it belongs to the preview: another choice is another preview.
import { z } from 'zod'

/** How the letters of the file are to be read; left out: as they are, and a file in an old encoding is asked about. */
export const textChoices = ['as_is', 'tcvn3', 'vni', 'windows-1258'] as const
export type TextChoice = (typeof textChoices)[number]

/** What tells which laboratory a row is about. `auto`: the record id, else code and name, else name and owner. */
export const keyChoices = ['auto', 'id', 'code', 'code_site', 'name_owner'] as const
export type KeyChoice = (typeof keyChoices)[number]

/** A column that means nothing to the form and is kept in the note of the laboratory. */
export const KEEP = 'keep'

export const ImportChoices = z.strictObject({
  sheet: z.string().max(255).optional(),
  /** the last row of the headings, counted from 1 */
  headerRow: z.int().min(1).max(2_000_000).optional(),
  /** by place: key of the form, `keep`, or null for a column that is left out */
  columns: z.array(z.string().max(40).nullable()).max(200).optional(),
  text: z.enum(textChoices).optional(),
  key: z.enum(keyChoices).optional(),
  /** what a blank cell means: keep what is there (the usual), or empty it */
  blank: z.enum(['keep', 'clear']).optional(),
  /** rows whose name cell holds several laboratories, to be read as several rows */
  split: z.array(z.number()).max(2_000).optional(),
  /** cells put right in the preview, by row number and key of the form; the record id answers “which one is it?” */
  fixes: z
    .array(z.strictObject({ row: z.number(), key: z.string().max(40), text: z.string().normalize('NFC').max(32_767) }))
    .max(5_000)
    .optional(),
})
export type ImportChoices = z.infer<typeof ImportChoices>
