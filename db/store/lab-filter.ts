// The list's filter as SQL conditions over `lab` (laboratory), `s` (its status span on :day) and `n` (its name on :day).
import { EXPIRING_WITHIN } from '../model/status/spans'
import { addDays } from '../model/dates/partial'
import { codeKeyPrefix } from '../model/text/fold'
import type { LabFilter } from '../model/inputs'
import { matchQuery } from '../search/indexing'
import { prepare, type ReadDb } from './database'

export interface Conditions {
  where: string[]
  parameters: Record<string, string | number>
}

/** What a person sees as status: a valid one becomes `expiring` near its first possible end (:soon). */
export const SHOWN_STATUS = `CASE WHEN s.status = 'valid' AND s.expiry_first <= :soon THEN 'expiring' ELSE s.status END`

/** Living accreditations that cover the laboratory on the day, as `a`. */
export const COVERING = `coverage c JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL
  WHERE c.laboratory_rid = lab.rid AND c.trashed_at IS NULL AND c.from_day <= :day AND c.to_day >= :day`

export const ON_DAY = (row: string) => `${row}.trashed_at IS NULL AND ${row}.from_day <= :day AND ${row}.to_day >= :day`

const lists: Record<
  'status' | 'scheme' | 'field' | 'standard' | 'sector' | 'area' | 'flag',
  (parameter: string) => string
> = {
  status: (list) => `${SHOWN_STATUS} IN ${list}`,
  scheme: (list) =>
    `EXISTS (SELECT 1 FROM ${COVERING} AND coalesce((SELECT key FROM scheme k WHERE k.rid = a.scheme_rid), 'none') IN ${list})`,
  field: (
    list,
  ) => `EXISTS (SELECT 1 FROM ${COVERING} AND EXISTS (SELECT 1 FROM accreditation_field x JOIN field f ON f.rid = x.field_rid
    WHERE x.accreditation_rid = a.rid AND ${ON_DAY('x')} AND f.key IN ${list}))`,
  standard: (
    list,
  ) => `EXISTS (SELECT 1 FROM ${COVERING} AND EXISTS (SELECT 1 FROM accreditation_standard x JOIN standard t ON t.rid = x.standard_rid
    WHERE x.accreditation_rid = a.rid AND ${ON_DAY('x')} AND t.key IN ${list}))`,
  sector: (list) => `EXISTS (SELECT 1 FROM laboratory_owner o JOIN organization g ON g.rid = o.organization_rid
    WHERE o.laboratory_rid = lab.rid AND ${ON_DAY('o')} AND g.sector IN ${list})`,
  area: (list) => `EXISTS (SELECT 1 FROM site t JOIN admin_unit u ON u.rid IN (t.unit_rid, t.old_unit_rid)
    WHERE t.laboratory_rid = lab.rid AND t.trashed_at IS NULL AND (u.id IN ${list} OR u.parent IN (SELECT p.type || ' ' || p.name FROM admin_unit p WHERE p.id IN ${list})))`,
  flag: (list) => `(EXISTS (SELECT 1 FROM ${COVERING} AND EXISTS (SELECT 1 FROM accreditation_flag g
      WHERE g.accreditation_rid = a.rid AND g.from_day <= :day AND g.to_day >= :day AND g.flag IN ${list}))
    OR ('unverified' IN ${list} AND EXISTS (SELECT 1 FROM evidence e WHERE e.record = lab.id AND e.certainty <> 'checked' AND e.trashed_at IS NULL)))`,
}

/** Conditions for a filter on `day`; an empty filter leaves only what is in the trash out. Its text is looked for apart. */
export function conditionsFor(filter: Omit<LabFilter, 'text'>, day: string): Conditions {
  const where = ['lab.trashed_at IS NULL', ON_DAY('n')]
  const parameters: Conditions['parameters'] = { day, soon: addDays(day, EXPIRING_WITHIN) }
  for (const [name, condition] of Object.entries(lists)) {
    const value = filter[name as keyof typeof lists]
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue
    parameters[name] = JSON.stringify(Array.isArray(value) ? value : [value])
    where.push(condition(`(SELECT value FROM json_each(:${name}))`))
  }
  if (filter.expiringWithin !== undefined) {
    where.push(
      `s.status IN ('valid', 'partly_suspended', 'suspended') AND s.expiry_first <= :until AND s.expiry >= :day`,
    )
    parameters['until'] = addDays(day, filter.expiringWithin)
  }
  return { where, parameters }
}

const FOLDED = `SELECT json_group_array(rowid) FROM lab_search WHERE lab_search MATCH :folded`
const ACCENTED = `SELECT json_group_array(rowid) FROM lab_search WHERE lab_search MATCH :accented`
const CODED = `SELECT json_group_array(c.laboratory_rid) FROM accreditation a JOIN coverage c ON c.accreditation_rid = a.rid
  WHERE a.code_key >= :code AND a.code_key < :code || '~' AND a.trashed_at IS NULL AND c.trashed_at IS NULL`

interface Words {
  folded: string
  /** absent where nothing typed looks like a code */
  code?: string
}

/** null: no text */
function wordsOf(text: string): Words | null {
  const folded = matchQuery(text, 'folded')
  if (folded === null) return null
  const code = codeKeyPrefix(text)
  return /\d/.test(code) ? { folded, code } : { folded }
}

/** False where nothing that can be searched was typed. */
export const isSearched = (text = ''): boolean => wordsOf(text) !== null

/** A mark, 1, at each row number that belongs to it: of tens of thousands a set takes longer to fill than the index to find them. */
export type Marks = Uint8Array

/** The laboratories a text finds, those in the trash and of any day among them; of no text none. */
export function foundByText(db: ReadDb, text = ''): Marks {
  const words = wordsOf(text)
  if (words === null) return marksOf([])
  const folded = ridsOf(db, FOLDED, words)
  return marksOf(words.code === undefined ? folded : folded.concat(ridsOf(db, CODED, words)))
}

/** Of those the ones that have the words with the very accents typed; null: no text. */
export function foundExactly(db: ReadDb, text = ''): Marks | null {
  const accented = matchQuery(text, 'accented')
  return accented === null ? null : marksOf(ridsOf(db, ACCENTED, { accented }))
}

/** As one text: of a word that has only begun there are tens of thousands, and fetched row by row they take several times as long. */
const ridsOf = (db: ReadDb, sql: string, words: object): number[] =>
  JSON.parse(prepare<[object], string>(db, sql).pluck().get(words)!) as number[]

function marksOf(rids: readonly number[]): Marks {
  const marks = new Uint8Array(rids.reduce((most, rid) => Math.max(most, rid), 0) + 1)
  for (const rid of rids) marks[rid] = 1
  return marks
}
