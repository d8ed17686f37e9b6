// Who can test it on the day, and why the others cannot: one small register with a laboratory for each reason.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CapabilityRow, WhyNot } from '../../db/model/capability'
import type { NewEntity } from '../../db/model/entities'
import { fold } from '../../db/model/text/fold'
import { loadReference } from '../../db/registers/reference'
import { findCapability } from '../../db/store/capability'
import type { WriteDb } from '../../db/store/database'
import { setLocal } from '../../db/store/local'
import { scratchRegister } from '../../db/store/open'
import { listScope } from '../../db/store/scope'
import { writeSet, type Tx } from '../../db/store/write'
import { addLab, DAY, NOW } from '../support/register'
import { expectReplayGivesTables } from '../support/tables'

type Line = Omit<NewEntity<'scope_line'>, 'annex' | 'position' | 'inclusion'> & Partial<NewEntity<'scope_line'>>
type Act = Omit<NewEntity<'decision_act'>, 'decision' | 'accreditation'>

const grant: Act = { kind: 'grant', effective: { iso: '2024-03-12' }, expiry: { iso: '2027-03-11' } }
const metals = 'Xác định hàm lượng chì (Pb)'

/** A desk that writes papers for one laboratory after the other. */
function desk(tx: Tx) {
  const accredited = (name: string, code: string, owner?: string) => {
    const { lab } = addLab(tx, name, owner)
    const accreditation = tx.create('accreditation', { code: { raw: code, canonical: code } })
    tx.create('coverage', { accreditation, laboratory: lab })
    return { lab, accreditation }
  }
  const decide = (accreditation: string, act: Act) =>
    tx.create('decision_act', { ...act, accreditation, decision: tx.create('decision', { kind: 'QD' }) })
  const list = (act: string, extent: 'complete' | 'extension' | 'reduction', lines: Line[]) => {
    const annex = tx.create('annex', { act, extent })
    return lines.map((line, at) =>
      tx.create('scope_line', { inclusion: 'included', ...line, annex, position: `a${at}` }),
    )
  }
  /** a laboratory with one grant and one annex */
  const lab = (name: string, code: string, lines: Line[], act: Act = grant) => {
    const { lab: id, accreditation } = accredited(name, code)
    const granted = decide(accreditation, act)
    return { lab: id, accreditation, granted, lines: list(granted, 'complete', lines) }
  }
  return { tx, accredited, decide, list, lab }
}

const shrimp: Line = {
  matrixVi: 'Tôm',
  matrixEn: 'Shrimp',
  testVi: metals,
  method: 'TCVN 8126:2018',
  methodEdition: '2018',
}
const on = (matrixVi: string, testVi = metals): Line => ({ matrixVi, testVi })
const from = (iso: string) => ({ effective: { iso } })

function fill(tx: Tx): void {
  loadReference(tx)
  const { accredited, decide, list, lab } = desk(tx)
  const good = lab('Được', 'VILAS 101', [{ ...shrimp, range: 'LOQ: 0,02 mg/kg' }])
  tx.create('evidence', {
    record: good.accreditation,
    kind: 'web_page',
    source: 'x',
    checkedOn: '2026-10-01',
    certainty: 'checked',
  })
  lab('Rộng hơn', 'VILAS 102', [on('Thủy sản và sản phẩm thủy sản')])
  lab('Hẹp hơn', 'VILAS 103', [on('Tôm sú đông lạnh')])
  lab('Hết hạn', 'VILAS 104', [shrimp], { ...grant, expiry: { iso: '2026-03-11' } })
  const suspended = lab('Đình chỉ', 'VILAS 105', [shrimp])
  decide(suspended.accreditation, { kind: 'suspension', ...from('2026-06-01') })
  const withdrawn = lab('Hủy bỏ', 'VILAS 106', [shrimp])
  decide(withdrawn.accreditation, { kind: 'withdrawal', ...from('2026-07-01') })
  lab('Chưa tới ngày', 'VILAS 107', [shrimp], { ...grant, ...from('2026-12-01'), expiry: { iso: '2029-11-30' } })
  lab('Chưa rõ hạn', 'VILAS 108', [shrimp], { kind: 'grant', ...from('2024-03-12') })
  lab('Hạn ghi tháng', 'VILAS 109', [shrimp], { ...grant, expiry: { iso: '2026-11' } })
  const part = lab('Đình chỉ một phần', 'VILAS 110', [shrimp, on('Gạo')])
  const partial = decide(part.accreditation, { kind: 'suspension', partial: true, ...from('2026-05-01') })
  tx.create('act_line', { act: partial, line: part.lines[0]! })
  const unnamed = lab('Đình chỉ không rõ dòng', 'VILAS 111', [shrimp])
  decide(unnamed.accreditation, { kind: 'suspension', partial: true, ...from('2026-05-01') })
  const resumed = lab('Bỏ đình chỉ', 'VILAS 112', [shrimp])
  const ended = decide(resumed.accreditation, { kind: 'suspension', partial: true, ...from('2026-05-01') })
  tx.create('act_line', { act: ended, line: resumed.lines[0]! })
  decide(resumed.accreditation, { kind: 'resumption', ends: ended, ...from('2026-08-01') })
  const reduced = lab('Thu hẹp', 'VILAS 113', [shrimp, on('Gạo')])
  const reduction = decide(reduced.accreditation, { kind: 'reduction', ...from('2026-02-01') })
  list(reduction, 'reduction', [{ ...shrimp, inclusion: 'excluded', continues: reduced.lines[0]! }])
  const dropped = lab('Không còn trong phụ lục', 'VILAS 114', [shrimp])
  list(
    decide(dropped.accreditation, { kind: 'renewal', ...from('2026-01-01'), expiry: { iso: '2028-12-31' } }),
    'complete',
    [on('Gạo')],
  )
  const renewed = lab('Công nhận lại', 'VILAS 115', [shrimp])
  list(
    decide(renewed.accreditation, { kind: 'renewal', ...from('2026-01-01'), expiry: { iso: '2028-12-31' } }),
    'complete',
    [shrimp],
  )
  lab('Ngoại trừ', 'VILAS 116', [{ ...shrimp, inclusion: 'excluded' }, on('Thực phẩm')])
  lab('Trừ thủy sản', 'VILAS 117', [on('Thực phẩm (trừ thủy sản)')])
  lab('Linh hoạt', 'VILAS 118', [{ ...shrimp, inclusion: 'flexible' }])
  lab('Thức ăn cho tôm', 'VILAS 119', [
    on('Thức ăn thủy sản'),
    on('Nước nuôi tôm'),
    on('Tôm', 'Xác định chỉ số peroxit'),
  ])
  lab('Không dấu', 'VILAS 120', [{ matrixVi: 'Tom', testVi: 'Xac dinh ham luong chi' }])
  const { lab: away } = accredited('Hai nơi', 'VILAS 121')
  accredited('Không có phạm vi', 'VILAS 122')
  sites(tx, away)
}

/** Two sites, each with a line of its own. */
function sites(tx: Tx, laboratory: string): void {
  const unit = (name: string) =>
    tx.db
      .prepare<[string], string>(`SELECT id FROM admin_unit WHERE name = ? AND until_day IS NULL AND type = 'Phường'`)
      .pluck()
      .get(name)!
  const { decide, list } = desk(tx)
  const accreditation = tx.db
    .prepare<[string], string>(
      `SELECT a.id FROM accreditation a JOIN coverage c ON c.accreditation_rid = a.rid JOIN laboratory l ON l.rid = c.laboratory_rid WHERE l.id = ?`,
    )
    .pluck()
    .get(laboratory)!
  const bay = tx.create('site', { laboratory, label: 'Cơ sở 1', unit: unit('Hồng Gai') })
  const port = tx.create('site', { laboratory, label: 'Cơ sở 2', unit: unit('Cẩm Phả') })
  list(decide(accreditation, grant), 'complete', [
    { ...on('Xi măng', 'Thử cường độ nén'), site: bay },
    { ...on('Nước biển', 'Xác định asen'), site: port, method: 'SMEWW 3125B:2017', methodEdition: '2017' },
  ])
}

let db: WriteDb
beforeAll(() => {
  db = scratchRegister()
  setLocal(db, 'replica', '01a20000-0000-7000-8000-000000000001')
  writeSet(db, { actor: 'an', now: NOW }, fill)
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
