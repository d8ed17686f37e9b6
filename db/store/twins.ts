// Laboratories that may have been entered twice. Only those that share a name without its common words, or a code, are ever compared, so the
// work grows with the twins and not with the square of the register.
import type { ToldApart, TwinFound, TwinLab, TwinList, TwinPair } from '../model/shapes/twins'
import type { TwinDismissal, TwinListQuestion, TwinQuestion } from '../model/twin-inputs'
import { nameBlock, secondKeys, twinsOf, type TwinFacts } from '../model/twins'
import { RegistryError } from '../model/errors'
import { codeKey, fold } from '../model/text/fold'
import { matchQuery } from '../search/indexing'
import { ridOf } from './columns'
import { currentSeq, prepare, type ReadDb } from './database'
import { keptUntilWritten } from './kept'
import { keyOf } from './record-key'
import type { Tx } from './write'

const HOLDS = (row: string): string => `${row}.trashed_at IS NULL AND ${row}.from_day <= :day AND ${row}.to_day >= :day`
const FACTS = `
  SELECT l.rid, l.id, l.phone,
         (SELECT n.vi FROM laboratory_name n WHERE n.laboratory_rid = l.rid AND ${HOLDS('n')} LIMIT 1) AS nameVi,
         (SELECT json_group_array(n.vi) FROM laboratory_name n WHERE n.laboratory_rid = l.rid AND n.trashed_at IS NULL) AS names,
         (SELECT json_object('id', g.id, 'name', coalesce(n.vi, '')) FROM laboratory_owner o JOIN organization g ON g.rid = o.organization_rid
            LEFT JOIN organization_name n ON n.organization_rid = g.rid AND ${HOLDS('n')}
           WHERE o.laboratory_rid = l.rid AND ${HOLDS('o')} LIMIT 1) AS owner,
         (SELECT json_group_array(json_object('code', a.code_printed, 'accreditation', a.id)) FROM (
            SELECT DISTINCT accreditation_rid FROM coverage WHERE laboratory_rid = l.rid AND trashed_at IS NULL) c
            JOIN accreditation a ON a.rid = c.accreditation_rid WHERE a.trashed_at IS NULL AND a.code_printed IS NOT NULL) AS codes,
         (SELECT json_group_array(json_object('address', t.address, 'phone', t.phone)) FROM site t
           WHERE t.laboratory_rid = l.rid AND t.trashed_at IS NULL) AS sites
    FROM json_each(:rids) r JOIN laboratory l ON l.rid = r.value`

interface FactsRow {
  rid: number
  id: string
  phone: string | null
  nameVi: string | null
  names: string
  owner: string | null
  codes: string
  sites: string
}

interface Known {
  rid: number
  lab: TwinLab
  facts: TwinFacts
}

function readFacts(db: ReadDb, rids: Iterable<number>, day: string): Map<number, Known> {
  const rows = prepare<[object], FactsRow>(db, FACTS).all({ rids: JSON.stringify([...rids]), day })
  return new Map(rows.map((row) => [row.rid, toKnown(row)]))
}

function toKnown({ rid, id, phone, nameVi, names, owner, codes, sites }: FactsRow): Known {
  const places = JSON.parse(sites) as { address: string | null; phone: string | null }[]
  const facts: TwinFacts = {
    names: JSON.parse(names) as string[],
    owner: owner === null ? null : (JSON.parse(owner) as TwinFacts['owner']),
    codes: JSON.parse(codes) as TwinFacts['codes'],
    addresses: places.flatMap(({ address }) => address ?? []),
    phones: [phone, ...places.map((place) => place.phone)].filter((each) => each !== null),
  }
  const lab: TwinLab = {
    id,
    nameVi: nameVi ?? facts.names[0] ?? '',
    owner: facts.owner?.name ?? null,
    codes: [...new Set(facts.codes.map(({ code }) => code))],
    addresses: [...facts.addresses],
  }
  return { rid, lab, facts }
}

const MOST_CANDIDATES = 60
const MOST_FOUND = 5
const BY_NAME = `SELECT n.laboratory_rid AS rid FROM laboratory_name n WHERE n.folded = :folded AND n.trashed_at IS NULL LIMIT ${MOST_CANDIDATES}`
const BY_WORDS = `SELECT rowid AS rid FROM lab_search WHERE lab_search MATCH :match LIMIT ${MOST_CANDIDATES}`
const BY_CODE = `SELECT c.laboratory_rid AS rid FROM accreditation a JOIN coverage c ON c.accreditation_rid = a.rid AND c.trashed_at IS NULL
  WHERE a.code_key = :code AND a.trashed_at IS NULL LIMIT ${MOST_CANDIDATES}`
const BY_OWNER = `SELECT o.laboratory_rid AS rid FROM laboratory_owner o JOIN organization g ON g.rid = o.organization_rid
  WHERE g.id = :owner AND o.trashed_at IS NULL ORDER BY o.rid DESC LIMIT 200`
const LIVING = 'SELECT rid FROM laboratory WHERE trashed_at IS NULL AND rid IN (SELECT value FROM json_each(:rids))'
const OWNER = `SELECT g.id, coalesce(n.vi, '') AS name FROM organization g LEFT JOIN organization_name n ON n.organization_rid = g.rid AND ${HOLDS('n')} WHERE g.id = :owner LIMIT 1`

/** Who looks like what is being typed; with nothing typed nobody. */
export function twinsTyped(db: ReadDb, typed: TwinQuestion, day: string): TwinFound[] {
  const rids = (sql: string, key: object): number[] =>
    prepare<[object], { rid: number }>(db, sql)
      .all(key)
      .map(({ rid }) => rid)
  const folded = fold(typed.nameVi ?? '')
  const match = folded === '' ? null : matchQuery(nameBlock(folded), 'folded')
  const code = codeKey(typed.code ?? '')
  const candidates = new Set([
    ...(folded === '' ? [] : rids(BY_NAME, { folded })),
    ...(match === null ? [] : rids(BY_WORDS, { match })),
    ...(code === '' ? [] : rids(BY_CODE, { code })),
    ...(typed.owner ? rids(BY_OWNER, { owner: typed.owner }) : []),
  ])
  const owner = typed.owner ? prepare<[object], { id: string; name: string }>(db, OWNER).get({ ...typed, day }) : null
  const one = (text: string | null | undefined): string[] => (text ? [text] : [])
  const facts: TwinFacts = {
    names: one(typed.nameVi),
    owner: owner ?? null,
    codes: one(typed.code).map((printed) => ({ code: printed, accreditation: null })),
    addresses: one(typed.address),
    phones: one(typed.phone),
  }
  const except = typed.except === undefined ? null : ridOf(db, 'laboratory', typed.except)
  const apart = except === null ? new Set<string>() : pairsApart(db)
  const living = rids(LIVING, { rids: JSON.stringify([...candidates]) })
  return [...readFacts(db, living, day).values()]
    .filter(({ rid }) => except === null || (rid !== except && !apart.has(pairKey(rid, except))))
    .map((known) => ({ known, twins: twinsOf(facts, known.facts) }))
    .filter(({ twins }) => twins.likely || twins.reasons.some(({ kind }) => kind === 'nameCore'))
    .toSorted((a, b) => b.twins.weight - a.twins.weight || a.known.rid - b.known.rid)
    .slice(0, MOST_FOUND)
    .map(({ known, twins: { likely, reasons } }) => ({ lab: known.lab, likely, reasons }))
}

const pairKey = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

const APART = `SELECT laboratory_rid AS a, twin_rid AS b FROM twin_verdict WHERE verdict = 'different' AND trashed_at IS NULL`

const pairsApart = (db: ReadDb): Set<string> =>
  new Set(
    prepare<[], { a: number; b: number }>(db, APART)
      .all()
      .map(({ a, b }) => pairKey(a, b)),
  )

const NAMES = `SELECT n.laboratory_rid AS rid, n.folded AS key FROM laboratory_name n JOIN laboratory l ON l.rid = n.laboratory_rid
  WHERE n.trashed_at IS NULL AND l.trashed_at IS NULL`
const CODES = `
  SELECT c.laboratory_rid AS rid, a.code_key AS key FROM accreditation a JOIN coverage c ON c.accreditation_rid = a.rid AND c.trashed_at IS NULL
    JOIN laboratory l ON l.rid = c.laboratory_rid AND l.trashed_at IS NULL
   WHERE a.trashed_at IS NULL AND a.code_key IN (SELECT code_key FROM accreditation WHERE code_key <> '' AND trashed_at IS NULL GROUP BY code_key HAVING count(*) > 1)`

interface Blocked {
  rid: number
  key: string
}

function groups(rows: Iterable<Blocked>): number[][] {
  const found = new Map<string, Set<number>>()
  for (const { rid, key } of rows) found.set(key, (found.get(key) ?? new Set()).add(rid))
  return [...found.values()].filter((rids) => rids.size > 1).map((rids) => [...rids].toSorted((a, b) => a - b))
}

/** A name or code that more laboratories bear says nothing alone: these are compared only where they share one thing more. */
const MANY = 12

function* pairsIn(rids: readonly number[]): Generator<[number, number]> {
  if (rids.length > MANY) for (const rid of rids.slice(1)) yield [rids[0]!, rid]
  else for (const [at, one] of rids.entries()) for (const two of rids.slice(at + 1)) yield [one, two]
}

function* pairsOf(blocks: readonly number[][], known: ReadonlyMap<number, Known>): Generator<[number, number]> {
  for (const block of blocks) {
    if (block.length <= MANY) yield* pairsIn(block)
    else {
      const second = block.flatMap((rid) => secondKeys(known.get(rid)!.facts).map((key) => ({ rid, key })))
      for (const bucket of groups(second)) yield* pairsIn(bucket)
    }
  }
}

interface Found {
  pair: TwinPair
  key: string
  weight: number
}

/** Every likely pair of the register, the likeliest first. */
export function findTwins(db: ReadDb, day: string): Found[] {
  const names = prepare<[], Blocked>(db, NAMES).all()
  const blocks = [
    ...groups(names.map(({ rid, key }) => ({ rid, key: nameBlock(key) }))),
    ...groups(prepare<[], Blocked>(db, CODES).all()),
  ]
  const known = readFacts(db, new Set(blocks.flat()), day)
  const found = new Map<string, Found>()
  for (const [a, b] of pairsOf(blocks, known)) {
    const key = pairKey(a, b)
    if (found.has(key)) continue
    const [one, two] = [known.get(a)!, known.get(b)!]
    const { likely, reasons, weight } = twinsOf(one.facts, two.facts)
    if (likely) found.set(key, { pair: { labs: [one.lab, two.lab], reasons }, key, weight })
  }
  return [...found.values()].toSorted((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
}

const lists = keptUntilWritten<Found[]>(1)
const knownTwins = (db: ReadDb, day: string): Found[] => lists(db, day, () => findTwins(db, day))

export function listTwins(db: ReadDb, { offset = 0, limit = 100 }: TwinListQuestion, day: string): TwinList {
  const apart = pairsApart(db)
  const open = knownTwins(db, day).filter(({ key }) => !apart.has(key))
  return {
    rows: open.slice(offset, offset + limit).map(({ pair }) => pair),
    total: open.length,
    toldApart: toldApart(db, day),
    seq: currentSeq(db),
  }
}

const TOLD = `
  SELECT v.laboratory_rid AS a, v.twin_rid AS b, v.reason, s.actor AS "by", s.recorded_at AS at FROM twin_verdict v
    JOIN laboratory l ON l.rid = v.laboratory_rid AND l.trashed_at IS NULL JOIN laboratory m ON m.rid = v.twin_rid AND m.trashed_at IS NULL
    JOIN change_set s ON s.commit_seq = (SELECT max(commit_seq) FROM change WHERE record = ${keyOf('v.id')})
   WHERE v.verdict = 'different' AND v.trashed_at IS NULL ORDER BY s.commit_seq DESC, v.rid DESC`

function toldApart(db: ReadDb, day: string): ToldApart[] {
  const rows = prepare<[], { a: number; b: number; reason: string | null; by: string; at: string }>(db, TOLD).all()
  const known = readFacts(db, new Set(rows.flatMap(({ a, b }) => [a, b])), day)
  return rows.map(({ a, b, ...row }) => ({ labs: [known.get(a)!.lab, known.get(b)!.lab], ...row }))
}

const VERDICT = `SELECT id FROM twin_verdict WHERE verdict = 'different' AND trashed_at IS NULL
  AND ((laboratory_rid = :a AND twin_rid = :b) OR (laboratory_rid = :b AND twin_rid = :a)) LIMIT 1`

/** The living verdict that two laboratories are two, as its id. */
export const verdictOn = (db: ReadDb, a: string, b: string): string | null =>
  prepare<[object], { id: string }>(db, VERDICT).get({ a: ridOf(db, 'laboratory', a), b: ridOf(db, 'laboratory', b) })
    ?.id ?? null

/** Remembers or forgets that two laboratories are two. Throws not_found; invalid_input (itself). */
export function tellApart(
  tx: Tx,
  { laboratory, twin, different, reason = null }: TwinDismissal,
  instant: string,
): string {
  if (laboratory === twin)
    throw new RegistryError('invalid_input', 'a laboratory and itself', [{ field: 'twin', rule: 'itself' }])
  const known = verdictOn(tx.db, laboratory, twin)
  if (different && known !== null) tx.change('twin_verdict', known, { reason })
  else if (different) return tx.create('twin_verdict', { laboratory, twin, verdict: 'different', reason })
  else if (known === null) throw new RegistryError('not_found', `verdict on ${laboratory} and ${twin}`)
  else tx.change('twin_verdict', known, { trashedAt: instant })
  return known
}
