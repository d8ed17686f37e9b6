import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeSchemes, parseCode } from '../../../db/model/codes/parse'
import { codeKey, fold } from '../../../db/model/text/fold'

/** The codes of DOMAIN.md, of the article and of the pages cited, in the spellings seen or expected. */
const readable: readonly (readonly [text: string, scheme: string, canonical: string])[] = [
  ['VILAS 001', 'VILAS', 'VILAS 001'],
  ['VILAS 015', 'VILAS', 'VILAS 015'],
  ['VILAS 016', 'VILAS', 'VILAS 016'],
  ['VILAS 024', 'VILAS', 'VILAS 024'],
  ['VILAS 086', 'VILAS', 'VILAS 086'],
  ['VILAS 185', 'VILAS', 'VILAS 185'],
  ['VILAS 238', 'VILAS', 'VILAS 238'],
  ['VILAS 588', 'VILAS', 'VILAS 588'],
  ['VILAS 1014', 'VILAS', 'VILAS 1014'],
  ['VILAS 1528', 'VILAS', 'VILAS 1528'],
  ['VILAS: 512', 'VILAS', 'VILAS 512'],
  ['VILAS - 23', 'VILAS', 'VILAS 023'],
  ['VILAS – 357', 'VILAS', 'VILAS 357'],
  ['VILAS.185', 'VILAS', 'VILAS 185'],
  ['VILAS số 185', 'VILAS', 'VILAS 185'],
  ['VILAS số 185'.normalize('NFD'), 'VILAS', 'VILAS 185'],
  ['VILAS No. 185', 'VILAS', 'VILAS 185'],
  ['  vilas\u00A0\u00A0 –  0185 ', 'VILAS', 'VILAS 185'],
  ['vilas185', 'VILAS', 'VILAS 185'],
  ['Số hiệu/ Code: VILAS 016', 'VILAS', 'VILAS 016'],
  ['VILAS 0016', 'VILAS', 'VILAS 016'],
  ['VILAS MED 129', 'VILAS-MED', 'VILAS MED 129'],
  ['VILAS MED 131', 'VILAS-MED', 'VILAS MED 131'],
  ['VILAS-MED-7', 'VILAS-MED', 'VILAS MED 007'],
  ['vilas med: 129', 'VILAS-MED', 'VILAS MED 129'],
  ['VILASMED129', 'VILAS-MED', 'VILAS MED 129'],
  ['VIAS 004', 'VIAS', 'VIAS 004'],
  ['VICAS 12', 'VICAS', 'VICAS 012'],
  ['VIPAS 1', 'VIPAS', 'VIPAS 001'],
  ['VIRAS 1', 'VIRAS', 'VIRAS 001'],
  ['VLAT 1.0145', 'AOSC', 'VLAT 1.0145'],
  ['vlat-1.0145', 'AOSC', 'VLAT 1.0145'],
  ['VLAC 012', 'AOSC', 'VLAC 012'],
  ['VLAM 3-01', 'AOSC', 'VLAM 3-01'],
  ['VALAS Med 001', 'VACI', 'VALAS Med 001'],
  ['VALAS 12', 'VACI', 'VALAS 12'],
  ['LAS-XD 25', 'LAS-XD', 'LAS-XD 25'],
  ['LAS-XD 182', 'LAS-XD', 'LAS-XD 182'],
  ['LAS-XD 1702', 'LAS-XD', 'LAS-XD 1702'],
  ['LAS-XD 24.081', 'LAS-XD', 'LAS-XD 24.081'],
  ['las-xd24.081', 'LAS-XD', 'LAS-XD 24.081'],
  ['LAS – XD: 055', 'LAS-XD', 'LAS-XD 55'],
  ['las xd 55', 'LAS-XD', 'LAS-XD 55'],
  ['LAS 55', 'LAS-XD', 'LAS-XD 55'],
  ['VIMCERTS 030', 'VIMCERTS', 'VIMCERTS 030'],
  ['VIMCERTS 078', 'VIMCERTS', 'VIMCERTS 078'],
  ['VIMCERTS 181', 'VIMCERTS', 'VIMCERTS 181'],
  ['VIMCERT 197', 'VIMCERTS', 'VIMCERTS 197'],
]

describe('reading a code', () => {
  it.each(readable)('takes “%s” for %s: %s', (text, scheme, canonical) => {
    expect(parseCode(text)).toMatchObject({ ok: true, value: { scheme, canonical, raw: text.normalize('NFC').trim() } })
  })

  it.each(readable)(
    'reads “%s” the same after folding, and its canonical form as itself',
    (text, scheme, canonical) => {
      expect(parseCode(fold(text))).toMatchObject({ ok: true, value: { scheme, canonical } })
      expect(parseCode(canonical)).toMatchObject({ ok: true, value: { scheme, canonical, raw: canonical } })
    },
  )

  it('compares by the number where there is one', () => {
    expect(parseCode('VILAS - 23')).toMatchObject({ value: { number: 23 } })
    expect(parseCode('LAS-XD 1702')).toMatchObject({ value: { number: 1702 } })
    expect(parseCode('LAS-XD 24.081')).not.toHaveProperty('value.number')
    expect(parseCode('VLAT 1.0145')).not.toHaveProperty('value.number')
  })

  it.each([
    ['', 'empty'],
    [' – ', 'empty'],
    ['VILAS', 'number_missing'],
    ['VILAS số', 'number_missing'],
    ['VILAS 000', 'zero'],
    ['VILAS MED 0', 'zero'],
    ['LAS-XD 24.000', 'zero'],
    ['VLAT 0.0', 'zero'],
    ['VILAS 12345', 'unknown_layout'],
    ['VILAS 185A', 'unknown_layout'],
    ['VILAS 16.0', 'unknown_layout'],
    ['LAS-XD 24.81', 'unknown_layout'],
    ['LAS-XD 12345678', 'unknown_layout'],
    ['VILAS Hạ Long', 'unknown_layout'],
    ['VILASS 185', 'unknown_scheme'],
    ['Chi cục TĐC', 'unknown_scheme'],
    ['ISO/IEC 17025:2017', 'unknown_scheme'],
    ['016', 'scheme_missing'],
    ['VILAS 588; VIMCERTS 030', 'several_codes'],
    ['VILAS 588 và VIMCERTS 030', 'several_codes'],
  ])('refuses “%s” as %s, without a guess', (text, problem) => {
    expect(parseCode(text)).toEqual({ ok: false, problem })
  })

  it.each([
    ['VILAS 18O', 'letter_in_number', 'VILAS 180'],
    ['VILAS O16', 'letter_in_number', 'VILAS 016'],
    ['VILAS MED l29', 'letter_in_number', 'VILAS MED 129'],
    ['LAS-XD 24.O8I', 'letter_in_number', 'LAS-XD 24.081'],
    ['LAS-XD 24081', 'separator_lost', 'LAS-XD 24.081'],
    ['LAS-XD 24,081', 'separator_lost', 'LAS-XD 24.081'],
  ])('refuses “%s” as %s and suggests %s', (text, problem, suggestion) => {
    expect(parseCode(text)).toEqual({ ok: false, problem, suggestion })
  })
})

describe('a bare number from a spreadsheet', () => {
  it.each([
    ['16', 'VILAS', 'scheme_missing', 'VILAS 016'],
    ['129', 'VILAS-MED', 'scheme_missing', 'VILAS MED 129'],
    ['1702', 'LAS-XD', 'scheme_missing', 'LAS-XD 1702'],
    ['24.081', 'LAS-XD', 'scheme_missing', 'LAS-XD 24.081'],
    ['24081', 'LAS-XD', 'separator_lost', 'LAS-XD 24.081'],
    ['24,081', 'LAS-XD', 'separator_lost', 'LAS-XD 24.081'],
    ['30', 'VIMCERTS', 'scheme_missing', 'VIMCERTS 030'],
  ] as const)('%s in a column of %s is only a suggestion (%s: %s)', (text, scheme, ...answer) => {
    expect(parseCode(text, { scheme })).toEqual({ ok: false, problem: answer[0], suggestion: answer[1] })
  })

  it('gets no suggestion where several prefixes or no number are possible', () => {
    expect(parseCode('12', { scheme: 'AOSC' })).toEqual({ ok: false, problem: 'scheme_missing' })
    expect(parseCode('12', { scheme: 'VACI' })).toEqual({ ok: false, problem: 'scheme_missing' })
    expect(parseCode('0', { scheme: 'VILAS' })).toEqual({ ok: false, problem: 'zero' })
  })

  it('never overrules what the text says', () => {
    expect(parseCode('VILAS MED 131', { scheme: 'AOSC' })).toMatchObject({ ok: true, value: { scheme: 'VILAS-MED' } })
  })
})

describe('any text', () => {
  const piece = fc.constantFrom(
    'VILAS',
    'vilas',
    'MED',
    'VIAS',
    'LAS',
    'XD',
    'las-xd',
    'VIMCERT',
    'VALAS',
    'VLAT',
    ' ',
    '-',
    '–',
    ':',
    '.',
    ',',
    '0',
    '1',
    '24',
    '081',
    'O',
    'số',
    ';',
  )
  const text = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(''))

  it('is read again from its canonical form, whatever its case, accents or encoding', () => {
    fc.assert(
      fc.property(text, (written) => {
        const read = parseCode(written)
        if (!read.ok) return
        const { scheme, canonical } = read.value
        expect(codeSchemes).toContain(scheme)
        for (const same of [
          canonical,
          fold(written),
          written.toLowerCase(),
          written.normalize('NFD'),
          ` ${written} `,
        ]) {
          expect(parseCode(same)).toMatchObject({ ok: true, value: { scheme, canonical } })
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('gives suggestions that are themselves canonical codes', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...codeSchemes), (written, scheme) => {
        const read = parseCode(written, { scheme })
        if (read.ok || read.suggestion === undefined) return
        expect(parseCode(read.suggestion)).toMatchObject({ ok: true, value: { canonical: read.suggestion } })
      }),
      { numRuns: 1000 },
    )
  })

  it('shares the search key of its canonical form when the prefix was written out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('VILAS', 'VILAS MED', 'VIAS', 'LAS-XD', 'VIMCERTS'),
        fc.integer({ min: 1, max: 9999 }),
        (prefix, number) => {
          const read = parseCode(`${prefix}: ${number}`)
          expect(read.ok && codeKey(read.value.canonical)).toBe(codeKey(`${prefix}${number}`))
        },
      ),
    )
  })
})
