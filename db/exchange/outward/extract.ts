// “Trích công khai”: what anybody may see of the register on a day. What goes out is named here field by field; whatever is not named stays in:
// telephones, e-mail, managers, signatories, notes, sources, the log.
import { basename } from 'node:path'
import type { Job } from '../../jobs/job'
import type { PartialDate } from '../../model/dates/partial'
import type { AccreditationPage, DecisionPage, ScopeLine } from '../../model/shapes/accreditation'
import type { Exported } from '../../model/shapes/exchange'
import type { LabPage } from '../../model/shapes/lab'
import type { Language } from '../../model/texts/say'
import { currentSeq, type ReadDb } from '../../store/database'
import { labPage } from '../../store/lab-page'
import { listLabs } from '../../store/labs'
import { fingerprint } from '../../store/log'
import { listScope } from '../../store/scope'
import { withSnapshot } from '../connection'
import { exportRows } from '../export-list'
import type { ColumnKey } from '../form'
import { writeFileWhole } from '../write-file'

export interface ExtractJob {
  register: string
  /** where the file goes */
  path: string
  format: 'json' | 'xlsx' | 'csv'
  day: string
  /** instant of the export, ISO 8601 UTC */
  now: string
  language: Language
  /** of the program */
  version: string
}

/** The columns of the list that are public, in their order. */
const PUBLIC_COLUMNS = [
  'index',
  'nameVi',
  'nameEn',
  'owner',
  'sector',
  'area',
  'address',
  'website',
  'schemes',
  'codes',
  'standards',
  'fields',
  'status',
  'expiry',
] as const satisfies readonly ColumnKey[]

const EXTRACT_VERSION = 1
const LABS = 200
const LINES = 1_000

/** Writes the file whole or not at all. `rows` are laboratories, `cells` those of a table, or the scope lines of a JSON file. */
export function exportExtract(job: ExtractJob, watch: Job): Promise<Exported> {
  const { register, path, format, day, language, now: made, version: app } = job
  if (format !== 'json')
    return exportRows({ register, path, format, day, language, made, app, query: {}, columns: PUBLIC_COLUMNS }, watch)
  return withSnapshot(register, async (db) => {
    const count = { rows: 0, cells: 0 }
    const written = await writeFileWhole(path, encoded(lines(db, job, { watch, count })))
    return { file: basename(path), ...count, ...written }
  })
}

function* encoded(parts: Iterable<string>): Generator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder()
  for (const part of parts) yield encoder.encode(part)
}

interface Counting {
  watch: Job
  count: { rows: number; cells: number }
}

function* lines(db: ReadDb, { day, now }: ExtractJob, { watch, count }: Counting): Generator<string, void, undefined> {
  const head = {
    format: 'so-cong-nhan.public',
    version: EXTRACT_VERSION,
    made: now,
    day,
    register: { commit: currentSeq(db), fingerprint: fingerprint(db) },
  }
  yield `${JSON.stringify(head).slice(0, -1)},\n"laboratories":[`
  for (let offset = 0, total = 1; offset < total; offset += LABS) {
    const page = listLabs(db, { offset, limit: LABS }, day)
    total = page.total
    for (const { id } of page.rows) {
      watch.check()
      watch.progress(count.rows, total)
      const lab = laboratory(db, labPage(db, id, day), day)
      yield `${count.rows === 0 ? '\n' : ',\n'}${JSON.stringify(lab)}`
      count.rows += 1
      count.cells += lab.accreditations.reduce((sum, each) => sum + each.scope.length, 0)
    }
  }
  yield '\n]}\n'
}

function laboratory(db: ReadDb, page: LabPage, day: string) {
  return {
    nameVi: page.nameVi,
    nameEn: page.nameEn,
    kind: page.kind,
    owner: page.owner?.name ?? null,
    sector: page.owner?.sector ?? null,
    website: page.website,
    status: page.status,
    sites: page.sites.map(({ label, address, unit, oldUnit }) => ({
      label,
      address,
      unit: unit?.name ?? null,
      oldUnit: oldUnit?.name ?? null,
    })),
    accreditations: page.accreditations.map((each) => accreditation(db, each, day)),
  }
}

function accreditation(db: ReadDb, page: AccreditationPage, day: string) {
  return {
    code: page.code?.raw ?? null,
    scheme: page.scheme?.key ?? null,
    issuer: page.issuer?.name ?? null,
    standards: page.standards.map((standard) => standard.title),
    fields: page.fields.map((field) => field.name),
    status: page.status.status,
    reason: page.status.reason,
    expiry: page.status.expiry,
    decisions: page.decisions.map(decision),
    scope: scope(db, page.id, day),
  }
}

const iso = (date: PartialDate | null): string | null => date?.iso ?? null

function decision({ kind, number, signed, issuer, issuerPrinted, acts }: DecisionPage) {
  return {
    kind,
    number,
    signed: iso(signed),
    issuer: issuer?.name ?? issuerPrinted,
    acts: acts.map((act) => ({ kind: act.kind, effective: iso(act.effectiveDate), expiry: iso(act.expiryDate) })),
  }
}

function scope(db: ReadDb, id: string, day: string) {
  const all: ScopeLine[] = []
  for (let total = 1; all.length < total;) {
    const page = listScope(db, { accreditation: id, offset: all.length, limit: LINES }, day)
    if (page.rows.length === 0) break
    total = page.total
    all.push(...page.rows)
  }
  return all.map((line) => ({
    field: line.field?.name ?? null,
    site: line.site?.name ?? null,
    matrixVi: line.matrixVi,
    matrixEn: line.matrixEn,
    testVi: line.testVi,
    testEn: line.testEn,
    technique: line.technique,
    quantity: line.quantity,
    range: line.range,
    cmc: line.cmc,
    method: line.method,
    methodEdition: line.methodEdition,
    inclusion: line.inclusion,
  }))
}
