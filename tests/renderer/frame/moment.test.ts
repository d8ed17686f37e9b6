// A day or moment as clerks type it.
import { describe, expect, it } from 'vitest'
import { readMoment, wholeDay } from '../../../renderer/frame/moment'

describe('a moment', () => {
  it.each([
    ['20/11/2026 15:30', '2026-11-20T08:30:59.999Z'],
    ['20/11/2026, 15h30', '2026-11-20T08:30:59.999Z'],
    ['15h30 20/11/2026', '2026-11-20T08:30:59.999Z'],
    ['lúc 7 giờ 05 ngày 20/11/2026', null],
    ['7 giờ 05 ngày 20/11/2026', '2026-11-20T00:05:59.999Z'],
    ['20-11-26 9h', '2026-11-20T02:00:59.999Z'],
    ['20/11/2026', '2026-11-20T16:59:59.999Z'],
    ['ngày 05 tháng 02 năm 2023', '2023-02-05T16:59:59.999Z'],
    ['20/11/2026 24:00', null],
    ['20/11/2026 12:60', null],
    ['11/2026', null],
    ['hôm qua', null],
    ['', null],
  ])('typed as “%s” is %s', (text, instant) => {
    expect(readMoment(text)).toBe(instant)
  })
})

describe('a whole day', () => {
  it.each([
    ['12/03/2019', '2019-03-12'],
    ['12-3-19', '2019-03-12'],
    ['03/2019', null],
    ['31/02/2019', null],
  ])('typed as “%s” is %s', (text, day) => {
    expect(wholeDay(text)).toBe(day)
  })
})
