// Lists whose rows are no laboratories: accreditations of known ones, decisions, scope lines; and laboratories alone.
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../db/exchange/cells'
import type { ImportChoices } from '../../../db/model/imports'
import { fingerprint } from '../../../db/store/log'
import type { WriteDb } from '../../../db/store/database'
import { evaluate } from '../../../db/model/status/spans'
import { readActs } from '../../../db/store/spans'
import { changes, importRows, plan, referenceRegister, rulesOf, verdicts } from '../support'

const LABS: Cell[][] = [
  ['Tên phòng', 'Cơ quan chủ quản', 'Mã số'],
  ['Phòng A (hư cấu)', 'Sở Y tế', 'VILAS 901'],
  ['Phòng B (hư cấu)', 'Sở Công Thương', 'VILAS 902'],
]
function register(): WriteDb {
  const db = referenceRegister()
  importRows(db, LABS)
  return db
}
const all = (db: WriteDb, sql: string) => db.prepare(sql).raw().all()
/** Imports, and expects the very same file to have nothing to do afterwards. */
function imported(db: WriteDb, rows: Cell[][], choices: ImportChoices) {
  const planned = importRows(db, rows, choices)
  const after = fingerprint(db)
  const again = importRows(db, rows, choices)
  expect(again.preview.rows.filter(({ verdict }) => verdict === 'new' || verdict === 'change')).toEqual([])
  expect(fingerprint(db)).toBe(after)
  return planned
}

describe('laboratories alone', () => {
  it('take nothing of accreditations; the code still says which laboratory is meant', () => {
    const db = register()
    const rows = [
      ['Tên phòng', 'Mã số', 'Điện thoại', 'Lĩnh vực'],
      ['Phòng A (hư cấu)', 'VILAS 901', '0203 1', 'Hóa'],
      ['Phòng C (hư cấu)', 'VILAS 903', null, 'Hóa'],
    ]
    const planned = imported(db, rows, { target: 'labs' })
    expect(verdicts(planned)).toEqual(['change', 'new'])
    expect(changes(planned.preview.rows[0])).toEqual(['Điện thoại:  → 0203 1'])
    expect(planned.preview.columns.map(({ outside }) => outside)).toEqual([false, false, false, true])
    expect(all(db, 'SELECT count(*) FROM accreditation')).toEqual([[2]])
  })
})

describe('accreditations alone', () => {
  const choices = { target: 'accreditations' } as const
  it('are added to known laboratories and changed; nothing of the laboratory is', () => {
    const db = register()
    const rows = [
      ['Tên phòng', 'Điện thoại', 'Mã số', 'Lĩnh vực', 'Số quyết định', 'Ngày hết hạn'],
      ['Phòng A (hư cấu)', '0203 1', 'VIMCERTS 030', 'Hóa', '12/QĐ-BTNMT', '25/11/2028'],
      ['Phòng B (hư cấu)', null, 'VILAS 902', 'Sinh', null, null],
    ]
    const planned = imported(db, rows, choices)
    expect(verdicts(planned)).toEqual(['change', 'change'])
    expect(all(db, 'SELECT code_printed FROM accreditation ORDER BY rid')).toEqual([
      ['VILAS 901'],
      ['VILAS 902'],
      ['VIMCERTS 030'],
    ])
    expect(all(db, 'SELECT count(*) FROM laboratory WHERE phone IS NOT NULL')).toEqual([[0]])
    expect(all(db, 'SELECT number FROM decision')).toEqual([['12/QĐ-BTNMT']])
  })
  it('of a laboratory that nobody knows are refused, and those without a name column are found by code', () => {
    const db = register()
    const unknown = [
      ['Tên phòng', 'Mã số'],
      ['Phòng X (hư cấu)', 'VILAS 977'],
    ]
    expect([verdicts(plan(db, unknown, choices)), rulesOf(plan(db, unknown, choices))]).toEqual([
      ['error'],
      ['lab_unknown'],
    ])
    const coded = imported(
      db,
      [
        ['Mã số', 'Lĩnh vực'],
        ['VILAS 0901', 'Cơ'],
        ['VILAS 977', 'Cơ'],
      ],
      choices,
    )
    expect([verdicts(coded), rulesOf(coded)]).toEqual([['change', 'error'], ['required']])
  })
})

describe('decisions', () => {
  const choices = { target: 'decisions' } as const
  const HEAD = [
    'Số quyết định',
    'Ngày ký',
    'Cơ quan ban hành',
    'Nội dung quyết định',
    'Mã số',
    'Ngày hiệu lực',
    'Ngày hết hạn',
  ]
  it('make papers with what they do, several rows of one number being one paper', () => {
    const db = register()
    const rows = [
      HEAD,
      [
        '893.2022/QĐ-VPCNCL',
        '16/11/2022',
        'Văn phòng X (hư cấu)',
        'Công nhận lần đầu',
        'VILAS 901',
        '16/11/2022',
        '15/11/2027',
      ],
      [
        '893.2022/QĐ–VPCNCL',
        'ngày 16 tháng 11 năm 2022',
        'Văn phòng X (hư cấu)',
        null,
        'VILAS 902',
        null,
        '15/11/2027',
      ],
      ['12/QĐ-VPCNCL', '02/2026', null, 'Đình chỉ', 'VILAS 902', '01/02/2026', null],
    ]
    const planned = imported(db, rows, choices)
    expect([verdicts(planned), rulesOf(planned)]).toEqual([['new', 'new', 'new'], ['note.act_unstated']])
    expect(all(db, 'SELECT kind, number, signed, issuer_printed FROM decision ORDER BY rid')).toEqual([
      ['QD', '893.2022/QĐ-VPCNCL', '2022-11-16', 'Văn phòng X (hư cấu)'],
      ['QD', '12/QĐ-VPCNCL', '2026-02', null],
    ])
    expect(all(db, 'SELECT kind, effective, expiry FROM decision_act ORDER BY rid')).toEqual([
      ['grant', '2022-11-16', '2027-11-15'],
      ['recognition', null, '2027-11-15'],
      ['suspension', '2026-02-01', null],
    ])
    expect(evaluate(readActs(db, 1), '2026-11-23').status).toBe('valid')
    expect(evaluate(readActs(db, 2), '2026-11-23').status).toBe('suspended')
  })
  it('that the register has: a blank is filled in, an act is added, another value is a conflict', () => {
    const db = register()
    importRows(db, [HEAD, ['1/QĐ-X', '01/02/2026', null, 'Công nhận', 'VILAS 901', '01/02/2026', null]], choices)
    const filled = imported(
      db,
      [HEAD, ['1/QĐ-X', null, 'Cục Y (hư cấu)', null, 'VILAS 901', null, '31/01/2029']],
      choices,
    )
    expect([verdicts(filled), changes(filled.preview.rows[0])]).toEqual([
      ['change'],
      ['Cơ quan ban hành:  → Cục Y (hư cấu)', 'Ngày hết hạn:  → 31/01/2029'],
    ])
    imported(db, [HEAD, ['1/QĐ-X', null, null, 'Công nhận', 'VILAS 902', '01/02/2026', null]], choices)
    expect(
      all(
        db,
        'SELECT d.number, d.issuer_printed, t.kind, t.effective, t.expiry FROM decision_act t JOIN decision d ON d.rid = t.decision_rid ORDER BY t.rid',
      ),
    ).toEqual([
      ['1/QĐ-X', 'Cục Y (hư cấu)', 'recognition', '2026-02-01', '2029-01-31'],
      ['1/QĐ-X', 'Cục Y (hư cấu)', 'recognition', '2026-02-01', null],
    ])
    const differing = plan(db, [HEAD, ['1/QĐ-X', null, null, null, 'VILAS 901', null, '28/02/2029']], choices)
    expect([verdicts(differing), differing.preview.rows[0]?.problems]).toEqual([
      ['conflict'],
      [{ column: 'Ngày hết hạn', rule: 'paper_differs', params: { now: '31/01/2029' } }],
    ])
    expect(differing.papers).toEqual([])
  })
  it('of one number in two years are two papers', () => {
    const db = register()
    const rows = [
      HEAD,
      ['5/QĐ-X', '2021', null, 'công nhận', 'VILAS 901', null, '2024'],
      ['5/QĐ-X', '2025', null, 'công nhận lại', 'VILAS 901', null, '2028'],
    ]
    expect(verdicts(imported(db, rows, choices))).toEqual(['new', 'new'])
    expect(all(db, 'SELECT count(*) FROM decision')).toEqual([[2]])
  })
  it.each<[string, Cell[], string[]]>([
    ['no code', ['1/QĐ-X', null, null, null, null, null, null], ['error', 'code_missing']],
    ['an unknown code', ['1/QĐ-X', null, null, null, 'VILAS 977', null, null], ['error', 'code_unknown']],
    ['a damaged code', ['1/QĐ-X', null, null, null, 16, null, null], ['error', 'code.scheme_missing']],
    ['two codes', ['1/QĐ-X', null, null, null, 'VILAS 901; VILAS 902', null, null], ['error', 'one_code']],
    ['no number', [null, null, null, null, 'VILAS 901', null, null], ['error', 'number_needed']],
    ['a number left blank', ['/QĐ-VPCNCL', null, null, null, 'VILAS 901', null, null], ['error', 'number_blank']],
    ['month first', ['1/QĐ-X', '02/25/2026', null, null, 'VILAS 901', null, null], ['error', 'date.month_first']],
    [
      'an end before the beginning',
      ['1/QĐ-X', '01/02/2026', null, null, 'VILAS 901', null, '2025'],
      ['error', 'bad_dates'],
    ],
    [
      'an act that needs its page',
      ['1/QĐ-X', null, null, 'Đổi tên', 'VILAS 901', null, null],
      ['error', 'unknown_act'],
    ],
  ])('with %s are refused', (_, row, said) => {
    const planned = plan(register(), [HEAD, row], choices)
    expect([...verdicts(planned), ...rulesOf(planned)]).toEqual(said)
  })
  it('that contradict each other in one file are conflicts, both of them', () => {
    const rows = [
      HEAD,
      ['1/QĐ-X', '01/02/2026', null, 'mở rộng', 'VILAS 901', null, '2028'],
      ['1/QĐ-X', '01/02/2026', null, 'mở rộng', 'VILAS 901', null, '2029'],
      ['2/QĐ-X', '01/02/2026', 'A', null, 'VILAS 901', null, null],
      ['2/QĐ-X', '02/02/2026', 'A', null, 'VILAS 902', null, null],
    ]
    const planned = plan(register(), rows, choices)
    expect(
      planned.preview.rows.map(({ verdict, problems }) => [
        verdict,
        ...problems
          .filter(({ rule }) => rule === 'differs_from_row')
          .map(({ column, params }) => `${column} ${params?.['row']}`),
      ]),
    ).toEqual([
      ['conflict', 'Ngày hết hạn 3'],
      ['conflict', 'Ngày hết hạn 2'],
      ['conflict', 'Ngày ký 5'],
      ['conflict', 'Ngày ký 4'],
    ])
    expect(verdicts(plan(register(), rows, { ...choices, leave: [3, 5] }))).toEqual(['new', 'new'])
  })
})

describe('scope lines', () => {
  const choices = { target: 'scope' } as const
  const HEAD = [
    'Mã số',
    'Tên sản phẩm, vật liệu được thử',
    'Tên phép thử cụ thể',
    'Giới hạn định lượng (nếu có)/ phạm vi đo',
    'Phương pháp thử',
    'Lĩnh vực',
  ]
  const decided = (...codes: string[]): WriteDb => {
    const db = register()
    importRows(
      db,
      [
        ['Số quyết định', 'Mã số', 'Ngày hiệu lực', 'Ngày hết hạn'],
        ...codes.map((code, at) => [`${at + 1}/QĐ-X`, code, '01/02/2026', '31/01/2029']),
      ],
      { target: 'decisions' },
    )
    return db
  }
  it('go into the annex of their accreditation, which is made where there is none; decimal commas stay', () => {
    const db = decided('VILAS 901')
    const rows = [
      HEAD,
      [
        'VILAS 901',
        'Nước thải/ Wastewater',
        'Xác định hàm lượng chì/ Determination of lead content',
        '0,05 mg/L',
        'TCVN 6193:1996',
        'Hóa',
      ],
      ['VILAS 901', 'Nước thải', 'Xác định pH', '2 ~ 12', 'TCVN 6492:2011', null],
    ]
    const planned = imported(db, rows, choices)
    expect([verdicts(planned), rulesOf(planned)]).toEqual([['new', 'new'], []])
    expect(
      all(
        db,
        `SELECT l.matrix_vi, l.matrix_en, l.test_vi, l.test_en, l.range, l.method, f.vi FROM scope_line l LEFT JOIN field f ON f.rid = l.field_rid ORDER BY l.position`,
      ),
    ).toEqual([
      [
        'Nước thải',
        'Wastewater',
        'Xác định hàm lượng chì',
        'Determination of lead content',
        '0,05 mg/L',
        'TCVN 6193:1996',
        'Hóa',
      ],
      ['Nước thải', null, 'Xác định pH', null, '2 ~ 12', 'TCVN 6492:2011', null],
    ])
    expect(all(db, 'SELECT count(*) FROM annex')).toEqual([[1]])
    const changed = imported(
      db,
      [
        HEAD,
        ['VILAS 901', 'Nước thải', 'Xác định pH', '2,0 ~ 12,0', 'TCVN 6492:2011', null],
        ['VILAS 901', 'Nước thải', 'Xác định COD', null, 'TCVN 6491:1999', null],
      ],
      choices,
    )
    expect([verdicts(changed), changes(changed.preview.rows[0])]).toEqual([
      ['change', 'new'],
      ['Giới hạn định lượng (nếu có)/ phạm vi đo: 2 ~ 12 → 2,0 ~ 12,0'],
    ])
    expect(all(db, 'SELECT count(*) FROM scope_line WHERE trashed_at IS NULL')).toEqual([[3]])
  })
  it.each<[string, Cell[], string[]]>([
    ['without a decision', ['VILAS 902', 'Nước', 'pH', null, 'TCVN 1', null], ['error', 'no_decision_yet']],
    ['without words', ['VILAS 901', null, null, null, 'TCVN 1', null], ['error', 'test_needed']],
    ['of a field in no list', ['VILAS 901', 'Nước', 'pH', null, 'TCVN 1', 'Lĩnh vực lạ'], ['error', 'one_field']],
    ['too long', ['VILAS 901', 'Nước', 'x'.repeat(1_001), null, 'TCVN 1', null], ['error', 'too_long']],
  ])('%s are refused', (_, row, said) => {
    const planned = plan(decided('VILAS 901'), [HEAD, row], choices)
    expect([...verdicts(planned), ...rulesOf(planned)]).toEqual(said)
  })
  it('of an accreditation with two decisions must say which; a row twice is refused', () => {
    const db = decided('VILAS 901', 'VILAS 901')
    const row = ['VILAS 901', 'Nước', 'pH', null, 'TCVN 1', null]
    expect(rulesOf(plan(db, [HEAD, row], choices))).toEqual(['which_annex'])
    const named = [
      [...HEAD, 'Số quyết định'],
      [...row, '2/QĐ-X'],
      [...row, '2/QĐ-X'],
      [...row, '9/QĐ-X'],
    ]
    expect(rulesOf(plan(db, named, choices))).toEqual(['repeats_row', 'decision_unknown'])
  })
})
