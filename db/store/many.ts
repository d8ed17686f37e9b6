// Many laboratories or accreditations edited at once: what may be edited of them, and their saving as one set.
import { RegistryError, type FieldProblem } from '../model/errors'
import type { AccreditationChange, LabChange } from '../model/inputs'
import type { Named } from '../model/shapes/answer'
import type { AccreditationCells, LabCells, SheetRows } from '../model/shapes/sheet'
import type { Home } from './by-row'
import { currentSeq, prepare, type ReadDb } from './database'
import { saveAccreditation, saveLab } from './saves'
import type { Tx } from './write'

const ON_DAY = (row: string) => `${row}.trashed_at IS NULL AND ${row}.from_day <= :day AND ${row}.to_day >= :day`

const OWNER = `(SELECT o.organization_rid FROM laboratory_owner o WHERE o.laboratory_rid = lab.rid AND ${ON_DAY('o')} LIMIT 1)`
const LABS = `
  SELECT lab.id, n.vi AS nameVi, n.en AS nameEn, g.id AS ownerId, gn.vi AS ownerName, lab.kind, lab.manager, lab.phone, lab.email, lab.website, lab.note
    FROM json_each(:ids) asked JOIN laboratory lab ON lab.id = asked.value AND lab.trashed_at IS NULL
    LEFT JOIN laboratory_name n ON n.laboratory_rid = lab.rid AND ${ON_DAY('n')}
    LEFT JOIN organization g ON g.rid = ${OWNER}
    LEFT JOIN organization_name gn ON gn.organization_rid = g.rid AND ${ON_DAY('gn')}
   GROUP BY lab.rid ORDER BY min(asked.key)`

type LabRow = Omit<LabCells, 'owner' | 'nameVi'> & {
  nameVi: string | null
  ownerId: string | null
  ownerName: string | null
}

const named = (id: string | null, name: string | null): Named | null => (id === null ? null : { id, name: name ?? '' })

/** Living laboratories of `ids` on `day`, in that order. */
export function labRows(db: ReadDb, ids: readonly string[], day: string): SheetRows<LabCells> {
  const rows = prepare<[object], LabRow>(db, LABS).all({ ids: JSON.stringify(ids), day })
  return {
    rows: rows.map(({ ownerId, ownerName, nameVi, ...row }) => ({
      ...row,
      nameVi: nameVi ?? '',
      owner: named(ownerId, ownerName),
    })),
    seq: currentSeq(db),
  }
}

const HELD = `
  SELECT a.rid, a.id, a.code_printed AS code, a.note, k.id AS scheme, i.id AS issuer, g.id AS ownerId, gn.vi AS ownerName
    FROM json_each(:ids) asked JOIN laboratory lab ON lab.id = asked.value AND lab.trashed_at IS NULL
    JOIN coverage c ON c.laboratory_rid = lab.rid AND ${ON_DAY('c')}
    JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL
    LEFT JOIN scheme k ON k.rid = a.scheme_rid LEFT JOIN issuer i ON i.rid = a.issuer_rid
    LEFT JOIN organization g ON g.rid = a.organization_rid
    LEFT JOIN organization_name gn ON gn.organization_rid = g.rid AND ${ON_DAY('gn')}
   GROUP BY a.rid ORDER BY min(asked.key), a.rid`
const COVERED = `
  SELECT DISTINCT c.accreditation_rid AS of, lab.id, n.vi AS name
    FROM json_each(:held) asked JOIN coverage c ON c.accreditation_rid = asked.value AND ${ON_DAY('c')}
    JOIN laboratory lab ON lab.rid = c.laboratory_rid AND lab.trashed_at IS NULL
    LEFT JOIN laboratory_name n ON n.laboratory_rid = lab.rid AND ${ON_DAY('n')}
   ORDER BY n.sort_key, lab.rid`

type HeldRow = Omit<AccreditationCells, 'laboratories' | 'organization'> & {
  rid: number
  ownerId: string | null
  ownerName: string | null
}

/** Living accreditations that cover the laboratories on `day`, each once, by the first of those laboratories. */
export function accreditationRows(
  db: ReadDb,
  laboratories: readonly string[],
  day: string,
): SheetRows<AccreditationCells> {
  const held = prepare<[object], HeldRow>(db, HELD).all({ ids: JSON.stringify(laboratories), day })
  const covered = prepare<[object], { of: number; id: string; name: string | null }>(db, COVERED).all({
    held: JSON.stringify(held.map(({ rid }) => rid)),
    day,
  })
  const laboratoriesOf = new Map<number, Named[]>(held.map(({ rid }) => [rid, []]))
  for (const { of, id, name } of covered) laboratoriesOf.get(of)!.push({ id, name: name ?? '' })
  return {
    rows: held.map(({ rid, ownerId, ownerName, ...row }) => ({
      ...row,
      organization: named(ownerId, ownerName),
      laboratories: laboratoriesOf.get(rid)!,
    })),
    seq: currentSeq(db),
  }
}

const NAMES = `
  SELECT g.id, n.vi AS name FROM organization g JOIN organization_name n ON n.organization_rid = g.rid AND ${ON_DAY('n')}
   WHERE g.trashed_at IS NULL ORDER BY n.sort_key, g.rid`

/** Every living owner by its name on `day`, in Vietnamese order. */
export const ownerNames = (db: ReadDb, day: string): Named[] => prepare<[object], Named>(db, NAMES).all({ day })

interface Many<C> {
  seen?: number | undefined
  rows: readonly { id: string; change: C }[]
}

export function saveLabs(tx: Tx, { seen, rows }: Many<LabChange>, now: { day: string; instant: string }): void {
  eachRow(tx, 'laboratory', rows, (row) => saveLab(tx, { ...row, seen }, now))
}

export function saveAccreditations(tx: Tx, { seen, rows }: Many<AccreditationChange>, instant: string): void {
  eachRow(tx, 'accreditation', rows, (row) => saveAccreditation(tx, { ...row, seen }, instant))
}

/** Saves each row; what is wrong with some is gathered, so that all of it is told at once. */
function eachRow<R extends { id: string }>(
  tx: Tx,
  entity: 'laboratory' | 'accreditation',
  rows: readonly R[],
  save: (row: R) => void,
): void {
  const sql = `SELECT t.id FROM json_each(?) asked JOIN ${entity} t ON t.id = asked.value WHERE t.trashed_at IS NULL`
  const asked = JSON.stringify(rows.map(({ id }) => id))
  const living = new Set(
    prepare<[string], { id: string }>(tx.db, sql)
      .all(asked)
      .map(({ id }) => id),
  )
  const gone = rows.flatMap(({ id }, at): FieldProblem[] =>
    living.has(id) ? [] : [{ field: `rows.${at}`, record: id, rule: 'not_found' }],
  )
  if (gone.length > 0) throw new RegistryError('not_found', `${entity} not living`, gone)
  const problems: FieldProblem[] = []
  for (const [at, row] of rows.entries()) {
    try {
      save(row)
    } catch (error) {
      if (!(error instanceof RegistryError) || error.code !== 'invalid_input') throw error
      for (const problem of error.fields ?? []) problems.push({ ...problem, field: `rows.${at}.${problem.field}` })
    }
  }
  if (problems.length > 0) throw new RegistryError('invalid_input', 'rows with problems', problems)
}

const OF_NAME = `SELECT lab.id FROM laboratory_name x JOIN laboratory lab ON lab.rid = x.laboratory_rid WHERE x.id = ?`
const OF_OWNER = `SELECT lab.id FROM laboratory_owner x JOIN laboratory lab ON lab.rid = x.laboratory_rid WHERE x.id = ?`

/** Names and owners lie in records of their own: a conflict there is told as one of the laboratory. */
export function labHome(db: ReadDb): Home {
  const labOf = (sql: string, record: string) => prepare<[string], { id: string }>(db, sql).get(record)?.id
  return ({ record = '', field }) => {
    const named = labOf(OF_NAME, record)
    if (named !== undefined) return { record: named, field: field === 'en' ? 'nameEn' : 'nameVi' }
    const owned = labOf(OF_OWNER, record)
    return owned === undefined ? { record, field } : { record: owned, field: 'owner' }
  }
}
