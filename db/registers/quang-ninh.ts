// Sổ Quảng Ninh: the laboratories of quang-ninh-labs.csv and the figures of the province's article in the real model. What a page
// publishes as a decision becomes one; what is only claimed stays a statement without decision, so its status is “chưa rõ”.
import Papa from 'papaparse'
import articleText from '../data/000_13d45e44ca1d9fae.txt?raw'
import labsCsv from '../data/quang-ninh-labs.csv?raw'
import { fields, standards } from '../data/reference'
import { parseDate, type PartialDate } from '../model/dates/partial'
import type { EntityName, NewEntity } from '../model/entities'
import { firstKeys } from '../model/order'
import { readCode } from '../model/rules'
import type { Tx } from '../store/write'
import { fixedId } from './fixed-id'
import { readings, type Paper, type Reading } from './quang-ninh-readings'
import { unitId } from './reference'

const ARTICLE = 'article 000_13d45e44ca1d9fae.txt'
/** What the published figures are statements about: this register as a whole. */
export const QUANG_NINH = fixedId('register', 'quang-ninh')

interface Row {
  lab_name_vi: string
  lab_name_en: string
  organization_vi: string
  scheme: string
  code: string
  standard: string
  fields: string
  expiry_date: string
  address: string
  phone: string
  email: string
  website: string
  source_url: string
  source_excerpt: string
}

const readRows = (): Row[] => Papa.parse<Row>(labsCsv.trim(), { header: true, skipEmptyLines: true }).data

/** Creates records of one row, each with its evidence; ids are fixed by the row's name and the order of creation. */
interface Desk {
  tx: Tx
  row: Row
  reading: Reading
  /** the rows of the same source, whose quotes may name this one too */
  rows: readonly Row[]
  add<E extends EntityName>(entity: E, values: NewEntity<E>, cited?: Cited): string
  cite(record: string, cited?: Cited): void
}

interface Cited {
  excerpt?: string | null
  note?: string | null
}

function openDesk(tx: Tx, row: Row, rows: readonly Row[]): Desk {
  const reading = readings[row.lab_name_vi]
  if (!reading) throw new Error(`no reading of ${row.lab_name_vi}`)
  let made = 0
  const nextId = (entity: EntityName) => fixedId('quang-ninh', `${row.lab_name_vi}|${entity}|${(made += 1)}`)
  const cite: Desk['cite'] = (record, { excerpt = row.source_excerpt, note = null } = {}) => {
    const kind = row.source_url === ARTICLE ? 'article' : 'web_page'
    tx.create(
      'evidence',
      { record, kind, source: row.source_url, excerpt, certainty: 'unverified', note },
      nextId('evidence'),
    )
  }
  return {
    tx,
    row,
    reading,
    rows: rows.filter((other) => other.source_url === row.source_url),
    cite,
    add(entity, values, cited) {
      const id = tx.create(entity, values, nextId(entity))
      cite(id, cited)
      return id
    },
  }
}

/** Creates the published laboratories and figures in the caller's set. Needs the reference data. */
export function loadQuangNinh(tx: Tx): void {
  const owners = new Map<string, string>()
  const rows = readRows()
  for (const row of rows) loadRow(openDesk(tx, row, rows), owners)
  loadFigures(tx)
}

function loadRow(desk: Desk, owners: Map<string, string>): void {
  const { row, reading } = desk
  const contact = { phone: row.phone || null, email: row.email || null, website: row.website || null }
  const laboratory = desk.add('laboratory', { kind: reading.kind, ...contact, note: reading.note ?? null })
  desk.add('laboratory_name', { laboratory, vi: row.lab_name_vi, en: row.lab_name_en || null })
  const place = readAddress(row.address)
  const organization = row.organization_vi === '' ? null : findOwner(desk, owners, place.headOffice)
  if (organization !== null) desk.add('laboratory_owner', { laboratory, organization })
  const sites = loadSites(desk, laboratory, place.sites)
  if (row.scheme === 'other' && row.standard === '') return
  const accreditation = loadAccreditation(desk, organization)
  for (const site of sites.length ? sites : [null]) desk.add('coverage', { accreditation, laboratory, site })
  if (reading.paper) loadPaper(desk, accreditation, reading.paper)
  else loadStatements(desk, accreditation)
}

/** “X – Sở KH&CN tỉnh Quảng Ninh”: X owns the laboratory, the department above it goes to the note. */
function findOwner(desk: Desk, owners: Map<string, string>, headOffice: string | null): string {
  const { row, reading } = desk
  const [name = '', above] = row.organization_vi.split(' – ')
  const known = owners.get(name)
  if (known !== undefined) {
    desk.cite(known)
    return known
  }
  const note = reading.ownerNote ?? (above === undefined ? null : `Thuộc ${above}.`)
  const cited = above === undefined ? {} : { note: `Tệp nguồn ghi: “${row.organization_vi}”` }
  const organization = desk.add('organization', { sector: reading.sector ?? null, address: headOffice, note }, cited)
  desk.add('organization_name', { organization, vi: name }, cited)
  owners.set(name, organization)
  return organization
}

interface Place {
  sites: { label: string | null; address: string }[]
  headOffice: string | null
}

/** “Địa điểm 1: … | Địa điểm 2: … (trụ sở: …)” → the places of testing and the owner's seat; each address as printed. */
function readAddress(printed: string): Place {
  const seat = /\s*\(trụ sở: (.+)\)$/.exec(printed)
  const places = printed
    .slice(0, seat?.index ?? printed.length)
    .split(' | ')
    .filter(Boolean)
  const sites = places.map((place) => {
    const labelled = /^(Địa điểm \d+): (.+)$/.exec(place)
    return { label: labelled?.[1] ?? null, address: labelled?.[2] ?? place }
  })
  return { sites, headOffice: seat?.[1] ?? null }
}

function loadSites({ add, reading }: Desk, laboratory: string, sites: Place['sites']): string[] {
  const places = firstKeys(sites.length)
  return sites.map((site, at) => {
    const unit = reading.oldUnits?.[at]
    const oldUnit = unit ? unitId(unit.type, unit.name, unit.parent, null) : null
    return add('site', { laboratory, ...site, oldUnit, note: unit?.note ?? null, position: places[at]! })
  })
}

function loadAccreditation({ row, reading, add }: Desk, organization: string | null): string {
  const code = readCode(reading.codePrinted ?? row.code)
  if ('problem' in code) throw new Error(`${row.code}: ${code.problem.rule}`)
  const accreditation = add('accreditation', {
    organization,
    scheme: row.scheme === 'other' ? null : fixedId('scheme', row.scheme),
    issuer: reading.issuer ? fixedId('issuer', reading.issuer) : null,
    code: code.value,
    note: reading.accreditationNote ?? null,
  })
  if (row.standard !== '') {
    const known = standards.some((standard) => standard.key === row.standard)
    const standard = known ? fixedId('standard', row.standard) : null
    add('accreditation_standard', { accreditation, standard, printed: row.standard })
  }
  for (const name of row.fields
    .split(';')
    .map((word) => word.trim())
    .filter(Boolean)) {
    const key = fields.find((field) => field.vi === name)?.key
    add('accreditation_field', { accreditation, field: key ? fixedId('field', key) : null, printed: name })
  }
  return accreditation
}

function loadPaper(desk: Desk, accreditation: string, paper: Paper): void {
  const { row, reading, add } = desk
  const issuer = reading.issuer ? fixedId('issuer', reading.issuer) : null
  const cited = paper.excerpt === null ? {} : { excerpt: paper.excerpt }
  const decision = add('decision', { kind: 'QD', number: null, signed: paper.signed, issuer, note: paper.note }, cited)
  const expiry = dateOf(row.expiry_date, paper.expiryPrinted)
  const act = add('decision_act', { decision, accreditation, kind: 'recognition', effective: paper.effective, expiry })
  add('annex', { act, ...paper.annex })
}

function dateOf(iso: string, printed: string | null): PartialDate {
  const parsed = parseDate(iso)
  if (!parsed.ok) throw new Error(`${iso}: ${parsed.problem}`)
  return printed === null ? parsed.value : { iso: parsed.value.iso, printed }
}

/** What the source says of the accreditation, word for word; `said_on` stays unknown: neither source is dated. */
function loadStatements({ tx, row, rows, reading }: Desk, subject: string): void {
  const said = [
    { attribute: 'code', value: reading.codePrinted ?? row.code },
    { attribute: 'standard', value: row.standard },
    ...(reading.said ?? []),
  ]
  for (const { attribute, value } of said.filter((each) => each.value !== '')) {
    const quote =
      [row, ...rows].find((each) => each.source_excerpt.includes(value))?.source_excerpt ?? row.source_excerpt
    const id = fixedId('quang-ninh', `${row.lab_name_vi}|statement|${attribute}`)
    tx.create('statement', { subject, attribute, value, source: row.source_url, quote }, id)
  }
}

const FIGURES =
  /Toàn tỉnh hiện có (?<labs_las_vilas>\d+) phòng thí nghiệm đạt tiêu chuẩn LAS, VILAS; (?<labs_st_organizations>\d+) phòng thí nghiệm, kiểm định của các tổ chức KHCN, (?<labs_customs>\d+) phòng kiểm định của Cục Hải quan\. Trong đó có (?<labs_international>\d+) phòng thí nghiệm được công nhận đạt tiêu chuẩn quốc tế/

/** The article's figures about the province beside what this register can prove; the article gives no day for them. */
function loadFigures(tx: Tx): void {
  const found = FIGURES.exec(articleText.normalize('NFC'))
  if (!found?.groups) throw new Error('figures not found in the article')
  const figures = Object.entries(found.groups)
  const [all, ...others] = figures.map(([, value]) => Number(value))
  const among = others.pop()
  const sum = others.reduce((total, each) => total + each, all!)
  for (const [name, value] of figures) {
    const attribute = `figure.${name}`
    const statement = { subject: QUANG_NINH, attribute, value, source: ARTICLE, quote: found[0] }
    const record = tx.create('statement', statement, fixedId('quang-ninh', attribute))
    const doubt = `“Trong đó” có thể là ${among} trong ${all} hoặc ${among} trong cả ${sum} phòng.`
    const note =
      name === 'labs_international'
        ? `Bài báo không ghi ngày của số liệu. ${doubt}`
        : 'Bài báo không ghi ngày của số liệu.'
    const evidence = {
      record,
      kind: 'article' as const,
      source: ARTICLE,
      excerpt: found[0],
      certainty: 'unverified' as const,
      note,
    }
    tx.create('evidence', evidence, fixedId('quang-ninh', `${attribute}|evidence`))
  }
}
