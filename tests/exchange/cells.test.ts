// Cells: the text a person reads, and lists in one cell.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean, splitList, textOf } from '../../db/exchange/cells'

describe('textOf', () => {
  it.each([
    [null, null],
    ['', null],
    ['  \u00A0 ', null],
    [' a\r\nb\r ', 'a\nb'],
    ['Hòa'.normalize('NFD'), 'Hòa'.normalize('NFC')],
    ['x\u0001\u007Fy\tz', 'xy\tz'],
    [16, '16'],
    [24.081, '24.081'],
    [true, 'TRUE'],
    [{ day: '2026-11-25' }, '25/11/2026'],
  ])('reads %j as %j', (cell, text) => expect(textOf(cell)).toBe(text))

  it('cleans a text alike, whether or not a letter beside it has to be composed', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0x20, max: 0x2fff }).map((code) => String.fromCodePoint(code)) }),
        (text) => {
          const beside = 'o\u0302 '
          expect(clean(`${beside}${clean(text)}.`)).toBe(`ô ${clean(text)}.`)
          expect(clean(text)).toBe(clean(text).normalize('NFC'))
        },
      ),
    ))

  it('cleans once and for all', () => expect(clean(clean(' \u0000\r\nđ\r '))).toBe(clean(' \u0000\r\nđ\r ')))
})

describe('splitList', () => {
  it('parts at semicolons, new lines and a comma before a space, never inside 24,081', () =>
    expect(splitList('VILAS 016; LAS-XD 24,081\nVILAS 1, VIAS 2;;')).toEqual([
      'VILAS 016',
      'LAS-XD 24,081',
      'VILAS 1',
      'VIAS 2',
    ]))
})
