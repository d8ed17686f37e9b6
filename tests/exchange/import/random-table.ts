// Random dirty tables, and so random registers: what people really write in such cells, and now and then what no import takes.
import fc from 'fast-check'
import type { Cell } from '../../../db/exchange/cells'
import type { WriteDb } from '../../../db/store/database'
import { plan } from '../support'

export const HEADINGS = [
  'Tên phòng',
  'Cơ quan chủ quản',
  'Loại hình',
  'Địa chỉ',
  'Điện thoại',
  'Chương trình',
  'Mã số',
  'Tiêu chuẩn',
  'Lĩnh vực',
  'Ghi chú',
  'Số quyết định',
  'Ngày hiệu lực',
  'Ngày hết hạn',
  'Mã bản ghi',
]

/** Mostly blank or good; `bad` seldom, or no row would ever be imported. */
const some = (good: Cell[], bad: Cell[] = []): fc.Arbitrary<Cell> =>
  fc.oneof(
    { arbitrary: fc.constant(null), weight: 30 },
    { arbitrary: fc.constantFrom(...good), weight: 12 },
    ...(bad.length ? [{ arbitrary: fc.constantFrom(...bad), weight: 1 }] : []),
  )
const names: Cell[] = [
  'Phòng thử nghiệm',
  'Phòng Hóa nghiệm',
  'Phòng  Vàng Danh',
  'Phòng Hòn Gai',
  'Phòng B12',
  'Phòng Sinh',
]

/** “lab 0” stands for the id of the register's first laboratory. */
const row = fc.tuple(
  fc.oneof(
    { arbitrary: fc.constantFrom(...names), weight: 20 },
    { arbitrary: fc.constantFrom<Cell>('Phòng Thử nghiệm', 'Phòng Hoá nghiệm', null), weight: 1 },
  ),
  some(['Công ty Hoà', 'Sở Y tế', 'Công ty  Than'], ['Công ty Hòa', 'SỞ Y TẾ']),
  some(['Y tế', 'Health', 'health'], ['Doanh nghiệp', 'Linh tinh']),
  some(['Hạ Long', 'Hạ Long|Cẩm Phả ', 'Uông Bí\nQuảng Ninh']),
  some(['0203 3826 338', '02033826338', '+84 203 1'], [2033826338]),
  some(['VILAS', 'LAS-XD', 'VILAS; LAS-XD', 'vilas med'], ['Lạ']),
  some(
    ['VILAS 016', 'VILAS 16', 'LAS-XD 24.081', 'VILAS 016; LAS-XD 24.081', 'VIMCERTS 030', 'ABC-1'],
    [24081, 'VILAS 18O'],
  ),
  some(['ISO/IEC 17025:2017', 'ISO 17025:2017', 'ISO 15189:2022; ISO/IEC 17025:2017', 'ISO 9001']),
  some(['Hóa', 'Hoá; Sinh', 'Chemical', 'Cơ, Sinh', 'Lĩnh vực lạ']),
  some(['=1+1', 'x\r\ny', "'=2"]),
  some(['893.2022/QĐ-VPCNCL', '318/QĐ – VPCNCL']),
  some(['11/2023', { day: '2023-02-08' }], ['32/01/2023']),
  some([{ day: '2026-11-25' }, '11/2026', 'không thời hạn'], ['2020']),
  fc.oneof(
    { arbitrary: fc.constant<Cell>(null), weight: 8 },
    {
      arbitrary: fc.constantFrom<Cell>(
        'mới',
        '01980000-0000-7000-8000-000000000000',
        'lab 0',
        'lab 1',
        'lab 2',
        'lab 3',
      ),
      weight: 5,
    },
  ),
) as fc.Arbitrary<Cell[]>

export const table = fc.array(row, { minLength: 1, maxLength: 6 })
/** The table without the rows that are refused; taking one away can change how others are judged, so until none is. */
export function goodRows(db: WriteDb, rows: Cell[][]): Cell[][] {
  const bad = new Set(
    plan(db, [HEADINGS, ...rows])
      .preview.rows.filter(({ verdict }) => verdict === 'error' || verdict === 'conflict')
      .map((each) => each.row),
  )
  return bad.size === 0
    ? rows
    : goodRows(
        db,
        rows.filter((_, at) => !bad.has(at + 2)),
      )
}
