// Which accreditations a report may rest on: those of its code, of its laboratory, or of both. What the register does not hold is never a “no”.
import { parseCode } from '../../model/codes/parse'
import type { Reason } from '../../model/check/report'
import { listed, type Speaker } from '../../model/check/speak'
import { codeKey, fold, foldKeepTones } from '../../model/text/fold'
import { prepare, type ReadDb } from '../database'
import { listLabs } from '../labs'

export interface LabFound {
  rid: number
  id: string
  name: string
}

export interface Found {
  accreditations: number[]
  /** laboratories the report names; null: none named */
  labs: LabFound[] | null
  /** the code in its canonical form; null: none given or not readable */
  code: string | null
  /** why there is nothing to judge */
  problem: Reason | null
}

export interface Named {
  code: string | null
  lab: string | null
  day: string
}

const OF_CODE = 'SELECT rid FROM accreditation WHERE code_key = ? AND trashed_at IS NULL ORDER BY rid'
const OF_LABS = `
  SELECT DISTINCT c.accreditation_rid AS rid FROM coverage c JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL
   WHERE c.trashed_at IS NULL AND c.laboratory_rid IN (SELECT value FROM json_each(?)) ORDER BY c.accreditation_rid`
const COVERED = `
  SELECT DISTINCT n.vi AS name FROM coverage c JOIN laboratory lab ON lab.rid = c.laboratory_rid AND lab.trashed_at IS NULL
    JOIN laboratory_name n ON n.laboratory_rid = lab.rid AND n.trashed_at IS NULL AND n.from_day <= :day AND n.to_day >= :day
   WHERE c.trashed_at IS NULL AND c.accreditation_rid IN (SELECT value FROM json_each(:rids)) ORDER BY n.sort_key`
const CODES = `SELECT DISTINCT code_printed AS name FROM accreditation WHERE code_printed IS NOT NULL AND rid IN (SELECT value FROM json_each(?)) ORDER BY code_key`

const names = (db: ReadDb, sql: string, parameters: unknown): string[] =>
  prepare<[unknown], { name: string }>(db, sql)
    .all(parameters)
    .map(({ name }) => name)

/** `problem` null: there is at least one accreditation to judge. */
export function findCandidates(db: ReadDb, asked: Named, speak: Speaker): Found {
  const nothing: Found = { accreditations: [], labs: null, code: null, problem: null }
  if (asked.code === null && asked.lab === null)
    return { ...nothing, problem: speak.reason('nothing_named', 'insufficient_data') }
  const code = asked.code === null ? null : readCode(db, asked.code, speak)
  if (code?.problem) return { ...nothing, problem: code.problem }
  const labs = asked.lab === null ? null : findLabs(db, asked.lab, asked.day)
  const found: Found = { ...nothing, labs, code: code?.canonical ?? null }
  const ofLabs = labs === null ? null : ridsOfLabs(db, labs)
  const both = join(code?.rids ?? null, ofLabs)
  const problem = code?.rids.length === 0 || labs?.length === 0 || both.length === 0 || isSeveral(labs, code)
  return problem
    ? { ...found, problem: explain(db, { asked, found, code, ofLabs }, speak) }
    : { ...found, accreditations: both }
}

interface CodeFound {
  rids: number[]
  canonical: string | null
  problem: Reason | null
}

function readCode(db: ReadDb, text: string, speak: Speaker): CodeFound {
  const read = parseCode(text)
  const key = codeKey(read.ok ? read.value.canonical : text)
  const rids =
    key === ''
      ? []
      : prepare<[string], { rid: number }>(db, OF_CODE)
          .all(key)
          .map(({ rid }) => rid)
  if (read.ok) return { rids, canonical: read.value.canonical, problem: null }
  // a code that no layout knows may still stand in the register as it is printed
  if (rids.length > 0) return { rids, canonical: text.trim(), problem: null }
  const params = { code: text.trim(), suggestion: read.suggestion ?? '' }
  const reason = read.suggestion === undefined ? 'code_unreadable' : 'code_suggested'
  return { rids, canonical: null, problem: speak.reason(reason, 'insufficient_data', { params }) }
}

type NamedRow = LabFound & { from: string; to: string }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const NAMED = `
  SELECT lab.rid, lab.id, n.vi AS name, n.from_day AS "from", n.to_day AS "to" FROM laboratory_name n
    JOIN laboratory lab ON lab.rid = n.laboratory_rid AND lab.trashed_at IS NULL
   WHERE n.trashed_at IS NULL AND`
const BY_NAME = `${NAMED} (n.folded = :folded OR n.en = :text COLLATE NOCASE) ORDER BY lab.rid, n.to_day DESC`
const BY_ID = `${NAMED} lab.id = :text ORDER BY n.to_day DESC`

/** By id, else by a name of any day with its very accents, else without them; a name that holds on the day comes first. */
export function findLabs(db: ReadDb, text: string, day: string): LabFound[] {
  const written = text.normalize('NFC').trim()
  const byId = UUID.test(written)
  const rows = byId
    ? prepare<[object], NamedRow>(db, BY_ID).all({ text: written.toLowerCase() })
    : prepare<[object], NamedRow>(db, BY_NAME).all({ folded: fold(written), text: written })
  const exact = rows.filter((row) => byId || foldKeepTones(row.name) === foldKeepTones(written))
  const best = exact.length ? exact : rows
  const now = best.filter(({ from, to }) => from <= day && day <= to)
  const labs = new Map((now.length ? now : best).map(({ rid, id, name }) => [id, { rid, id, name }]))
  return [...labs.values()]
}

const ridsOfLabs = (db: ReadDb, labs: readonly LabFound[]): number[] =>
  prepare<[string], { rid: number }>(db, OF_LABS)
    .all(JSON.stringify(labs.map(({ rid }) => rid)))
    .map(({ rid }) => rid)

const join = (a: readonly number[] | null, b: readonly number[] | null): number[] =>
  a === null ? [...(b ?? [])] : b === null ? [...a] : a.filter((rid) => b.includes(rid))

/** One name of several laboratories, and no code to tell them apart. */
const isSeveral = (labs: readonly LabFound[] | null, code: CodeFound | null): boolean =>
  code === null && labs !== null && labs.length > 1

interface Trouble {
  asked: Named
  found: Found
  code: CodeFound | null
  ofLabs: number[] | null
}

function explain(db: ReadDb, { asked, found, code, ofLabs }: Trouble, speak: Speaker): Reason {
  const list = (all: readonly string[]): string => listed(speak.language, all)
  const holders = code?.rids.length ? list(names(db, COVERED, { rids: JSON.stringify(code.rids), day: asked.day })) : ''
  const own = ofLabs?.length ? list(names(db, CODES, JSON.stringify(ofLabs))) : ''
  const lab = found.labs?.[0]
  const record = lab ? ({ entity: 'laboratory', id: lab.id } as const) : null
  const params = { code: found.code ?? '', lab: lab?.name ?? asked.lab?.trim() ?? '', holders, own }
  const say = (reason: Parameters<Speaker['reason']>[0], more: object = {}) =>
    speak.reason(reason, 'insufficient_data', { params: { ...params, ...more }, record })
  if (found.labs?.length === 0) {
    if (holders !== '') return say('lab_not_in_register_code')
    const near = list(listLabs(db, { text: asked.lab!, limit: 4 }, asked.day).rows.map(({ nameVi }) => nameVi))
    return say(near === '' ? 'lab_not_in_register' : 'lab_not_in_register_near', { near })
  }
  if (isSeveral(found.labs, code)) return say('lab_several', { several: list(withPlaces(db, found.labs!)) })
  if (code?.rids.length === 0) return say(own === '' ? 'code_not_in_register' : 'code_not_in_register_own', {})
  if (code === null) return say('lab_without_accreditation')
  return say(holders === '' ? 'code_without_lab' : 'code_of_other_lab')
}

const PLACE = `
  SELECT coalesce((SELECT t.address FROM site t WHERE t.laboratory_rid = lab.rid AND t.trashed_at IS NULL ORDER BY t.position, t.rid LIMIT 1),
    (SELECT group_concat(a.code_printed, ', ') FROM coverage c JOIN accreditation a ON a.rid = c.accreditation_rid WHERE c.laboratory_rid = lab.rid)) AS name
    FROM laboratory lab WHERE lab.rid = ?`

/** Names that are the same are told apart by place or code. */
const withPlaces = (db: ReadDb, labs: readonly LabFound[]): string[] =>
  labs.map(({ rid, name }) =>
    [name, prepare<[number], { name: string | null }>(db, PLACE).get(rid)?.name].filter(Boolean).join(' – '),
  )
