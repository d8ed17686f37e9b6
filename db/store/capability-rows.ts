// A fitting line as a row of the answer: the laboratories that hold it on the day, where they stand, and when the line was last checked.
import type { CapabilityRow } from '../model/capability'
import { shownStatus } from '../model/status/spans'
import type { Fit } from '../search/fit'
import type { WalkedLine } from './capability-lines'
import { prepare, type ReadDb } from './database'
import type { Verdict } from './why-not'

export interface Holder {
  labRid: number
  id: string
  name: string
  site: string | null
  area: string | null
  /** administrative units of the place, new and old */
  units: number[]
}

interface HolderRow extends Omit<Holder, 'units'> {
  unit: number | null
  oldUnit: number | null
}

const SHOWN = `lab.rid AS labRid, lab.id, n.vi AS name, coalesce(t.label, t.address) AS site, coalesce(u.type || ' ' || u.name, v.type || ' ' || v.name) AS area,
         t.unit_rid AS unit, t.old_unit_rid AS oldUnit`
const NAMED = `JOIN laboratory lab ON lab.trashed_at IS NULL AND lab.rid =`
const PLACED = `JOIN laboratory_name n ON n.laboratory_rid = lab.rid AND n.trashed_at IS NULL AND n.from_day <= :day AND n.to_day >= :day
    LEFT JOIN admin_unit u ON u.rid = t.unit_rid LEFT JOIN admin_unit v ON v.rid = t.old_unit_rid`

const AT_SITE = `SELECT ${SHOWN} FROM site t ${NAMED} t.laboratory_rid ${PLACED} WHERE t.rid = :site`
/** Without a site of its own a line is held wherever the accreditation covers; a coverage without site means all sites of the laboratory. */
const COVERED = `
  SELECT ${SHOWN} FROM coverage c ${NAMED} c.laboratory_rid
    LEFT JOIN site t ON t.laboratory_rid = lab.rid AND t.trashed_at IS NULL AND (c.site_rid IS NULL OR t.rid = c.site_rid) ${PLACED}
   WHERE c.accreditation_rid = :accreditation AND c.trashed_at IS NULL AND c.from_day <= :day AND c.to_day >= :day ORDER BY c.rid, t.position, t.rid`

/** One holder a laboratory, with its first site and the units of all of them. */
export function holdersOf(db: ReadDb, line: WalkedLine, day: string): Holder[] {
  const rows =
    line.siteRid === null
      ? prepare<[object], HolderRow>(db, COVERED).all({ accreditation: line.accreditationRid, day })
      : prepare<[object], HolderRow>(db, AT_SITE).all({ site: line.siteRid, day })
  const holders = new Map<number, Holder>()
  for (const { unit, oldUnit, ...row } of rows) {
    const holder = holders.get(row.labRid) ?? { ...row, units: [] }
    holder.units.push(...[unit, oldUnit].filter((each) => each !== null))
    holders.set(row.labRid, holder)
  }
  return [...holders.values()]
}

const CHECKED = `SELECT max(checked_on) AS day FROM evidence WHERE record IN (:line, :accreditation, :lab) AND certainty = 'checked' AND trashed_at IS NULL`

export interface Found {
  db: ReadDb
  day: string
  line: WalkedLine
  fits: Fit
}

export function toRow({ db, day, line, fits }: Found, holder: Holder, verdict: Verdict): CapabilityRow {
  const { id, accreditation, matrixVi, matrixEn, testVi, testEn, technique, range, method, methodEdition } = line
  const checked = prepare<[object], { day: string | null }>(db, CHECKED).get({
    line: id,
    accreditation,
    lab: holder.id,
  })
  return {
    key: `${id} ${holder.id}`,
    line: id,
    lab: { id: holder.id, name: holder.name },
    site: holder.site,
    area: holder.area,
    accreditation,
    code: line.code,
    matrixVi,
    matrixEn,
    testVi,
    testEn,
    technique,
    range,
    method,
    methodEdition,
    inclusion: line.inclusion,
    broader: fits.broader,
    narrower: fits.narrower,
    folded: fits.folded,
    why: verdict.why,
    whyDay: verdict.day,
    checkedOn: checked?.day ?? null,
    ...shownStatus(line.status, line.expiry, day),
    expiry: line.expiry,
  }
}
