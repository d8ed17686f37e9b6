// A register with the province's laboratories and a few invented ones (long, bare, nasty), an office, and the texts of what it writes.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { makeDocument } from '../../db/documents/make'
import { unwatched } from '../../db/jobs/job'
import type { DocumentKind, DocumentWish } from '../../db/model/documents/kinds'
import type { MadeDocument } from '../../db/model/shapes/documents'
import { loadQuangNinh } from '../../db/registers/quang-ninh'
import { loadReference } from '../../db/registers/reference'
import { createRegister, type OpenRegister } from '../../db/store/open'
import { saveDecision } from '../../db/store/save-decision'
import { saveAccreditation, saveLab, saveOrganization, saveRecord } from '../../db/store/saves'
import { putSetting } from '../../db/store/settings'
import { writeSet, type Tx } from '../../db/store/write'
import { DAY, NOW, temporaryFolder } from '../support/register'

export const OFFICE = {
  parent_agency: 'Ủy ban nhân dân tỉnh Quảng Ninh',
  department: 'Sở Khoa học và Công nghệ',
  document_symbol: 'SKHCN',
  unit_symbol: 'TĐC',
  place: 'Quảng Ninh',
  signing_form: 'kt',
  head_title: 'Giám đốc',
  signatory_title: 'Phó Giám đốc',
  signatory: 'Nguyễn Văn Ví Dụ',
  recipients: 'Như trên; UBND tỉnh (để b/c); Lưu: VT, TĐC',
}

/** Everything that a Word file and its filling must carry unchanged. */
export const NASTY = 'Phòng “Đo lường & thử nghiệm” <số 1> {không phải thẻ} – đ Đ ươ ẵ Ở (hư cấu)'
export const LONG = `Phòng thử nghiệm tổng hợp ${'vật liệu xây dựng, môi trường và thực phẩm, '.repeat(6)}(hư cấu)`

export const ENDED = 'Phòng hết hạn trong năm (hư cấu)'

export interface Desk {
  register: OpenRegister
  /** ids of invented laboratories by name, and of the accreditation of the nasty one */
  labs: Record<string, string>
  accreditation: string
}

/** In a folder of its own; `close` takes it away. */
export async function desk(): Promise<Desk & { close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'scn-'))
  const named = { name: 'Sổ', kind: 'quang-ninh', now: NOW }
  const register = await createRegister(join(folder, 'so.scn'), named, (db) => {
    writeSet(db, { actor: 'an', now: NOW }, loadReference)
    writeSet(db, { actor: 'an', now: NOW }, loadQuangNinh)
  })
  const made: Desk = { register, labs: {}, accreditation: '' }
  writeSet(register.db, { actor: 'an', now: NOW }, (tx) => {
    for (const [key, value] of Object.entries(OFFICE)) putSetting(tx, key, value)
    for (const name of [NASTY, LONG, ENDED, 'Phòng trống (hư cấu)']) {
      made.labs[name] = saveLab(tx, { change: { nameVi: name, ...(name === NASTY && { owner: owner(tx) }) } }, now)
    }
    made.accreditation = accredited(tx, made.labs[NASTY]!, 'VILAS 901', ['2023-12-20', '2026-12-19'])
    accredited(tx, made.labs[LONG]!, 'VILAS 902', ['2026-02-05', '2029-02-04'])
    accredited(tx, made.labs[ENDED]!, 'VILAS 903', ['2023-05-10', '2026-05-09'])
    scoped(tx, made.accreditation)
    saveRecord(tx, 'site', { change: { laboratory: made.labs[NASTY]!, address: 'Số 5 <phố> Ví & Dụ, Hạ Long' } })
  })
  const close = () => {
    register.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...made, close }
}

const now = { day: DAY, instant: NOW }
const owner = (tx: Tx): string =>
  saveOrganization(tx, { change: { nameVi: 'Công ty Ví Dụ & Con (hư cấu)', sector: 'enterprise' } }, DAY)

function accredited(tx: Tx, lab: string, code: string, [effective, expiry]: [string, string]): string {
  const accreditation = saveAccreditation(tx, { change: { code, covers: [{ laboratory: lab, site: null }] } }, NOW)
  const act = { accreditation, kind: 'grant' as const, effective: { iso: effective }, expiry: { iso: expiry } }
  const number = `${code.slice(-3)}/QĐ-VÍ-DỤ`
  saveDecision(tx, { change: { kind: 'QD', number, signed: { iso: effective }, acts: [act] } }, NOW)
  return accreditation
}

/** One line of scope and who signs for it. */
function scoped(tx: Tx, accreditation: string): void {
  const act = tx.db
    .prepare<[string], string>(
      'SELECT t.id FROM decision_act t JOIN accreditation a ON a.rid = t.accreditation_rid WHERE a.id = ?',
    )
    .pluck()
    .get(accreditation)!
  const annex = tx.create('annex', { act, extent: 'complete' })
  tx.create('scope_line', {
    annex,
    position: 'a',
    matrixVi: 'Nước thải',
    testVi: 'Xác định pH',
    method: 'TCVN 6492',
    methodEdition: '2011',
    inclusion: 'included',
  })
  tx.create('signatory', { annex, name: 'Trần Thị Mẫu', title: 'Bà', printed: 'Các phép thử được công nhận' })
}

/** A wish for each paper, about the invented records where it is about one. */
export const wishes = ({ labs, accreditation }: Desk): Record<DocumentKind, DocumentWish> => ({
  labs: { kind: 'labs', query: {} },
  expiring: { kind: 'expiring' },
  report: { kind: 'report' },
  reminder: { kind: 'reminder' },
  lab: { kind: 'lab', id: labs[NASTY]! },
  accreditation: { kind: 'accreditation', id: accreditation },
  booklet: { kind: 'booklet', scope: true },
})

export interface Written extends MadeDocument {
  path: string
  /** the text of each paragraph of the body, in order */
  paragraphs: string[]
}

export async function written({ register }: Desk, wish: DocumentWish, day = DAY): Promise<Written> {
  const path = join(temporaryFolder(), `${wish.kind}.docx`)
  const made = await makeDocument(
    { register: register.file, path, wish, apart: false, day, today: DAY, now: NOW },
    unwatched,
  )
  return { ...made, path, paragraphs: paragraphsOf(readFileSync(path)) }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function paragraphsOf(bytes: Uint8Array): string[] {
  const xml = new PizZip(bytes).file('word/document.xml')!.asText()
  return [...xml.matchAll(/<w:p[ >][^]*?<\/w:p>/g)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|(<w:br\/>)/g)]
      .map(([, text = '', br]) => (br ? '\n' : text))
      .join('')
      .replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole),
  )
}
