// Laws of the figures on real registers: the number is the number of names, the difference adds up whichever day comes first, and every
// name that came or went has its reason. Beside them what is published of Quảng Ninh, and what its register can show for it.
import { beforeAll, describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { addDays } from '../../db/model/dates/partial'
import { figureRules, type FigureRule } from '../../db/model/figures/rules'
import type { LabFilter } from '../../db/model/inputs'
import { fillRegister } from '../../db/registers/index'
import { fixedId } from '../../db/registers/fixed-id'
import type { WriteDb } from '../../db/store/database'
import { evaluateFigure, listFigures } from '../../db/store/figures'
import { listLabs } from '../../db/store/labs'
import { setLocal } from '../../db/store/local'
import { scratchRegister } from '../../db/store/open'
import { overview } from '../../db/store/overview'
import { addAccreditation, addLab, DAY, emptyRegister, NOW, write } from '../support/register'

const figure = (db: WriteDb, rule: FigureRule, day = DAY, compareDay?: string) =>
  evaluateFigure(db, { rule, day, compareDay, language: 'vi' })

describe.each(['sample', 'quang-ninh'] as const)('on the register %s', (kind) => {
  let db: WriteDb
  beforeAll(async () => {
    db = scratchRegister()
    setLocal(db, 'replica', uuidv7())
    await fillRegister(db, { kind, actor: 'an', now: NOW, day: DAY, labs: 96, seed: 4 })
    return () => db.close()
  })
  const days = [DAY, '2025-11-23', '2024-02-29', '2021-06-02', '2016-01-01']

  it.each(figureRules)('%s is as many as its names, and its difference from any other day adds up', (rule) => {
    for (const day of days)
      for (const compareDay of days) {
        const { value, names, parts, difference } = figure(db, rule, day, compareDay)
        expect([day, new Set(names.map(({ id }) => id)).size]).toEqual([day, value])
        for (const part of parts) expect(names.filter((name) => name.parts.includes(part.key))).toHaveLength(part.names)
        const { came, went, value: then } = difference!
        expect([day, compareDay, value]).toEqual([day, compareDay, then + came.length - went.length])
        expect(figure(db, rule, compareDay).value).toBe(then)
        expect([...names, ...came, ...went].filter(({ why }) => why === '' || why.includes('{{'))).toEqual([])
        const isNamed = (id: string) => names.some((name) => name.id === id)
        expect([came.every(({ id }) => isNamed(id)), went.some(({ id }) => isNamed(id))]).toEqual([true, false])
      }
  })

  it.each(days)('lists the numbers that each figure answers on %s', (day) => {
    const listed = listFigures(db, { day, language: 'vi' })
    expect(listed.map(({ rule, value }) => [rule, value])).toEqual(
      figureRules.map((rule) => [rule, figure(db, rule, day).value]),
    )
  })

  it.each(days)('agrees with the list of laboratories and the overview on %s', (day) => {
    const total = (filter: LabFilter) => listLabs(db, { ...filter, limit: 1 }, day).total
    expect(figure(db, 'labs_in_force', day).value).toBe(total({ status: ['valid', 'expiring', 'partly_suspended'] }))
    expect(figure(db, 'labs_st_organizations', day).value).toBe(total({ sector: ['st_public', 'st_private'] }))
    expect(figure(db, 'labs_customs', day).value).toBe(total({ sector: 'customs' }))
    const schemes = overview(db, day).byScheme.map(({ key, labs }) => `${key ?? 'none'} ${labs}`)
    expect(
      figure(db, 'labs_by_scheme', day)
        .parts.map(({ key, names }) => `${key} ${names}`)
        .toSorted(),
    ).toEqual(schemes.toSorted())
  })
})

describe('what is published of Quảng Ninh', () => {
  it('stands word for word beside what the register can show', async () => {
    const db = emptyRegister()
    await fillRegister(db, { kind: 'quang-ninh', actor: 'an', now: NOW, day: DAY })
    const shown = listFigures(db, { day: DAY, language: 'vi' }).map(({ rule, value, published }) => [
      rule,
      value,
      published.map((each) => each.value),
    ])
    expect(shown).toEqual([
      ['labs_in_force', 2, []],
      ['accreditations_in_force', 2, []],
      ['labs_by_scheme', 11, []],
      ['labs_las_vilas', 5, ['32']],
      ['labs_international', 0, ['3']],
      ['labs_st_organizations', 2, ['6']],
      ['labs_customs', 0, ['1']],
    ])
  })
})

describe('why a name came or went', () => {
  const grant = (effective: string, expiry: string) => ({
    kind: 'grant' as const,
    effective: { iso: effective },
    expiry: { iso: expiry },
  })
  const moved = (db: WriteDb, rule: FigureRule, from: string, to: string) => {
    const { came, went } = figure(db, rule, to, from).difference!
    const told = (sign: string) => (name: { why: string }) => `${sign} ${name.why}`
    return [...came.map(told('+')), ...went.map(told('−'))]
  }

  it('is the act that began it and the day on which it ended', () => {
    const db = emptyRegister()
    write(db, (tx) =>
      addAccreditation(tx, addLab(tx, 'A').lab, 'VILAS 001', [
        grant('2023-02-08', '2026-02-08'),
        { kind: 'suspension', effective: { iso: '2024-03-01' }, expiry: { iso: '2024-06-30' } },
      ]),
    )
    const rule = 'labs_in_force'
    expect(moved(db, rule, '2023-02-07', '2023-02-08')).toEqual([
      '+ VILAS 001 – từ 08/02/2023 còn hiệu lực (Quyết định (để trống số) (không rõ ngày ký): công nhận lần đầu từ 08/02/2023 đến hết 08/02/2026)',
    ])
    expect(moved(db, rule, '2024-02-29', '2024-03-01')).toEqual([
      '− VILAS 001 – từ 01/03/2024 đình chỉ (Quyết định (để trống số) (không rõ ngày ký): đình chỉ từ 01/03/2024 đến hết 30/06/2024)',
    ])
    expect(moved(db, rule, '2024-06-30', '2024-07-01')).toEqual([
      '+ VILAS 001 – từ 01/07/2024 còn hiệu lực (Quyết định (để trống số) (không rõ ngày ký): đình chỉ từ 01/03/2024 đến hết 30/06/2024)',
    ])
    expect(moved(db, rule, '2026-02-08', '2026-02-09')).toEqual(['− VILAS 001 – hết hạn 08/02/2026'])
    // seen from the earlier day the same change goes the other way
    expect(moved(db, rule, '2026-02-09', '2026-02-08')).toEqual(['+ VILAS 001 – hết hạn 08/02/2026'])
    expect(moved(db, rule, '2024-02-29', '2024-07-01')).toEqual([])
  })

  it('is the last day of the edition, or the owner', async () => {
    const db = emptyRegister()
    await fillRegister(db, { kind: 'empty', actor: 'an', now: NOW, day: DAY })
    write(db, (tx) => {
      const { lab, organization } = addLab(tx, 'A', 'Trung tâm Mẫu')
      tx.change('organization', organization, { sector: 'st_public' })
      const accreditation = addAccreditation(tx, lab, 'VILAS 001', [grant('2019-01-01', '2022-01-01')])
      tx.create('accreditation_standard', { accreditation, standard: fixedId('standard', 'ISO/IEC 17025:2005') })
    })
    expect(moved(db, 'labs_international', '2021-06-01', '2021-06-02')).toEqual([
      '− VILAS 001 – ISO/IEC 17025:2005 chỉ được thừa nhận đến hết 01/06/2021',
    ])
    expect(figure(db, 'labs_st_organizations').names[0]?.why).toBe('chủ quản: Trung tâm Mẫu (Tổ chức KH&CN công lập)')
    expect(moved(db, 'labs_st_organizations', addDays(DAY, -400), DAY)).toEqual([])
  })
})
