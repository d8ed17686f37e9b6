// What every paper has: the office from the register's settings, the day in its official form, and the state of the register it was made from,
// so that whoever holds the paper can prove later what the register said (Sao lưu → Kiểm tra nhật ký).
import { officialDay } from '../../model/documents/dates'
import type { DocumentKind } from '../../model/documents/kinds'
import { DOTS, letterhead, numberLine, recipients, signingLines, type Settings } from '../../model/documents/office'
import { clockInVietnam, dayInVietnam } from '../../model/dates/partial'
import { currentSeq, type ReadDb } from '../../store/database'
import { fingerprint } from '../../store/log'
import { settings } from '../../store/settings'
import { day as shown, lines, number, type Filling, type Moment } from './values'

/** Letters of the paper's type in its number; a list or a letter has none. */
const types: Partial<Record<DocumentKind, string>> = { report: 'BC' }

export function frame(db: ReadDb, kind: DocumentKind, moment: Moment): Filling {
  const office: Settings = settings(db)
  const { parent, office: name, place } = letterhead(office)
  return {
    co_quan_cap_tren: parent,
    co_quan: name,
    ten_co_quan: office['department'] ?? DOTS,
    don_vi: office['department_unit'] ?? '',
    so_ky_hieu: numberLine(office, types[kind] ?? null),
    dia_danh_ngay: `${place}, ${officialDay(moment.today)}`,
    ngay_xem: shown(moment.day),
    quyen_han_ky: signingLines(office).join('\n'),
    nguoi_ky: office['signatory'] ?? '',
    noi_nhan: lines(recipients(office)),
    luc_lap: instant(moment.now),
    lan_ghi: number(currentSeq(db)),
    van_tay: grouped(fingerprint(db)),
  }
}


function instant(at: string): string {
  const epoch = Date.parse(at)
  const time = clockInVietnam(epoch).slice(11, 16)
  return `${time} ngày ${shown(dayInVietnam(epoch))}`
}

/** In eights, so that it can be read out and compared. */
const grouped = (hex: string): string => hex.replaceAll(/(.{8})(?=.)/g, '$1 ')
