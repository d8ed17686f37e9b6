import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayHaveOldAreaCode, suggestAreaCode, tidyPhones } from '../../db/model/phones'

describe('telephone numbers', () => {
  it.each([
    ['033 3846360; Fax 033 3846349', ['033 3846360'], ['033 3846349']],
    ['0203 3826 338; Fax 0203 3826 169', ['0203 3826 338'], ['0203 3826 169']],
    ['Tel: 0203 3826 338 Fax: 0203 3826 169', ['0203 3826 338'], ['0203 3826 169']],
    ['Điện thoại: 0203.3826338 - 0912 345 678', ['0203.3826338', '0912 345 678'], []],
    ['ĐT: (+84) 24 3826 338 Ext 12, 024.3826.339', ['(+84) 24 3826 338 Ext 12', '024.3826.339'], []],
    ['0203 3826 338/9', ['0203 3826 338/9'], []],
    ['0203 3826338/3826339', ['0203 3826338', '3826339'], []],
    ['0203-382-6338', ['0203-382-6338'], []],
    ['Tel/Fax: 0203 3826 338', ['0203 3826 338'], ['0203 3826 338']],
    ['gọi lễ tân', ['gọi lễ tân'], []],
    ['', [], []],
  ])('“%s” are %j and faxes %j', (text, phones, faxes) => {
    expect(tidyPhones(text)).toEqual({ phones, faxes })
  })

  it('keep every digit, as a phone or as a fax', () => {
    const piece = fc.constantFrom('0203 3826 338', '033 3846360', '9', '; ', ', ', '/', ' - ', 'Fax ', '+84 ', 'Ext 12')
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
        (text) => {
          const { phones, faxes } = tidyPhones(text)
          const digits = (part: string): string[] => Array.from(part.replaceAll(/\D/g, '')).toSorted()
          expect(digits([...phones, ...faxes].join(''))).toEqual(digits(text))
          expect(tidyPhones(phones.join('; ')).faxes).toEqual([])
        },
      ),
    )
  })
})

describe('the old area code', () => {
  it.each([
    ['033 3846360', '0203 3846360'],
    ['033.3846.360', '0203.3846.360'],
    ['(033) 3846360', '(0203) 3846360'],
    ['0333846360', '0203 3846360'],
    ['+84 33 3846360', '0203 3846360'],
    ['033 6251 234', '0203 6251 234'],
  ])('of %s suggests %s', (number, suggestion) => {
    expect(suggestAreaCode(number)).toBe(suggestion)
  })

  it.each(['0203 3826 338', '0912 345 678', '0336251234', '033 384636', '033 38463601', '024 3826 338', ''])(
    'of “%s” suggests nothing',
    (number) => {
      expect(suggestAreaCode(number)).toBeNull()
    },
  )
})

it('passes over no number that may be an old landline', () => {
  const heads = ['033', '(033)', '+84 33', '84-33', '84 (33)', '+84 (0)33', '(84.033)', '0203', '84 203']
  const tails = ['3846360', ' 3846.360', ' 384 6360', '.3846360', '7654321']
  for (const head of heads)
    for (const number of tails.map((tail) => head + tail))
      if (suggestAreaCode(number) !== null) expect([number, mayHaveOldAreaCode(number)]).toEqual([number, true])
})
