// DOMAIN.md table by table: every code, decision number and validity row that was read on a published page, through the rules as they ship.
import { describe, expect, it } from 'vitest'
import { parseDecisionNumber } from '../../db/model/codes/decision'
import { codeOffers, parseCode } from '../../db/model/codes/parse'
import { addDays, lastDay, parseDate } from '../../db/model/dates/partial'
import { parseStandard } from '../../db/model/standards'
import { flagSpans } from '../../db/model/status/flags'
import { evaluate, FIRST_DAY, LAST_DAY, type Act } from '../../db/model/status/spans'
import { codeKey } from '../../db/model/text/fold'
import { standards } from '../../db/data/reference'

const isoOf = (text: string): string => {
  const read = parseDate(text)
  if (!read.ok) throw new Error(`${text}: ${read.problem}`)
  return read.value.iso
}

describe('§1 the article', () => {
  it.each([
    ['VILAS 185', 'VILAS 185'],
    ['VILAS: 512', 'VILAS 512'],
  ])('writes %s', (text, canonical) => {
    expect(parseCode(text)).toMatchObject({ ok: true, value: { canonical, raw: text } })
  })
  it.each([
    ['ISO/IEC 17025:2005', '2005'],
    ['IEC 17025', null],
  ])('names the standard %s with the edition %s', (text, edition) => {
    expect(parseStandard(text)).toMatchObject({ number: '17025', edition })
  })
})

describe('§2 and §3 codes', () => {
  const numbers = '001 015 016 023 024 086 185 238 332 357 430 512 588 591 703 709 789 812 997 1014 1296 1528'
  const seen = numbers.split(' ').map((number) => [`VILAS ${number}`, 'VILAS', `VILAS ${number}`] as const)
  it.each([
    ...seen,
    ['VILAS MED 129', 'VILAS-MED', 'VILAS MED 129'],
    ['VILAS MED 131', 'VILAS-MED', 'VILAS MED 131'],
    ['VIAS 004', 'VIAS', 'VIAS 004'],
    ['VALAS Med 001', 'VACI', 'VALAS Med 001'],
    ['LAS-XD 25', 'LAS-XD', 'LAS-XD 25'],
    ['LAS-XD 182', 'LAS-XD', 'LAS-XD 182'],
    ['LAS-XD 1702', 'LAS-XD', 'LAS-XD 1702'],
    ['LAS-XD 24.081', 'LAS-XD', 'LAS-XD 24.081'],
    ['LAS 55', 'LAS-XD', 'LAS-XD 55'],
    ['VIMCERTS 030', 'VIMCERTS', 'VIMCERTS 030'],
    ['VIMCERTS 078', 'VIMCERTS', 'VIMCERTS 078'],
    ['VIMCERTS 181', 'VIMCERTS', 'VIMCERTS 181'],
    ['VIMCERTS 197', 'VIMCERTS', 'VIMCERTS 197'],
    ['VILAS - 23', 'VILAS', 'VILAS 023'],
    ['VILAS - 357', 'VILAS', 'VILAS 357'],
    ['VILAS.185', 'VILAS', 'VILAS 185'],
    ['VILAS số 185', 'VILAS', 'VILAS 185'],
  ] as const)('%s is of %s and shown as %s', (text, scheme, canonical) => {
    expect(parseCode(text)).toMatchObject({ ok: true, value: { scheme, canonical, raw: text } })
  })

  it('are one however they are written, and the text as printed stays', () => {
    const spellings = ['VILAS: 512', 'VILAS 512', 'vilas-0512']
    const read = spellings.map((text) => parseCode(text))
    expect(read.map((each) => each.ok && [each.value.canonical, each.value.number, each.value.raw])).toEqual(
      spellings.map((raw) => ['VILAS 512', 512, raw]),
    )
    expect(new Set(spellings.map(codeKey)).size).toBe(1)
  })

  it('with the number 0 are refused', () => {
    expect(parseCode('VILAS 000')).toMatchObject({ ok: false, problem: 'zero' })
  })

  it.each([
    ['24081', 'LAS-XD', ['LAS-XD 24.081']],
    ['24,081', 'LAS-XD', ['LAS-XD 24.081']],
    ['LAS-XD 24081', undefined, ['LAS-XD 24.081']],
    ['LAS-XD 24,081', undefined, ['LAS-XD 24.081']],
    ['24081', undefined, ['LAS-XD 24.081']],
    ['16', 'VILAS', ['VILAS 016']],
    ['16', undefined, ['VILAS 016', 'VILAS MED 016', 'LAS-XD 16', 'VIMCERTS 016']],
    ['016', 'VILAS', ['VILAS 016']],
    ['0', undefined, []],
    ['VILAS 016', undefined, []],
  ] as const)('damaged by a spreadsheet: %s (%s) is refused and offered as %j', (text, scheme, offers) => {
    const options = scheme === undefined ? {} : { scheme }
    expect(codeOffers(text, options)).toEqual(offers)
    for (const offer of offers) {
      expect(parseCode(text, options).ok).toBe(false)
      expect(parseCode(offer)).toMatchObject({ ok: true, value: { canonical: offer } })
    }
  })
})

describe('§4 decision numbers with their days', () => {
  it.each([
    ['242/QĐ-CNCL', '14/5/2010', '242/QĐ-CNCL', '2010-05-14'],
    ['399/QĐ-CNCL', '30/6/2011', '399/QĐ-CNCL', '2011-06-30'],
    ['295.2013/QĐ-VPCNCL', '04/10/2013', '295.2013/QĐ-VPCNCL', '2013-10-04'],
    ['945.2019/QĐ-VPCNCL', '10/12/2019', '945.2019/QĐ-VPCNCL', '2019-12-10'],
    ['741.2020/QĐ-VPCNCL', '08/9/2020', '741.2020/QĐ-VPCNCL', '2020-09-08'],
    ['142.2022/QĐ-VPCNCL', '14/3/2022', '142.2022/QĐ-VPCNCL', '2022-03-14'],
    ['893.2022/QĐ-VPCNCL', '16/11/2022', '893.2022/QĐ-VPCNCL', '2022-11-16'],
    ['65.2023/QĐ-VPCNCL', '08/02/2023', '65.2023/QĐ-VPCNCL', '2023-02-08'],
    ['318/QĐ – VPCNCL', '13/3/2023', '318/QĐ-VPCNCL', '2023-03-13'],
    ['291/QĐ-BXD', '2015', '291/QĐ-BXD', '2015'],
    ['78/GCN-BXD', '24/01/2018', '78/GCN-BXD', '2018-01-24'],
    ['618/QĐ-BTNMT', '24/3/2015', '618/QĐ-BTNMT', '2015-03-24'],
    ['116/QĐ-BTNMT', '17/01/2019', '116/QĐ-BTNMT', '2019-01-17'],
    ['2156/QĐ-BTNMT', '30/9/2020', '2156/QĐ-BTNMT', '2020-09-30'],
    ['714/QĐ-LHHVN', '29/10/2014', '714/QĐ-LHHVN', '2014-10-29'],
    ['1926/QĐ-TCCBKH', '10/11/1995', '1926/QĐ-TCCBKH', '1995-11-10'],
    ['1101/QĐ-TTg', '23/7/2009', '1101/QĐ-TTg', '2009-07-23'],
    ['366/QĐ-BKHCN', '01/4/2025', '366/QĐ-BKHCN', '2025-04-01'],
    ['718/QĐ-TĐC', '02/4/2025', '718/QĐ-TĐC', '2025-04-02'],
  ])('%s of %s', (text, day, canonical, iso) => {
    expect(parseDecisionNumber(text)).toMatchObject({ recognised: true, canonical })
    expect(isoOf(day)).toBe(iso)
  })

  it('a blank number is read as blank, and 0 is no number', () => {
    expect(parseDecisionNumber('/QĐ-VPCNCL')).toMatchObject({ recognised: true, number: null })
    expect(parseDecisionNumber('0/QĐ-VPCNCL').recognised).toBe(false)
  })

  it.each([
    ['tháng 11 năm 2023', '2023-11'],
    ['/11/2024', '2024-11'],
    ['/03/2029', '2029-03'],
    ['25/ 11 / 2026', '2026-11-25'],
    ['31/ 12/ 2023', '2023-12-31'],
  ])('a day left blank is never invented: %s is %s', (text, iso) => {
    expect(isoOf(text)).toBe(iso)
  })
})

describe('§5 validity', () => {
  const act = (kind: Act['kind'], from: string, to: string): Act => ({
    id: kind,
    kind,
    effective: isoOf(from),
    signed: null,
    expiry: isoOf(to),
    partial: false,
    ends: null,
    order: 0,
  })
  it.each([
    ['VILAS 591', 'renewal', '10/12/2019', '13/03/2022'],
    ['VILAS 086', 'renewal', '08/02/2023', '08/02/2026'],
    ['VILAS 1296', 'grant', '13/03/2023', '13/03/2026'],
    ['VILAS 1014', 'renewal', '07/11/2023', '06/11/2026'],
    ['VILAS 016', 'renewal', '/11/2023', '25/11/2026'],
    ['VILAS 1528', 'recognition', '/03/2024', '/03/2027'],
    ['VILAS 997', 'recognition', '/03/2024', '/03/2029'],
    ['VILAS 812', 'renewal', '11/2024', '25/11/2029'],
    ['VILAS 789', 'renewal', '9/2024', '26/9/2029'],
    ['VILAS 332', 'renewal', '02/2025', '/02/2030'],
  ] as const)('%s (%s %s – %s) holds to the end of its last possible day', (_code, kind, from, to) => {
    const acts = [act(kind, from, to)]
    const last = lastDay(isoOf(to))
    expect(evaluate(acts, last).status).toBe('valid')
    expect(evaluate(acts, addDays(last, 1)).status).toBe('expired')
    // a month without its day leaves the whole month open
    const open = isoOf(to).length < 10
    expect(evaluate(acts, last).certain).toBe(!open)
    if (open) expect(evaluate(acts, addDays(`${isoOf(to)}-01`, -1)).certain).toBe(true)
  })

  it.each([
    ['VILAS 024', '/06/2024', '13/04/2026'],
    ['VILAS 709', '16/11/2022', '12/03/2024'],
  ])('%s: an extension keeps the end of the cycle, whatever it prints', (_code, from, to) => {
    const cycle: Act = { ...act('renewal', '01/01/2021', to), order: 0 }
    const extension: Act = { ...act('extension', from, '31/12/2099'), order: 1 }
    for (const day of [isoOf(to), addDays(isoOf(to), 1)]) {
      const without = evaluate([cycle], day)
      expect(evaluate([cycle, extension], day)).toMatchObject({ status: without.status, expiry: without.expiry })
    }
  })
})

describe('§7 standards and their last days', () => {
  const lastDayOf = (title: string): string | null => {
    const found = standards.find((standard) => standard.key === title)
    if (found === undefined) throw new Error(`no standard ${title}`)
    return found.lastDay ?? null
  }
  it.each([
    ['ISO/IEC 17025:2005', '2021-06-01'],
    ['TCVN ISO/IEC 17025:2007', '2021-06-01'],
    ['ISO 15189:2012', '2025-12-06'],
    ['TCVN ISO 15189:2014', '2025-12-06'],
  ])('%s is recognised to %s and flagged from the day after', (title, last) => {
    expect(lastDayOf(title)).toBe(last)
    const spans = flagSpans({
      schemeKey: null,
      codeScheme: null,
      schemeIssuers: [],
      codeIssuers: [],
      issuerKey: null,
      code: 'VILAS 001',
      sharedCode: false,
      standards: [{ edition: title.slice(-4), lastDay: lastDayOf(title), from: FIRST_DAY, to: LAST_DAY }],
      dates: [],
      hasActs: true,
      hasStatements: false,
      unverified: false,
      lives: [],
      visits: [],
      checkedOn: [],
      annexes: [],
    })
    const flagged = (day: string) =>
      spans.some(({ flag, from, to }) => flag === 'edition_withdrawn' && from <= day && day <= to)
    expect([addDays(last, -1), last, addDays(last, 1)].map(flagged)).toEqual([false, false, true])
  })
  it.each([['ISO/IEC 17025:2017'], ['ISO 15189:2022'], ['ISO/IEC 17020:2012']])('%s is recognised still', (title) => {
    expect(lastDayOf(title)).toBeNull()
  })
  it.each([
    ['TCVN ISO/IEC 17025 : 2007', 'TCVN ISO/IEC 17025:2007'],
    ['ISO/IEC 17025:2007', 'ISO/IEC 17025:2007'],
    ['ISO 15189:2012', 'ISO 15189:2012'],
  ])('reads %s as %s and completes nothing', (text, canonical) => {
    expect(parseStandard(text)?.canonical).toBe(canonical)
  })
})
