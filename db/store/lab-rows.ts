// What a row of the list shows beside its laboratory: owner, sites, codes, schemes, standards, fields, flags. Read for a whole page at once:
// the same seven queries for one row and for a thousand, and the words that many rows share (shared-words.ts).
import type { LabRow } from '../model/shapes/lab'
import { flags as allFlags, type Flag } from '../model/status/flags'
import { prepare, type ReadDb } from './database'
import { sharedWords, type FindWords } from './shared-words'

/** Rows of the page's laboratories, `:labs` and `:accreditations` being lists of row numbers. */
const LABS = 'json_each(:labs) page'
const ACCREDITATIONS = 'json_each(:accreditations) page'
const ON_DAY = (row: string) => `${row}.trashed_at IS NULL AND ${row}.from_day <= :day AND ${row}.to_day >= :day`

const COVERING = `
  SELECT page.value AS of, a.rid AS accreditation, a.code_printed AS code, a.code_key AS codeKey, a.scheme_rid AS scheme
    FROM ${LABS} CROSS JOIN coverage c ON c.laboratory_rid = page.value JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL
   WHERE ${ON_DAY('c')} ORDER BY c.rid`
const STANDARDS = `
  SELECT page.value AS of, x.standard_rid AS standard, x.printed FROM ${ACCREDITATIONS} CROSS JOIN accreditation_standard x ON x.accreditation_rid = page.value
   WHERE ${ON_DAY('x')} ORDER BY x.rid`
const FIELDS = `
  SELECT page.value AS of, x.field_rid AS field, x.printed FROM ${ACCREDITATIONS} CROSS JOIN accreditation_field x ON x.accreditation_rid = page.value
   WHERE ${ON_DAY('x')} ORDER BY x.rid`
const FLAGS = `
  SELECT page.value AS of, g.flag FROM ${ACCREDITATIONS} CROSS JOIN accreditation_flag g ON g.accreditation_rid = page.value
   WHERE g.from_day <= :day AND g.to_day >= :day`
/** “Chưa xác minh” also where a source of the laboratory's own record is. */
const UNVERIFIED = `
  SELECT lab.rid AS of, 'unverified' AS flag FROM ${LABS} CROSS JOIN laboratory lab ON lab.rid = page.value
   WHERE EXISTS (SELECT 1 FROM evidence e WHERE e.record = lab.id AND e.certainty <> 'checked' AND e.trashed_at IS NULL)`
const OWNERS = `
  SELECT page.value AS of, o.organization_rid AS owner FROM ${LABS} CROSS JOIN laboratory_owner o ON o.laboratory_rid = page.value
   WHERE ${ON_DAY('o')} ORDER BY o.rid`
const SITES = `
  SELECT page.value AS of, t.address, t.unit_rid AS unit, t.old_unit_rid AS oldUnit FROM ${LABS} CROSS JOIN site t ON t.laboratory_rid = page.value
   WHERE t.trashed_at IS NULL ORDER BY t.position, t.rid`

interface Cover {
  of: number
  accreditation: number
  code: string | null
  codeKey: string
  scheme: number | null
}
interface Standard {
  of: number
  standard: number | null
  printed: string | null
}
interface Field {
  of: number
  field: number | null
  printed: string | null
}
interface Flagged {
  of: number
  flag: Flag
}
interface Owner {
  of: number
  owner: number
}
interface Site {
  of: number
  address: string | null
  unit: number | null
  oldUnit: number | null
}

type Beside = Pick<
  LabRow,
  'owner' | 'sector' | 'area' | 'address' | 'sites' | 'codes' | 'schemes' | 'standards' | 'fields' | 'flags'
>

const none: readonly never[] = []

function grouped<T extends { of: number }>(rows: readonly T[]): (key: number) => readonly T[] {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    const group = groups.get(row.of)
    if (group) group.push(row)
    else groups.set(row.of, [row])
  }
  return (key) => groups.get(key) ?? none
}

/** The words of the rows, each once, in their order. Most laboratories have one of each, which is neither twice there nor out of order. */
function distinct<T>(rows: readonly T[], wordOf: (row: T) => string | null): string[] {
  if (rows.length > 1) return [...new Set(rows.flatMap((row) => wordOf(row) ?? []))]
  const word = rows[0] === undefined ? null : wordOf(rows[0])
  return word === null ? [] : [word]
}
/** What the first row that has it says. */
function firstOf<T, F>(rows: readonly T[], find: (row: T) => F | null): F | null {
  for (const row of rows) {
    const found = find(row)
    if (found !== null) return found
  }
  return null
}
const sorted = <T>(rows: readonly T[], by: (a: T, b: T) => number): readonly T[] =>
  rows.length > 1 ? rows.toSorted(by) : rows
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The laboratories of a page, a list of row numbers as :labs. */
interface Page {
  labs: string
  day: string
}

const rowsOf = <T>(db: ReadDb, sql: string, of: object): T[] => prepare<[object], T>(db, sql).all(of)

/** Reads what stands beside the laboratories on a day; ask the answer for each of them. */
export function readBeside(db: ReadDb, labs: readonly number[], day: string): (lab: number) => Beside {
  const page: Page = { labs: JSON.stringify(labs), day }
  const words = sharedWords(db, day)
  const held = readHeld(db, page, words)
  const ownerRows = rowsOf<Owner>(db, OWNERS, page)
  const siteRows = rowsOf<Site>(db, SITES, { labs: page.labs })
  const ownerOf = words('owners', ownerRows, 'owner')
  const unitOf = words('units', siteRows, 'unit', 'oldUnit')
  const [owners, sites] = [grouped(ownerRows), grouped(siteRows)]
  return (lab) => {
    const owner = firstOf(owners(lab), (row) => ownerOf(row.owner))
    const places = sites(lab)
    const { codes, schemes, standards, fields, flags } = held(lab)
    return {
      owner: owner ? { id: owner.id, name: owner.name } : null,
      sector: owner?.sector ?? null,
      area: firstOf(places, ({ unit, oldUnit }) => unitOf(unit) ?? unitOf(oldUnit))?.name ?? null,
      address:
        places.length === 1
          ? places[0]!.address || null
          : places.flatMap((site) => site.address ?? []).join(' | ') || null,
      sites: places.length,
      codes,
      schemes,
      standards,
      fields,
      flags,
    }
  }
}

type Held = Pick<Beside, 'codes' | 'schemes' | 'standards' | 'fields' | 'flags'>

/** What the accreditations say that cover a laboratory. */
function readHeld(db: ReadDb, page: Page, words: FindWords): (lab: number) => Held {
  const covering = rowsOf<Cover>(db, COVERING, page)
  const of = { accreditations: JSON.stringify([...new Set(covering.map((row) => row.accreditation))]), day: page.day }
  const standardRows = rowsOf<Standard>(db, STANDARDS, of)
  const fieldRows = rowsOf<Field>(db, FIELDS, of)
  const schemeOf = words('schemes', covering, 'scheme')
  const standardOf = words('standards', standardRows, 'standard')
  const fieldOf = words('fields', fieldRows, 'field')
  const [covers, standards, fields] = [grouped(covering), grouped(standardRows), grouped(fieldRows)]
  const flagged = grouped(rowsOf<Flagged>(db, FLAGS, of))
  const unverified = grouped(rowsOf<Flagged>(db, UNVERIFIED, { labs: page.labs }))
  const place = (row: Field): string => fieldOf(row.field)?.position ?? ''
  return (lab) => {
    const held = covers(lab)
    const all = <T>(group: (accreditation: number) => readonly T[]): readonly T[] =>
      held.length === 1 ? group(held[0]!.accreditation) : held.flatMap((row) => group(row.accreditation))
    const found = [...all(flagged), ...unverified(lab)]
    return {
      codes: distinct(
        sorted(held, (a, b) => byText(a.codeKey, b.codeKey)),
        (row) => row.code,
      ),
      schemes: distinct(
        sorted(held, (a, b) => a.accreditation - b.accreditation),
        (row) => schemeOf(row.scheme)?.key ?? null,
      ),
      standards: distinct(all(standards), (row) => row.printed ?? standardOf(row.standard)?.title ?? null),
      fields: distinct(
        sorted(all(fields), (a, b) => byText(place(a), place(b))),
        (row) => fieldOf(row.field)?.vi ?? row.printed,
      ),
      flags: found.length === 0 ? [] : allFlags.filter((flag) => found.some((row) => row.flag === flag)),
    }
  }
}

/** Flags of the laboratory on a day: those of the accreditations that cover it, and “chưa xác minh” of its own evidence. */
export const labFlags = (db: ReadDb, lab: number, day: string): Flag[] => readBeside(db, [lab], day)(lab).flags
