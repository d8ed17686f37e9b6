// The whole register as one JSON file that says by itself what it is: when, of which state, with the schema of every kind of record and a
// fingerprint over everything above it. Passwords and the log stay in the register; who has an account stays there too.
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { z } from 'zod'
import type { Job } from '../../jobs/job'
import { entityNames, fieldsOf, type EntityName } from '../../model/entities'
import type { Exported } from '../../model/shapes/exchange'
import { columnsOf, fromSql } from '../../store/columns'
import { currentSeq, prepare, type ReadDb } from '../../store/database'
import { localValue } from '../../store/local'
import { fingerprint } from '../../store/log'
import { withSnapshot } from '../connection'
import { writeFileWhole } from '../write-file'

export interface DumpJob {
  register: string
  /** where the file goes */
  path: string
  day: string
  /** instant of the export, ISO 8601 UTC */
  now: string
  /** of the program */
  version: string
}

/** Grows when a reader of older files would misread a new one. */
const DUMP_VERSION = 1
/** Views and put-off work are habits of an office, accounts its people: none of them is the register's knowledge. */
const LEFT_OUT: ReadonlySet<EntityName> = new Set(['account', 'saved_view', 'snooze'])
export const dumped = entityNames.filter((name) => !LEFT_OUT.has(name))
const CHUNK = 1 << 20
const WATCH_EVERY = 2_000

/** Writes the file whole or not at all; `rows` are records, those in the trash among them, `cells` their known values. */
export function dumpRegister(job: DumpJob, watch: Job): Promise<Exported> {
  return withSnapshot(job.register, async (db) => {
    const count = { rows: 0, cells: 0 }
    const written = await writeFileWhole(job.path, sealed(lines(db, job, { watch, count })))
    return { file: basename(job.path), ...count, ...written }
  })
}

/** The lines in pieces, and behind them the SHA-256 of every byte before it. */
function* sealed(parts: Iterable<string>): Generator<Uint8Array, void, undefined> {
  const hash = createHash('sha256')
  let held = ''
  const taken = (): Uint8Array => {
    const bytes = Buffer.from(held)
    hash.update(bytes)
    held = ''
    return bytes
  }
  for (const part of parts) {
    held += part
    if (held.length >= CHUNK) yield taken()
  }
  yield taken()
  yield Buffer.from(`"sha256":"${hash.digest('hex')}"}\n`)
}

interface Counting {
  watch: Job
  count: { rows: number; cells: number }
}

function* lines(db: ReadDb, job: DumpJob, { watch, count }: Counting): Generator<string, void, undefined> {
  const counts = Object.fromEntries(dumped.map((entity) => [entity, countOf(db, entity)]))
  const total = Object.values(counts).reduce((sum, each) => sum + each, 0)
  const head = {
    format: 'so-cong-nhan.dump',
    version: DUMP_VERSION,
    app: job.version,
    made: job.now,
    day: job.day,
    register: {
      name: localValue(db, 'register_name', null),
      replica: localValue(db, 'replica'),
      commit: currentSeq(db),
      fingerprint: fingerprint(db),
    },
    counts,
    schema: Object.fromEntries(dumped.map((entity) => [entity, schemaOf(entity)])),
  }
  yield `${JSON.stringify(head).slice(0, -1)},\n"records":{`
  for (const [at, entity] of dumped.entries()) {
    yield `${at === 0 ? '' : ','}\n${JSON.stringify(entity)}:[`
    let between = '\n'
    for (const record of records(db, entity)) {
      yield `${between}${JSON.stringify(record)}`
      between = ',\n'
      count.rows += 1
      count.cells += Object.values(record).filter((value) => value !== null).length
      if (count.rows % WATCH_EVERY !== 0) continue
      watch.check()
      watch.progress(count.rows, total)
    }
    yield ']'
  }
  yield '},\n'
}

function countOf(db: ReadDb, entity: EntityName): number {
  return prepare<[], { n: number }>(db, `SELECT count(*) AS n FROM ${entity}`).get()!.n
}

/** Every record of a kind with its logged fields, in the order in which this file got them. */
function* records(db: ReadDb, entity: EntityName): Generator<Record<string, unknown>, void, undefined> {
  const columns = columnsOf(entity)
  for (const row of prepare<[], Record<string, unknown>>(db, `SELECT * FROM ${entity} ORDER BY rid`).iterate()) {
    const record: Record<string, unknown> = { id: row['id'] }
    for (const column of columns) record[column.field] = fromSql(db, column, row)
    yield record
  }
}

/** JSON Schema of one record. A reference is the id of a record of the kind that its description names. */
function schemaOf(entity: EntityName): unknown {
  const shape = Object.entries(fieldsOf(entity)).map(([name, { schema, target }]) => {
    const value = schema.nullable()
    return [name, target === undefined ? value : value.describe(target)] as const
  })
  const { $schema: _dialect, ...schema } = z.toJSONSchema(
    z.strictObject({ id: z.string(), ...Object.fromEntries(shape) }),
    { unrepresentable: 'any', io: 'output' },
  )
  return schema
}
