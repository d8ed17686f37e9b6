// `reports.check` on a made-up province: one table of reports, each with its verdict and the reason and record that prove it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Verdict } from '../../db/model/check/report'
import { checkReport } from '../../db/store/check/report'
import { reportWorld, type World } from '../support/report-world'

let world: World
beforeAll(() => (world = reportWorld()))
afterAll(() => world.db.close())

type Ask = Parameters<typeof checkReport>[1]
interface Expected {
  verdict: Verdict
  /** reason that decides, or for an accredited report one that stands in the chain */
  because: string
  /** short name of the record that proves it */
  proof?: string
}
const TODAY = '2026-11-23'
const lab = 'Phòng thử nghiệm Nước Hòn Gai (hư cấu)'
const lead = 'chì trong nước thải'
const W = 'VILAS 100'
const yes = (because: string, proof?: string): Expected => ({
  verdict: 'accredited',
  because,
  ...(proof !== undefined && { proof }),
})
const no = (verdict: Verdict, because: string, proof?: string): Expected => ({
  verdict,
  because,
  ...(proof !== undefined && { proof }),
})
const open = (because: string, proof?: string): Expected => no('insufficient_data', because, proof)

const cases: Record<string, readonly [title: string, ask: Ask, expected: Expected][]> = {
  'the accreditation on its day': [
    ['in force, nothing else asked', { code: W, day: '2022-06-01' }, yes('in_force', 'w renewal decision')],
    ['the code in another spelling', { code: 'vilas: 0100', day: '2022-06-01' }, yes('in_force')],
    ['the first day', { code: W, day: '2018-01-10' }, yes('in_force', 'w grant decision')],
    [
      'the day before the first grant',
      { code: W, day: '2018-01-09' },
      no('not_accredited', 'before_first_grant', 'w grant decision'),
    ],
    ['the last day, which still counts', { code: 'VILAS 201', day: '2026-11-25' }, yes('in_force', 'day act decision')],
    [
      'the day after the last',
      { code: 'VILAS 201', day: '2026-11-26' },
      no('not_accredited', 'expired', 'day act decision'),
    ],
    ['withdrawn', { code: W, day: '2025-11-01' }, no('not_accredited', 'withdrawn', 'w end decision')],
    ['the eve of the withdrawal', { code: W, day: '2025-10-31' }, yes('in_force')],
    ['wholly suspended', { code: W, day: '2024-06-01' }, no('suspended', 'suspended', 'w stop decision')],
    ['the last day of the suspension', { code: W, day: '2024-07-31' }, no('suspended', 'suspended')],
    ['the day after it ran out', { code: W, day: '2024-08-01' }, yes('in_force')],
    ['without an end, under a law without editions', { code: 'LAS-XD 22.101', day: TODAY }, yes('in_force_unlimited')],
    ['today when no day is given', { code: W }, no('not_accredited', 'withdrawn')],
    [
      'a suspended accreditation whose test is excluded: suspended comes first',
      { code: W, day: '2024-06-01', test: 'thủy ngân trong nước thải' },
      no('suspended', 'suspended'),
    ],
  ],
  'dates that are not whole': [
    [
      'inside the month of the end',
      { code: 'VILAS 200', day: '2026-11-15' },
      open('status_uncertain', 'month act decision'),
    ],
    ['inside the month of the start', { code: 'VILAS 200', day: '2023-11-02' }, open('status_uncertain')],
    ['between the two months', { code: 'VILAS 200', day: '2025-01-01' }, yes('in_force')],
    ['after the month of the end', { code: 'VILAS 200', day: '2026-12-01' }, no('not_accredited', 'expired')],
    ['a grant without any day, before its end', { code: 'VILAS 202', day: '2023-01-01' }, open('status_uncertain')],
    [
      'a grant without any day, after its end',
      { code: 'VILAS 202', day: '2025-01-01' },
      no('not_accredited', 'expired'),
    ],
    [
      'before the earliest decision, which is no first grant',
      { code: 'VILAS 303', day: '2023-12-31' },
      open('unknown_before_first_record', 'late act decision'),
    ],
    [
      'a decision that prints no end',
      { code: 'VILAS 302', day: TODAY },
      open('unknown_no_expiry', 'no end act decision'),
    ],
    ['a resumption without the grant', { code: 'VILAS 304', day: TODAY }, open('unknown_no_basis')],
  ],
  'what is only said, or not there': [
    ['a code that is only claimed', { code: 'VILAS 300', day: TODAY }, open('claimed_only', 'claim')],
    ['an accreditation without any decision', { code: 'VILAS 301', day: TODAY }, open('no_decision')],
    ['a code that the register does not hold', { code: 'VILAS 999', day: TODAY }, open('code_not_in_register')],
    [
      'a laboratory that the register does not hold',
      { lab: 'Phòng thử nghiệm Sao Hỏa', day: TODAY },
      open('lab_not_in_register'),
    ],
    ['a part of a name is no name', { lab: 'Nước Hòn Gai', day: TODAY }, open('lab_not_in_register_near')],
    [
      'a laboratory without accreditation',
      { lab: 'Phòng thử nghiệm Không công nhận (hư cấu)', day: TODAY },
      open('lab_without_accreditation', 'none lab'),
    ],
    ['neither code nor laboratory', { test: lead, day: TODAY }, open('nothing_named')],
    ['a number alone', { code: '185', day: TODAY }, open('code_unreadable')],
    ['a code that Excel damaged', { code: 'LAS-XD 22101', day: TODAY }, open('code_suggested')],
    ['an accreditation of no laboratory', { code: 'VILAS 305', day: TODAY }, open('covers_nothing')],
    ['a code that is another laboratory’s', { code: 'VILAS 201', lab, day: '2022-06-01' }, open('code_of_other_lab')],
    [
      'an unknown code of a known laboratory',
      { code: 'VILAS 998', lab, day: '2022-06-01' },
      open('code_not_in_register_own'),
    ],
    [
      'a code of the register under a name it does not hold',
      { code: W, lab: 'Phòng Sao Hỏa', day: '2022-06-01' },
      open('lab_not_in_register'),
    ],
  ],
  'laboratories by name': [
    ['the exact name', { lab, day: '2022-06-01' }, yes('in_force')],
    ['the name without accents', { lab: 'phong thu nghiem nuoc hon gai (hu cau)', day: '2022-06-01' }, yes('in_force')],
    ['the English name', { lab: 'hon gai water laboratory (fictitious)', day: '2022-06-01' }, yes('in_force')],
    ['one name of two laboratories', { lab: 'Phòng thí nghiệm Trùng tên (hư cấu)', day: TODAY }, open('lab_several')],
    [
      'one name of two laboratories, told apart by the code',
      { lab: 'Phòng thí nghiệm Trùng tên (hư cấu)', code: 'VILAS 500', day: TODAY },
      yes('in_force', 'twin a act decision'),
    ],
    [
      'exact accents come before folded',
      { lab: 'Phòng thử nghiệm Hoa Binh (hư cấu)', day: TODAY },
      yes('in_force', 'hoa 2 act decision'),
    ],
    ['accents that fit neither of two', { lab: 'phòng thử nghiệm hóa bình (hư cấu)', day: TODAY }, open('lab_several')],
    [
      'the better of two accreditations answers',
      { lab: 'Phòng thử nghiệm Hai công nhận (hư cấu)', day: TODAY },
      yes('in_force', 'two new act decision'),
    ],
    [
      'covered while it was there',
      { code: 'VILAS 530', lab: 'Phòng thử nghiệm Rời đi (hư cấu)', day: '2023-12-31' },
      yes('in_force'),
    ],
    [
      'no longer covered',
      { code: 'VILAS 530', lab: 'Phòng thử nghiệm Rời đi (hư cấu)', day: '2024-01-01' },
      no('outside_scope', 'lab_not_covered', 'shared'),
    ],
  ],
  'the place': [
    ['a covered site by its label', { code: W, day: '2022-06-01', site: 'địa điểm 1' }, yes('site_covered', 'site 1')],
    [
      'a covered site by a part of its address, without accents',
      { code: W, day: '2022-06-01', site: 'tp cam pha' },
      yes('site_covered', 'site 2'),
    ],
    [
      'a site that is not covered',
      { code: W, day: '2022-06-01', site: 'TP. Uông Bí' },
      no('outside_scope', 'site_not_covered', 'site 3'),
    ],
    [
      'a place that fits covered and uncovered sites',
      { code: W, day: '2022-06-01', site: 'đường Mẫu' },
      open('site_ambiguous'),
    ],
    [
      'a place that the register does not know',
      { code: W, day: '2022-06-01', site: 'Hải Phòng' },
      open('site_unknown'),
    ],
    ['no site recorded at all', { code: 'VILAS 201', day: '2025-01-01', site: 'Hạ Long' }, open('sites_unrecorded')],
    [
      'a test accredited at another site',
      { code: W, day: '2022-06-01', test: 'coliform trong nước sạch', site: 'Địa điểm 1' },
      no('outside_scope', 'line_other_site', 'coliform'),
    ],
    [
      'a test at its own site',
      { code: W, day: '2022-06-01', test: 'coliform trong nước sạch', site: 'Địa điểm 2' },
      yes('line_listed', 'coliform'),
    ],
  ],
  'the edition of the standard': [
    [
      'the last day of ISO/IEC 17025:2005',
      { code: W, day: '2021-06-01' },
      yes('edition_recognised', 'w ISO/IEC 17025:2005'),
    ],
    ['the day after', { code: W, day: '2021-06-02' }, no('wrong_edition', 'edition_over', 'w ISO/IEC 17025:2005')],
    ['after the transition', { code: W, day: '2021-07-10' }, yes('edition_recognised', 'w ISO/IEC 17025:2017')],
    ['the Vietnamese twin of 2005', { code: 'VILAS 203', day: '2021-06-02' }, no('wrong_edition', 'edition_over')],
    [
      'no edition printed, begun after the old one ended',
      { code: 'VILAS 201', day: '2025-01-01' },
      yes('edition_implied'),
    ],
    ['no edition printed, begun before', { code: 'VILAS 205', day: '2025-01-01' }, open('edition_unknown')],
    ['superseded, its last day not known', { code: 'VIAS 204', day: '2025-01-01' }, open('edition_end_unknown')],
  ],
  'test and method': [
    ['listed with its product', { code: W, day: '2022-06-01', test: lead }, yes('line_listed', 'lead')],
    [
      'listed, typed without accents',
      { code: W, day: '2022-06-01', test: 'chi trong nuoc thai' },
      yes('line_listed', 'lead'),
    ],
    ['listed under its symbol', { code: W, day: '2022-06-01', test: 'Pb nước thải' }, yes('line_listed', 'lead')],
    [
      'with its method and edition',
      { code: W, day: '2022-06-01', test: lead, method: 'SMEWW 3111B:2017' },
      yes('line_listed', 'lead'),
    ],
    [
      'the method in another spelling',
      { code: W, day: '2022-06-01', test: lead, method: 'smeww 3111 B : 2017' },
      yes('line_listed', 'lead'),
    ],
    [
      'the method named among the words',
      { code: W, day: '2022-06-01', test: `${lead} theo SMEWW 3111B:2012` },
      no('wrong_edition', 'method_other_edition', 'lead'),
    ],
    [
      'the edition of the annex before',
      { code: W, day: '2019-06-01', test: lead, method: 'SMEWW 3111B:2012' },
      yes('line_listed', 'lead 1'),
    ],
    [
      'an older edition of the method',
      { code: W, day: '2022-06-01', test: lead, method: 'SMEWW 3111B:2012' },
      no('wrong_edition', 'method_other_edition', 'lead'),
    ],
    [
      'the report prints no edition',
      { code: W, day: '2022-06-01', test: lead, method: 'SMEWW 3111B' },
      yes('method_report_undated'),
    ],
    [
      'the edition in a column of its own',
      { code: W, day: '2022-06-01', test: 'pH', method: 'TCVN 6492:2011' },
      yes('line_listed', 'ph'),
    ],
    [
      'the line prints no edition',
      { code: W, day: '2022-06-01', test: 'độ dẫn điện', method: 'TCVN 6493:2008' },
      open('method_undated', 'conductivity'),
    ],
    [
      'the line prints no method',
      { code: W, day: '2022-06-01', test: 'độ màu', method: 'TCVN 6185:2015' },
      open('method_unprinted', 'colour'),
    ],
    [
      'a method that is not listed',
      { code: W, day: '2022-06-01', test: lead, method: 'TCVN 6193:1996' },
      no('outside_scope', 'method_not_listed', 'w annex 2'),
    ],
    ['the method alone', { code: W, day: '2022-06-01', method: 'TCVN 6626:2000' }, yes('line_listed', 'arsenic')],
    [
      'a method of the laboratory’s own',
      { code: W, day: '2022-06-01', method: 'HD-05/PTN' },
      yes('line_listed', 'cadmium'),
    ],
    [
      'a flexible line and another method',
      { code: W, day: '2022-06-01', test: 'cadimi', method: 'TCVN 6197:2008' },
      open('line_flexible', 'cadmium'),
    ],
    [
      'a test that is not listed',
      { code: W, day: '2022-06-01', test: 'kẽm trong nước thải' },
      no('outside_scope', 'test_not_listed', 'w annex 2'),
    ],
    [
      'a test of the annex before, no longer listed',
      { code: W, day: '2022-06-01', test: 'dầu mỡ khoáng' },
      no('outside_scope', 'test_not_listed'),
    ],
    [
      'words that no line of the register holds',
      { code: W, day: '2022-06-01', test: 'plutoni' },
      no('outside_scope', 'test_not_listed'),
    ],
    [
      'an excluded test',
      { code: W, day: '2022-06-01', test: 'thủy ngân trong nước thải' },
      no('outside_scope', 'line_excluded', 'not mercury'),
    ],
    [
      'a test that is excluded for one product and listed for another',
      { code: W, day: '2022-06-01', test: 'Hg' },
      open('lines_differ', 'not mercury'),
    ],
    ['a product within a broader one', { code: W, day: '2022-06-01', test: 'chì trong tôm' }, yes('line_broader')],
    [
      'a product of which only a part is listed',
      { code: W, day: '2022-06-01', test: 'Salmonella trong thủy sản' },
      open('line_narrower', 'tiger'),
    ],
    ['a test of several products, none named', { code: W, day: '2022-06-01', test: 'asen' }, open('product_needed')],
    [
      'words that only hold a question together ask for no test',
      { code: W, day: '2022-06-01', test: '  ' },
      yes('in_force'),
    ],
    [
      'a suspended line',
      { code: W, day: '2023-05-01', test: 'asen trong nước thải' },
      no('suspended', 'line_suspended', 'arsenic'),
    ],
    [
      'another line during the suspension in part',
      { code: W, day: '2023-05-01', test: lead },
      yes('line_listed', 'lead'),
    ],
    ['the suspension in part, no test asked', { code: W, day: '2023-05-01' }, open('test_needed')],
    ['lines of which one is suspended', { code: W, day: '2023-05-01', method: 'TCVN 6626:2000' }, open('lines_differ')],
    [
      'the line after it was resumed',
      { code: W, day: '2023-09-01', test: 'asen trong nước thải' },
      yes('line_listed', 'arsenic'),
    ],
    [
      'a suspension that names no line',
      { code: 'VILAS 402', day: '2024-03-01', test: lead },
      open('suspension_lines_unknown', 'unnamed stop decision'),
    ],
    [
      'a line that a reduction took away',
      { code: W, day: '2025-03-01', test: lead },
      no('outside_scope', 'line_reduced', 'lead'),
    ],
    ['before the extension', { code: W, day: '2024-09-30', test: 'nitrat' }, no('outside_scope', 'test_not_listed')],
    [
      'in the month of the extension, its day not known',
      { code: W, day: '2024-10-15', test: 'nitrat' },
      open('line_start_uncertain', 'nitrate'),
    ],
    ['after the month of the extension', { code: W, day: '2024-11-01', test: 'nitrat' }, yes('line_listed', 'nitrate')],
    ['no line recorded', { code: 'VILAS 400', day: '2025-01-01', test: lead }, open('scope_unrecorded')],
    [
      'only the extension recorded, and the test in it',
      { code: 'VILAS 401', day: '2025-01-01', test: lead },
      yes('line_listed', 'some lead'),
    ],
    [
      'only the extension recorded, and the test not in it',
      { code: 'VILAS 401', day: '2025-01-01', test: 'asen trong nước thải' },
      open('scope_incomplete', 'some annex'),
    ],
  ],
  'the signature': [
    [
      'may sign every test',
      { code: W, day: '2022-06-01', test: lead, signatory: 'Trần Thị Mẫu' },
      yes('signatory_may', 'Trần Thị Mẫu'),
    ],
    [
      'with a title before the name',
      { code: W, day: '2022-06-01', test: lead, signatory: 'ThS. Trần Thị Mẫu' },
      yes('signatory_may'),
    ],
    [
      'a name that is alike without accents only',
      { code: W, day: '2022-06-01', test: lead, signatory: 'Trần Thị Mậu' },
      open('signatory_similar', 'Trần Thị Mẫu'),
    ],
    [
      'not in the table',
      { code: W, day: '2022-06-01', test: lead, signatory: 'Nguyễn Văn Lạ' },
      no('signatory_not_authorized', 'signatory_not_listed'),
    ],
    [
      'may sign the field of the test',
      { code: W, day: '2022-06-01', test: lead, signatory: 'Lê Văn Hóa' },
      yes('signatory_may'),
    ],
    [
      'may sign another field only',
      { code: W, day: '2022-06-01', test: 'coliform trong nước thải', signatory: 'Lê Văn Hóa' },
      no('signatory_not_authorized', 'signatory_other_scope', 'Lê Văn Hóa'),
    ],
    [
      'the line names no field',
      { code: W, day: '2022-06-01', test: 'Salmonella trong tôm', signatory: 'Lê Văn Hóa' },
      open('signatory_field_unknown'),
    ],
    [
      'may sign the line it continues',
      { code: W, day: '2022-06-01', test: lead, signatory: 'Phạm Thị Dòng' },
      yes('signatory_may'),
    ],
    [
      'may sign another line only',
      { code: W, day: '2022-06-01', test: 'asen trong nước thải', signatory: 'Phạm Thị Dòng' },
      no('signatory_not_authorized', 'signatory_other_scope'),
    ],
    [
      'limits that are only printed',
      { code: W, day: '2022-06-01', test: lead, signatory: 'Vũ Văn Phòng' },
      open('signatory_limits_printed'),
    ],
    ['limited, no test asked', { code: W, day: '2022-06-01', signatory: 'Lê Văn Hóa' }, open('signatory_limited')],
    [
      'no table recorded',
      { code: 'VILAS 403', day: '2025-01-01', test: lead, signatory: 'Trần Thị Mẫu' },
      open('signatories_unrecorded'),
    ],
    [
      'only the table of the extension recorded',
      { code: 'VILAS 404', day: '2025-01-01', test: lead, signatory: 'Nguyễn Văn Lạ' },
      open('signatory_table_incomplete'),
    ],
    [
      'outside the scope comes before the signature',
      { code: W, day: '2022-06-01', test: 'kẽm trong nước thải', signatory: 'Nguyễn Văn Lạ' },
      no('outside_scope', 'test_not_listed'),
    ],
  ],
}

describe.each(Object.entries(cases))('%s', (_subject, rows) => {
  it.each(rows)('%s', (_title, ask, { verdict, because, proof }) => {
    const answer = checkReport(world.db, ask, TODAY)
    const told = answer.reasons.map(({ code, verdict: own }) => `${code}${own === null ? '' : ` → ${own}`}`)
    expect({ verdict: answer.verdict, told }).toEqual({
      verdict,
      told: expect.arrayContaining([because + (verdict === 'accredited' ? '' : ` → ${verdict}`)]) as unknown,
    })
    const reason = answer.reasons.find(({ code }) => code === because)!
    if (proof !== undefined) expect(reason.record?.id).toBe(world.ids.get(proof))
    expect(reason.sentence).not.toMatch(/\{\{|undefined/)
  })
})

it('is a table of at least sixty reports', () => {
  expect(Object.values(cases).flat().length).toBeGreaterThanOrEqual(60)
})

describe('the answer as a whole', () => {
  const check = (ask: Ask) => checkReport(world.db, ask, TODAY)

  it('says everything in English too, and only the sentences differ', () => {
    for (const [, ask] of Object.values(cases).flat()) {
      const [vi, en] = [check(ask), check({ ...ask, language: 'en' })]
      expect(en.reasons.map(({ code }) => code)).toEqual(vi.reasons.map(({ code }) => code))
      for (const { sentence } of en.reasons) expect(sentence).not.toMatch(/\{\{|undefined/)
    }
  })
  it('lists every accreditation it looked at, the answering one first', () => {
    const { candidates } = check({ lab: 'Phòng thử nghiệm Hai công nhận (hư cấu)' })
    expect(candidates.map(({ code, verdict }) => [code, verdict])).toEqual([
      ['VLAT 1.0520', 'accredited'],
      ['VILAS 520', 'not_accredited'],
    ])
  })
  it('shows the nearest lines where the test is not listed', () => {
    const { candidates } = check({ code: W, day: '2022-06-01', test: 'kẽm trong nước thải' })
    expect(candidates[0]).toMatchObject({ linesAre: 'nearest' })
    expect(candidates[0]!.lines.map(({ matrix }) => matrix)).toContain('Nước thải')
  })
  it('names the parts that were not asked', () => {
    expect(check({ code: W, test: lead, day: '2022-06-01' }).unasked).toEqual(['method', 'site', 'signatory'])
    expect(check({}).unasked).toEqual(['code', 'lab', 'test', 'method', 'site', 'signatory'])
  })
  it('remarks a report dated after today', () => {
    expect(check({ code: 'VILAS 201', day: '2026-11-24' }).reasons[0]).toMatchObject({
      code: 'day_in_future',
      verdict: null,
    })
  })
  it('tells the chain of decisions behind the status', () => {
    const [status] = check({ code: W, day: '2024-06-01' }).reasons
    expect(status!.details.length).toBeGreaterThan(2)
  })
})
