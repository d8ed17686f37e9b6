// Whole annexes: their lines in order, what they may continue, the comparison of two issues, and saving many lines as one set.
import { RegistryError } from '../model/errors'
import { addDays } from '../model/dates/partial'
import { keysBetween } from '../model/order'
import { compareLines, countPairs, repeatedOf, suggest, type LineWords } from '../model/scope/compare'
import type { RowChange, ScopeRows } from '../model/scope/many'
import type { AnnexComparison, AnnexContents, AnnexHead, AnnexLine } from '../model/shapes/scope'
import { currentSeq, prepare, type ReadDb } from './database'
import { LINES_IN_FORCE } from './scope'
import { isInLog } from './saves'
import type { Tx } from './write'

/** First day on which an annex counts: its act's effective day, else the signing day of the decision, else always. */
const ANNEX_DAY = `coalesce(t.effective_first, d.signed_first, '0000-01-01')`

const HEAD = `
  SELECT x.rid, x.id, x.form, x.number, x.issue, x.extent, a.rid AS accreditationRid, a.id AS accreditation, a.code_printed AS code, t.kind AS act,
         d.kind AS paper, d.number AS paperNumber, d.signed, d.signed_printed AS signedPrinted, ${ANNEX_DAY} AS day
    FROM annex x JOIN decision_act t ON t.rid = x.act_rid JOIN decision d ON d.rid = t.decision_rid JOIN accreditation a ON a.rid = t.accreditation_rid
   WHERE x.id = ? AND x.trashed_at IS NULL`

const WORDS = `
  l.id, l.matrix_vi AS matrixVi, l.matrix_en AS matrixEn, l.test_vi AS testVi, l.test_en AS testEn, l.technique, l.quantity, l.range, l.cmc, l.method,
  l.method_edition AS methodEdition`
/** Each line with the first line that it continues, over any number of issues. */
const LINE = `
  ${WORDS}, l.position, l.inclusion, l.note, f.id AS fieldId, f.vi AS fieldName, s.id AS site, coalesce(s.label, s.address) AS siteName,
  (SELECT id FROM scope_line WHERE rid = l.continues_rid) AS continues,
  (WITH RECURSIVE up(rid, before) AS (
     SELECT l.rid, l.continues_rid UNION SELECT p.rid, p.continues_rid FROM scope_line p JOIN up ON p.rid = up.before)
   SELECT p.id FROM up JOIN scope_line p ON p.rid = up.rid WHERE up.before IS NULL) AS lineage`
const JOINED = `LEFT JOIN field f ON f.rid = l.field_rid LEFT JOIN site s ON s.rid = l.site_rid`
const LINES = `SELECT ${LINE} FROM scope_line l ${JOINED} WHERE l.annex_rid = ? AND l.trashed_at IS NULL ORDER BY l.position, l.rid`
const IN_FORCE = `WHERE l.rid IN (SELECT l.rid ${LINES_IN_FORCE}) AND l.annex_rid <> :annex ORDER BY l.annex_rid, l.position, l.rid`
const EARLIER = `SELECT ${LINE} FROM scope_line l ${JOINED} ${IN_FORCE}`
const EARLIER_WORDS = `SELECT ${WORDS}, s.id AS site FROM scope_line l LEFT JOIN site s ON s.rid = l.site_rid ${IN_FORCE}`
/** What a saving must know of the lines that are there. */
const PLACES = `
  SELECT l.id, l.position, (SELECT id FROM scope_line WHERE rid = l.continues_rid) AS continues FROM scope_line l
   WHERE l.annex_rid = ? AND l.trashed_at IS NULL`
type Place = Pick<AnnexLine, 'id' | 'position' | 'continues'>

interface HeadRow extends Omit<AnnexHead, 'decision' | 'day'> {
  rid: number
  accreditationRid: number
  paper: AnnexHead['decision']['kind']
  paperNumber: string | null
  signed: string | null
  signedPrinted: string | null
  day: string
}
type LineRow = Omit<AnnexLine, 'field'> & { fieldId: string | null; fieldName: string | null }

const UNKNOWN_DAY = '0000-01-01'

function headRow(db: ReadDb, id: string): HeadRow {
  const row = prepare<[string], HeadRow>(db, HEAD).get(id)
  if (!row) throw new RegistryError('not_found', `annex ${id}`)
  return row
}

function toHead(row: HeadRow): AnnexHead {
  const { rid: _rid, accreditationRid: _accreditation, paper, paperNumber, signed, signedPrinted, day, ...head } = row
  const date = signed === null ? null : { iso: signed, ...(signedPrinted === null ? {} : { printed: signedPrinted }) }
  return {
    ...head,
    decision: { kind: paper, number: paperNumber, signed: date },
    day: day === UNKNOWN_DAY ? null : day,
  }
}

const toLine = ({ fieldId, fieldName, ...row }: LineRow): AnnexLine => ({
  ...row,
  lineage: row.lineage ?? row.id,
  field: fieldId === null ? null : { id: fieldId, name: fieldName ?? '' },
})

const linesOf = (db: ReadDb, annex: number): AnnexLine[] => prepare<[number], LineRow>(db, LINES).all(annex).map(toLine)

/** Lines of the accreditation that held on the day before the annex began to count; none where that day is not known. */
function earlier<R>(db: ReadDb, sql: string, head: HeadRow): R[] {
  if (head.day === UNKNOWN_DAY) return []
  const question = {
    accreditations: JSON.stringify([head.accreditationRid]),
    day: addDays(head.day, -1),
    annex: head.rid,
    lines: null,
  }
  return prepare<[object], R>(db, sql).all(question)
}

/** An annex whole. Throws not_found (also from the trash). */
export function annexContents(db: ReadDb, id: string): AnnexContents {
  const head = headRow(db, id)
  return {
    annex: toHead(head),
    lines: linesOf(db, head.rid),
    earlier: earlier<LineRow>(db, EARLIER, head).map(toLine),
    seq: currentSeq(db),
  }
}

/** Two annexes of one accreditation. Throws not_found, invalid_input where they belong to different ones. */
export function compareAnnexes(db: ReadDb, pair: { from: string; to: string }): AnnexComparison {
  const [from, to] = [headRow(db, pair.from), headRow(db, pair.to)]
  if (from.accreditation !== to.accreditation)
    throw new RegistryError('invalid_input', 'annexes of two accreditations', [
      { field: 'to', rule: 'other_accreditation' },
    ])
  const pairs = compareLines(linesOf(db, from.rid), linesOf(db, to.rid), to.extent)
  const counts = countPairs(pairs)
  return { from: toHead(from), to: toHead(to), pairs, counts, suggestion: suggest(counts), seq: currentSeq(db) }
}

/** Saves rows of one annex in the order given, as part of one set; new rows that repeat an earlier line word for word continue it. */
export function saveRows(tx: Tx, { annex, rows: sent, remove = [], seen }: ScopeRows, instant: string): string[] {
  const head = headRow(tx.db, annex)
  const living = prepare<[number], Place>(tx.db, PLACES).all(head.rid)
  const known = new Map(living.map((line) => [line.id, line]))
  const rows = sent.map((row) => onceOnly(tx.db, row, known))
  const problems = rows.flatMap((row, at) => (isEmpty(row) ? [{ field: `rows.${at}.testVi`, rule: 'required' }] : []))
  if (problems.length) throw new RegistryError('invalid_input', 'rows without words', problems)
  for (const id of [...remove, ...rows.flatMap((row) => row.id ?? [])])
    if (!known.has(id)) throw new RegistryError('not_found', `line ${id} of annex ${annex}`)
  for (const id of remove) tx.change('scope_line', id, { trashedAt: instant }, seen)
  const gone = new Set(remove)
  const positions = placesFor(
    rows.map((row) => known.get(row.id ?? '')?.position ?? null),
    living.filter((line) => !gone.has(line.id)).map((line) => line.position),
  )
  const continued = continuedBy(tx.db, head, rows, known)
  return rows.map(({ id, newId, ...fields }, at) => {
    const position = positions[at]!
    if (id !== undefined) {
      tx.change('scope_line', id, { ...fields, position }, seen)
      return id
    }
    const continues = fields.continues === undefined ? (continued.get(at) ?? null) : fields.continues
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
    return tx.create('scope_line', { inclusion: 'included', ...given, annex, position, continues }, newId)
  })
}

/** A new row that was saved before (its answer was lost, or its draft outlived the saving) is that line; from the trash it is a line of its own. */
function onceOnly(db: ReadDb, { newId, ...row }: RowChange, known: ReadonlyMap<string, Place>): RowChange {
  if (newId === undefined || row.id !== undefined) return row
  if (known.has(newId)) return { ...row, id: newId }
  return isInLog(db, newId) ? row : { ...row, newId }
}

const isEmpty = (row: RowChange): boolean =>
  row.id === undefined && !row.matrixVi && !row.testVi && !row.matrixEn && !row.testEn && !row.quantity

/** Of new rows that say nothing about it, by their place: the earlier line that they repeat word for word. */
function continuedBy(
  db: ReadDb,
  head: HeadRow,
  rows: readonly RowChange[],
  known: ReadonlyMap<string, Place>,
): Map<number, string> {
  const asked = rows.flatMap((row, at) => (row.id === undefined && row.continues === undefined ? [{ row, at }] : []))
  if (asked.length === 0) return new Map()
  const taken = new Set([...known.values()].map((line) => line.continues))
  const free = earlier<LineWords>(db, EARLIER_WORDS, head).filter((line) => !taken.has(line.id))
  const repeated = repeatedOf(
    free,
    asked.map(({ row, at }) => wordsOf(row, String(at))),
  )
  return new Map([...repeated].map(([at, line]) => [Number(at), line]))
}

const wordsOf = (row: RowChange, id: string): LineWords => ({
  id,
  matrixVi: row.matrixVi ?? null,
  matrixEn: row.matrixEn ?? null,
  testVi: row.testVi ?? null,
  testEn: row.testEn ?? null,
  technique: row.technique ?? null,
  quantity: row.quantity ?? null,
  range: row.range ?? null,
  cmc: row.cmc ?? null,
  method: row.method ?? null,
  methodEdition: row.methodEdition ?? null,
  site: row.site ?? null,
})

/** Keys for the rows: those that stand in order keep theirs, the others get keys between them. Rows that are all new go to the end. */
function placesFor(own: readonly (string | null)[], living: readonly string[]): string[] {
  const kept = longestRising(own)
  const sent = new Set(own)
  const others = living.filter((key) => !sent.has(key)).toSorted()
  const places: string[] = []
  let last = own.every((key) => key === null) ? (living.toSorted().at(-1) ?? null) : null
  for (let at = 0; at < own.length;) {
    if (kept.has(at)) {
      last = own[at]!
      places.push(last)
      at += 1
      continue
    }
    let end = at
    while (end < own.length && !kept.has(end)) end += 1
    const bounds = [own[end] ?? null, others.find((key) => last === null || key > last) ?? null].filter(
      (key) => key !== null,
    )
    const keys = keysBetween(last, bounds.toSorted()[0] ?? null, end - at)
    places.push(...keys)
    last = keys.at(-1)!
    at = end
  }
  return places
}

/** Places of a longest run of keys that already rise: moving one row of many changes that row alone. */
function longestRising(keys: readonly (string | null)[]): Set<number> {
  const ends: number[] = []
  const before: number[] = []
  for (const [at, key] of keys.entries()) {
    if (key === null) continue
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (keys[ends[middle]!]! < key) low = middle + 1
      else high = middle
    }
    before[at] = low > 0 ? ends[low - 1]! : -1
    ends[low] = at
  }
  const kept = new Set<number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) kept.add(at)
  return kept
}
