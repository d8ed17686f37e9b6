// Writes one sample laboratory: owner, names, sites, its accreditations with their histories. Every name says that it is made up.
import { readCode } from '../../model/rules'
import type { CodeValue } from '../../model/fields'
import { firstKeys } from '../../model/order'
import { fixedId } from '../fixed-id'
import type { Unit } from '../reference'
import type { Desk } from './desk'
import { domains, type Domain } from './domains'
import { planHistory, type History, type PlannedAct } from './history'
import { personName, writeHistory } from './papers'
import type { CodedScheme, Fate, Slot } from './slots'
import type { Words } from './words/family'

/** What a partner that shares the code takes over. */
export interface Made {
  owner: string
  code: CodeValue | null
}

const owners: Record<Domain['sectors'][number], readonly Words[]> = {
  enterprise: [
    ['Công ty cổ phần Mẫu', 'Sample Joint Stock Company'],
    ['Công ty TNHH Mẫu', 'Sample Company Ltd'],
    ['Tập đoàn Mẫu', 'Sample Group'],
  ],
  st_public: [
    ['Trung tâm Kỹ thuật Mẫu', 'Sample Technical Centre'],
    ['Trung tâm Khoa học Mẫu', 'Sample Science Centre'],
  ],
  st_private: [['Viện Nghiên cứu Mẫu', 'Sample Research Institute']],
  health: [
    ['Bệnh viện Mẫu', 'Sample Hospital'],
    ['Trung tâm Y tế Mẫu', 'Sample Medical Centre'],
  ],
  agriculture: [
    ['Trung tâm Giống Mẫu', 'Sample Breeding Centre'],
    ['Chi cục Nông nghiệp Mẫu', 'Sample Agriculture Office'],
  ],
  customs: [['Chi cục Kiểm định Mẫu', 'Sample Customs Verification Office']],
  construction: [
    ['Công ty Tư vấn Xây dựng Mẫu', 'Sample Construction Consultants'],
    ['Công ty Kiểm định Xây dựng Mẫu', 'Sample Construction Testing Company'],
  ],
  environment: [
    ['Trung tâm Quan trắc Mẫu', 'Sample Monitoring Centre'],
    ['Công ty Môi trường Mẫu', 'Sample Environment Company'],
  ],
  other: [['Đơn vị Mẫu', 'Sample Unit']],
}
const rooms: Record<Domain['kind'], Words> = {
  testing: ['Phòng thử nghiệm', 'Testing Laboratory'],
  calibration: ['Phòng', 'Laboratory'],
  medical: ['Phòng', 'Laboratory'],
  inspection: ['Trung tâm', 'Centre'],
  construction: ['Phòng thí nghiệm', 'Testing Laboratory'],
  environment: ['Trạm', 'Station'],
}
const fictional = ([vi, en]: Words, number: number) => ({
  vi: `${vi} số ${number} (hư cấu)`,
  en: `${en} No. ${number} (fictional)`,
})

/** Writes laboratory `number` of the sample for its slot; `partner` is the laboratory before it, for a slot that shares its code. */
export function writeLaboratory(desk: Desk, slot: Slot, number: number, partner: Made | null): Made {
  const domain: Domain = domains[slot.domain]
  const owner = partner?.owner ?? writeOwner(desk, domain, number)
  const { random } = desk
  const contact = {
    phone: `0203 000 ${String(number % 10_000).padStart(4, '0')}`,
    email: `phong${number}@mau.example`,
    website: `https://mau${number}.example`,
  }
  const laboratory = desk.create('laboratory', { kind: domain.kind, manager: personName(desk), ...contact })
  desk.create('laboratory_owner', { laboratory, organization: owner })
  const sites = writeSites(desk, laboratory, slot.sites ?? 1)
  const shared: Shared = { desk, owner, laboratory, sites, number }
  const code = partner
    ? partner.code
    : slot.scheme && slot.fate !== 'unknown'
      ? codeOf(desk, slot.scheme, domain)
      : null
  const history = planHistory(random, {
    fate: slot.fate,
    day: desk.day,
    lines: desk.lines,
    months: monthsOf(desk, slot.scheme),
    hadEdition: domain.before !== null && !slot.edition,
    ...(slot.monthOnly ? { monthOnly: slot.monthOnly } : {}),
    lineage: slot.lineage === true,
    renamed: slot.renamed === true,
  })
  const acts = writeAccreditation(shared, {
    scheme: slot.scheme,
    domain,
    code,
    history,
    edition: slot.edition ?? null,
    fate: slot.fate,
  })
  writeNames(shared, domain, history.renaming ? (acts.get(history.renaming) ?? null) : null)
  if (slot.second) writeSecond(shared, slot.second)
  desk.cite(
    laboratory,
    slot.fate === 'unknown' ? `https://mau${number}.example` : 'Hồ sơ mẫu',
    slot.fate === 'unknown' ? 'unverified' : 'checked',
  )
  return { owner, code }
}

/** An accreditation under another scheme; its fate never makes the laboratory look better than its slot says. */
function writeSecond(shared: Shared, { scheme, fate, domain: key }: NonNullable<Slot['second']>): void {
  const { desk } = shared
  const domain: Domain = domains[key]
  const history = planHistory(desk.random, { fate, day: desk.day, lines: desk.lines, months: monthsOf(desk, scheme) })
  writeAccreditation(shared, { scheme, domain, code: codeOf(desk, scheme, domain), history, edition: null, fate })
}

interface Shared {
  desk: Desk
  owner: string
  laboratory: string
  sites: readonly string[]
  number: number
}

function writeOwner(desk: Desk, domain: Domain, number: number): string {
  const sector = desk.random.pick(domain.sectors)
  const organization = desk.create('organization', {
    sector,
    phone: `0203 000 ${String(number % 10_000).padStart(4, '0')}`,
  })
  desk.create('organization_name', { organization, ...fictional(desk.random.pick(owners[sector]), number) })
  return organization
}

function writeNames({ desk, laboratory, number }: Shared, domain: Domain, renaming: string | null): void {
  const [vi, en] = rooms[domain.kind]
  const name = fictional([`${vi} ${domain.words[0]} Mẫu`, `Sample ${domain.words[1]} ${en}`], number)
  desk.create('laboratory_name', { laboratory, ...name, fromAct: renaming })
  if (renaming === null) return
  desk.create('laboratory_name', {
    laboratory,
    ...fictional(['Phòng thí nghiệm Mẫu tên cũ', 'Sample Laboratory, former name'], number),
    untilAct: renaming,
  })
}

/** Since 01/07/2025 most addresses name the new unit; some papers still print the old one, which is never converted. */
function writeSites(desk: Desk, laboratory: string, count: number): string[] {
  const { random, units } = desk
  const places = firstKeys(count)
  return places.map((position, at) => {
    const isNew = desk.day >= '2025-07-01' && random.chance(0.75)
    const unit = random.pick(isNew ? units.now : units.before)
    const address = `Số ${random.int(1, 300)}, phố Mẫu ${random.int(1, 40)}, ${addressOf(unit)}`
    const where = isNew ? { unit: unit.id } : { oldUnit: unit.id }
    return desk.create('site', {
      laboratory,
      label: count > 1 ? `Địa điểm ${at + 1}` : null,
      address,
      ...where,
      position,
    })
  })
}

const addressOf = ({ type, name, parent }: Unit): string =>
  [`${type} ${name}`, ...(parent === 'Tỉnh Quảng Ninh' ? [] : [parent]), 'tỉnh Quảng Ninh'].join(', ')

const monthsOf = ({ random }: Desk, scheme: CodedScheme | null): 36 | 60 => {
  if (scheme === 'VIMCERTS') return 36
  return scheme === 'LAS-XD' || scheme === 'AOSC' || random.chance(0.4) ? 60 : 36
}

/** Numbers from the top of each range, where no real code is. */
function codeOf(desk: Desk, scheme: CodedScheme, domain: Domain): CodeValue | null {
  const serial = desk.serial(scheme)
  const read = readCode(printedCode(scheme, serial, domain))
  return 'value' in read ? read.value : null
}

function printedCode(scheme: CodedScheme, serial: number, domain: Domain): string {
  const number = 10_000 - serial
  switch (scheme) {
    case 'AOSC':
      return `${domain.kind === 'medical' ? 'VLAM' : domain.kind === 'calibration' ? 'VLAC' : 'VLAT'} 9${String(serial).padStart(5, '0')}`
    case 'VACI':
      return `${domain.kind === 'medical' ? 'VALAS Med' : 'VALAS'} ${number}`
    case 'LAS-XD':
      return serial % 2 ? `LAS-XD ${number}` : `LAS-XD 99.${String(serial).padStart(3, '0')}`
    case 'VILAS-MED':
      return `VILAS MED ${number}`
    default:
      return `${scheme} ${number}`
  }
}

interface Planned {
  scheme: CodedScheme | null
  domain: Domain
  code: CodeValue | null
  history: History
  edition: string | null
  fate: Fate
}

/** Writes an accreditation of the laboratory with all that hangs on it; returns the ids of its acts. */
function writeAccreditation(shared: Shared, planned: Planned): Map<PlannedAct, string> {
  const { desk, owner, laboratory, sites } = shared
  const { scheme, domain, code, history, fate } = planned
  const issuer = scheme === null || fate === 'unknown' ? null : fixedId('issuer', issuerOf(scheme))
  const accreditation = desk.create('accreditation', {
    organization: owner,
    scheme: scheme ? fixedId('scheme', scheme) : null,
    issuer,
    code,
  })
  for (const site of sites) desk.create('coverage', { accreditation, laboratory, site })
  for (const field of new Set(domain.families.map((family) => family.field)))
    desk.create('accreditation_field', { accreditation, field: fixedId('field', field) })
  const acts = scheme
    ? writeHistory(desk, { accreditation, scheme, domain, sites }, history)
    : new Map<PlannedAct, string>()
  writeStandards(desk, accreditation, planned, acts)
  if (fate === 'unknown') writeClaim(shared, accreditation, planned)
  else desk.cite(accreditation, 'Hồ sơ mẫu')
  return acts
}

const issuerOf = (scheme: CodedScheme): string =>
  ({ 'LAS-XD': 'BXD', VIMCERTS: 'BTNMT', AOSC: 'AOSC', VACI: 'VACI', VILAS: 'BOA', 'VILAS-MED': 'BOA', VIAS: 'BOA' })[
    scheme
  ]

function writeStandards(
  desk: Desk,
  accreditation: string,
  { domain, history, edition }: Planned,
  acts: Map<PlannedAct, string>,
): void {
  const now = edition ?? domain.standard
  const moved = history.transition ? (acts.get(history.transition) ?? null) : null
  desk.create('accreditation_standard', {
    accreditation,
    standard: fixedId('standard', now),
    printed: now,
    fromAct: moved,
  })
  if (moved === null || domain.before === null) return
  desk.create('accreditation_standard', {
    accreditation,
    standard: fixedId('standard', domain.before),
    printed: domain.before,
    untilAct: moved,
  })
}

/** What only a web page says: no decision stands behind it. */
function writeClaim({ desk, number }: Shared, accreditation: string, { domain, edition, scheme }: Planned): void {
  const source = `https://mau${number}.example/gioi-thieu`
  const standard = edition ?? domain.standard
  const quote = `Phòng thí nghiệm đạt ${scheme === null ? 'tiêu chuẩn' : scheme} ${standard}`
  desk.create('statement', { subject: accreditation, attribute: 'standard', value: standard, source, quote })
  desk.cite(accreditation, source, 'unverified')
}
