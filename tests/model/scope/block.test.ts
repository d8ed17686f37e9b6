// Blocks of cells on the clipboard.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBlock, writeBlock } from '../../../db/model/scope/block'

describe('a block of cells', () => {
  it.each([
    [
      'Excel ends it with a line',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['cells of several lines stand in quotes', '"a\nb"\tc\n', [['a\nb', 'c']]],
    ['quotes inside are doubled', '"say ""x""\n"\ty', [['say "x"\n', 'y']]],
    [
      'a quote that closes nothing is a letter',
      '"a\tb\nc"d\te',
      [
        ['"a', 'b'],
        ['c"d', 'e'],
      ],
    ],
    ['a quoted word within a cell stays', '"D10" loại A\tb', [['"D10" loại A', 'b']]],
    ['empty cells and rows stay', '\ta\n\n\tb', [['', 'a'], [''], ['', 'b']]],
    ['nothing', '', []],
    ['a tab at the end makes a cell', 'a\t', [['a', '']]],
  ] as [string, string, string[][]][])('%s', (_name, text, rows) => {
    expect(readBlock(text)).toEqual(rows)
  })
  it('law: reads back what it writes', () => {
    const cells = fc.stringMatching(/^[ab"\t\n]{0,6}$/)
    const block = fc.array(fc.array(cells, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(block, (rows) => {
        // a last row of one empty cell is the end of the line before it
        fc.pre(rows.at(-1)!.join('') !== '' || rows.at(-1)!.length > 1)
        expect(readBlock(writeBlock(rows))).toEqual(rows)
      }),
    )
  })
})
