// What in an annex is not a row of its table: lines of the head with a label, headings of the columns, page feet (forms AFL 01/12, 01/13,
// 01/15 as published; DOMAIN §6). Labels are compared without marks and spaces, because the published texts have lost some.
import type { annexForms } from '../vocabulary'
import { parseCode } from '../codes/parse'
import type { ColumnRole, Fact, FactKind } from './reading'
import { bare } from './words'

const LABELS: readonly (readonly [FactKind, readonly string[]])[] = [
  [
    'title',
    ['danh muc phep', 'list of accredited', 'danh muc', 'phu luc cong nhan', 'phu luc', 'pham vi duoc cong nhan'],
  ],
  [
    'decision',
    ['kem theo quyet dinh', '(kem theo', 'cua giam doc', 'attachment with decision', 'attachment to decision'],
  ],
  ['laboratory', ['ten phong thi nghiem', 'phong thi nghiem', 'laboratory', 'ten phong thu nghiem']],
  ['owner', ['co quan chu quan', 'don vi chu quan', 'organization', 'organisation']],
  [
    'field',
    ['linh vuc thu nghiem', 'linh vuc hieu chuan', 'linh vuc', 'field of testing', 'field of calibration', 'field'],
  ],
  ['manager', ['nguoi quan ly', 'nguoi phu trach', 'laboratory manager', 'representative']],
  ['signatory', ['nguoi co tham quyen ky', 'approved signatory', 'nguoi phu trach nguoi co tham quyen ky']],
  ['code', ['so hieu', 'code', 'so vilas', 'ma so']],
  ['validity', ['hieu luc cong nhan', 'period of validation', 'hieu luc']],
  ['address', ['dia chi', 'address', 'tru so']],
  ['location', ['dia diem', 'location']],
  ['phone', ['dien thoai', 'tel']],
  ['fax', ['fax']],
  ['email', ['e mail', 'email', 'thu dien tu']],
  ['website', ['website', 'trang web']],
  ['note', ['ghi chu', 'note', 'chu thich', 'remark']],
  [
    'section',
    [
      'pham vi linh hoat',
      'flexible scope',
      'khong duoc cong nhan',
      'cac phep thu khong duoc cong nhan',
      'not accredited',
    ],
  ],
]
const byLength = LABELS.flatMap(([kind, labels]) => labels.map((label) => ({ kind, key: bare(label) }))).toSorted(
  (a, b) => b.key.length - a.key.length,
)
/** Kinds whose label alone, with no colon behind it, tells what they are. */
const WITHOUT_COLON: ReadonlySet<FactKind> = new Set(['title', 'decision', 'section'])

/** A line of the head; null where it is something else. `text` may hold several cells joined by tabs. */
export function readFact(text: string): Fact | null {
  const start = bare(text.slice(0, 120))
  if (start === '') return null
  const label = byLength.find(({ key }) => start.startsWith(key))
  if (label !== undefined) {
    const colon = text.lastIndexOf(':', 80) === -1 ? -1 : firstColon(text)
    if (colon === -1) return WITHOUT_COLON.has(label.kind) ? { kind: label.kind, text, value: text.trim() } : null
    if (label.kind === 'title' || bare(text.slice(0, colon)).length <= 90)
      return { kind: label.kind, text, value: text.slice(colon + 1).trim() }
  }
  const code = /^(?:VILAS|VLAT|VLAC|VALAS)\b/iu.test(text.trim()) ? parseCode(text.trim()) : null
  return code?.ok === true ? { kind: 'code', text, value: text.trim() } : null
}

/** The colon behind the last label of “Tên phòng thí nghiệm: / Laboratory: …” when nothing stands between them. */
function firstColon(text: string): number {
  const first = text.indexOf(':')
  const next = text.indexOf(':', first + 1)
  if (next === -1) return first
  const between = bare(text.slice(first + 1, next))
  return between !== '' && byLength.some(({ key }) => key === between) ? next : first
}

/** A number of a page or the foot of a form: `AFL 01/12 Lần ban hành: 3.00 Soát xét/ngày: Trang: 3/12`. */
export function isFurniture(text: string): boolean {
  const key = bare(text)
  return (
    /^afl0?1(?:12|13|15)/.test(key) ||
    /^(?:trang|page)\d{0,3}(?:of|\/)?\d{0,3}$/.test(key) ||
    /^(?:lan ?ban ?hanh|issued? ?no|soat ?xet|lanbanhanh|issueno|issuedno|soatxet)/.test(key) ||
    /^(?:vanphongcongnhanchatluong|bureauofaccreditation|hetphuluc|endofannex)$/.test(key) ||
    /^[\s\-–—_.*=|]+$/.test(text)
  )
}

export function formOf(text: string): (typeof annexForms)[number] | null {
  const found = /AFL\s*0?1\s*\/\s*(12|13|15)/i.exec(text)
  if (found !== null) return `AFL 01/${found[1] as '12' | '13' | '15'}`
  const key = bare(text)
  if (/danhmucphephieuchuan|listofaccreditedcalibration/.test(key)) return 'AFL 01/13'
  if (/danhmuc(?:phep)?laymau|listofaccreditedsampling/.test(key)) return 'AFL 01/15'
  return /danhmucphepthu|listofaccreditedtest/.test(key) ? 'AFL 01/12' : null
}

export const issueOf = (text: string): string | null =>
  /(?:Lần ban hành|Lan ban hanh|Issued? ?No\.?)\s*(?:\/\s*Issued? ?No\.?)?\s*[:.]?\s*(\d+(?:\.\d+)?)/iu.exec(
    text,
  )?.[1] ?? null

const HEADINGS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['number', /^(?:tt|stt|sott|no|ttno|sttno)$/],
  ['cmc', /cmc|khanangdo|dokhongdambaodo|calibrationandmeasurementcapab/],
  ['quantity', /daliluongdo|dailuongdo|phuongtiendo|measurand|measuringinstrument|calibratedequipment/],
  ['method', /phuongphap|quytrinh|testmethod|procedure|methodof|methods?$/],
  ['range', /gioihandinhluong|phamvido|limitofquant|rangeof|^range|gioihanphathien|detectionlimit/],
  ['technique', /kythuat|technique|equipmentused/],
  ['matrix', /sanpham|vatlieu|materials?|products?|doituong|loaimau|matrix|nenmau/],
  ['test', /phepthu|chitieu|nametests?|nameofspecifictest|specifictest|parameters?|noidunggiamdinh|^test$/],
  ['place', /diadiem|location/],
  ['note', /ghichu|remarks?|^note/],
]

/** The column that a heading cell names, of either language or both; null: not a heading. */
export function headingRole(cell: string): ColumnRole | null {
  const key = bare(cell)
  if (key === '' || key.length > 140) return null
  return HEADINGS.find(([, pattern]) => pattern.test(key))?.[0] ?? null
}

/** The roles of a row of headings; null where the row is none: two different columns must be named and most cells are short. */
export function headingRow(cells: readonly string[]): (ColumnRole | null)[] | null {
  const filled = cells.filter((cell) => cell.trim() !== '')
  const roles = cells.map((cell) => (cell.trim() === '' ? null : headingRole(cell)))
  const named = new Set(roles.filter((role) => role !== null))
  const known = roles.filter((role) => role !== null).length
  if (filled.length < 2 || named.size < 2 || known < filled.length - 1) return null
  if (!['test', 'method', 'matrix', 'quantity'].some((role) => named.has(role as ColumnRole))) return null
  return filled.some((cell) => /\d{2}/.test(cell)) ? null : roles
}

const HEADING_WORDS = bare(
  [
    'TT No STT',
    'Tên sản phẩm, vật liệu được thử Materials or products tested Materials or product tested',
    'Tên phép thử cụ thể The name of specific tests The Name of specific tests',
    'Giới hạn định lượng (nếu có)/ Phạm vi đo Limit of quantitation (if any)/range of measurement Limit of quantitation (if any)/ Range of measurement',
    'Phương pháp thử Test method Test methods Test method',
    'Tên đại lượng đo hoặc phương tiện đo được hiệu chuẩn Measurand/ equipment calibrated Phạm vi đo Range of measurement Quy trình hiệu chuẩn Calibration Procedure',
    'Khả năng đo và hiệu chuẩn (CMC)/ Calibration and Measurement Capability (CMC)',
    'Tên sản phẩm, vật liệu được lấy mẫu Materials or products sampled Phương pháp lấy mẫu Sampling method',
  ].join(' '),
)

/** A piece of the column headings where they come line by line, as from a PDF. */
export function isHeadingLine(text: string, afterHeading: boolean): boolean {
  const key = bare(text)
  if (key === 'tt' || key === 'stt') return true
  if (key.length < 4 || /\d/.test(key) || !HEADING_WORDS.includes(key)) return false
  return afterHeading || key.length >= 9
}
