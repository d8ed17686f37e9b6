// What a row of the list shows beside its laboratory: owner, sites, codes, schemes, standards, fields, flags. Read for a whole page at once:
// the same eight queries for one row and for a thousand.
import type { LabRow } from '../model/shapes/lab'
import { flags, type Flag } from '../model/status/flags'
import { prepare, type ReadDb } from './database'

/** Rows of the page's laboratories, `:labs` and `:accreditations` being lists of row numbers. */
const LABS = 'json_each(:labs) page'
const ACCREDITATIONS = 'json_each(:accreditations) page'
const ON_DAY = (row: string) => `${row}.trashed_at IS NULL AND ${row}.from_day <= :day AND ${row}.to_day >= :day`

const COVERING = `
  SELECT page.value AS lab, a.rid AS accreditation, a.code_printed AS code, a.code_key AS codeKey, k.key AS scheme
    FROM ${LABS} CROSS JOIN coverage c ON c.laboratory_rid = page.value JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL
    LEFT JOIN scheme k ON k.rid = a.scheme_rid WHERE ${ON_DAY('c')} ORDER BY c.rid`
const STANDARDS = `
  SELECT page.value AS of, coalesce(x.printed, t.title) AS word FROM ${ACCREDITATIONS} CROSS JOIN accreditation_standard x ON x.accreditation_rid = page.value
    LEFT JOIN standard t ON t.rid = x.standard_rid WHERE ${ON_DAY('x')} ORDER BY x.rid`
const FIELDS = `
  SELECT page.value AS of, coalesce(f.vi, x.printed) AS word, f.position FROM ${ACCREDITATIONS} CROSS JOIN accreditation_field x ON x.accreditation_rid = page.value
    LEFT JOIN field f ON f.rid = x.field_rid WHERE ${ON_DAY('x')} ORDER BY x.rid`
const FLAGS = `
  SELECT page.value AS of, g.flag AS word FROM ${ACCREDITATIONS} CROSS JOIN accreditation_flag g ON g.accreditation_rid = page.value
   WHERE g.from_day <= :day AND g.to_day >= :day`
/** “Chưa xác minh” also where a source of the laboratory's own record is. */
const UNVERIFIED = `
  SELECT lab.rid AS of, 'unverified' AS word FROM ${LABS} CROSS JOIN laboratory lab ON lab.rid = page.value
   WHERE EXISTS (SELECT 1 FROM evidence e WHERE e.record = lab.id AND e.certainty <> 'checked' AND e.trashed_at IS NULL)`
const OWNERS = `
  SELECT page.value AS lab, g.id, g.sector, name.vi AS name FROM ${LABS} CROSS JOIN laboratory_owner o ON o.laboratory_rid = page.value
    JOIN organization g ON g.rid = o.organization_rid JOIN organization_name name ON name.organization_rid = g.rid
   WHERE ${ON_DAY('o')} AND ${ON_DAY('name')} ORDER BY o.rid DESC, name.rid DESC`
const SITES = `
  SELECT page.value AS lab, t.address, coalesce(u.type || ' ' || u.name, v.type || ' ' || v.name) AS area FROM ${LABS} CROSS JOIN site t ON t.laboratory_rid = page.value
    LEFT JOIN admin_unit u ON u.rid = t.unit_rid LEFT JOIN admin_unit v ON v.rid = t.old_unit_rid
   WHERE t.trashed_at IS NULL ORDER BY t.position, t.rid`

interface Cover {
  lab: number
  accreditation: number
  code: string | null
  codeKey: string
  scheme: string | null
}
interface Owner {
  lab: number
  id: string
  sector: LabRow['sector']
  name: string
}
interface Site {
  lab: number
  address: string | null
  area: string | null
}
interface Word {
  of: number
  word: string | null
  position?: string | null
}

type Beside = Pick<
  LabRow,
  'owner' | 'sector' | 'area' | 'address' | 'sites' | 'codes' | 'schemes' | 'standards' | 'fields' | 'flags'
>

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => number): (key: number) => T[] {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return (key) => groups.get(key) ?? []
}

/** Most laboratories have one of each, which is neither twice there nor out of order. */
const distinct = (words: readonly (string | null)[]): string[] => {
  const said = words.filter((word) => word !== null)
  return said.length > 1 ? [...new Set(said)] : said
}
const sorted = <T>(rows: T[], by: (a: T, b: T) => number): T[] => (rows.length > 1 ? rows.toSorted(by) : rows)
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Reads what stands beside the laboratories on a day; ask the answer for each of them. */
export function readBeside(db: ReadDb, labs: readonly number[], day: string): (lab: number) => Beside {
  const page = { labs: JSON.stringify(labs), day }
  const rows = <T>(sql: string, of: object) => prepare<[object], T>(db, sql).all(of)
  const covering = rows<Cover>(COVERING, page)
  const held = { accreditations: JSON.stringify([...new Set(covering.map((row) => row.accreditation))]), day }
  const words = (sql: string, of: object) => groupBy(rows<Word>(sql, of), (row) => row.of)
  const [standards, fields, flagged] = [words(STANDARDS, held), words(FIELDS, held), words(FLAGS, held)]
  const unverified = words(UNVERIFIED, { labs: page.labs })
  const covers = groupBy(covering, (row) => row.lab)
  const owners = new Map(rows<Owner>(OWNERS, page).map((row) => [row.lab, row]))
  const sites = groupBy(rows<Site>(SITES, { labs: page.labs }), (row) => row.lab)
  return (lab) => {
    const owner = owners.get(lab)
    const places = sites(lab)
    const held = covers(lab)
    const only = held.length === 1 ? held[0] : undefined
    const of = (group: (accreditation: number) => Word[]) =>
      only ? group(only.accreditation) : held.flatMap((row) => group(row.accreditation))
    const found = new Set([...of(flagged), ...unverified(lab)].map((row) => row.word))
    return {
      owner: owner ? { id: owner.id, name: owner.name } : null,
      sector: owner?.sector ?? null,
      area: places.find((site) => site.area !== null)?.area ?? null,
      address:
        places.length === 1
          ? places[0]!.address || null
          : places.flatMap((site) => site.address ?? []).join(' | ') || null,
      sites: places.length,
      codes: distinct(sorted(held, (a, b) => byText(a.codeKey, b.codeKey)).map((row) => row.code)),
      schemes: distinct(sorted(held, (a, b) => a.accreditation - b.accreditation).map((row) => row.scheme)),
      standards: distinct(of(standards).map((row) => row.word)),
      fields: distinct(sorted(of(fields), (a, b) => byText(a.position ?? '', b.position ?? '')).map((row) => row.word)),
      flags: found.size === 0 ? [] : flags.filter((flag) => found.has(flag)),
    }
  }
}

/** Flags of the laboratory on a day: those of the accreditations that cover it, and “chưa xác minh” of its own evidence. */
export const labFlags = (db: ReadDb, lab: number, day: string): Flag[] => readBeside(db, [lab], day)(lab).flags
