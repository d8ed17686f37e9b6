// Writes a planned history as records: decisions with their acts, annexes with lines and signatories, surveillance, evidence.
import { firstKeys } from '../../model/order'
import { fixedId } from '../fixed-id'
import type { Desk } from './desk'
import type { Domain } from './domains'
import { planSurveillance, type History, type PlannedAct } from './history'
import { makeLines } from './lines'
import type { CodedScheme } from './slots'

export interface Accredited {
  accreditation: string
  scheme: CodedScheme
  domain: Domain
  sites: readonly string[]
}

/** A decision's issuer and how that issuer numbers its papers. */
function paperOf(desk: Desk, scheme: CodedScheme, on: string): { kind: 'QD' | 'GCN'; number: string; issuer: string } {
  const serial = desk.random.int(1, 1400)
  const year = on.slice(0, 4)
  switch (scheme) {
    case 'LAS-XD':
      return { kind: 'GCN', number: `${serial}/GCN-BXD`, issuer: 'BXD' }
    case 'VIMCERTS':
      return on < '2025-03-01'
        ? { kind: 'QD', number: `${serial}/QĐ-BTNMT`, issuer: 'BTNMT' }
        : { kind: 'QD', number: `${serial}/QĐ-BNNMT`, issuer: 'BNNMT' }
    case 'AOSC':
    case 'VACI':
      return { kind: 'QD', number: `${serial}.${year}/QĐ-${scheme}`, issuer: scheme }
    default:
      return { kind: 'QD', number: `${serial}.${year}/QĐ-VPCNCL`, issuer: 'BOA' }
  }
}

/** Writes the acts and returns their ids by plan. */
export function writeHistory(desk: Desk, about: Accredited, history: History): Map<PlannedAct, string> {
  const acts = new Map<PlannedAct, string>()
  const lineages: string[] = []
  const [position] = firstKeys(1)
  for (const planned of history.acts) {
    const blank = planned.signed.iso.length < 10
    const { number, kind, issuer } = paperOf(desk, about.scheme, planned.on)
    const decision = desk.create('decision', {
      kind,
      number: blank ? null : number,
      signed: planned.signed,
      issuer: fixedId('issuer', issuer),
    })
    desk.cite(decision, blank ? `Quyết định để trống số, ${planned.signed.printed ?? ''}` : number)
    const { effective, expiry } = planned
    const partial = planned.kind === 'suspension' ? planned.partial : null
    const ends = planned.ends ? (acts.get(planned.ends) ?? null) : null
    const changed = planned.kind === 'change_place' ? 'Thay đổi địa điểm thử nghiệm trong cùng khuôn viên.' : null
    const act = desk.create('decision_act', {
      decision,
      accreditation: about.accreditation,
      kind: planned.kind,
      effective,
      expiry,
      partial,
      ends,
      changed,
      position: position!,
    })
    acts.set(planned, act)
    if (planned.annex)
      lineages.push(...writeAnnex(desk, { ...about, act, planned, lineages, isMain: planned === history.main }))
    if (partial)
      for (const line of desk.random.shuffle(lineages).slice(0, desk.random.int(4, 9)))
        desk.create('act_line', { act, line })
  }
  if (history.main) writeSurveillance(desk, about.accreditation, history.main)
  return acts
}

interface AnnexOf extends Accredited {
  act: string
  planned: PlannedAct
  /** first lines of what is in force, which a later annex continues */
  lineages: readonly string[]
  isMain: boolean
}

/** Returns the lines that begin a lineage. */
function writeAnnex(desk: Desk, { act, planned, lineages, isMain, domain, scheme, sites }: AnnexOf): string[] {
  const { random } = desk
  const ofBoa = scheme === 'VILAS' || scheme === 'VILAS-MED' || scheme === 'VIAS'
  const recent = planned.on >= '2024-06-01'
  const note = planned.lines === 0 ? 'Chưa nhập từng dòng phạm vi.' : null
  const annex = desk.create('annex', {
    act,
    form: domain.form,
    issue: ofBoa ? (recent ? '4.24' : '3.00') : null,
    extent: planned.annex,
    note,
  })
  if (isMain && !(ofBoa && recent)) writeSignatories(desk, annex, domain)
  const places = firstKeys(planned.lines)
  const removed = planned.annex === 'reduction'
  const begun: string[] = []
  for (const [at, { field, ...line }] of makeLines(random, domain.families, planned.lines).entries()) {
    const continues = (removed || isMain) && at < lineages.length ? lineages[at]! : null
    const record = {
      annex,
      position: places[at]!,
      continues,
      field: fixedId('field', field),
      site: sites.length > 1 ? random.pick(sites) : null,
    }
    const id = desk.create('scope_line', {
      ...record,
      ...line,
      inclusion: removed ? 'excluded' : random.chance(0.02) ? 'flexible' : 'included',
    })
    if (continues === null) begun.push(id)
  }
  return begun
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Đinh', 'Lý'] as const
const given = [
  'An',
  'Bình',
  'Chi',
  'Dung',
  'Đạt',
  'Hà',
  'Hiếu',
  'Hoa',
  'Khánh',
  'Lan',
  'Minh',
  'Nam',
  'Oanh',
  'Phúc',
  'Quỳnh',
  'Sơn',
  'Thảo',
  'Uyên',
  'Việt',
  'Yến',
] as const

/** Persons whose middle name says that they do not exist. */
export const personName = ({ random }: Desk): string => `${random.pick(families)} Mẫu ${random.pick(given)}`

function writeSignatories(desk: Desk, annex: string, domain: Domain): void {
  const fields = [...new Set(domain.families.map((family) => family.field))]
  const count = desk.random.int(2, 4)
  const places = firstKeys(count)
  for (const [at, position] of places.entries()) {
    const whole = at === 0
    const signatory = desk.create('signatory', {
      annex,
      name: personName(desk),
      printed: whole ? 'Các phép thử được công nhận' : 'Các phép thử của lĩnh vực được giao',
      position,
    })
    for (const field of whole ? fields : [desk.random.pick(fields)])
      desk.create('signatory_scope', { signatory, field: fixedId('field', field) })
  }
}

function writeSurveillance(desk: Desk, accreditation: string, main: PlannedAct): void {
  for (const visit of planSurveillance(desk.random, main, desk.day))
    desk.create('surveillance', { accreditation, ...visit })
}
