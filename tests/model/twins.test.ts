// When two laboratories look like one: what is said, what suffices, and the law that it does not matter which of the two is asked about.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameCore, phoneKeys, twinsOf, type TwinFacts } from '../../db/model/twins'

const nothing: TwinFacts = { names: [], owner: null, codes: [], addresses: [], phones: [] }
const facts = (some: Partial<TwinFacts>): TwinFacts => ({ ...nothing, ...some })
const kinds = (a: Partial<TwinFacts>, b: Partial<TwinFacts>) => {
  const { likely, reasons } = twinsOf(facts(a), facts(b))
  return [likely, ...reasons.map(({ kind }) => kind)]
}
const OWNER = { id: 'o1', name: 'Công ty Mẫu' }
const PLACE = ['Khu 1, phường Bãi Cháy, TP. Hạ Long']

describe('two laboratories', () => {
  it('are likely twins by a name of their own, even without marks, and the reason says which', () => {
    const named = (a: string, b: string) => kinds({ names: [a] }, { names: [b] })
    expect(named('PTN Vàng Danh', 'ptn  Vàng Danh')).toEqual([true, 'name'])
    expect(named('Phòng thử nghiệm Hải Hoà', 'Phòng thử nghiệm Hải Hòa')).toEqual([true, 'nameTone'])
    expect(named('Phong thu nghiem Vang Danh', 'Phòng thử nghiệm Vàng Danh')).toEqual([true, 'nameMarks'])
    expect(named('PTN Vàng Danh', 'Phòng thử nghiệm Vàng Danh')).toEqual([false, 'nameCore'])
    expect(named('PTN Vàng Danh', 'PTN Mạo Khê')).toEqual([false])
  })
  it('need one thing more where their name is one that any may bear', () => {
    const a = { names: ['Phòng thí nghiệm'] }
    expect(kinds(a, a)).toEqual([false, 'name'])
    expect(kinds({ ...a, owner: OWNER }, { ...a, owner: OWNER })).toEqual([true, 'name', 'owner'])
    expect(kinds({ ...a, addresses: PLACE }, { ...a, addresses: ['Khu 1, P. Bãi Cháy, Tp Hạ Long'] })).toEqual([
      true,
      'name',
      'address',
    ])
  })
  it('are not likely by owner, house and telephone alone: one owner has several in one house', () => {
    const shared = { owner: OWNER, addresses: PLACE, phones: ['033 3846360'] }
    const a = { ...shared, names: ['Phòng Hóa'] }
    expect(kinds(a, { ...shared, names: ['Phòng Cơ lý'] })).toEqual([false, 'owner', 'address', 'phone'])
    expect(kinds({ ...a, names: ['Phòng Hóa'] }, { ...a, names: ['Khoa Hóa'] })[0]).toBe(false)
  })
  it('share a code only where two accreditations bear it: one may cover several laboratories', () => {
    const coded = (code: string, accreditation: string | null) => ({
      codes: [{ code, accreditation }],
      addresses: PLACE,
    })
    expect(kinds(coded('VILAS 512', 'a'), coded('vilas-0512', 'b'))).toEqual([true, 'code', 'address'])
    expect(kinds(coded('VILAS 512', 'a'), coded('VILAS 512', 'a'))).toEqual([false, 'address'])
    expect(kinds(coded('VILAS 512', null), coded('VILAS 512', 'a'))).toEqual([true, 'code', 'address'])
    expect(kinds(coded('VILAS 512', 'a'), coded('VILAS 51', 'b'))).toEqual([false, 'address'])
    const owned = (accreditation: string) => ({ ...coded('VILAS 512', accreditation), owner: OWNER })
    expect(kinds(owned('a'), owned('b'))).toEqual([false, 'code', 'owner', 'address'])
  })
  it('are told when two owners bear one name', () => {
    const other = { id: 'o2', name: 'CÔNG TY MẪU' }
    expect(kinds({ owner: OWNER }, { owner: other })).toEqual([false, 'ownerName'])
  })
  it('say what stood on either side', () => {
    const { reasons } = twinsOf(facts({ names: ['Hải Hoà'] }), facts({ names: ['Hải Hòa'] }))
    expect(reasons).toEqual([{ kind: 'nameTone', values: ['Hải Hoà', 'Hải Hòa'] }])
  })
})

describe('keys', () => {
  it('hold an old and a new area code for one telephone', () => {
    expect(phoneKeys('033 3846360; Fax 033 3846349')).toEqual(phoneKeys('0203.3846.360, 02033846349'))
    expect(phoneKeys('+84 203 3846360')).toEqual(phoneKeys('033.3846360'))
    expect(phoneKeys('115')).toEqual([])
  })
  it('keep a bare “phòng” in a name', () => {
    expect(nameCore('Phòng Hóa – Trung tâm Kỹ thuật')).toBe('phong hoa ky thuat')
    expect(nameCore('Phòng thí nghiệm')).toBe('')
    expect(nameCore('PTN Vàng Danh')).toBe('vang danh')
  })
})

describe('the order of two laboratories', () => {
  const few = (...values: string[]) => fc.subarray(values)
  const anyFacts: fc.Arbitrary<TwinFacts> = fc.record({
    names: few('Hải Hoà', 'Hải Hòa', 'hai hoa', 'PTN Hải Hoà', 'Phòng thí nghiệm', 'PTN', 'Phòng Hóa'),
    owner: fc.option(fc.record({ id: fc.constantFrom('a', 'b'), name: fc.constantFrom('Công ty A', 'cong ty a', '') })),
    codes: fc.array(
      fc.record({
        code: fc.constantFrom('VILAS 1', 'VILAS 001', 'VILAS 2', ''),
        accreditation: fc.option(fc.constantFrom('x', 'y')),
      }),
      { maxLength: 3 },
    ),
    addresses: few(...PLACE, 'Khu 1, P. Bãi Cháy, Tp Hạ Long', 'Hạ Long'),
    phones: few('033 3846360', '0203 3846360', '0203 3826338'),
  })
  it('does not matter which of the two is asked about the other', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (a, b) => {
        const back = twinsOf(b, a)
        const turned = back.reasons.map(({ kind, values: [one, two] }) => ({ kind, values: [two, one] }))
        expect(twinsOf(a, b)).toEqual({ ...back, reasons: turned })
      }),
      { numRuns: 500 },
    )
  })
  it('without a common name or code nothing makes twins', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (a, b) => {
        const { likely, reasons } = twinsOf(a, b)
        if (likely) expect(reasons.some(({ kind }) => kind.startsWith('name') || kind === 'code')).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
