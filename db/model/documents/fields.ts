// Which fields a template may use, by paper. What a paper is filled with has exactly these (tests/documents/data.test.ts): a tag that is not
// here is a mistake. Tags are Vietnamese words without marks, for people who edit templates in Word.
import type { DocumentKind } from './kinds'

export interface Field {
  tag: string
  /** repeated: the fields of each; between {#tag} and {/tag} */
  each?: readonly Field[]
}

const of = (...tags: string[]): Field[] => tags.map((tag) => ({ tag }))
const list = (tag: string, ...each: (Field | string)[]): Field => ({
  tag,
  each: each.map((field) => (typeof field === 'string' ? { tag: field } : field)),
})

/** Of every paper: the office, the day, who signs, and the state of the register that it was made from. */
const frame: readonly Field[] = [
  ...of('co_quan_cap_tren', 'co_quan', 'ten_co_quan', 'don_vi', 'so_ky_hieu', 'dia_danh_ngay', 'ngay_xem'),
  ...of('quyen_han_ky', 'nguoi_ky'),
  list('noi_nhan', 'dong'),
  ...of('luc_lap', 'lan_ghi', 'van_tay'),
]

const compared = (tag: string): Field => list(tag, 'ten', 'nam_nay', 'nam_truoc', 'tang_giam')
const accreditation = ['ma_so', 'chuong_trinh', 'to_chuc', 'tieu_chuan', 'linh_vuc', 'tinh_trang', 'hieu_luc_den']

const own: Record<DocumentKind, readonly Field[]> = {
  labs: [
    ...of('bo_loc', 'so_phong'),
    list(
      'phong',
      'stt',
      'ten',
      'chu_quan',
      'dia_ban',
      'dia_chi',
      'dien_thoai',
      'email',
      'chuong_trinh',
      'ma_so',
      'tieu_chuan',
      'linh_vuc',
      'tinh_trang',
      'hieu_luc_den',
    ),
    list('quy_tac', 'dong'),
  ],
  expiring: [
    ...of('so_ngay', 'so_cong_nhan'),
    list('cong_nhan', 'stt', 'ten', 'chu_quan', 'dia_ban', 'dien_thoai', ...accreditation, 'con_lai'),
    list('quy_tac', 'dong'),
  ],
  report: [
    ...of('ngay_truoc', 'so_phong', 'so_phong_truoc', 'con_hieu_luc', 'con_hieu_luc_truoc'),
    compared('theo_tinh_trang'),
    compared('theo_chuong_trinh'),
    compared('theo_linh_vuc'),
    compared('theo_dia_ban'),
    list('sap_het_han', 'ten', 'so_phong'),
    list('chi_tieu', 'ten', 'cach_dem', 'nam_nay', 'nam_truoc', 'tang_giam'),
    list('them', 'ten', 'ly_do'),
    list('bot', 'ten', 'ly_do'),
    list('quy_tac', 'dong'),
  ],
  reminder: [
    ...of('kinh_gui', 'ten_phong', 'chu_quan', 'dia_chi'),
    list('cong_nhan', ...accreditation, 'quyet_dinh', 'con_lai'),
  ],
  lab: [
    ...of('ten', 'ten_tieng_anh', 'chu_quan', 'loai_hinh', 'phu_trach', 'dien_thoai', 'email', 'website'),
    ...of('tinh_trang', 'hieu_luc_den', 'can_xem', 'ghi_chu'),
    list('dia_diem', 'ten', 'dia_chi', 'dia_ban', 'dien_thoai'),
    list('cong_nhan', ...accreditation, 'so_dong_pham_vi', list('quyet_dinh', 'so', 'ngay_ky', 'noi_dung')),
    list('nguoi_ky_kq', 'ten', 'pham_vi'),
    list('nguon', 'noi_dung', 'trich'),
  ],
  accreditation: [
    ...of(...accreditation, 'to_chuc_duoc_cong_nhan'),
    list('phong', 'ten'),
    list('quyet_dinh', 'so', 'ngay_ky', 'co_quan_ban_hanh', 'noi_dung'),
    list('vi_sao', 'dong'),
  ],
  booklet: [
    ...of('so_phong', 'so_cong_nhan'),
    list(
      'phong',
      'stt',
      'ten',
      'chu_quan',
      'dia_chi',
      'lien_he',
      'tinh_trang',
      list('cong_nhan', ...accreditation, 'quyet_dinh', list('pham_vi', 'dong')),
    ),
    list('ma', 'ma_so', 'stt', 'ten'),
    list('quy_tac', 'dong'),
  ],
}

/** Its own fields first, then those of every paper. */
export const fieldsOf = (kind: DocumentKind): readonly Field[] => [...own[kind], ...frame]
