// Reference tables: schemes, issuers with their names over time, standards and the last day of each edition, fields. Every row rests on
// the source named beside it; what no source proves is left out (null), never guessed.

export interface SchemeRow {
  key: string
  vi: string
  en: string
  /** standard, or the decree where the scheme is a legal licence and not an accreditation */
  standardFamily: string | null
  codeExample: string | null
  /** issuers that run it; empty: any line ministry */
  issuers: readonly string[]
}

export const schemes: readonly SchemeRow[] = [
  { key: 'VILAS', vi: 'Công nhận phòng thí nghiệm', en: 'Laboratory accreditation', standardFamily: 'ISO/IEC 17025', codeExample: 'VILAS 016', issuers: ['BOA'] },
  { key: 'VILAS-MED', vi: 'Công nhận phòng thí nghiệm y tế', en: 'Medical laboratory accreditation', standardFamily: 'ISO 15189', codeExample: 'VILAS MED 129', issuers: ['BOA'] },
  { key: 'VIAS', vi: 'Công nhận tổ chức giám định', en: 'Inspection body accreditation', standardFamily: 'ISO/IEC 17020', codeExample: 'VIAS 004', issuers: ['BOA'] },
  { key: 'VICAS', vi: 'Công nhận tổ chức chứng nhận, thẩm định, kiểm tra xác nhận', en: 'Certification, validation and verification body accreditation', standardFamily: null, codeExample: null, issuers: ['BOA'] },
  { key: 'VIPAS', vi: 'Công nhận nhà cung cấp thử nghiệm thành thạo', en: 'Proficiency testing provider accreditation', standardFamily: 'ISO/IEC 17043', codeExample: null, issuers: ['BOA'] },
  { key: 'VIRAS', vi: 'Công nhận nhà sản xuất mẫu chuẩn', en: 'Reference material producer accreditation', standardFamily: 'ISO 17034', codeExample: null, issuers: ['BOA'] },
  { key: 'AOSC', vi: 'Công nhận của AOSC (VLAT, VLAC, VLAM)', en: 'Accreditation by AOSC (VLAT, VLAC, VLAM)', standardFamily: 'ISO/IEC 17025, ISO 15189', codeExample: null, issuers: ['AOSC'] },
  { key: 'VACI', vi: 'Công nhận của VACI (VALAS)', en: 'Accreditation by VACI (VALAS)', standardFamily: 'ISO/IEC 17025, ISO 15189', codeExample: 'VALAS Med 001', issuers: ['VACI'] },
  { key: 'LAS-XD', vi: 'Đủ điều kiện hoạt động thí nghiệm chuyên ngành xây dựng', en: 'Construction laboratory licence', standardFamily: 'NĐ 62/2016/NĐ-CP', codeExample: 'LAS-XD 24.081', issuers: ['BXD', 'SXD'] },
  { key: 'VIMCERTS', vi: 'Đủ điều kiện hoạt động dịch vụ quan trắc môi trường', en: 'Environmental monitoring licence', standardFamily: 'NĐ 08/2022/NĐ-CP', codeExample: 'VIMCERTS 078', issuers: ['BTNMT', 'BNNMT'] },
  { key: 'ĐK-TN', vi: 'Đăng ký hoạt động thử nghiệm', en: 'Testing activity registration', standardFamily: 'NĐ 107/2016/NĐ-CP, NĐ 154/2018/NĐ-CP', codeExample: null, issuers: [] },
  { key: 'CĐ', vi: 'Chỉ định tổ chức thử nghiệm, kiểm nghiệm', en: 'Designation of testing bodies', standardFamily: 'NĐ 74/2018/NĐ-CP, NĐ 154/2018/NĐ-CP, NĐ 15/2018/NĐ-CP', codeExample: null, issuers: [] },
]

export interface IssuerName {
  vi: string
  en: string | null
  from: string | null
  until: string | null
  source: string | null
}

export interface IssuerRow {
  key: string
  website: string | null
  note: string | null
  names: readonly IssuerName[]
}

const alone = (vi: string, en: string | null, source: string | null = null): IssuerName[] => [{ vi, en, from: null, until: null, source }]
const BOA_HISTORY = 'boa.gov.vn/en/history-establishment-and-development (QĐ 366/QĐ-BKHCN ngày 01/4/2025)'

export const issuers: readonly IssuerRow[] = [
  {
    key: 'BOA', website: 'https://www.boa.gov.vn', note: null,
    names: [
      { vi: 'Văn phòng Công nhận Chất lượng', en: 'Bureau of Accreditation', from: null, until: '2025-04-30', source: BOA_HISTORY },
      { vi: 'Văn phòng Công nhận Chất lượng Quốc gia', en: 'National Accreditation Bureau', from: '2025-05-01', until: null, source: `${BOA_HISTORY}; tên tiếng Việt: vnexpress.net 01/11/2025` },
    ],
  },
  { key: 'AOSC', website: 'https://aosc.vn', note: null, names: alone('Văn phòng Công nhận năng lực đánh giá sự phù hợp về tiêu chuẩn chất lượng', null, 'QĐ 714/QĐ-LHHVN ngày 29/10/2014') },
  { key: 'VACI', website: 'https://vaci.vn', note: null, names: alone('Viện Công nhận chất lượng Việt Nam', null, 'vaci.vn') },
  { key: 'BXD', website: null, note: null, names: alone('Bộ Xây dựng', 'Ministry of Construction') },
  { key: 'SXD', website: null, note: 'Thẩm quyền cấp LAS-XD của Sở Xây dựng: chưa xác minh văn bản.', names: alone('Sở Xây dựng', 'Department of Construction') },
  { key: 'BTNMT', website: null, note: null, names: alone('Bộ Tài nguyên và Môi trường', 'Ministry of Natural Resources and Environment') },
  { key: 'BNNMT', website: null, note: 'Thẩm quyền cấp VIMCERTS của Bộ Nông nghiệp và Môi trường: chưa xác minh văn bản.', names: alone('Bộ Nông nghiệp và Môi trường', 'Ministry of Agriculture and Environment') },
  {
    key: 'STAMEQ', website: null, note: 'Ngày đổi tên chưa xác minh; từ 01/4/2025 văn bản đã gọi là Ủy ban.',
    names: [
      { vi: 'Tổng cục Tiêu chuẩn Đo lường Chất lượng', en: 'Directorate for Standards, Metrology and Quality', from: null, until: '2025-03-31', source: BOA_HISTORY },
      { vi: 'Ủy ban Tiêu chuẩn Đo lường Chất lượng Quốc gia', en: 'Commission for Standards, Metrology and Quality of Viet Nam', from: '2025-04-01', until: null, source: BOA_HISTORY },
    ],
  },
]

export interface StandardRow {
  key: string
  family: string
  edition: string | null
  supersededBy: string | null
  /** last day on which accreditations to the edition are recognised; null: no such day, or none known */
  lastDay: string | null
  twinOf: string | null
  source: string | null
}

const ILAC_17025 = 'ilac.org: thời hạn chuyển đổi ISO/IEC 17025 gia hạn đến 01/6/2021'
const ILAC_15189 = 'iaac.org.mx: chuyển đổi ISO 15189:2022, bản 2012 đến hết 06/12/2025'
const unnumbered = (key: string): StandardRow => ({ key, family: key, edition: null, supersededBy: null, lastDay: null, twinOf: null, source: null })

/** A row without edition stands for papers that print the standard alone. Newer rows first: an older one names what superseded it. */
export const standards: readonly StandardRow[] = [
  unnumbered('ISO/IEC 17025'),
  { key: 'ISO/IEC 17025:2017', family: 'ISO/IEC 17025', edition: '2017', supersededBy: null, lastDay: null, twinOf: null, source: null },
  { key: 'ISO/IEC 17025:2005', family: 'ISO/IEC 17025', edition: '2005', supersededBy: 'ISO/IEC 17025:2017', lastDay: '2021-06-01', twinOf: null, source: ILAC_17025 },
  { key: 'ISO/IEC 17025:1999', family: 'ISO/IEC 17025', edition: '1999', supersededBy: 'ISO/IEC 17025:2005', lastDay: null, twinOf: null, source: null },
  { key: 'TCVN ISO/IEC 17025:2017', family: 'ISO/IEC 17025', edition: '2017', supersededBy: null, lastDay: null, twinOf: null, source: 'Tương đương ISO/IEC 17025:2017: chưa xác minh' },
  { key: 'TCVN ISO/IEC 17025:2007', family: 'ISO/IEC 17025', edition: '2007', supersededBy: null, lastDay: '2021-06-01', twinOf: 'ISO/IEC 17025:2005', source: ILAC_17025 },
  unnumbered('ISO 15189'),
  { key: 'ISO 15189:2022', family: 'ISO 15189', edition: '2022', supersededBy: null, lastDay: null, twinOf: null, source: null },
  { key: 'ISO 15189:2012', family: 'ISO 15189', edition: '2012', supersededBy: 'ISO 15189:2022', lastDay: '2025-12-06', twinOf: null, source: ILAC_15189 },
  { key: 'TCVN ISO 15189:2014', family: 'ISO 15189', edition: '2014', supersededBy: null, lastDay: '2025-12-06', twinOf: 'ISO 15189:2012', source: ILAC_15189 },
  { key: 'ISO/IEC 17020:2012', family: 'ISO/IEC 17020', edition: '2012', supersededBy: null, lastDay: null, twinOf: null, source: 'boa.gov.vn: thay ISO/IEC 17020:1998 từ 01/3/2012' },
  { key: 'ISO/IEC 17020:1998', family: 'ISO/IEC 17020', edition: '1998', supersededBy: 'ISO/IEC 17020:2012', lastDay: null, twinOf: null, source: 'boa.gov.vn: bị thay từ 01/3/2012' },
  unnumbered('ISO/IEC 17043'),
  unnumbered('ISO 17034'),
]

/** Fields of accreditation as BoA's annexes name them. */
export const fields = [
  { key: 'mechanical', vi: 'Cơ', en: 'Mechanical' },
  { key: 'chemical', vi: 'Hóa', en: 'Chemical' },
  { key: 'biological', vi: 'Sinh', en: 'Biological' },
  { key: 'pharmaceutical', vi: 'Dược', en: 'Pharmaceutical' },
  { key: 'electrical', vi: 'Điện – Điện tử', en: 'Electrical – Electronic' },
  { key: 'civil', vi: 'Vật liệu xây dựng', en: 'Civil-Engineering' },
  { key: 'ndt', vi: 'Không phá hủy', en: 'NDT' },
  { key: 'calibration', vi: 'Đo lường – Hiệu chuẩn', en: 'Measurement – Calibration' },
  { key: 'biosafety', vi: 'An toàn sinh học', en: 'Biosafety' },
  { key: 'medical', vi: 'Y tế', en: 'Medical' },
  { key: 'sampling', vi: 'Lấy mẫu', en: 'Sampling' },
] as const

export type FieldKey = (typeof fields)[number]['key']
