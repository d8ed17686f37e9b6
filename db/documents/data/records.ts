// “Phiếu thông tin” of a laboratory and “Lịch sử” of an accreditation: what their pages show on the day.
import type { DocumentWish } from '../../model/documents/kinds'
import type { AccreditationPage, DecisionPage } from '../../model/shapes/accreditation'
import { say } from '../../model/texts/say'
import { accreditationPage, explainAccreditation } from '../../store/accreditations'
import { ridOf } from '../../store/columns'
import type { ReadDb } from '../../store/database'
import { labPage } from '../../store/lab-page'
import { accreditationWords, day as shown, deeds, joined, lines, number, statusWord, type Filling, type Moment } from './values'

type Of<K extends DocumentWish['kind']> = Extract<DocumentWish, { kind: K }>

export function labData(db: ReadDb, { id }: Of<'lab'>, { day }: Moment): Filling {
  const page = labPage(db, id, day)
  return {
    ten: page.nameVi,
    ten_tieng_anh: page.nameEn ?? '',
    chu_quan: page.owner?.name ?? '',
    loai_hinh: page.owner?.sector == null ? '' : say('vi', `exchange.sectors.${page.owner.sector}`),
    phu_trach: page.manager ?? '',
    dien_thoai: page.phone ?? '',
    email: page.email ?? '',
    website: page.website ?? '',
    tinh_trang: statusWord(page),
    hieu_luc_den: shown(page.expiry),
    can_xem: joined(page.flags.map((flag) => say('vi', `exchange.flags.${flag}`))),
    ghi_chu: page.note ?? '',
    dia_diem: page.sites.map((site) => ({
      ten: site.label ?? '',
      dia_chi: site.address ?? '',
      dia_ban: (site.unit ?? site.oldUnit)?.name ?? '',
      dien_thoai: site.phone ?? '',
    })),
    cong_nhan: page.accreditations.map((each) => ({
      ...accreditationWords(each),
      so_dong_pham_vi: number(each.scopeLines),
      quyet_dinh: each.decisions.map((decision) => ({
        so: numberOf(decision),
        ngay_ky: signedOn(decision),
        noi_dung: deeds(decision, each.id),
      })),
    })),
    nguoi_ky_kq: signatories(page.accreditations),
    nguon: eachOnce([
      ...page.statements.map(({ value, source }) => ({ noi_dung: source, trich: value })),
      ...page.evidence.map(({ source, excerpt }) => ({ noi_dung: source, trich: excerpt ?? '' })),
    ]),
  }
}

/** One passage is evidence of several fields. */
const eachOnce = (sources: { noi_dung: string; trich: string }[]): Filling[] => [
  ...new Map(sources.map((each) => [JSON.stringify(each), each])).values(),
]

export function accreditationData(db: ReadDb, { id }: Of<'accreditation'>, { day }: Moment): Filling {
  const page = accreditationPage(db, ridOf(db, 'accreditation', id), day)
  return {
    ...accreditationWords(page),
    to_chuc_duoc_cong_nhan: page.organization?.name ?? '',
    phong: page.covers.map(({ laboratory, site }) => ({ ten: joined([laboratory.name, site?.name], ' – ') })),
    quyet_dinh: page.decisions.map((decision) => ({
      so: numberOf(decision),
      ngay_ky: signedOn(decision),
      co_quan_ban_hanh: decision.issuerPrinted ?? decision.issuer?.name ?? '',
      noi_dung: deeds(decision, id),
    })),
    vi_sao: lines(explainAccreditation(db, id, { day, language: 'vi' }).sentences),
  }
}

const numberOf = ({ kind, number: given }: DecisionPage): string =>
  `${say('vi', `status.paper.${kind}`)} ${given ?? '(để trống số)'}`
const signedOn = ({ signed }: DecisionPage): string => (signed === null ? 'không rõ' : shown(signed.iso))

/** Those of the latest annexes that name any, each once. */
function signatories(accreditations: readonly AccreditationPage[]): Filling[] {
  const found = new Map<string, Filling>()
  for (const { decisions } of accreditations) {
    const last = decisions.flatMap(({ annexes }) => annexes).findLast(({ signatories: those }) => those.length > 0)
    for (const { name, title, printed, fields } of last?.signatories ?? [])
      found.set(name, { ten: joined([title, name], ' '), pham_vi: printed ?? joined(fields) })
  }
  return [...found.values()]
}
