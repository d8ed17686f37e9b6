// The plan of every statement that the calls prepare: no full scan of a table that grows with the register, no temporary sorting tree, unless it
// stands in plans-allowed.ts with its reason. Statements are gathered while every call runs on a filled register, with all filters, sorts and groups.
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contract } from '../../db/contract'
import type { Entry } from '../../db/contract/entry'
import { labGroups, labSorts } from '../../db/model/inputs'
import { flags } from '../../db/model/status/flags'
import { openRegistry, type Registry } from '../../db/registry'
import { inputsOf } from '../fuzz/inputs'
import { clock } from '../support/register'
import { allowed } from './plans-allowed'

/** Tables that do not grow with the number of laboratories. */
const SMALL = new Set(
  'scheme issuer issuer_name scheme_issuer standard field admin_unit term_link setting saved_view account account_secret local sqlite_master'.split(
    ' ',
  ),
)

const folder = mkdtempSync(join(tmpdir(), 'scn-'))
const statements = new Set<string>()
const prepareOf = Database.prototype.prepare
let registry: Registry
let db: Database.Database

beforeAll(async () => {
  Database.prototype.prepare = function prepared(this: Database.Database, sql: string) {
    if (this.name.endsWith('.scn')) statements.add(sql)
    return prepareOf.call(this, sql)
  } as typeof prepareOf
  registry = await openRegistry({ folder, clock, workerFile: '' })
  const session = registry.session({})
  const made = await session.call('register.create', { kind: 'sample', labs: 16, seed: 7 })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  db = new Database(registry.place()!, { readonly: true })
  db.function('folded', (word: unknown) => word)
  statements.clear()
  const ids: Record<string, string[]> = {}
  for (const kind of [
    'laboratory',
    'organization',
    'site',
    'accreditation',
    'decision',
    'decision_act',
    'annex',
    'scope_line',
    'standard',
    'scheme',
    'issuer',
    'field',
  ])
    ids[kind] = prepareOf.call(db, `SELECT id FROM ${kind} LIMIT 3`).pluck().all() as string[]
  for (const [name, input] of named(ids)) await session.call(name, input)
  const runs = Number(process.env['SCN_LONG'] === '1' ? 300 : 4)
  for (const [name, { input }] of Object.entries(contract) as [string, Entry][]) {
    if (/^(register\.(create|open|openRecent)|backup\.|exchange\.|people\.)/.test(name)) continue
    for (const value of fc.sample(
      inputsOf(name, input, { ids, grants: ['grant:00000000-0000-4000-8000-000000000000'] }),
      { numRuns: runs, seed: 11 },
    ))
      await session.call(name, value)
  }
}, 180_000)
afterAll(async () => {
  Database.prototype.prepare = prepareOf
  db.close()
  await registry.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What people ask, each with all its turns. */
function* named(ids: Record<string, string[]>): Generator<[string, object]> {
  for (const sort of labSorts) for (const descending of [false, true]) yield ['labs.list', { sort, descending }]
  for (const filter of [
    { text: 'mẫu' },
    { text: 'VILAS 9999' },
    { status: ['valid'] },
    { scheme: 'VILAS' },
    { field: 'chemical' },
    { standard: 'x' },
    { sector: 'health' },
    { area: ids['laboratory']![0] },
    { flag: [...flags] },
    { expiringWithin: 30 },
  ]) {
    yield ['labs.list', filter]
    for (const group of labGroups) yield ['labs.groups', { ...filter, group }]
  }
  for (const id of ids['laboratory']!) {
    yield ['labs.get', { id }]
    yield ['scope.list', { laboratory: id }]
    yield ['scope.list', { laboratory: id, text: 'xác định' }]
    yield ['changes.list', { recordId: id }]
    yield ['labs.rows', { ids: [id] }]
    yield ['accreditations.rows', { laboratories: [id] }]
    yield ['labs.save', { id, change: { phone: '0203', nameVi: 'Tên mới (hư cấu)' } }]
  }
  for (const id of ids['accreditation']!) {
    yield ['accreditations.explain', { id }]
    yield ['accreditations.save', { id, change: { note: 'x' } }]
  }
  for (const text of ['chì trong nước', 'tôm', 'VILAS 9999', 'TCVN 6663', 'zzzq', 'Pb'])
    yield ['capability.find', { query: text }]
  for (const id of ids['annex']!) yield ['annexes.get', { id }]
  for (const id of ids['organization']!) {
    yield ['organizations.get', { id }]
    yield ['organizations.save', { id, change: { nameVi: 'Chủ quản mới (hư cấu)' } }]
  }
  yield ['organizations.list', { text: 'trung' }]
  yield ['changes.sets', { text: 'mẫu' }]
  yield ['changes.sets', { entity: 'laboratory' }]
  yield ['decisions.find', { text: '12' }]
  yield ['tasks.list', {}]
  yield ['overview.get', {}]
}

const FROM =
  /\b(?:FROM|JOIN)\s+([a-z_]+)(?:\s+(?:AS\s+)?(?!ON\b|WHERE\b|JOIN\b|LEFT\b|CROSS\b|ORDER\b|GROUP\b|LIMIT\b|UNION\b|USING\b)([a-z_]+))?/gi

function tablesOf(sql: string): Map<string, string> {
  const names = new Map<string, string>()
  for (const [, table = '', alias] of sql.matchAll(FROM)) names.set(alias ?? table, table)
  return names
}

const tables = (): Set<string> =>
  new Set(prepareOf.call(db, `SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all() as string[])

/** The plan does not depend on what is bound, but something must be. */
function nothingBound(sql: string): unknown[] {
  const named = [...sql.matchAll(/[:@](\w+)/g)].map(([, name = '']) => [name, null])
  const places = sql.replaceAll(/'[^']*'/g, '').match(/\?/g)?.length ?? 0
  return [...Array.from({ length: places }, () => null), ...(named.length > 0 ? [Object.fromEntries(named)] : [])]
}

/** Steps of a plan that cost more the more there is. */
function costly(sql: string, real: ReadonlySet<string>): string[] {
  const steps = prepareOf.call(db, `EXPLAIN QUERY PLAN ${sql}`).all(...(nothingBound(sql) as [unknown])) as {
    detail: string
  }[]
  const names = tablesOf(sql)
  const read = steps.flatMap(({ detail }) => {
    // a look-up in a full-text index is told as a scan of its table
    if (detail.includes('VIRTUAL TABLE INDEX')) return []
    const [, how, alias = '', by = ''] = /^(SCAN|SEARCH) (\w+)(.*)/.exec(detail) ?? []
    const table = names.get(alias) ?? alias
    if (how === undefined || !real.has(table) || SMALL.has(table)) return []
    if (how === 'SCAN') return [`SCAN ${table}${by.includes('USING') ? ' by index' : ''}`]
    // what is sought begins with a value: few rows; with a bound, or any value: as many as there are
    return /\((\w+(=|>\? AND \w+<)|rowid)/.test(by) && !/\((rowid|\w+)[<>]\?\)/.test(by) ? [] : [`RANGE ${table}`]
  })
  // without one of these a sort is of what was looked up by key: the rows of a page or of one record
  const sorts = read.length > 0 && steps.some(({ detail }) => detail.startsWith('USE TEMP B-TREE'))
  return [...read, ...(sorts ? ['TEMP B-TREE'] : [])]
}

const short = (sql: string): string => sql.replaceAll(/\s+/g, ' ').trim()

it('is an index look-up, or stands among the allowed with its reason', () => {
  expect(statements.size).toBeGreaterThan(250)
  const real = tables()
  const used = new Set<string>()
  const found: string[] = []
  for (const sql of statements) {
    if (!/^\s*(SELECT|WITH|UPDATE|DELETE|INSERT)/i.test(sql)) continue
    for (const step of new Set(costly(sql, real))) {
      const known = allowed.find(({ part }) => short(sql).includes(part))
      if (known) used.add(known.part)
      else found.push(`${step}: ${short(sql).slice(0, 160)}`)
    }
  }
  expect(found).toEqual([])
  expect(allowed.map(({ part }) => part).filter((part) => !used.has(part))).toEqual([])
})
