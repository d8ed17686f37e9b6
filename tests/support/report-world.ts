// A small province made up for checking reports: laboratories whose decisions, annexes and signatories are known to the line. All names are
// invented. Ids that a case wants back are kept by a short name.
import { v7 as uuidv7 } from 'uuid'
import { loadReference } from '../../db/registers/reference'
import type { WriteDb } from '../../db/store/database'
import { setLocal } from '../../db/store/local'
import { scratchRegister } from '../../db/store/open'
import { writeSet } from '../../db/store/write'
import { NOW } from './register'
import { Desk, type LineMade } from './report-desk'

export interface World {
  db: WriteDb
  ids: Map<string, string>
}

export function reportWorld(): World {
  const db = scratchRegister()
  setLocal(db, 'replica', uuidv7())
  const ids = new Map<string, string>()
  writeSet(db, { actor: 'an', now: NOW }, (tx) => {
    loadReference(tx)
    const desk = new Desk(tx, ids)
    water(desk)
    dates(desk)
    unknowns(desk)
    scopes(desk)
    doubles(desk)
  })
  return { db, ids }
}

/** VILAS 100: a whole life of decisions, three places, annexes by the line, a table of signatories. */
function water(desk: Desk): void {
  desk.lab('water', 'Phòng thử nghiệm Nước Hòn Gai (hư cấu)', 'Hon Gai Water Laboratory (fictitious)')
  desk.site('site 1', 'water', 'Địa điểm 1', 'Số 1 đường Mẫu, phường Hồng Gai, TP. Hạ Long')
  desk.site('site 2', 'water', 'Địa điểm 2', 'Số 2 đường Mẫu, phường Cửa Ông, TP. Cẩm Phả')
  desk.site('site 3', 'water', 'Kho', 'Số 3 đường Mẫu, TP. Uông Bí')
  desk.accreditation('w', 'VILAS 100', [
    { lab: 'water', site: 'site 1' },
    { lab: 'water', site: 'site 2' },
  ])
  desk.act('w grant', 'w', 'grant', { signed: '2018-01-10', effective: '2018-01-10', expiry: '2021-07-09' })
  desk.annex('w annex 1', 'w grant', 'complete', {
    'lead 1': {
      matrix: 'Nước thải',
      test: 'Xác định hàm lượng chì (Pb)',
      method: 'SMEWW 3111B:2012',
      field: 'chemical',
    },
    'oil 1': { matrix: 'Nước thải', test: 'Xác định dầu mỡ khoáng', method: 'TCVN 5070:1995', field: 'chemical' },
  })
  desk.act('w renewal', 'w', 'renewal', { signed: '2021-07-10', effective: '2021-07-10', expiry: '2026-07-09' })
  desk.standard('w', 'ISO/IEC 17025:2005', { until: 'w renewal' })
  desk.standard('w', 'ISO/IEC 17025:2017', { from: 'w renewal' })
  desk.annex('w annex 2', 'w renewal', 'complete', {
    lead: {
      matrix: 'Nước thải',
      test: 'Xác định hàm lượng chì (Pb)',
      method: 'SMEWW 3111B:2017',
      field: 'chemical',
      continues: 'lead 1',
    },
    arsenic: { matrix: 'Nước thải', test: 'Xác định hàm lượng asen (As)', method: 'TCVN 6626:2000', field: 'chemical' },
    'arsenic surface': {
      matrix: 'Nước mặt',
      test: 'Xác định hàm lượng asen (As)',
      method: 'TCVN 6626:2000',
      field: 'chemical',
    },
    coliform: {
      matrix: 'Nước sạch',
      test: 'Đếm coliform tổng số',
      method: 'TCVN 6187-1:2019',
      field: 'biological',
      site: 'site 2',
    },
    'coliform waste': {
      matrix: 'Nước thải',
      test: 'Đếm coliform tổng số',
      method: 'TCVN 6187-2:2020',
      field: 'biological',
    },
    ph: { matrix: 'Nước thải', test: 'Đo pH', method: 'TCVN 6492', edition: '2011', field: 'chemical' },
    conductivity: { matrix: 'Nước thải', test: 'Đo độ dẫn điện', method: 'TCVN 6493', field: 'chemical' },
    colour: { matrix: 'Nước thải', test: 'Xác định độ màu', field: 'chemical' },
    cadmium: {
      matrix: 'Nước thải',
      test: 'Xác định hàm lượng cadimi (Cd)',
      method: 'HD-05/PTN',
      inclusion: 'flexible',
      field: 'chemical',
    },
    'not mercury': { matrix: 'Nước thải', test: 'Xác định hàm lượng thủy ngân (Hg)', inclusion: 'excluded' },
    'fish mercury': {
      matrix: 'Thủy sản',
      test: 'Xác định hàm lượng thủy ngân (Hg)',
      method: 'TCVN 7604:2007',
    },
    fish: { matrix: 'Thủy sản', test: 'Xác định hàm lượng chì (Pb)', method: 'TCVN 7602:2007', field: 'chemical' },
    tiger: { matrix: 'Tôm', test: 'Phát hiện Salmonella', method: 'TCVN 10780-1:2017' },
  })
  desk.signatory('w annex 2', 'Trần Thị Mẫu', { printed: 'Các phép thử được công nhận' })
  desk.signatory('w annex 2', 'Lê Văn Hóa', { fields: ['chemical'], printed: 'Lĩnh vực Hóa' })
  desk.signatory('w annex 2', 'Phạm Thị Dòng', { lines: ['lead 1'] })
  desk.signatory('w annex 2', 'Vũ Văn Phòng', { printed: 'Phòng phân tích số 2' })
  desk.act('w part', 'w', 'suspension', { effective: '2023-03-01', partial: true })
  desk.names('w part', 'arsenic')
  desk.act('w part end', 'w', 'resumption', { effective: '2023-09-01', ends: 'w part' })
  desk.act('w stop', 'w', 'suspension', { effective: '2024-05-01', expiry: '2024-07-31' })
  desk.act('w more', 'w', 'extension', { effective: '2024-10', expiry: '2026-07-09' })
  desk.annex('w annex 3', 'w more', 'extension', {
    nitrate: { matrix: 'Nước thải', test: 'Xác định nitrat', method: 'TCVN 6180:1996', field: 'chemical' },
  })
  desk.act('w less', 'w', 'reduction', { effective: '2025-02-01' })
  desk.names('w less', 'lead')
  desk.annex('w annex 4', 'w less', 'reduction', { 'zinc gone': { matrix: 'Nước thải', test: 'Xác định kẽm (Zn)' } })
  desk.act('w end', 'w', 'withdrawal', { signed: '2025-11-01', effective: '2025-11-01' })
}

/** Dates that leave the answer open, and ends that do not. */
function dates(desk: Desk): void {
  desk.lab('month', 'Phòng thử nghiệm Tháng (hư cấu)')
  desk.accreditation('month', 'VILAS 200', ['month'])
  desk.standard('month', 'ISO/IEC 17025:2017')
  desk.act('month act', 'month', 'recognition', { number: null, effective: '2023-11', expiry: '2026-11' })
  desk.lab('day', 'Phòng thử nghiệm Ngày (hư cấu)')
  desk.accreditation('day', 'VILAS 201', ['day'])
  desk.standard('day', null, { printed: 'ISO/IEC 17025' })
  desk.act('day act', 'day', 'recognition', { effective: '2023-11-10', expiry: '2026-11-25' })
  desk.lab('undated', 'Phòng thử nghiệm Trống ngày (hư cấu)')
  desk.accreditation('undated', 'VILAS 202', ['undated'])
  desk.act('undated act', 'undated', 'grant', { number: null, expiry: '2024-12-31' })
  desk.lab('twice undated', 'Phòng thử nghiệm Hai lần trống ngày (hư cấu)')
  desk.accreditation('twice', 'VILAS 206', ['twice undated'])
  desk.act('twice long', 'twice', 'grant', { number: null, expiry: '2027-12-31' })
  desk.act('twice short', 'twice', 'renewal', { number: null, expiry: '2024-12-31' })
  desk.lab('endless', 'Phòng thử nghiệm Không hạn (hư cấu)')
  desk.accreditation('endless', 'LAS-XD 22.101', ['endless'], 'LAS-XD')
  desk.act('endless act', 'endless', 'grant', { paper: 'GCN', effective: '2020-02-03', expiry: 'none' })
  desk.lab('old', 'Phòng thử nghiệm Bản cũ (hư cấu)')
  desk.accreditation('old', 'VILAS 203', ['old'])
  desk.standard('old', 'TCVN ISO/IEC 17025:2007')
  desk.act('old act', 'old', 'renewal', { effective: '2019-05-01', expiry: '2022-04-30' })
  desk.lab('inspection', 'Phòng giám định Bản 1998 (hư cấu)')
  desk.accreditation('inspection', 'VIAS 204', ['inspection'], 'VIAS')
  desk.standard('inspection', 'ISO/IEC 17020:1998')
  desk.act('inspection act', 'inspection', 'grant', { effective: '2024-01-01', expiry: '2028-12-31' })
  desk.lab('no edition', 'Phòng thử nghiệm Không bản (hư cấu)')
  desk.accreditation('no edition', 'VILAS 205', ['no edition'])
  desk.standard('no edition', 'ISO/IEC 17025')
  desk.act('no edition act', 'no edition', 'renewal', { effective: '2020-01-01', expiry: '2027-12-31' })
}

/** What the register does not know. */
function unknowns(desk: Desk): void {
  desk.lab('claimed', 'Phòng kiểm nghiệm Nêu tên (hư cấu)')
  desk.accreditation('claimed', 'VILAS 300', ['claimed'])
  desk.standard('claimed', 'ISO/IEC 17025:2005')
  desk.add('claim', 'statement', {
    subject: desk.id('claimed'),
    attribute: 'code',
    value: 'VILAS: 300',
    source: 'một bài báo (hư cấu)',
  })
  desk.lab('empty', 'Phòng kiểm nghiệm Trống (hư cấu)')
  desk.accreditation('empty acc', 'VILAS 301', ['empty'])
  desk.lab('bare', 'Phòng kiểm nghiệm Chưa có gì (hư cấu)')
  desk.accreditation('no end', 'VILAS 302', ['bare'])
  desk.act('no end act', 'no end', 'grant', { effective: '2022-01-01' })
  desk.lab('late', 'Phòng kiểm nghiệm Quyết định muộn (hư cấu)')
  desk.accreditation('late acc', 'VILAS 303', ['late'])
  desk.act('late act', 'late acc', 'renewal', { effective: '2024-01-01', expiry: '2028-12-31' })
  desk.lab('only more', 'Phòng kiểm nghiệm Chỉ đình chỉ (hư cấu)')
  desk.accreditation('only stop', 'VILAS 304', ['only more'])
  desk.act('only stop act', 'only stop', 'resumption', { effective: '2024-01-01' })
  desk.lab('none', 'Phòng thử nghiệm Không công nhận (hư cấu)')
  desk.accreditation('nobody', 'VILAS 305', [])
  desk.act('nobody act', 'nobody', 'grant', { effective: '2024-01-01', expiry: '2028-12-31' })
}

/** Scopes that the register holds in part, not at all, or under a suspension that names no line. */
function scopes(desk: Desk): void {
  const living = { effective: '2022-01-01', expiry: '2027-12-31' }
  const lead: LineMade = { matrix: 'Nước thải', test: 'Xác định hàm lượng chì (Pb)', method: 'SMEWW 3111B:2017' }
  for (const [key, code] of [
    ['no lines', 'VILAS 400'],
    ['some lines', 'VILAS 401'],
    ['unnamed', 'VILAS 402'],
    ['no table', 'VILAS 403'],
    ['half table', 'VILAS 404'],
  ] as const) {
    desk.lab(key, `Phòng thử nghiệm ${code} (hư cấu)`)
    desk.accreditation(key, code, [key])
    desk.standard(key, 'ISO/IEC 17025:2017')
    desk.act(`${key} act`, key, 'grant', living)
  }
  desk.annex('no lines annex', 'no lines act', 'complete', {})
  desk.act('some more', 'some lines', 'extension', { effective: '2023-01-01' })
  desk.annex('some annex', 'some lines act', 'complete', {})
  desk.annex('some annex 2', 'some more', 'extension', { 'some lead': lead })
  desk.annex('unnamed annex', 'unnamed act', 'complete', { 'unnamed lead': lead })
  desk.act('unnamed stop', 'unnamed', 'suspension', { effective: '2024-01-01', expiry: '2024-06-30', partial: true })
  desk.annex('no table annex', 'no table act', null, { 'no table lead': lead })
  desk.annex('half annex', 'half table act', 'complete', { 'half lead': lead })
  desk.act('half more', 'half table', 'extension', { effective: '2023-01-01' })
  desk.annex('half annex 2', 'half more', 'extension', { 'half zinc': { ...lead, test: 'Xác định kẽm (Zn)' } })
  desk.signatory('half annex 2', 'Hoàng Thị Bổ')
}

/** One name of two laboratories, one code of two accreditations, two accreditations of one laboratory, a coverage that ended. */
function doubles(desk: Desk): void {
  const living = { effective: '2022-01-01', expiry: '2027-12-31' }
  desk.lab('twin a', 'Phòng thí nghiệm Trùng tên (hư cấu)')
  desk.lab('twin b', 'Phòng thí nghiệm Trùng tên (hư cấu)')
  desk.accreditation('twin a acc', 'VILAS 500', ['twin a'])
  desk.standard('twin a acc', 'ISO/IEC 17025:2017')
  desk.act('twin a act', 'twin a acc', 'grant', living)
  desk.accreditation('twin b acc', 'VILAS 501', ['twin b'])
  desk.act('twin b act', 'twin b acc', 'grant', { effective: '2015-01-01', expiry: '2018-12-31' })
  desk.lab('hoa 1', 'Phòng thử nghiệm Hòa Bình (hư cấu)')
  desk.lab('hoa 2', 'Phòng thử nghiệm Hoa Binh (hư cấu)')
  for (const [lab, code] of [
    ['hoa 1', 'VILAS 510'],
    ['hoa 2', 'VILAS 511'],
  ] as const) {
    desk.accreditation(`${lab} acc`, code, [lab])
    desk.standard(`${lab} acc`, 'ISO/IEC 17025:2017')
    desk.act(`${lab} act`, `${lab} acc`, 'grant', living)
  }
  desk.lab('two', 'Phòng thử nghiệm Hai công nhận (hư cấu)')
  desk.accreditation('two old', 'VILAS 520', ['two'])
  desk.act('two old act', 'two old', 'grant', { effective: '2015-01-01', expiry: '2018-12-31' })
  desk.accreditation('two new', 'VLAT 1.0520', ['two'], 'AOSC')
  desk.standard('two new', 'ISO/IEC 17025:2017')
  desk.act('two new act', 'two new', 'grant', living)
  desk.lab('moved', 'Phòng thử nghiệm Rời đi (hư cấu)')
  desk.lab('stays', 'Phòng thử nghiệm Ở lại (hư cấu)')
  desk.accreditation('shared', 'VILAS 530', ['stays'])
  desk.standard('shared', 'ISO/IEC 17025:2017')
  desk.act('shared act', 'shared', 'grant', living)
  desk.act('shared change', 'shared', 'change_place', { effective: '2024-01-01' })
  desk.add(null, 'coverage', {
    accreditation: desk.id('shared'),
    laboratory: desk.id('moved lab'),
    untilAct: desk.id('shared change'),
  })
}
