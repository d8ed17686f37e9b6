import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionKind, parseDecisionNumber } from '../../../db/model/codes/decision'

describe('the number of a decision', () => {
  it.each([
    ['242/QĐ-CNCL', '242/QĐ-CNCL', 242, undefined, 'QD', 'CNCL'],
    ['399/QĐ-CNCL', '399/QĐ-CNCL', 399, undefined, 'QD', 'CNCL'],
    ['295.2013/QĐ-VPCNCL', '295.2013/QĐ-VPCNCL', 295, 2013, 'QD', 'VPCNCL'],
    ['945.2019/QĐ-VPCNCL', '945.2019/QĐ-VPCNCL', 945, 2019, 'QD', 'VPCNCL'],
    ['741.2020/QĐ-VPCNCL', '741.2020/QĐ-VPCNCL', 741, 2020, 'QD', 'VPCNCL'],
    ['142.2022/QĐ-VPCNCL', '142.2022/QĐ-VPCNCL', 142, 2022, 'QD', 'VPCNCL'],
    ['893.2022/QĐ-VPCNCL', '893.2022/QĐ-VPCNCL', 893, 2022, 'QD', 'VPCNCL'],
    ['65.2023/QĐ-VPCNCL', '65.2023/QĐ-VPCNCL', 65, 2023, 'QD', 'VPCNCL'],
    ['318/QĐ – VPCNCL', '318/QĐ-VPCNCL', 318, undefined, 'QD', 'VPCNCL'],
    ['318 / QĐ — VPCNCL', '318/QĐ-VPCNCL', 318, undefined, 'QD', 'VPCNCL'],
    ['/QĐ-VPCNCL', '/QĐ-VPCNCL', null, undefined, 'QD', 'VPCNCL'],
    [' /QĐ - VPCNCL', '/QĐ-VPCNCL', null, undefined, 'QD', 'VPCNCL'],
    ['……/QĐ-VPCNCL', '/QĐ-VPCNCL', null, undefined, 'QD', 'VPCNCL'],
    ['.....2023/QĐ-VPCNCL', '.2023/QĐ-VPCNCL', null, 2023, 'QD', 'VPCNCL'],
    ['.2023/QĐ-VPCNCL', '.2023/QĐ-VPCNCL', null, 2023, 'QD', 'VPCNCL'],
    ['Kèm theo quyết định số: /QĐ-VPCNCL', '/QĐ-VPCNCL', null, undefined, 'QD', 'VPCNCL'],
    ['11/2008/QĐ-BXD', '11/2008/QĐ-BXD', 11, 2008, 'QD', 'BXD'],
    ['291/QĐ-BXD', '291/QĐ-BXD', 291, undefined, 'QD', 'BXD'],
    ['740/GCN-BXD', '740/GCN-BXD', 740, undefined, 'GCN', 'BXD'],
    ['78/GCN-BXD', '78/GCN-BXD', 78, undefined, 'GCN', 'BXD'],
    ['05/GCN-SXD', '05/GCN-SXD', 5, undefined, 'GCN', 'SXD'],
    ['618/QĐ-BTNMT', '618/QĐ-BTNMT', 618, undefined, 'QD', 'BTNMT'],
    ['2156/QĐ-BTNMT', '2156/QĐ-BTNMT', 2156, undefined, 'QD', 'BTNMT'],
    ['12/QĐ-BNNMT', '12/QĐ-BNNMT', 12, undefined, 'QD', 'BNNMT'],
    ['1926/QĐ-TCCBKH', '1926/QĐ-TCCBKH', 1926, undefined, 'QD', 'TCCBKH'],
    ['1101/QĐ-TTg', '1101/QĐ-TTg', 1101, undefined, 'QD', 'TTg'],
    ['366/QĐ-BKHCN', '366/QĐ-BKHCN', 366, undefined, 'QD', 'BKHCN'],
    ['718/QĐ-TĐC', '718/QĐ-TĐC', 718, undefined, 'QD', 'TĐC'],
    ['QĐ 65/BXD-KHCN', '65/BXD-KHCN', 65, undefined, 'QD', 'BXD-KHCN'],
    ['67/SKHCN-TĐC', '67/SKHCN-TĐC', 67, undefined, 'CV', 'SKHCN-TĐC'],
    ['Công văn số 67/SKHCN-TĐC', '67/SKHCN-TĐC', 67, undefined, 'CV', 'SKHCN-TĐC'],
    ['Quyết định số: 893.2022/qđ-vpcncl', '893.2022/QĐ-VPCNCL', 893, 2022, 'QD', 'VPCNCL'],
    ['893.2022/QD-VPCNCL', '893.2022/QĐ-VPCNCL', 893, 2022, 'QD', 'VPCNCL'],
    ['893.2022/QÐ-VPCNCL', '893.2022/QĐ-VPCNCL', 893, 2022, 'QD', 'VPCNCL'],
    ['893.2022/QĐ-VPCNCL'.normalize('NFD'), '893.2022/QĐ-VPCNCL', 893, 2022, 'QD', 'VPCNCL'],
  ])('reads “%s” as %s', (text, canonical, ...parts) => {
    const [number, year, kind, suffix] = parts
    const known = { number, ...(year !== undefined && { year }), kind, suffix }
    expect(parseDecisionNumber(text)).toEqual({ recognised: true, canonical, ...known })
  })

  it.each([
    ['02/CN/TĐC', '02/CN/TĐC'],
    ['0/QĐ-VPCNCL', '0/QĐ-VPCNCL'],
    ['107/2016/NĐ-CP', '107/2016/NĐ-CP'],
    ['1679/NQ-UBTVQH15', '1679/NQ-UBTVQH15'],
    ['123', '123'],
    ['…2023/QĐ-VPCNCL', '…2023/QĐ-VPCNCL'],
    ['', ''],
    ['  theo   thông báo\nmiệng ', 'theo thông báo miệng'],
    ['893.2022/QĐ-VPCNCL ngày 16/11/2022', '893.2022/QĐ-VPCNCL ngày 16/11/2022'],
  ])('keeps “%s” as written and says that it does not know the layout', (text, canonical) => {
    expect(parseDecisionNumber(text)).toEqual({ recognised: false, canonical })
  })

  it('reads its own canonical form as itself, and never throws', () => {
    const piece = fc.constantFrom(
      '242',
      '0',
      '.2019',
      '/2008',
      '/',
      'QĐ',
      'GCN',
      'CV',
      '-',
      ' – ',
      'VPCNCL',
      'TTg',
      'TĐC',
      'số',
      ' ',
      '…',
      'Quyết định',
      '.',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const read = parseDecisionNumber(text)
          expect(parseDecisionNumber(read.canonical)).toMatchObject({
            recognised: read.recognised,
            canonical: read.canonical,
          })
        },
      ),
      { numRuns: 2000 },
    )
  })
})

it('tells the kind alone as the whole reading does', () => {
  const endings = ['/QĐ-BXD', '.2023/QĐ-VPCNCL', '/GCN-BXD', '/SKHCN-TĐC', '/TT-BKH', '', ' /QĐ – VPCNCL']
  const numbers = ['7', '893', '000', '00', '007', '12345', '123456', '', 'Quyết định số: 12', 'abc']
  for (const number of numbers)
    for (const ending of endings) {
      const read = parseDecisionNumber(number + ending)
      expect([number + ending, decisionKind(number + ending)]).toEqual([
        number + ending,
        read.recognised ? read.kind : null,
      ])
    }
})
