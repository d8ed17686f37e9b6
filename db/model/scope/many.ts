// Inputs of the calls that take a whole annex at once: its rows in order, and two issues to compare.
import { z } from 'zod'
import { changeSchema } from '../entities'
import { Id } from '../fields'

/** What a row of an annex says, beside where it stands. */
export const lineFields = [
  'continues',
  'field',
  'site',
  'matrixVi',
  'matrixEn',
  'testVi',
  'testEn',
  'technique',
  'quantity',
  'range',
  'cmc',
  'method',
  'methodEdition',
  'inclusion',
  'note',
] as const

const Row = changeSchema('scope_line', lineFields)
export type RowChange = z.infer<typeof Row> & { id?: string | undefined }
const RowSent = (Row as unknown as z.ZodObject).extend({ id: Id.optional() }) as unknown as z.ZodType<RowChange>

export const ScopeRows = z.strictObject({
  annex: Id,
  seen: z.int().min(0).optional(),
  /** in the order of the paper; a row with an id changes that line, one without adds a line */
  rows: z.array(RowSent).max(5000),
  /** lines of the annex that go to the trash */
  remove: z.array(Id).max(5000).optional(),
  reason: z.string().normalize('NFC').trim().max(300).optional(),
})
export type ScopeRows = z.infer<typeof ScopeRows>

export const AnnexPair = z.strictObject({ from: Id, to: Id })
