// A register of any size for measuring: the vocabulary of the sample, laboratories and papers put in by plain SQL, everything derived by the
// register's own rules. Kept between runs.
import { existsSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { loadReference } from '../../../db/registers/reference'
import { makeLines, type Line } from '../../../db/registers/sample/lines'
import { seededRandom, type Random } from '../../../db/registers/sample/random'
import type { Family } from '../../../db/registers/sample/words/family'
import * as calibration from '../../../db/registers/sample/words/calibration'
import * as environment from '../../../db/registers/sample/words/environment'
import * as food from '../../../db/registers/sample/words/food'
import * as materials from '../../../db/registers/sample/words/materials'
import * as medicine from '../../../db/registers/sample/words/medicine'
import type { WriteDb } from '../../../db/store/database'
import { deriveAll } from '../../../db/store/derive'
import { setLocal } from '../../../db/store/local'
import { scratchRegister } from '../../../db/store/open'
import { writeSet } from '../../../db/store/write'

export interface Size {
  labs: number
  lines: number
  /** made-up substances, so that there are as many different words as in real scopes */
  substances: number
}

const isFamily = (value: unknown): value is Family => typeof value === 'object' && value !== null && 'matrices' in value
const families: Family[] = [food, environment, materials, medicine, calibration].flatMap((file) =>
  Object.values(file as Record<string, unknown>).filter(isFamily),
)

const STARTS =
  'am az be bi bro ca chlo cy de di eto fe flu gly he imi kre le ma me ni or pa pe pho pro pyr qui ri sul ta te tri val zo'.split(
    ' ',
  )
const MIDDLES = 'bu ca da fe fo ga la lo me mi mo na ni pi po ra ri ro ta ti to thio xa xi zo'.split(' ')
const ENDS = 'lin mid nat nol phos pyr ron tin tox vos xil zid zin zol'.split(' ')

/** Names like those of substances, all different. */
export function substances(count: number): string[] {
  const random = seededRandom(7)
  const names = new Set<string>()
  while (names.size < count)
    names.add(random.pick(STARTS) + random.pick(MIDDLES) + random.pick(MIDDLES) + random.pick(ENDS))
  return [...names]
}

/** Opens the register at `file`, made first where there is none. Returns how long the making took, in seconds. */
export function largeRegister(file: string, size: Size): { db: WriteDb; seconds: number | null } {
  let seconds: number | null = null
  if (!existsSync(file)) {
    const from = performance.now()
    const part = `${file}.part`
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(part + end, { force: true })
    make(part, size)
    renameSync(part, file)
    seconds = (performance.now() - from) / 1000
  }
  const db = new Database(file, { readonly: true }) as WriteDb
  db.pragma('cache_size = -65536') // as store/open.ts
  return { db, seconds }
}

function make(file: string, size: Size): void {
  const db = scratchRegister(file)
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -400000')
  setLocal(db, 'replica', '01a20000-0000-7000-8000-000000000000')
  writeSet(db, { actor: 'bench', now: '2026-11-23T03:00:00.000Z' }, loadReference)
  db.transaction(() => fill(db, size))()
  db.transaction(() => deriveAll(db))()
  db.close()
}

let made = 0
const newId = (): string => `01a20000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`

function inserter(db: WriteDb, table: string, columns: string): (...values: unknown[]) => number {
  const names = columns.split(' ')
  const statement = db.prepare(`INSERT INTO ${table} (id, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})`)
  return (...values) => Number(statement.run(newId(), ...values).lastInsertRowid)
}

function fill(db: WriteDb, { labs, lines, substances: count }: Size): void {
  const random = seededRandom(11)
  const names = substances(count)
  const units = db.prepare<[], number>('SELECT rid FROM admin_unit WHERE until_day IS NULL').pluck().all()
  const laboratory = inserter(db, 'laboratory', 'kind')
  const name = inserter(db, 'laboratory_name', 'laboratory_rid vi')
  const site = inserter(db, 'site', 'laboratory_rid label unit_rid')
  const accreditation = inserter(db, 'accreditation', 'code code_printed')
  const coverage = inserter(db, 'coverage', 'accreditation_rid laboratory_rid')
  const decision = inserter(db, 'decision', 'kind number')
  const act = inserter(db, 'decision_act', 'decision_rid accreditation_rid kind effective expiry')
  const annex = inserter(db, 'annex', 'act_rid extent')
  const line = lineInserter(db)
  for (let lab = 1; lab <= labs; lab += 1) {
    const rid = laboratory('testing')
    name(rid, `Phòng thử nghiệm Mẫu số ${lab}`)
    site(rid, `Địa điểm ${lab}`, random.pick(units))
    const code = `VILAS ${String(lab).padStart(3, '0')}`
    const accredited = accreditation(code, code)
    coverage(accredited, rid)
    const granted = act(
      decision('QD', `${lab}/QĐ-MAU`),
      accredited,
      'grant',
      '2023-05-10',
      random.chance(0.75) ? '2028-05-09' : '2026-05-09',
    )
    const listed = annex(granted, 'complete')
    const own = Math.floor((lab * lines) / labs) - Math.floor(((lab - 1) * lines) / labs)
    const field = [random.pick(families), random.pick(families)]
    for (const each of makeLines(random, field, own)) line(listed, withSubstance(each, names, random))
  }
}

/** A quarter of the lines names a made-up substance, the first ones often, the last ones once or never. */
function withSubstance(line: Line, names: readonly string[], random: Random): Line {
  if (!random.chance(0.25)) return line
  const name = names[Math.floor(names.length * random.next() ** 2)]!
  return { ...line, testVi: `Xác định dư lượng ${name}`, testEn: `Determination of ${name} residue` }
}

function lineInserter(db: WriteDb): (annex: number, line: Line) => void {
  const insert = inserter(
    db,
    'scope_line',
    'annex_rid position matrix_vi matrix_en test_vi test_en technique range method method_edition inclusion',
  )
  return (annex, { matrixVi, matrixEn, testVi, testEn, technique, range, method, methodEdition }) =>
    insert(annex, 'a', matrixVi, matrixEn, testVi, testEn, technique, range, method, methodEdition, 'included')
}
