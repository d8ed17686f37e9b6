// What a person decides about a file before it is imported. All of it belongs to the preview: another choice is another preview.
import { z } from 'zod'

/** How the letters of the file are to be read; left out: as they are, and a file in an old encoding is asked about. */
export const textChoices = ['as_is', 'tcvn3', 'vni', 'windows-1258'] as const
export type TextChoice = (typeof textChoices)[number]

/** What tells which laboratory a row is about. `auto`: the record id, else code and name, else name and owner. */
export const keyChoices = ['auto', 'id', 'code', 'code_site', 'name_owner'] as const
export type KeyChoice = (typeof keyChoices)[number]

/** What the rows of a file are. `registry` (the usual): laboratories with all that the form has in one sheet. */
export const targets = ['registry', 'labs', 'accreditations', 'decisions', 'scope'] as const
export type Target = (typeof targets)[number]

/** What a column may be named as for each target, in the order in which people are offered it. */
export const targetKeys = {
  registry: [
    'nameVi',
    'nameEn',
    'owner',
    'sector',
    'address',
    'phone',
    'email',
    'website',
    'schemes',
    'codes',
    'standards',
    'fields',
    'decisionNumber',
    'effective',
    'decisionExpiry',
    'note',
    'id',
  ],
  labs: ['nameVi', 'nameEn', 'owner', 'sector', 'address', 'phone', 'email', 'website', 'note', 'codes', 'id'],
  accreditations: [
    'nameVi',
    'owner',
    'schemes',
    'codes',
    'standards',
    'fields',
    'decisionNumber',
    'effective',
    'decisionExpiry',
    'id',
  ],
  decisions: [
    'codes',
    'nameVi',
    'owner',
    'decisionNumber',
    'signed',
    'issuer',
    'act',
    'effective',
    'decisionExpiry',
    'note',
  ],
  scope: [
    'codes',
    'nameVi',
    'owner',
    'decisionNumber',
    'fields',
    'matrix',
    'test',
    'quantity',
    'technique',
    'range',
    'cmc',
    'method',
    'note',
  ],
} as const satisfies Record<Target, readonly string[]>

/** Columns that only say which record a row is about: they are read and never written. */
export const matchingOnly: Record<Target, readonly string[]> = {
  registry: [],
  labs: ['codes'],
  accreditations: ['nameVi', 'owner'],
  decisions: ['codes', 'nameVi', 'owner'],
  scope: ['codes', 'nameVi', 'owner', 'decisionNumber'],
}

/** Whether rows of this kind are found by the keys of `keyChoices`. */
export const isAboutLabs = (target: Target): boolean => target !== 'decisions' && target !== 'scope'

/** A column that means nothing to the form and is kept in the note of the laboratory. */
export const KEEP = 'keep'

const Rows = z.array(z.number()).max(5_000)

export const ImportChoices = z.strictObject({
  target: z.enum(targets).optional(),
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
  /** rows that a person leaves out */
  leave: Rows.optional(),
  /** seq of the register when the file was first looked at: what was changed there since is asked about before it is written over */
  since: z.int().min(0).optional(),
  /** rows of which a person said that the file is right all the same */
  sure: Rows.optional(),
})
export type ImportChoices = z.infer<typeof ImportChoices>
