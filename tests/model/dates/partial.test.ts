import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  firstDay,
  formatDate,
  isPartialIso,
  lastDay,
  parseDate,
  partialDateSchema,
  precision,
  clockInVietnam,
  dayInVietnam,
} from '../../../db/model/dates/partial'

/** The calendar of the platform, as an opinion independent of ours. */
const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
const anyPartial = fc.oneof(
  anyDay,
  anyDay.map((day) => day.slice(0, 7)),
  anyDay.map((day) => day.slice(0, 4)),
)

describe('what people write', () => {
  it.each([
    ['25/11/2026', '2026-11-25'],
    ['25-11-2026', '2026-11-25'],
    ['25.11.2026', '2026-11-25'],
    ['25.11.26', '2026-11-25'],
    ['25/11/26', '2026-11-25'],
    ['5/2/2023', '2023-02-05'],
    ['25/ 11 / 2026', '2026-11-25'],
    ['31/ 12/ 2023', '2023-12-31'],
    ['25\u00A0–\u00A011 – 2026', '2026-11-25'],
    ['2026-11-25', '2026-11-25'],
    ['2026/11/25', '2026-11-25'],
    ['2026-11-25 00:00:00', '2026-11-25'],
    ['2026-11-25T00:00:00.000', '2026-11-25'],
    ['ngày 25/11/2026', '2026-11-25'],
    ['đến ngày/to 25/ 11 / 2026', '2026-11-25'],
    ['từ ngày/from / 11 / 2023', '2023-11'],
    ['Kể từ ngày /03/2024', '2024-03'],
    ['ngày 05 tháng 02 năm 2023', '2023-02-05'],
    ['từ ngày 14 tháng 3 năm 2022', '2022-03-14'],
    ['Ngày 05 tháng 02 năm 2023'.normalize('NFD'), '2023-02-05'],
    ['ngày   tháng 11 năm 2023', '2023-11'],
    ['ngày … tháng 11 năm 2023', '2023-11'],
    ['ngày ..... tháng 11 năm 2023', '2023-11'],
    ['ngày    tháng    năm 2023', '2023'],
    ['tháng 12/2020', '2020-12'],
    ['tháng 12 năm 2020', '2020-12'],
    ['11/2023', '2023-11'],
    ['3-2023', '2023-03'],
    ['/11/2023', '2023-11'],
    ['/ 11 / 2023', '2023-11'],
    ['2026-11', '2026-11'],
    ['2023', '2023'],
    ['năm 2023', '2023'],
    ['/ /2023', '2023'],
    ['vô thời hạn', 'none'],
    ['Không thời hạn', 'none'],
    ['không xác định thời hạn', 'none'],
    ['unlimited', 'none'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2000', '2000-02-29'],
  ])('reads “%s” as %s', (text, iso) => {
    const read = parseDate(text)
    expect(read.ok && read.value.iso).toBe(iso)
  })

  it.each([
    ['11/25/2026', 'month_first'],
    ['02-13-26', 'month_first'],
    ['25/13/2026', 'no_such_month'],
    ['13/32/2026', 'no_such_month'],
    ['2026-25-11', 'no_such_month'],
    ['13/2026', 'no_such_month'],
    ['00/2026', 'no_such_month'],
    ['31/11/2026', 'no_such_day'],
    ['29/02/2023', 'no_such_day'],
    ['0/11/2026', 'no_such_day'],
    ['25/11', 'year_missing'],
    ['11/26', 'year_missing'],
    ['25/11/1026', 'year_out_of_range'],
    ['3000', 'year_out_of_range'],
    ['', 'empty'],
    ['  ', 'empty'],
    ['/ /', 'empty'],
    ['ngày   tháng   năm', 'empty'],
    ['Hiệu lực 3 năm kể từ ngày ký', 'not_a_date'],
    ['tháng năm 2023', 'not_a_date'],
    ['ngày 5 tháng năm 2023', 'not_a_date'],
    ['46351', 'not_a_date'],
    ['20261125', 'not_a_date'],
    ['25//2026', 'not_a_date'],
    ['25/11/026', 'not_a_date'],
    ['2026-11-24T17:00:00Z', 'not_a_date'],
  ])('refuses “%s” as %s', (text, problem) => {
    expect(parseDate(text)).toEqual({ ok: false, problem })
  })

  it('takes the year of the surroundings only when it is given', () => {
    expect(parseDate('25/11', { base: 2026 })).toMatchObject({
      ok: true,
      value: { iso: '2026-11-25' },
      understood: '25/11/2026',
    })
    expect(parseDate('11/25', { base: 2026 })).toEqual({ ok: false, problem: 'month_first' })
  })

  it('keeps the printed words only where they are more than the plain date', () => {
    expect(parseDate(' 25/11/2026 ')).toMatchObject({ value: { iso: '2026-11-25' } })
    expect(parseDate(' 25/11/2026 ')).not.toHaveProperty('value.printed')
    expect(parseDate(' / 11  / 2023 ')).toMatchObject({ value: { iso: '2023-11', printed: '/ 11 / 2023' } })
  })

  it('says what it understood in the language asked', () => {
    expect(parseDate('25.11.26')).toMatchObject({ understood: '25/11/2026' })
    expect(parseDate('vô thời hạn')).toMatchObject({ understood: 'không thời hạn' })
    expect(parseDate('vô thời hạn', { locale: 'en' })).toMatchObject({ understood: 'no expiry' })
  })

  it('gives back every date it has written, and everything it reads passes the schema', () => {
    fc.assert(
      fc.property(anyPartial, fc.constantFrom('/', '-', '.', ' / '), (iso, separator) => {
        expect(parseDate(formatDate(iso))).toMatchObject({ ok: true, value: { iso }, understood: formatDate(iso) })
        const read = parseDate(formatDate(iso).replaceAll('/', separator))
        expect(read.ok && partialDateSchema.parse(read.value).iso).toBe(iso)
      }),
    )
  })

  it('never throws, and never reads a month above twelve', () => {
    const dateLike = fc.array(fc.constantFrom('0', '1', '2', '3', '9', '/', '-', '.', ' ', 'ngày', 'tháng', 'năm'), {
      maxLength: 14,
    })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          dateLike.map((bits) => bits.join('')),
        ),
        (text) => {
          const read = parseDate(text)
          expect(read.ok ? isPartialIso(read.value.iso) : read.problem).toBeTruthy()
        },
      ),
    )
  })
})

describe('partial dates', () => {
  it.each([
    ['2026-11-25', 'day', '2026-11-25', '2026-11-25', '25/11/2026'],
    ['2026-11', 'month', '2026-11-01', '2026-11-30', '11/2026'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29', '02/2024'],
    ['2100-02', 'month', '2100-02-01', '2100-02-28', '02/2100'],
    ['2026', 'year', '2026-01-01', '2026-12-31', '2026'],
    ['none', 'none', null, '9999-12-31', 'không thời hạn'],
  ])('%s is known to the %s, from %s to %s', (iso, ...known) => {
    expect([precision(iso), firstDay(iso), lastDay(iso), formatDate(iso)]).toEqual(known)
  })

  it.each(['2026-02-30', '2026-13', '1899', '3000-01-01', '26', '2026-1-5', '', 'NONE', '2026-11-25T00:00'])(
    'refuses %s',
    (iso) => {
      expect(partialDateSchema.safeParse({ iso }).success).toBe(false)
      expect(() => firstDay(iso)).toThrow(RangeError)
    },
  )

  it('accepts no other key and no empty words', () => {
    expect(partialDateSchema.parse({ iso: '2026', printed: ' năm 2026 ' })).toEqual({
      iso: '2026',
      printed: 'năm 2026',
    })
    expect(partialDateSchema.safeParse({ iso: '2026', printed: '' }).success).toBe(false)
    expect(partialDateSchema.safeParse({ iso: '2026', note: '' }).success).toBe(false)
  })

  it('starts no later than it ends', () => {
    fc.assert(
      fc.property(anyPartial, (iso) => {
        expect((firstDay(iso) ?? '') <= lastDay(iso)).toBe(true)
      }),
    )
  })
})

describe('counting days', () => {
  it('adds and counts back the same number of days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -200_000, max: 200_000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
      }),
    )
  })

  it('stays within the calendar', () => {
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31')
    expect(addDays('0001-01-01', -1)).toBe('0001-01-01')
    expect(daysBetween('2026-11-23', '2026-11-25')).toBe(2)
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
    expect(() => addDays('2026-11', 1)).toThrow(RangeError)
  })

  it.each([
    ['2023-02-08', 36, '2026-02-08'],
    ['2024-02-29', 36, '2027-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-31', -2, '2025-11-30'],
    ['9999-12-01', 1, '9999-12-31'],
  ])('%s and %i months give %s', (day, count, result) => {
    expect(addMonths(day, count)).toBe(result)
  })

  it('turns the day at midnight in Vietnam, whatever the zone of the machine', () => {
    const beforeMidnight = Date.parse('2026-11-23T16:59:59Z')
    expect(dayInVietnam(beforeMidnight)).toBe('2026-11-23')
    expect(dayInVietnam(beforeMidnight + 1000)).toBe('2026-11-24')
    for (const instant of [
      '1975-06-13T00:00:00Z',
      '1999-12-31T17:00:00Z',
      '2000-02-29T16:59:59.999Z',
      '2026-06-30T20:15:00Z',
    ]) {
      const known = new Intl.DateTimeFormat('sv-SE', {
        timeZone: 'Asia/Ho_Chi_Minh',
        dateStyle: 'short',
        timeStyle: 'medium',
      })
      const shown = clockInVietnam(Date.parse(instant))
      expect(shown.slice(0, 19).replace('T', ' ')).toBe(known.format(Date.parse(instant)))
    }
  })
})
