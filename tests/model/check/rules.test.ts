// The rules of the report check one by one: names of signatories, places, verdicts across accreditations, methods, figures.
import { describe, expect, it } from 'vitest'
import { bestFirst, decide } from '../../../db/model/check/decide'
import { findFigures } from '../../../db/model/check/figures-in-text'
import { judgePlace, type PlaceFacts } from '../../../db/model/check/place'
import { verdicts, type CheckedAccreditation, type Reason } from '../../../db/model/check/report'
import { judgeSigner } from '../../../db/model/check/signer'
import { speaker } from '../../../db/model/check/speak'
import { matchMethod } from '../../../db/search/methods'

const speak = speaker('vi')
const reason = (verdict: Reason['verdict']): Reason => ({
  code: 'x',
  verdict,
  params: {},
  record: null,
  sentence: '',
  details: [],
})

describe('the verdict', () => {
  it('is accredited when nothing speaks against it, and the first in order otherwise', () => {
    expect(decide([reason(null)])).toBe('accredited')
    expect(decide([reason('insufficient_data'), reason('outside_scope'), reason('suspended')])).toBe('suspended')
    expect(decide([reason('insufficient_data'), reason('signatory_not_authorized')])).toBe('signatory_not_authorized')
  })
  it('across accreditations never says “no” while one of them is open', () => {
    const of = (verdict: CheckedAccreditation['verdict']) => ({ verdict, expiry: null }) as CheckedAccreditation
    const order = bestFirst(verdicts.map(of)).map(({ verdict }) => verdict)
    expect(order.slice(0, 2)).toEqual(['accredited', 'insufficient_data'])
    expect(order.at(-1)).toBe('not_accredited')
  })
})

describe('a signatory', () => {
  const people = [{ id: '1', name: 'Nguyễn Thuý Hoà', printed: null, fields: [], lines: [] }]
  const judge = (asked: string) => judgeSigner({ asked, people, complete: true, annex: null, lines: null }, speak).code

  it.each([
    ['Nguyễn Thúy Hòa', 'signatory_may'],
    ['NGUYỄN THÚY HÒA', 'signatory_may'],
    ['Nguyễn Thuý Hoà'.normalize('NFD'), 'signatory_may'],
    ['PGS. TS. Nguyễn Thúy Hòa', 'signatory_may'],
    ['Bà Nguyễn Thúy Hòa.', 'signatory_may'],
    ['Nguyen Thuy Hoa', 'signatory_similar'],
    ['Nguyễn Thúy Hóa', 'signatory_similar'],
    ['Thúy Hòa', 'signatory_not_listed'],
  ])('%s: %s', (asked, code) => {
    expect(judge(asked)).toBe(code)
  })
})

describe('a place', () => {
  const site = {
    id: 's',
    lab: 'l',
    label: null,
    address: 'Khu 1, Phường Bãi Cháy, Thành phố Hạ Long',
    units: ['Bãi Cháy'],
  }
  const facts: PlaceFacts = {
    accreditation: 'a',
    day: '2026-11-23',
    covers: [{ id: 'c', lab: 'l', labName: 'L', site: null }],
    sites: [site],
    labs: null,
    site: null,
  }
  const judge = (asked: string) => judgePlace({ ...facts, site: asked }, speak).reasons.map(({ code }) => code)

  it.each([
    ['P. Bãi Cháy, TP. Hạ Long', 'site_covered'],
    ['bai chay', 'site_covered'],
    ['Phòng ở Khu 1, phường Bãi Cháy, thành phố Hạ Long, tỉnh Quảng Ninh', 'site_covered'],
    ['Bãi', 'site_covered'],
    ['Cháy Bãi', 'site_unknown'],
    ['?', 'site_unknown'],
  ])('%s: %s', (asked, code) => {
    expect(judge(asked)).toEqual([code])
  })
})

describe('a method', () => {
  const line = (method: string | null, methodEdition: string | null = null) => ({ method, methodEdition })
  it.each([
    ['TCVN 8129:2019', line('TCVN 8129:2019 (ISO 18593:2018)'), 'same'],
    ['ISO 18593:2018', line('TCVN 8129:2019 (ISO 18593:2018)'), 'same'],
    ['ISO 18593:2004', line('TCVN 8129:2019 (ISO 18593:2018)'), 'other_edition'],
    ['ISO 18593', line('TCVN 8129:2019 (ISO 18593:2018)'), 'report_undated'],
    ['TCVN 8309-4:2010', line('TCVN 8309-5:2010'), 'different'],
    ['ASTM D 7153-15', line('ASTM D7153-15'), 'same'],
    ['ASTM D7153-2015', line('ASTM D7153-15'), 'same'],
    ['TCVN 6492:2011', line('TCVN 6492', '2011'), 'same'],
    ['TCVN 6492:2011', line('TCVN 6492'), 'line_undated'],
    ['HD 05', line('HD-05/PTN'), 'same'],
    ['HD 06', line('HD-05/PTN'), 'different'],
    ['TCVN 6492:2011', line(null), 'none_printed'],
  ] as const)('%s against %o is %s', (asked, printed, match) => {
    expect(matchMethod(asked, printed)).toBe(match)
  })
})

describe('figures', () => {
  it.each([
    ['Tỉnh có 1.250 phòng thí nghiệm.', [[1250, 'all']]],
    [
      'có 32 phòng thí nghiệm LAS-XD, 4 phòng xét nghiệm đạt ISO 15189:2012',
      [
        [32, 'las_vilas'],
        [4, 'international'],
      ],
    ],
    ['2 phòng kiểm nghiệm của tổ chức khoa học và công nghệ', [[2, 'st_organizations']]],
    ['ngày 3/5 phòng thí nghiệm họp; 12,5 phòng thí nghiệm; 7 phòng họp', []],
  ] as const)('%s', (text, found) => {
    expect(findFigures(text).map(({ value, kind }) => [value, kind])).toEqual(found)
  })
})
