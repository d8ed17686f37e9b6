// Inputs for any call, made from its own schema: what fits, what nearly fits, and what an attacker would send.
import fc from 'fast-check'
import type { z } from 'zod'

/** The parts of a schema's definition that say what fits it. */
interface Definition {
  type: string
  format?: string
  innerType?: z.ZodType
  keyType?: z.ZodType
  valueType?: z.ZodType
  element?: z.ZodType
  options?: readonly z.ZodType[]
  entries?: Record<string, string>
  values?: readonly unknown[]
  shape?: Record<string, z.ZodType>
  checks?: readonly { _zod: { def: { check: string; pattern?: RegExp; maximum?: number; minimum?: number } } }[]
}

const definition = (schema: z.ZodType): Definition => schema._zod.def

/** Texts that have broken programs: SQL, names of the prototype, marks and signs of Unicode, what a spreadsheet would run. */
const hostileTexts = [
  '',
  "'; DROP TABLE laboratory; --",
  '" OR 1=1 --',
  '%_%',
  'a*b^c NEAR(d e) "',
  '"unclosed',
  'AND OR NOT',
  '__proto__',
  'constructor',
  'toString',
  '=1+1',
  "@SUM(A1:A9)|cmd|' /C calc'!A0",
  '\u0000',
  'a\u0000b',
  '\ud800',
  'e\u0309\u0323',
  'Hải Hoà',
  'Hải Hòa',
  '\u202efdp.exe',
  '\ufeff',
  '../../etc/passwd',
  'C:\\Windows\\System32',
  '<img src=x onerror=alert(1)>',
  '9999999999999999999999',
  '31/02/2026',
  '2026-02-31',
  'VILAS 18O',
  'x'.repeat(5000),
  'ế'.repeat(50_000),
]

const hostileValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...hostileTexts),
  fc.constantFrom<unknown>(null, true, -1, 0, 1.5, 2 ** 53, -(2 ** 53), NaN, Infinity, 1e308, [], {}, [[]], [null]),
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__":{"admin":true}}'),
    { constructor: { prototype: {} } },
    { length: 3 },
  ),
  fc.anything({ maxDepth: 3, withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
)

/** What is really there, so that what fits also meets something: ids by kind of record, and grants of files. */
export interface Known {
  ids: Readonly<Record<string, readonly string[]>>
  grants: readonly string[]
}

/** What `id` means in a call of this name. */
const recordOf: Readonly<Record<string, string>> = {
  labs: 'laboratory',
  organizations: 'organization',
  sites: 'site',
  accreditations: 'accreditation',
  decisions: 'decision',
  annexes: 'annex',
  scope: 'scope_line',
}

export function inputsOf(call: string, schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  const name = recordOf[call.split('.')[0]!] ?? ''
  const fitting = valueOf(schema, { known, name, manner: 'fits' })
  const nearly = valueOf(schema, { known, name, manner: 'nearly' })
  const extra = fc
    .tuple(fitting, fc.constantFrom('notAField', '__proto__', 'constructor', 'role', 'actor', 'file'), hostileValues)
    .map(([input, name, value]) => Object.defineProperty({ ...(input as object) }, name, { value, enumerable: true }))
  return fc.oneof(
    { weight: 6, arbitrary: fitting },
    { weight: 4, arbitrary: nearly },
    { weight: 1, arbitrary: extra },
    { weight: 1, arbitrary: hostileValues },
  )
}

interface Place {
  known: Known
  /** the nearest field above that names a kind of record, else what `id` means in this call */
  name: string
  manner: 'fits' | 'nearly'
}

function valueOf(schema: z.ZodType, place: Place): fc.Arbitrary<unknown> {
  const fit = fitOf(schema, place)
  return place.manner === 'fits'
    ? fit
    : fc.oneof({ weight: 9, arbitrary: fit }, { weight: 1, arbitrary: hostileValues })
}

function fitOf(schema: z.ZodType, place: Place): fc.Arbitrary<unknown> {
  const about = definition(schema)
  const inner = (part: z.ZodType) => valueOf(part, place)
  switch (about.type) {
    case 'object':
      return objectOf(about.shape!, (part, field) => valueOf(part, { ...place, name: nameFor(field, place) }))
    case 'nonoptional':
      return inner(about.innerType!)
    case 'optional':
    case 'default':
      return fc.option(inner(about.innerType!), { nil: undefined, freq: 2 })
    case 'nullable':
      return fc.option(inner(about.innerType!), { nil: null, freq: 3 })
    case 'record':
      return fc.dictionary(inner(about.keyType!) as fc.Arbitrary<string>, inner(about.valueType!), { maxKeys: 4 })
    case 'array':
      return fc.array(inner(about.element!), { maxLength: 4 })
    case 'union':
      return fc.oneof(...about.options!.map(inner))
    case 'enum':
      return fc.constantFrom(...Object.values(about.entries!))
    case 'literal':
      return fc.constantFrom(...about.values!)
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 60 }), fc.maxSafeInteger())
    case 'string':
      return textOf(about, place)
    default:
      throw new Error(`no inputs are known for ${about.type}: teach tests/fuzz/inputs.ts`)
  }
}

const nameFor = (field: string, { known, name }: Place) =>
  Object.keys(known.ids).find((kind) => field === kind || field === kind.split('_').at(-1)) ?? name

/** A field left out is not a field sent as undefined. */
const objectOf = (shape: Record<string, z.ZodType>, inner: (part: z.ZodType, field: string) => fc.Arbitrary<unknown>) =>
  fc
    .record(Object.fromEntries(Object.entries(shape).map(([name, part]) => [name, inner(part, name)])))
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)))

function textOf({ checks = [], format }: Definition, { known, name }: Place): fc.Arbitrary<string> {
  if (format === 'datetime') return fc.constantFrom('2026-11-23T03:00:00.000Z', '1970-01-01T00:00:00.000Z')
  const all = Object.values(known.ids).flat()
  const pattern = checks.map(({ _zod }) => _zod.def.pattern).find((found) => found !== undefined)
  const source = pattern?.source ?? ''
  if (source.includes('[78]')) {
    const meant = fc.constantFrom(...(known.ids[name] ?? all))
    return fc.oneof({ weight: 8, arbitrary: meant }, fc.constantFrom(...all), fc.uuid({ version: 7 }))
  }
  if (source.startsWith('^\\d{4}-')) return fc.constantFrom('2026-11-23', '2019-03-12', '2024-02-29', '2026-02-31')
  if (source.startsWith('^grant:'))
    return fc.oneof(
      fc.constantFrom(...known.grants),
      fc.uuid().map((id) => `grant:${id}`),
    )
  if (pattern) return fc.stringMatching(new RegExp(source))
  return fc.oneof(
    fc.constantFrom(...hostileTexts),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(...all),
  )
}
