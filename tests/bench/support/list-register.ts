// A register of many laboratories with every column of the list filled, for measuring exports: plain SQL for the papers, everything derived by
// the register's own rules. All names are made up.
import { loadReference } from '../../../db/registers/reference'
import { seededRandom, type Random } from '../../../db/registers/sample/random'
import type { WriteDb } from '../../../db/store/database'
import { deriveAll } from '../../../db/store/derive'
import { setLocal } from '../../../db/store/local'
import { scratchRegister } from '../../../db/store/open'
import { writeSet } from '../../../db/store/write'

/** Makes the register at `file`, where there must be none. */
export function listRegister(file: string, labs: number): void {
  const db = scratchRegister(file)
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -400000')
  setLocal(db, 'replica', '01a20000-0000-7000-8000-000000000000')
  setLocal(db, 'register_id', '01a20000-0000-7000-8000-000000000001')
  setLocal(db, 'register_name', 'Sổ đo')
  setLocal(db, 'register_kind', 'empty')
  setLocal(db, 'created_at', NOW)
  writeSet(db, { actor: 'bench', now: NOW }, loadReference)
  db.transaction(() => fill(db, labs))()
  db.transaction(() => deriveAll(db))()
  db.close()
}

const NOW = '2026-11-23T03:00:00.000Z'
const OWNERS = 2_000

let made = 0
const newId = (): string => `01a20000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`

function inserter(db: WriteDb, table: string, columns: string): (...values: unknown[]) => number {
  const names = columns.split(' ')
  const statement = db.prepare(`INSERT INTO ${table} (id, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})`)
  return (...values) => Number(statement.run(newId(), ...values).lastInsertRowid)
}

function fill(db: WriteDb, labs: number): void {
  const random = seededRandom(11)
  const rids = (sql: string): number[] => db.prepare<[], number>(sql).pluck().all()
  const units = rids('SELECT rid FROM admin_unit WHERE until_day IS NULL')
  const owners = makeOwners(db)
  const laboratory = inserter(db, 'laboratory', 'kind phone email website note')
  const name = inserter(db, 'laboratory_name', 'laboratory_rid vi en')
  const owner = inserter(db, 'laboratory_owner', 'laboratory_rid organization_rid')
  const site = inserter(db, 'site', 'laboratory_rid address unit_rid')
  const accredit = accreditations(db, random, rids)
  for (let lab = 1; lab <= labs; lab += 1) {
    const phone = `0203.3${String(lab).padStart(6, '0')}`
    const note = random.chance(0.3) ? `Ghi chú của phòng mẫu số ${lab}` : null
    const rid = laboratory('testing', phone, `phong${lab}@example.invalid`, `https://example.invalid/${lab}`, note)
    name(rid, `Phòng thử nghiệm mẫu số ${lab} (hư cấu)`, `Fictional testing laboratory ${lab}`)
    owner(rid, random.pick(owners))
    site(rid, `Số ${random.int(1, 900)} đường mẫu ${random.int(1, 400)}, tổ ${random.int(1, 40)}`, random.pick(units))
    accredit(rid, lab)
  }
}

function makeOwners(db: WriteDb): number[] {
  const organization = inserter(db, 'organization', 'sector')
  const name = inserter(db, 'organization_name', 'organization_rid vi')
  return Array.from({ length: OWNERS }, (_, at) => {
    const rid = organization('enterprise')
    name(rid, `Công ty cổ phần mẫu số ${at + 1} (hư cấu)`)
    return rid
  })
}

function accreditations(
  db: WriteDb,
  random: Random,
  rids: (sql: string) => number[],
): (lab: number, at: number) => void {
  const [scheme] = rids(`SELECT rid FROM scheme WHERE key = 'VILAS'`)
  const standards = rids('SELECT rid FROM standard LIMIT 3')
  const fields = rids('SELECT rid FROM field')
  const accreditation = inserter(db, 'accreditation', 'scheme_rid code code_printed')
  const standard = inserter(db, 'accreditation_standard', 'accreditation_rid standard_rid')
  const field = inserter(db, 'accreditation_field', 'accreditation_rid field_rid')
  const coverage = inserter(db, 'coverage', 'accreditation_rid laboratory_rid')
  const decision = inserter(db, 'decision', 'kind number')
  const act = inserter(db, 'decision_act', 'decision_rid accreditation_rid kind effective expiry')
  return (lab, at) => {
    const code = `VILAS ${String(at).padStart(3, '0')}`
    const rid = accreditation(scheme, code, code)
    coverage(rid, lab)
    standard(rid, random.pick(standards))
    field(rid, random.pick(fields))
    const expiry = `20${random.int(25, 29)}-${String(random.int(1, 12)).padStart(2, '0')}-15`
    act(decision('QD', `${at}/QĐ-MAU`), rid, 'grant', '2023-05-10', expiry)
  }
}
