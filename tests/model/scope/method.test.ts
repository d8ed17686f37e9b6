// Numbers and editions of methods as annexes print them.
import { describe, expect, it } from 'vitest'
import { editionsOf, methodNumber, offeredEdition } from '../../../db/model/scope/method'

const cases: [method: string, editions: string[], number: string][] = [
  ['TCVN 8129:2019', ['2019'], 'tcvn8129'],
  ['TCVN 8309-4:2010', ['2010'], 'tcvn83094'],
  ['TCVN/QS 934:2014', ['2014'], 'tcvn/qs934'],
  ['ASTM D7153-15e1', ['15e1'], 'astmd7153'],
  ['ASTM D445-21', ['21'], 'astmd445'],
  ['TCCS 01:2023 / CĐ-VT', ['2023'], 'tccs01/cdvt'],
  ['SMEWW 2130B:2023', ['2023'], 'smeww2130b'],
  ['QCVN 01-1 : 2018', ['2018'], 'qcvn011'],
  ['TCVN 10780-1:2017\n(ISO 6579-1:2017)', ['2017'], 'tcvn107801iso65791'],
  ['TCVN 8129:2019\nISO 18593:2018', ['2019', '2018'], 'tcvn8129iso18593'],
  ['ISO 10523', [], 'iso10523'],
  ['Phương pháp nội bộ', [], 'phuongphapnoibo'],
]

describe('methods', () => {
  it.each(cases)('%s', (method, editions, number) => {
    expect([editionsOf(method), methodNumber(method)]).toEqual([editions, number])
  })
  it('offers an edition only where there is one and no other', () => {
    expect(['TCVN 8129:2019', 'TCVN 8129:2019\nISO 18593:2018', 'ISO 10523', null].map(offeredEdition)).toEqual([
      '2019',
      null,
      null,
      null,
    ])
  })
})
