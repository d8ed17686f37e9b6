// Pages of lists beside what SQL says without anything kept: every sort, both ways, many filters, days and pages, also after saves.
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadReference } from '../../db/registers/reference'
import { generateSample } from '../../db/registers/sample/generate'
import { labSorts, type LabQuery } from '../../db/model/inputs'
import { addDays } from '../../db/model/dates/partial'
import { matchQuery } from '../../db/search/indexing'
import { prepare, type ReadDb, type WriteDb } from '../../db/store/database'
import { trash } from '../../db/store/history'
import { conditionsFor } from '../../db/store/lab-filter'
import { FROM, listLabs, orderBy } from '../../db/store/labs'
import { setLocal } from '../../db/store/local'
import { scratchRegister } from '../../db/store/open'
import { listScope } from '../../db/store/scope'
import { overview } from '../../db/store/overview'
import { listTasks } from '../../db/store/tasks'
import { writeSet } from '../../db/store/write'
import { DAY, NOW } from '../support/register'

let db: WriteDb
const about = { actor: 'an', now: NOW }

beforeAll(async () => {
  db = scratchRegister()
  setLocal(db, 'replica', uuidv7())
  writeSet(db, about, loadReference)
  await generateSample(db, { labs: 40, seed: 3, day: DAY, ...about, lines: { low: 5, high: 8 } })
}, 120_000)
afterAll(() => db.close())

const PLAIN = (where: string, order: string): string =>
  `SELECT lab.id ${FROM} WHERE ${where} ORDER BY ${order} LIMIT :limit OFFSET :offset`

const HAS = (column: 'folded' | 'accented'): string =>
  `lab.rid IN (SELECT rowid FROM lab_search WHERE lab_search MATCH :${column})`

/** As each list was asked before any of it was kept: one statement, sorted, cut and counted by SQLite. */
function plainly(query: LabQuery, day: string): { ids: string[]; total: number } {
  const { where, parameters } = conditionsFor(query, day)
  const [folded, accented] = (['folded', 'accented'] as const).map((column) => matchQuery(query.text ?? '', column))
  if (folded !== null) {
    where.push(HAS('folded'))
    Object.assign(parameters, { folded, accented })
  }
  const exactFirst = folded !== null && (query.sort ?? 'name') === 'name' ? `${HAS('accented')} DESC, ` : ''
  const order = exactFirst + orderBy(query)
  const page = { limit: query.limit ?? 100, offset: query.offset ?? 0 }
  const condition = where.join(' AND ')
  return {
    ids: prepare<[object], string>(db, PLAIN(condition, order))
      .pluck()
      .all({ ...parameters, ...page }),
    total: prepare<[object], number>(db, `SELECT count(*) ${FROM} WHERE ${condition}`).pluck().get(parameters)!,
  }
}

const shown = (query: LabQuery, day: string): { ids: string[]; total: number } => {
  const { rows, total } = listLabs(db, query, day)
  return { ids: rows.map(({ id }) => id), total }
}

const filters: LabQuery[] = [
  {},
  { text: 'mẫu' },
  { text: 'phong thu' },
  { text: '…' },
  { status: ['valid', 'expiring'] },
  { scheme: 'VILAS', text: 'mau' },
  { flag: 'unverified' },
  { expiringWithin: 90 },
  { sector: 'health' },
]

it.each(labSorts)('sorts by %s as SQL does, on any day and page', (sort) => {
  for (const filter of filters)
    for (const descending of [false, true])
      for (const day of [DAY, addDays(DAY, -700), '2019-01-01'])
        for (const [offset, limit] of [
          [0, 7],
          [7, 7],
          [33, 100],
          [995, 30],
          [0, 1000],
        ] as const) {
          const query = { ...filter, sort, descending, offset, limit }
          expect(shown(query, day), JSON.stringify([query, day])).toEqual(plainly(query, day))
        }
})

it('forgets what it kept when something is written, and counts what lies in the trash out', () => {
  const query = { sort: 'owner' } as const
  const before = shown(query, DAY)
  const { rows } = listLabs(db, {}, DAY)
  const [first, second] = [rows[0]!.id, rows[1]!.id]
  const figures = overview(db, DAY).labs
  writeSet(db, about, (tx) => trash(tx, 'laboratory', first, NOW))
  expect(shown(query, DAY)).toEqual(plainly(query, DAY))
  expect(shown(query, DAY).total).toBe(before.total - 1)
  expect(shown({}, DAY)).toEqual(plainly({}, DAY))
  expect(shown({}, DAY).total).toBe(before.total - 1)
  expect(overview(db, DAY).labs).toBe(figures - 1)
  const name = db
    .prepare<[string], string>(
      'SELECT n.id FROM laboratory_name n JOIN laboratory l ON l.rid = n.laboratory_rid WHERE l.id = ?',
    )
    .pluck()
    .get(second)!
  writeSet(db, about, (tx) => tx.change('laboratory_name', name, { trashedAt: NOW }))
  expect(shown({}, DAY)).toEqual(plainly({}, DAY))
  expect(listTasks(db, { limit: 1000 }, { day: DAY, today: DAY }).rows.map(({ lab }) => lab)).not.toContain(first)
})

it('keeps nothing of a set that is taken back', () => {
  const { total } = listLabs(db, { sort: 'code' }, DAY)
  const id = listLabs(db, {}, DAY).rows[0]!.id
  let within = 0
  const failed = (): unknown =>
    writeSet(db, about, (tx) => {
      trash(tx, 'laboratory', id, NOW)
      within = listLabs(db, { sort: 'code' }, DAY).total
      throw new Error('no')
    })
  expect(failed).toThrow('no')
  expect(within).toBe(total - 1)
  writeSet(db, about, (tx) => tx.change('laboratory', id, { note: 'ghi chú' }))
  expect(listLabs(db, { sort: 'code' }, DAY).total).toBe(total)
})

const FOUND = `SELECT l.id FROM line_search s JOIN scope_line l ON l.rid = s.rowid WHERE line_search MATCH ? `

it('finds words in a scope as the index does', () => {
  const texts = db
    .prepare<[], string>(
      `SELECT test_vi || ' ' || coalesce(method, '') || ' ' || coalesce(matrix_en, '') FROM scope_line`,
    )
    .pluck()
    .all()
  const words = [...new Set(texts.flatMap((text) => text.split(' ')))].filter((_, at) => at % 40 === 0)
  const asked = [
    ...words,
    ...words.map((word) => word.slice(0, 3)),
    'xac dinh ham luong',
    'xacs ddinhj',
    'hàm xác',
    'H2',
    'µg',
    '½',
    '—',
  ]
  const labs = listLabs(db, {}, DAY).rows.slice(0, 6)
  for (const { id } of labs) {
    const all = listScope(db, { laboratory: id, limit: 1000 }, DAY).rows
    for (const text of asked)
      expect(idsIn(db, id, text), text).toEqual(
        asIndexed(
          text,
          all.map((line) => line.id),
        ),
      )
  }
})

const idsIn = (of: ReadDb, laboratory: string, text: string): string[] =>
  listScope(of, { laboratory, text, limit: 1000 }, DAY).rows.map(({ id }) => id)

function asIndexed(text: string, all: string[]): string[] {
  const query = matchQuery(text, 'folded')
  if (query === null) return all
  const found = new Set(prepare<[string], string>(db, FOUND).pluck().all(query))
  return all.filter((id) => found.has(id))
}
