// The kinds of value a logged field may hold and how each is checked. A kind decides the SQLite columns (store/columns.ts):
// a partial date and a code are ONE field of the log although they fill two columns.
import { z } from 'zod'
import { partialDateSchema } from './dates/partial'

export type FieldKind = 'text' | 'integer' | 'flag' | 'date' | 'code' | 'ref'

export interface Field<S extends z.ZodType = z.ZodType, R extends boolean = boolean> {
  kind: FieldKind
  schema: S
  required: R
  /** the entity a `ref` points to */
  target?: string
}

/** A UUID as `uuid` makes them; ids of reference data are fixed (version 8), all others are UUIDv7. */
export const Id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)

/** A calendar day `yyyy-MM-dd` in Asia/Ho_Chi_Minh. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'not_a_day', abort: true })
  .refine((day) => {
    const at = new Date(`${day}T00:00:00Z`)
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
  }, 'not_a_day')

/** A code as printed and, where it was recognised, in canonical form (null: not recognised, the text stands as typed). */
export const CodeValue = z.strictObject({
  raw: z.string().normalize('NFC').trim().min(1).max(120),
  canonical: z.string().max(120).nullable(),
})
export type CodeValue = z.infer<typeof CodeValue>

const wordsOf = (max: number) => z.string().normalize('NFC').trim().max(max)
const lengths = new Map<number, ReturnType<typeof wordsOf>>()

/** One of each length: a hundred fields hold text, and every start of the program makes their schemas. */
function words(max: number): ReturnType<typeof wordsOf> {
  const made = lengths.get(max) ?? wordsOf(max)
  lengths.set(max, made)
  return made
}

const optional = <S extends z.ZodType>(kind: FieldKind, schema: S): Field<S, false> => ({
  kind,
  schema,
  required: false,
})

export const text = (max = 2000) => optional('text', words(max))
export const choice = <const V extends readonly [string, ...string[]]>(values: V) => optional('text', z.enum(values))
export const integer = () => optional('integer', z.int())
export const flag = () => optional('flag', z.boolean())
export const day = () => optional('text', Day)
export const instant = () => optional('text', z.iso.datetime())
export const date = () => optional('date', partialDateSchema)
export const code = () => optional('code', CodeValue)
/** Any record of any entity (evidence, statements, attachments, snoozes); no foreign key, the log keeps the entity's name. */
export const anyRecord = () => optional('text', Id)
/** Place in a hand-ordered list: a fractional key compared as text. */
export const orderKey = () => optional('text', z.string().min(1).max(200))
export const ref = (target: string): Field<typeof Id, false> => ({ kind: 'ref', schema: Id, required: false, target })
export const required = <S extends z.ZodType>(field: Field<S, false>): Field<S, true> => ({ ...field, required: true })
