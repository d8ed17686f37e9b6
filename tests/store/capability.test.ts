// Who can test it on the day, and why the others cannot: one small register with a laboratory for each reason.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CapabilityRow, WhyNot } from '../../db/model/capability'
import { fold } from '../../db/model/text/fold'
import type { Capability } from '../../db/model/capability'
import { findCapability } from '../../db/store/capability'
import type { WriteDb } from '../../db/store/database'
import { listScope } from '../../db/store/scope'
import { writeSet } from '../../db/store/write'
import { capabilityRegister, metals } from '../support/capability-register'
import { DAY, NOW } from '../support/register'
import { expectReplayGivesTables } from '../support/tables'

let db: WriteDb
beforeAll(() => {
  db = capabilityRegister()
  return () => db.close()
})

const find = (query: string, day = DAY) => findCapability(db, { query, limit: 200 }, day)
const names = (rows: readonly CapabilityRow[]) => rows.map((row) => row.lab.name)
const why = (query: string, day = DAY): Record<string, WhyNot | null> =>
  Object.fromEntries(find(query, day).could.map((row) => [row.lab.name, row.why]))

describe('who can test lead in shrimp today', () => {
  it('is everyone whose line and accreditation hold, those for shrimp itself first', () => {
    const { can, complete, nobody } = find('chì trong tôm')
    expect(names(can)).toEqual(['Được', 'Bỏ đình chỉ', 'Công nhận lại', 'Linh hoạt', 'Rộng hơn', 'Không dấu'])
    expect({ complete, nobody }).toEqual({ complete: true, nobody: false })
  })
  it('shows the line as printed with method, range, status, end, code and the day it was last checked', () => {
    expect(find('chì trong tôm').can[0]).toMatchObject({
      lab: { name: 'Được' },
      code: 'VILAS 101',
      matrixVi: 'Tôm',
      testVi: metals,
      range: 'LOQ: 0,02 mg/kg',
      method: 'TCVN 8126:2018',
      methodEdition: '2018',
      status: 'expiring',
      daysLeft: 108,
      expiry: '2027-03-11',
      checkedOn: '2026-10-01',
      why: null,
      broader: [],
    })
  })
  it('marks what is for something broader or flexible, and what matches without accents only', () => {
    const row = (name: string) => find('chì trong tôm').can.find(({ lab }) => lab.name === name)
    expect(row('Rộng hơn')?.broader).toEqual(['thủy sản'])
    expect(row('Linh hoạt')).toMatchObject({ inclusion: 'flexible', folded: false })
    expect(find('chỉ số peroxít').can).toMatchObject([{ lab: { name: 'Thức ăn cho tôm' }, folded: true }])
  })
  it('says of each other why not, and since when', () => {
    expect(why('chì trong tôm')).toEqual({
      'Hẹp hơn': 'narrower',
      'Hết hạn': 'expired',
      'Đình chỉ': 'suspended',
      'Hủy bỏ': 'withdrawn',
      'Chưa tới ngày': 'not_yet',
      'Chưa rõ hạn': 'unknown',
      'Hạn ghi tháng': 'uncertain',
      'Đình chỉ một phần': 'line_suspended',
      'Đình chỉ không rõ dòng': 'lines_unknown',
      'Thu hẹp': 'reduced',
      'Không còn trong phụ lục': 'replaced',
      'Ngoại trừ': 'excluded',
    })
    // one line each; of “Ngoại trừ” also the broader line, from which its exception takes it out
    expect(find('chì trong tôm').could).toHaveLength(13)
    const days = Object.fromEntries(find('chì trong tôm').could.map((row) => [row.lab.name, row.whyDay]))
    expect(days).toMatchObject({
      'Hết hạn': '2026-03-12',
      'Đình chỉ': '2026-06-01',
      'Chưa tới ngày': '2026-12-01',
      'Đình chỉ một phần': '2026-05-01',
      'Thu hẹp': '2026-02-01',
      'Không còn trong phụ lục': '2026-01-01',
    })
  })
  it('never takes feed, water or another test for it, nor food from which fish is excepted', () => {
    const { can, could } = find('chì trong tôm')
    expect([...names(can), ...names(could)]).not.toEqual(expect.arrayContaining(['Thức ăn cho tôm']))
    expect([...names(can), ...names(could)]).not.toEqual(expect.arrayContaining(['Trừ thủy sản']))
  })
})

describe('the day asked', () => {
  it('decides: the reasons of today did not hold before', () => {
    expect(names(find('chì trong tôm', '2026-04-30').can)).toEqual(
      expect.arrayContaining(['Đình chỉ', 'Hủy bỏ', 'Đình chỉ một phần', 'Đình chỉ không rõ dòng', 'Hạn ghi tháng']),
    )
    expect(names(find('chì trong tôm', '2026-01-31').can)).toContain('Thu hẹp')
    expect(names(find('chì trong tôm', '2025-12-31').can)).toContain('Không còn trong phụ lục')
    expect(names(find('chì trong tôm', '2026-06-15').can)).not.toContain('Bỏ đình chỉ')
    expect(names(find('chì trong tôm', '2026-12-01').can)).toContain('Chưa tới ngày')
  })
  it('lets the scope list show a line on the very days on which it counts', () => {
    for (const day of ['2025-12-31', '2026-01-01', DAY]) {
      const lab = find('gạo', DAY).can.find((row) => row.lab.name === 'Không còn trong phụ lục')!
      const listed = listScope(db, { accreditation: lab.accreditation }, day).rows.map((row) => row.matrixVi)
      expect(listed).toEqual([day < '2026-01-01' ? 'Tôm' : 'Gạo'])
    }
  })
})

describe('nobody', () => {
  it('is said when the whole register was read, with how many accreditations have no scope in it', () => {
    expect(find('salmonella trong bê tông')).toMatchObject({
      can: [],
      could: [],
      nobody: true,
      complete: true,
      unscoped: 1,
    })
    expect(find('qqzzxx')).toMatchObject({ can: [], nobody: true, complete: true })
  })
  it('is said beside those who could', () => {
    const { can, could, nobody } = find('chì trong tôm hùm', '2030-01-01')
    expect({ can, nobody, some: could.length > 0 }).toEqual({ can: [], nobody: true, some: true })
  })
  it('is not said of a question that asks for nothing, nor before the end was reached', () => {
    expect(find('').nobody).toBe(false)
    expect(find('phường Hồng Gai').can).toEqual([])
    const first = findCapability(db, { query: 'chì trong tôm', limit: 1 }, DAY)
    expect(first).toMatchObject({ nobody: false, complete: false })
  })
  it('is said by the answer that reaches the end, whatever came before it, unless somebody was named there', () => {
    const last = (query: string, day: string): Capability => {
      let page = findCapability(db, { query, limit: 1 }, day)
      for (let at = 0; page.cursor !== null && !page.complete; at += 1) {
        expect([at, page.nobody, page.unscoped]).toEqual([at, false, null])
        page = findCapability(db, { query, limit: 1, cursor: page.cursor }, day)
      }
      return page
    }
    expect(find('chì trong tôm', '2030-01-01').could.length).toBeGreaterThan(1)
    expect(last('chì trong tôm', '2030-01-01')).toMatchObject({ nobody: true, complete: true, unscoped: 1 })
    expect(last('chì trong tôm', DAY)).toMatchObject({ nobody: false, complete: true, unscoped: null })
  })
})

describe('methods, codes and places', () => {
  it('puts another edition of the method among those who could', () => {
    expect(names(find('TCVN 8126:2018').can)).toEqual(expect.arrayContaining(['Được']))
    expect(find('TCVN 8126:2023')).toMatchObject({ can: [], nobody: true })
    expect(why('TCVN 8126:2023')['Được']).toBe('other_edition')
    expect(names(find('SMEWW 3125B').can)).toEqual(['Hai nơi'])
    expect(names(find('smeww 3125 b:2017').can)).toEqual(['Hai nơi'])
  })
  it('shows the lines of a code in any spelling, narrowed by words', () => {
    for (const query of ['VILAS 110', 'vilas: 0110', 'vilas-110'])
      expect([query, find(query).can.map((row) => row.matrixVi)]).toEqual([query, ['Gạo']])
    expect(why('VILAS 110 tôm')).toEqual({ 'Đình chỉ một phần': 'line_suspended' })
    expect(find('VILAS 999').nobody).toBe(true)
  })
  it('says who can do it elsewhere when a place is named', () => {
    expect(names(find('asen nước biển ở Cẩm Phả').can)).toEqual(['Hai nơi'])
    expect(find('asen nước biển ở Hồng Gai')).toMatchObject({ can: [], nobody: true })
    expect(why('asen nước biển ở Hồng Gai')).toEqual({ 'Hai nơi': 'other_site' })
    expect(find('asen nước biển').can[0]).toMatchObject({ site: 'Cơ sở 2', area: 'Phường Cẩm Phả' })
  })
  it('tells symbols from the same letters in other capitals', () => {
    expect(names(find('Pb tôm').can)).toEqual(names(find('chì trong tôm').can))
    expect(names(find('Hg').can)).toEqual(['Thủy ngân'])
    expect(names(find('mercury').can)).toEqual(['Thủy ngân'])
  })
  it('finds parts of words', () => {
    expect(names(find('roxi').can)).toEqual(['Thức ăn cho tôm'])
  })
})

const questions = [
  'chì trong tôm',
  'thủy sản',
  'cường độ nén xi măng',
  'asen nước biển ở Cẩm Phả',
  'chỉ số peroxit',
  'thức ăn thủy sản',
  'gạo',
]
const answer = (query: string) => {
  const { can, could } = find(query)
  return { can: can.map((row) => row.key), could: could.map((row) => `${row.key} ${row.why}`) }
}

describe('laws', () => {
  it('the same question without accents, decomposed or in raw Telex has the same answer', () => {
    const telex: Record<string, string> = {
      'chì trong tôm': 'chif trong toom',
      'thủy sản': 'thuyr sanr',
      'thức ăn thủy sản': 'thuwsc awn thuyr sanr',
      gạo: 'gaoj',
    }
    for (const query of questions) {
      const expected = answer(query)
      expect(expected.can.length + expected.could.length).toBeGreaterThan(0)
      for (const typed of [fold(query), query.normalize('NFD'), query.toUpperCase(), telex[query] ?? query])
        expect([typed, answer(typed)]).toEqual([typed, expected])
    }
  })
  it('pages of any size together are the whole answer, each line once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...questions), fc.integer({ min: 1, max: 6 }), (query, limit) => {
        const keys: string[] = []
        let cursor: string | null | undefined
        do {
          const page = findCapability(db, { query, limit, ...(cursor && { cursor }) }, DAY)
          keys.push(...page.can.map((row) => row.key), ...page.could.map((row) => row.key))
          cursor = page.cursor
        } while (cursor !== null)
        const { can, could } = find(query)
        expect(keys.toSorted()).toEqual([...can, ...could].map((row) => row.key).toSorted())
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 40 },
    )
  })
  it('what a search looks up comes out of the log again', () => {
    expectReplayGivesTables(db)
  })
  it('a changed word link counts at once', () => {
    expect(find('tép').nobody).toBe(true)
    const link = writeSet(db, { actor: 'an', now: NOW }, (tx) =>
      tx.create('term_link', { term: 'tép', other: 'tôm', kind: 'same' }),
    ).value
    expect(names(find('chì trong tép').can)).toContain('Được')
    writeSet(db, { actor: 'an', now: NOW }, (tx) => tx.change('term_link', link, { trashedAt: NOW }))
    expect(find('tép').nobody).toBe(true)
  })
})
