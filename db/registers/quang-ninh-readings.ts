// What a person read out of each row of quang-ninh-labs.csv that the columns do not say by themselves: kind of laboratory, sector of its
// owner, the words of dates and issuers, and the analyst's remarks in the clerk's language. Values of the columns are never repeated here.
import type { annexForms, labKinds, sectors } from '../model/vocabulary'
import type { PartialDate } from '../model/dates/partial'

export interface Said {
  attribute: 'code' | 'standard' | 'field' | 'issuer' | 'effective'
  /** words of the source's quote */
  value: string
}

export interface Paper {
  /** words of the page about number and date of the decision, as the csv's note quotes them */
  excerpt: string | null
  signed: PartialDate
  effective: PartialDate
  expiryPrinted: string | null
  note: string
  annex: { form: (typeof annexForms)[number]; issue: string; note: string }
}

export interface Reading {
  kind: (typeof labKinds)[number] | null
  sector?: (typeof sectors)[number]
  note?: string
  ownerNote?: string
  accreditationNote?: string
  /** the code as its source prints it, where the csv tidied it */
  codePrinted?: string
  /** issuer's key, where the source names it or publishes as it */
  issuer?: 'BOA' | 'AOSC'
  /** old unit of each site, in order, where the address names it beyond doubt */
  oldUnits?: { type: string; name: string; parent: string; note?: string }[]
  /** a published decision; without one the accreditation is only claimed */
  paper?: Paper
  /** what is claimed, beside code and standard */
  said?: Said[]
}

const CLAIMED_BY_ARTICLE = 'Chỉ biết qua bài báo, chưa thấy quyết định công nhận.'
const LISTED_ONLY = 'Chỉ được nêu tên trong danh sách; nguồn không ghi tổ chức công nhận, số hiệu và thời hạn.'

/** By the laboratory's name in the csv. */
export const readings: Readonly<Record<string, Reading>> = {
  'Phòng thử nghiệm Xăng dầu B12': {
    kind: 'testing',
    sector: 'enterprise',
    issuer: 'BOA',
    note: 'Số điện thoại trên phụ lục 11/2023 vẫn dùng mã vùng cũ 033.',
    accreditationNote: 'Trang công bố không ghi phiên bản tiêu chuẩn.',
    oldUnits: [{ type: 'Phường', name: 'Bãi Cháy', parent: 'Thành phố Hạ Long' }],
    paper: {
      excerpt: '(Kèm theo quyết định số: /QĐ - VPCNCL ngày tháng 11 năm 2023',
      signed: { iso: '2023-11', printed: 'ngày tháng 11 năm 2023' },
      effective: { iso: '2023-11', printed: '/ 11 / 2023' },
      expiryPrinted: '25/ 11 / 2026',
      note: 'Trang công bố để trống số quyết định và ngày; không ghi công nhận lần đầu hay công nhận lại.',
      annex: { form: 'AFL 01/12', issue: '3.00', note: 'Phụ lục 7 trang; chưa nhập từng dòng phạm vi.' },
    },
  },
  'Phòng thí nghiệm Vinacontrol Quảng Ninh – Chi nhánh Công ty cổ phần Tập đoàn Vinacontrol Quảng Ninh': {
    kind: 'testing',
    sector: 'enterprise',
    issuer: 'BOA',
    note: 'Một công nhận cho ba địa điểm trong tỉnh.',
    ownerNote: 'Trụ sở: bản tiếng Việt in số 54, bản tiếng Anh in số 56 Trần Nhân Tông.',
    accreditationNote:
      'Trang công bố để trống số hiệu và lĩnh vực; đầu trang gắn “Measurement - Calibration” (còn nghi ngờ) trong khi phụ lục là danh mục phép thử.',
    oldUnits: [
      { type: 'Phường', name: 'Giếng Đáy', parent: 'Thành phố Hạ Long' },
      { type: 'Phường', name: 'Cửa Ông', parent: 'Thành phố Cẩm Phả' },
      {
        type: 'Thành phố',
        name: 'Uông Bí',
        parent: 'Tỉnh Quảng Ninh',
        note: 'Bản tiếng Việt in “TX. Uông Bí”, bản tiếng Anh in “City”.',
      },
    ],
    paper: {
      excerpt: null,
      signed: { iso: '2025-01' },
      effective: { iso: '2025-01', printed: '/01 /2025' },
      expiryPrinted: null,
      note: 'Trang công bố để trống số quyết định và ngày, chỉ có tháng 01/2025; không ghi công nhận lần đầu hay công nhận lại.',
      annex: { form: 'AFL 01/12', issue: '4.24', note: 'Phụ lục 11 trang; chưa nhập từng dòng phạm vi.' },
    },
  },
  'Phòng kiểm nghiệm, kiểm định của Chi cục Tiêu chuẩn đo lường chất lượng': {
    kind: 'testing',
    sector: 'st_public',
    note: CLAIMED_BY_ARTICLE,
    accreditationNote:
      'Phiên bản 2005 đã hết chuyển đổi (01/06/2021), cần xác minh. Chưa rõ Chi cục hay Trung tâm kỹ thuật Tiêu chuẩn Đo lường Chất lượng Quảng Ninh giữ số hiệu này.',
  },
  'Trung tâm kỹ thuật Tiêu chuẩn Đo lường Chất lượng Quảng Ninh': {
    kind: null,
    note: 'Làm kiểm định, hiệu chuẩn, thử nghiệm. Trang có số liệu năm 2021, phần đã đọc không có số hiệu công nhận. Có thể là nơi giữ VILAS 185 (chưa xác minh): không tự gộp.',
  },
  'Phòng thí nghiệm của Trung tâm KHKT và sản xuất giống thuỷ sản': {
    kind: 'testing',
    sector: 'agriculture',
    note: CLAIMED_BY_ARTICLE,
    codePrinted: 'VILAS: 512',
    accreditationNote:
      'Bài báo viết số hiệu có dấu hai chấm. Phiên bản 2005 đã hết chuyển đổi (01/06/2021), cần xác minh. Chưa tìm thấy trang của BoA.',
  },
  'Phòng thí nghiệm của Trung tâm Ứng dụng và thống kê': {
    kind: 'testing',
    sector: 'st_public',
    note: CLAIMED_BY_ARTICLE,
    accreditationNote: 'Bài báo chỉ ghi “IEC 17025”: không có phiên bản, số hiệu và tổ chức công nhận.',
  },
  'Phòng thí nghiệm của CDC Quảng Ninh (Trung tâm Kiểm soát bệnh tật tỉnh)': {
    kind: 'testing',
    sector: 'health',
    issuer: 'BOA',
    note: CLAIMED_BY_ARTICLE,
    accreditationNote:
      'Bài báo ghi Văn phòng Công nhận Chất lượng công nhận, không ghi số hiệu. Phiên bản 2005 đã hết chuyển đổi (01/06/2021), cần xác minh.',
    said: [
      { attribute: 'issuer', value: 'Văn phòng Công nhận chất lượng (thuộc Bộ KH&CN)' },
      { attribute: 'field', value: 'lĩnh vực công nhận: Hóa, sinh' },
    ],
  },
  'Phòng xét nghiệm Trung tâm Kiểm soát bệnh tật tỉnh Quảng Ninh': {
    kind: 'medical',
    sector: 'health',
    note: 'Công nhận thứ hai của cùng cơ quan (ISO/IEC 17025 và ISO 15189).',
    accreditationNote: 'Nguồn không ghi tổ chức công nhận và số hiệu.',
  },
  'Khoa Huyết học - Vi sinh - Sinh học phân tử, Bệnh viện Sản Nhi Quảng Ninh': {
    kind: 'medical',
    sector: 'health',
    issuer: 'AOSC',
    accreditationNote:
      'Mâu thuẫn trong nguồn: tổ chức công nhận là AOSC nhưng số hiệu in là “VILAS MED 131”, mà VILAS MED là chương trình của BoA. Giữ cả hai, cần xác minh. Chỉ biết tháng 12/2020.',
    said: [
      { attribute: 'issuer', value: 'Văn phòng công nhận năng lực đánh giá sự phù hợp (AOSC)' },
      { attribute: 'effective', value: 'Tháng 12/2020' },
    ],
  },
  'Khoa Sinh hóa, Bệnh viện Sản Nhi Quảng Ninh': {
    kind: 'medical',
    sector: 'health',
    issuer: 'AOSC',
    accreditationNote: 'Nguồn không ghi số hiệu. Chỉ biết tháng 4/2019.',
    said: [
      { attribute: 'issuer', value: 'Văn phòng AOSC' },
      { attribute: 'effective', value: 'tháng 4/2019' },
    ],
  },
  'Phòng xét nghiệm Bệnh viện Đa khoa tỉnh Quảng Ninh': {
    kind: 'medical',
    sector: 'health',
    accreditationNote: LISTED_ONLY,
  },
  'Phòng xét nghiệm Bệnh viện Việt Nam - Thụy Điển Uông Bí': {
    kind: 'medical',
    sector: 'health',
    accreditationNote: LISTED_ONLY,
  },
}
