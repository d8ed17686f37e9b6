// The default template of each paper, made when it is first needed. An office edits a copy in Word (Văn bản → Mẫu).
import type { DocumentKind } from '../../model/documents/kinds'
import {
  body,
  heading,
  letterhead,
  line,
  mark,
  nothing,
  pack,
  provenance,
  rules,
  signature,
  size,
  table,
  title,
  type Block,
  type ColumnSpec,
  type Orientation,
} from './paper'

type Made = [orientation: Orientation, name: string, blocks: Block[]]

const col = (head: string, tag: string, share: number, align?: ColumnSpec['align']): ColumnSpec => ({
  head,
  tag,
  share,
  ...(align && { align }),
})
const small = { size: size.table }

const labs = (): Made => [
  'landscape',
  'Danh sách phòng thí nghiệm',
  [
    ...letterhead('landscape'),
    ...title('DANH SÁCH', ['Phòng thí nghiệm trên địa bàn, tính đến ngày {ngay_xem}'], 'landscape'),
    mark('#bo_loc'),
    line('Điều kiện chọn: {bo_loc}.', { ...small, italics: true }),
    mark('/bo_loc'),
    line('Tổng số: {so_phong} phòng.', small, { spacing: { after: 80 } }),
    table(
      'phong',
      [
        col('STT', 'stt', 5, 'center'),
        col('Tên phòng', 'ten', 23),
        col('Cơ quan chủ quản', 'chu_quan', 19),
        col('Địa bàn', 'dia_ban', 11),
        col('Mã số', 'ma_so', 11.5),
        col('Tiêu chuẩn', 'tieu_chuan', 13),
        col('Lĩnh vực', 'linh_vuc', 11),
        col('Tình trạng', 'tinh_trang', 10.5),
        col('Hiệu lực đến', 'hieu_luc_den', 12, 'center'),
      ],
      'landscape',
    ),
    ...nothing('phong', 'Không có phòng nào theo điều kiện này.'),
    ...rules(),
    ...signature('landscape'),
  ],
]

const expiring = (): Made => [
  'landscape',
  'Danh sách công nhận sắp hết hiệu lực',
  [
    ...letterhead('landscape'),
    ...title('DANH SÁCH', ['Công nhận hết hiệu lực trong {so_ngay} ngày tới, tính từ ngày {ngay_xem}'], 'landscape'),
    line('Tổng số: {so_cong_nhan} công nhận.', small, { spacing: { after: 80 } }),
    table(
      'cong_nhan',
      [
        col('STT', 'stt', 5, 'center'),
        col('Mã số', 'ma_so', 12),
        col('Tên phòng', 'ten', 24),
        col('Cơ quan chủ quản', 'chu_quan', 20),
        col('Địa bàn', 'dia_ban', 11),
        col('Điện thoại', 'dien_thoai', 13),
        col('Tình trạng', 'tinh_trang', 10.5),
        col('Hiệu lực đến', 'hieu_luc_den', 12, 'center'),
        col('Còn lại', 'con_lai', 9, 'center'),
      ],
      'landscape',
    ),
    ...nothing('cong_nhan', 'Không có công nhận nào hết hiệu lực trong khoảng này.'),
    ...rules(),
    ...signature('landscape'),
  ],
]

const comparison = (of: string, head: string): Block =>
  table(
    of,
    [
      col(head, 'ten', 52),
      col('{ngay_xem}', 'nam_nay', 16, 'right'),
      col('{ngay_truoc}', 'nam_truoc', 16, 'right'),
      col('Tăng, giảm', 'tang_giam', 16, 'right'),
    ],
    'portrait',
  )

const report = (): Made => [
  'portrait',
  'Báo cáo tình hình công nhận phòng thí nghiệm',
  [
    ...letterhead('portrait'),
    ...title('BÁO CÁO', ['Tình hình công nhận phòng thí nghiệm', '(tính đến ngày {ngay_xem})'], 'portrait'),
    heading('I. TÌNH HÌNH CHUNG'),
    body(
      'Đến ngày {ngay_xem}, sổ theo dõi {so_phong} phòng thí nghiệm (cùng ngày năm trước: {so_phong_truoc}), trong đó {con_hieu_luc} phòng còn được công nhận (cùng ngày năm trước: {con_hieu_luc_truoc}).',
    ),
    heading('1. Theo tình trạng'),
    comparison('theo_tinh_trang', 'Tình trạng (số phòng)'),
    ...nothing('theo_tinh_trang', 'Không có phòng nào.'),
    heading('2. Theo chương trình công nhận'),
    comparison('theo_chuong_trinh', 'Chương trình (số phòng)'),
    ...nothing('theo_chuong_trinh', 'Không có phòng nào.'),
    heading('3. Theo lĩnh vực'),
    comparison('theo_linh_vuc', 'Lĩnh vực (số phòng)'),
    ...nothing('theo_linh_vuc', 'Không có phòng nào.'),
    heading('4. Theo địa bàn'),
    comparison('theo_dia_ban', 'Địa bàn (số phòng)'),
    ...nothing('theo_dia_ban', 'Không có phòng nào.'),
    heading('5. Phòng sắp hết hạn công nhận'),
    table('sap_het_han', [col('Thời hạn', 'ten', 70), col('Số phòng', 'so_phong', 30, 'right')], 'portrait'),
    heading('II. CÁC CHỈ TIÊU'),
    comparison('chi_tieu', 'Chỉ tiêu'),
    heading('III. BIẾN ĐỘNG SO VỚI NGÀY {ngay_truoc}'),
    body('Phòng thêm vào số còn được công nhận:'),
    ...nothing('them', '- Không có.'),
    mark('#them'),
    body('- {ten}: {ly_do}.', small),
    mark('/them'),
    body('Phòng bớt đi:'),
    ...nothing('bot', '- Không có.'),
    mark('#bot'),
    body('- {ten}: {ly_do}.', small),
    mark('/bot'),
    ...rules(),
    mark('#chi_tieu'),
    line('- {ten}: {cach_dem}', { size: 22, italics: true }, { alignment: 'both' }),
    mark('/chi_tieu'),
    ...signature('portrait'),
  ],
]

const reminder = (): Made => [
  'portrait',
  'Công văn nhắc gia hạn công nhận',
  [
    ...letterhead('portrait', 'V/v nhắc gia hạn công nhận phòng thí nghiệm'),
    line('Kính gửi: {kinh_gui}', {}, { alignment: 'center', spacing: { before: 200, after: 200 } }),
    body(
      'Qua theo dõi tình hình công nhận phòng thí nghiệm trên địa bàn, đến ngày {ngay_xem}, công nhận sau đây của {ten_phong} sắp hết hoặc đã hết hiệu lực:',
    ),
    table(
      'cong_nhan',
      [
        col('Mã số', 'ma_so', 16),
        col('Tiêu chuẩn', 'tieu_chuan', 22),
        col('Quyết định', 'quyet_dinh', 32),
        col('Hiệu lực đến', 'hieu_luc_den', 16, 'center'),
        col('Còn lại', 'con_lai', 14, 'center'),
      ],
      'portrait',
    ),
    body(
      'Đề nghị {kinh_gui} chủ động làm thủ tục gia hạn với tổ chức công nhận trước ngày hết hiệu lực, và gửi bản sao quyết định mới về {ten_co_quan} để cập nhật.',
    ),
    body(
      'Nếu công nhận đã được gia hạn, hoặc không tiếp tục duy trì, đề nghị thông báo bằng văn bản để ghi vào sổ theo dõi.',
    ),
    body('Trân trọng./.'),
    ...signature('portrait'),
  ],
]

const fact = (label: string, tag: string): Block =>
  line(`${label}: {${tag}}{^${tag}}(chưa ghi){/${tag}}`, {}, { spacing: { before: 30, after: 30 } })
const held = (): Block[] => [
  line(
    '{ma_so}{#chuong_trinh} – {chuong_trinh}{/chuong_trinh}',
    { bold: true },
    { spacing: { before: 120 }, keepNext: true },
  ),
  line('Tổ chức công nhận: {to_chuc}', small),
  line('Tiêu chuẩn: {tieu_chuan}{^tieu_chuan}(chưa ghi){/tieu_chuan}', small),
  line('Lĩnh vực: {linh_vuc}{^linh_vuc}(chưa ghi){/linh_vuc}', small),
  line('Tình trạng: {tinh_trang}{#hieu_luc_den}; hiệu lực đến: {hieu_luc_den}{/hieu_luc_den}', small),
]

const labFacts = (): Block[] => [
  fact('Tên tiếng Anh', 'ten_tieng_anh'),
  fact('Cơ quan chủ quản', 'chu_quan'),
  fact('Loại hình', 'loai_hinh'),
  fact('Phụ trách', 'phu_trach'),
  fact('Điện thoại', 'dien_thoai'),
  fact('Email', 'email'),
  fact('Website', 'website'),
  fact('Tình trạng', 'tinh_trang'),
  fact('Hiệu lực đến', 'hieu_luc_den'),
  mark('#can_xem'),
  fact('Cần xem', 'can_xem'),
  mark('/can_xem'),
  mark('#ghi_chu'),
  fact('Ghi chú', 'ghi_chu'),
  mark('/ghi_chu'),
]

const lab = (): Made => [
  'portrait',
  'Phiếu thông tin phòng thí nghiệm',
  [
    ...letterhead('portrait'),
    ...title('PHIẾU THÔNG TIN', ['{ten}', '(tại ngày {ngay_xem})'], 'portrait'),
    ...labFacts(),
    heading('1. Địa điểm'),
    table(
      'dia_diem',
      [
        col('Tên', 'ten', 22),
        col('Địa chỉ', 'dia_chi', 40),
        col('Địa bàn', 'dia_ban', 20),
        col('Điện thoại', 'dien_thoai', 18),
      ],
      'portrait',
    ),
    ...nothing('dia_diem', 'Chưa ghi địa điểm.'),
    heading('2. Công nhận'),
    ...nothing('cong_nhan', 'Chưa có công nhận.'),
    mark('#cong_nhan'),
    ...held(),
    line('Số dòng phạm vi trong sổ: {so_dong_pham_vi}', small, { spacing: { after: 60 } }),
    table(
      'quyet_dinh',
      [col('Quyết định', 'so', 34), col('Ngày ký', 'ngay_ky', 16, 'center'), col('Nội dung', 'noi_dung', 50)],
      'portrait',
    ),
    ...nothing('quyet_dinh', 'Sổ chưa có quyết định của công nhận này.'),
    mark('/cong_nhan'),
    heading('3. Người có thẩm quyền ký'),
    ...nothing('nguoi_ky_kq', 'Chưa ghi.'),
    mark('#nguoi_ky_kq'),
    line('- {ten}: {pham_vi}', small),
    mark('/nguoi_ky_kq'),
    heading('4. Nguồn'),
    ...nothing('nguon', 'Chưa ghi nguồn.'),
    mark('#nguon'),
    line('- {noi_dung} {trich}', small),
    mark('/nguon'),
    ...signature('portrait'),
  ],
]

const accreditation = (): Made => [
  'portrait',
  'Lịch sử công nhận',
  [
    ...letterhead('portrait'),
    ...title('LỊCH SỬ CÔNG NHẬN', ['{ma_so}', '(tính đến ngày {ngay_xem})'], 'portrait'),
    fact('Chương trình', 'chuong_trinh'),
    fact('Tổ chức công nhận', 'to_chuc'),
    fact('Tổ chức được công nhận', 'to_chuc_duoc_cong_nhan'),
    fact('Tiêu chuẩn', 'tieu_chuan'),
    fact('Lĩnh vực', 'linh_vuc'),
    fact('Tình trạng', 'tinh_trang'),
    fact('Hiệu lực đến', 'hieu_luc_den'),
    line('Phòng được áp dụng:', {}, { spacing: { before: 30 } }),
    ...nothing('phong', '- Chưa ghi.'),
    mark('#phong'),
    line('- {ten}', small),
    mark('/phong'),
    heading('1. Các quyết định'),
    table(
      'quyet_dinh',
      [
        col('Quyết định', 'so', 28),
        col('Ngày ký', 'ngay_ky', 14, 'center'),
        col('Cơ quan ban hành', 'co_quan_ban_hanh', 22),
        col('Nội dung', 'noi_dung', 36),
      ],
      'portrait',
    ),
    ...nothing('quyet_dinh', 'Sổ chưa có quyết định của công nhận này.'),
    heading('2. Vì sao có tình trạng này'),
    mark('#vi_sao'),
    line('- {dong}', small),
    mark('/vi_sao'),
    ...signature('portrait'),
  ],
]

const booklet = (): Made => [
  'portrait',
  'Sổ giấy',
  [
    ...letterhead('portrait'),
    ...title('SỔ THEO DÕI CÔNG NHẬN PHÒNG THÍ NGHIỆM', ['Bản in toàn bộ sổ, tính đến ngày {ngay_xem}'], 'portrait'),
    line('Gồm {so_phong} phòng, {so_cong_nhan} công nhận.', small),
    ...rules(),
    provenance(),
    heading('A. CÁC PHÒNG'),
    ...nothing('phong', 'Sổ chưa có phòng nào.'),
    mark('#phong'),
    line('{stt}. {ten}', { bold: true, size: 24 }, { spacing: { before: 120 }, keepNext: true }),
    line(
      '{#chu_quan}Chủ quản: {chu_quan}. {/chu_quan}{#dia_chi}Địa chỉ: {dia_chi}. {/dia_chi}{#lien_he}Liên hệ: {lien_he}. {/lien_he}Tình trạng: {tinh_trang}.',
      { size: 22 },
    ),
    mark('#cong_nhan'),
    line(
      '• {ma_so}{#chuong_trinh} ({chuong_trinh}){/chuong_trinh}: {tinh_trang}{#hieu_luc_den}, hiệu lực đến {hieu_luc_den}{/hieu_luc_den}. {#to_chuc}{to_chuc}. {/to_chuc}{#tieu_chuan}{tieu_chuan}. {/tieu_chuan}{#linh_vuc}Lĩnh vực: {linh_vuc}. {/linh_vuc}{#quyet_dinh}{quyet_dinh}.{/quyet_dinh}',
      { size: 22 },
      { indent: { left: 340, hanging: 200 } },
    ),
    mark('#pham_vi'),
    line('{dong}', { size: 20 }, { indent: { left: 560 } }),
    mark('/pham_vi'),
    mark('/cong_nhan'),
    mark('/phong'),
    heading('B. TRA THEO MÃ SỐ'),
    table(
      'ma',
      [col('Mã số', 'ma_so', 24), col('Số thứ tự', 'stt', 14, 'center'), col('Tên phòng', 'ten', 62)],
      'portrait',
    ),
    ...nothing('ma', 'Sổ chưa có mã số nào.'),
  ],
]

const all: Record<DocumentKind, () => Made> = { labs, expiring, report, reminder, lab, accreditation, booklet }

export function defaultTemplate(kind: DocumentKind): Promise<Uint8Array> {
  const [orientation, name, blocks] = all[kind]()
  return pack(orientation, blocks, { title: name })
}

/** What the paper is called, also as a file's name. */
export const paperName = (kind: DocumentKind): string => all[kind]()[1]
