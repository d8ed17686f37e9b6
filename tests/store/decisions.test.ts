// What a decision changes in dated rows: names, owners, editions, places and named lines, each with its day, and what stood before goes on standing.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../db/model/dates/partial'
import { RegistryError, type FieldProblem } from '../../db/model/errors'
import type { ActInput } from '../../db/model/inputs'
import { firstKeys } from '../../db/model/order'
import type { WriteDb } from '../../db/store/database'
import { restore, trash } from '../../db/store/history'
import { labPage } from '../../db/store/lab-page'
import { saveDecision } from '../../db/store/save-decision'
import { saveAccreditation } from '../../db/store/saves'
import { listScope } from '../../db/store/scope'
import type { Tx } from '../../db/store/write'
import { addLab, DAY, emptyRegister, NOW, write } from '../support/register'
import { expectReplayGivesTables } from '../support/tables'

const OLD = 'Phòng cũ (hư cấu)'
const NEW = 'Phòng mới (hư cấu)'

function start() {
  const db = emptyRegister()
  const { value } = write(db, (tx) => {
    const { lab, organization } = addLab(tx, OLD)
    const [before, after] = ['2005', '2017'].map((edition) =>
      tx.create('standard', { key: edition, title: `ISO/IEC 17025:${edition}`, family: 'ISO/IEC 17025', edition }),
    ) as [string, string]
    const accreditation = saveAccreditation(
      tx,
      { change: { code: 'VILAS 591', standards: [before], covers: [{ laboratory: lab, site: null }] } },
      NOW,
    )
    return { lab, organization, accreditation, before, after }
  })
  return { db, ...value }
}
type Start = ReturnType<typeof start>

/** One decision with one act, signed on the day. */
const decide = (
  { db, accreditation }: Pick<Start, 'db' | 'accreditation'>,
  signed: string | null,
  act: Omit<ActInput, 'accreditation'>,
) =>
  write(db, (tx) =>
    saveDecision(
      tx,
      {
        change: {
          kind: 'QD',
          ...(signed === null ? {} : { signed: { iso: signed } }),
          acts: [{ accreditation, ...act }],
        },
      },
      NOW,
    ),
  ).value

const rename = (lab: string, vi: string | null): Omit<ActInput, 'accreditation'> => ({
  kind: 'change_name',
  names: [{ record: lab, vi, en: null }],
})
const nameOn = (db: WriteDb, lab: string, day: string) => labPage(db, lab, day).nameVi
const editionOn = (db: WriteDb, lab: string, day: string) =>
  labPage(db, lab, day).accreditations[0]?.standards.map(({ title }) => title.slice(-4))
const actIn = (db: WriteDb, lab: string, decision: string) =>
  labPage(db, lab, DAY).accreditations[0]!.decisions.find(({ id }) => id === decision)!.acts[0]!
const problemsOf = (fn: () => unknown): FieldProblem[] | undefined => {
  try {
    fn()
  } catch (error) {
    if (error instanceof RegistryError) return error.fields
    throw error
  }
  throw new Error('was accepted')
}

describe('a change of name', () => {
  it.each([
    ['2019-03-11', OLD],
    ['2019-03-12', NEW],
    ['2019-03-13', NEW],
  ])('on %s shows %s', (day, name) => {
    const at = start()
    decide(at, '2019-03-12', rename(at.lab, NEW))
    expect(nameOn(at.db, at.lab, day)).toBe(name)
    expectReplayGivesTables(at.db)
  })

  it('moves with a day that is corrected later', () => {
    const at = start()
    const id = decide(at, '2019-03-12', rename(at.lab, NEW))
    write(at.db, (tx) => saveDecision(tx, { id, change: { signed: { iso: '2020-03' } } }, NOW))
    expect(['2019-03-12', '2020-02-29', '2020-03-01'].map((day) => nameOn(at.db, at.lab, day))).toEqual([OLD, OLD, NEW])
  })

  it('is corrected in place, and taken back whole', () => {
    const at = start()
    const id = decide(at, '2019-03-12', rename(at.lab, NEW))
    const [act] = labPage(at.db, at.lab, DAY).accreditations[0]!.decisions[0]!.acts
    const again = (names: NonNullable<ActInput['names']>) =>
      write(at.db, (tx) =>
        saveDecision(
          tx,
          { id, change: { acts: [{ id: act!.id, accreditation: at.accreditation, kind: 'change_name', names }] } },
          NOW,
        ),
      )
    again([{ record: at.lab, vi: 'Phòng chép đúng', en: 'Copied right' }])
    expect(labPage(at.db, at.lab, DAY)).toMatchObject({ nameVi: 'Phòng chép đúng', nameEn: 'Copied right' })
    expect(labPage(at.db, at.lab, DAY).names).toHaveLength(2)
    again([{ record: at.lab, vi: null, en: null }])
    expect(labPage(at.db, at.lab, DAY).names).toMatchObject([{ vi: OLD, from: '0000-01-01', to: '9999-12-31' }])
    expectReplayGivesTables(at.db)
  })

  it('put between two others ends the first and ends before the last, in whatever order they are entered', () => {
    const at = start()
    decide(at, '2022-01-01', rename(at.lab, 'C'))
    decide(at, '2020-01-01', rename(at.lab, 'B'))
    expect(['2019-12-31', '2020-01-01', '2021-12-31', '2022-01-01'].map((day) => nameOn(at.db, at.lab, day))).toEqual([
      OLD,
      'B',
      'B',
      'C',
    ])
  })

  it('goes with its decision into the trash and comes back with it, the others closing the gap', () => {
    const at = start()
    const middle = decide(at, '2020-01-01', rename(at.lab, 'B'))
    decide(at, '2022-01-01', rename(at.lab, 'C'))
    const names = () => ['2019-12-31', '2020-01-01', '2022-01-01'].map((day) => nameOn(at.db, at.lab, day))
    write(at.db, (tx) => trash(tx, 'decision', middle, NOW))
    expect(names()).toEqual([OLD, OLD, 'C'])
    expectReplayGivesTables(at.db)
    write(at.db, (tx) => restore(tx, 'decision', middle))
    expect(names()).toEqual([OLD, 'B', 'C'])
    expectReplayGivesTables(at.db)
  })

  it('renames the owner alike, and every laboratory of that owner shows it', () => {
    const at = start()
    decide(at, '2019-03-12', rename(at.organization, 'Công ty Mẫu mới (hư cấu)'))
    const owners = ['2019-03-11', '2019-03-12'].map((day) => labPage(at.db, at.lab, day).owner?.name)
    expect(owners).toEqual(['Công ty Mẫu (hư cấu)', 'Công ty Mẫu mới (hư cấu)'])
  })

  it('without any day is refused at the act, and nothing is written', () => {
    const at = start()
    expect(problemsOf(() => decide(at, null, rename(at.lab, NEW)))).toEqual([
      { field: 'acts.0.effective', rule: 'day_needed' },
    ])
    expect(labPage(at.db, at.lab, DAY)).toMatchObject({ nameVi: OLD, accreditations: [{ decisions: [] }] })
    const id = decide(at, '2019-03-12', rename(at.lab, NEW))
    const undate = () => write(at.db, (tx) => saveDecision(tx, { id, change: { signed: null } }, NOW))
    expect(problemsOf(undate)).toMatchObject([{ rule: 'day_needed' }])
    expect(nameOn(at.db, at.lab, DAY)).toBe(NEW)
  })
})

describe('names over random histories', () => {
  const step = fc.record({
    day: fc.integer({ min: 0, max: 40 }).map((days) => addDays('2020-01-01', days * 20)),
    trashed: fc.boolean(),
  })
  it('are one on every day: that of the latest living act begun by then', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const at = start()
        const made = steps.map(({ day, trashed }, n) => {
          const id = decide(at, day, rename(at.lab, `Tên ${n}`))
          if (trashed) write(at.db, (tx) => trash(tx, 'decision', id, NOW))
          return { day, trashed, name: `Tên ${n}` }
        })
        const living = made.filter(({ trashed }) => !trashed)
        for (const day of made.flatMap((each) => [addDays(each.day, -1), each.day])) {
          // of several on one day the one recorded last holds
          const begun = living
            .filter((each) => each.day <= day)
            .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
          expect(nameOn(at.db, at.lab, day)).toBe(begun.at(-1)?.name ?? OLD)
          const held = labPage(at.db, at.lab, day).names.filter(({ from, to }) => from <= day && day <= to)
          expect(held).toHaveLength(1)
        }
        expectReplayGivesTables(at.db)
      }),
      { numRuns: 25 },
    )
  })
})

describe('a move to a new edition', () => {
  it.each([
    ['2021-05-31', ['2005']],
    ['2021-06-01', ['2017']],
    ['2021-06-02', ['2017']],
  ])('on %s stands on %s', (day, edition) => {
    const at = start()
    decide(at, '2021-06-01', { kind: 'edition_transition', standards: [at.after] })
    expect(editionOn(at.db, at.lab, day)).toEqual(edition)
    expectReplayGivesTables(at.db)
  })

  it('flags the old edition only on the days on which it stood', () => {
    const at = start()
    write(at.db, (tx) => tx.change('standard', at.before, { lastDay: '2020-12-31' }))
    decide(at, '2021-06-01', { kind: 'edition_transition', standards: [at.after] })
    const flagged = (day: string) => labPage(at.db, at.lab, day).accreditations[0]!.flags.includes('edition_withdrawn')
    expect(['2020-12-31', '2021-01-01', '2021-05-31', '2021-06-01'].map(flagged)).toEqual([false, true, true, false])
  })

  it('keeps what stays, ends what is left out, and is read back as the whole list', () => {
    const at = start()
    const id = decide(at, '2021-06-01', { kind: 'edition_transition', standards: [at.before, at.after] })
    expect(editionOn(at.db, at.lab, DAY)).toEqual(['2005', '2017'])
    const act = actIn(at.db, at.lab, id)
    expect(act.standards?.map((each) => each.id)).toEqual([at.before, at.after])
    const own = { id: act.id, accreditation: at.accreditation, kind: 'edition_transition' as const }
    const again = (standards: string[] | null) =>
      write(at.db, (tx) => saveDecision(tx, { id, change: { acts: [{ ...own, standards }] } }, NOW))
    again([at.after])
    expect([editionOn(at.db, at.lab, '2021-05-31'), editionOn(at.db, at.lab, DAY)]).toEqual([['2005'], ['2017']])
    again(null)
    expect(editionOn(at.db, at.lab, DAY)).toEqual(['2005'])
    expect(actIn(at.db, at.lab, id).standards).toBeNull()
    expectReplayGivesTables(at.db)
  })
})

describe('a change of owner or place', () => {
  it('shows the owner of each day', () => {
    const at = start()
    const { value: next } = write(at.db, (tx) => {
      const organization = tx.create('organization', {})
      tx.create('organization_name', { organization, vi: 'Chủ mới (hư cấu)' })
      return organization
    })
    decide(at, '2023-07-01', { kind: 'change_owner', owners: [{ laboratory: at.lab, organization: next }] })
    const owners = ['2023-06-30', '2023-07-01', '2023-07-02'].map((day) => labPage(at.db, at.lab, day).owner?.name)
    expect(owners).toEqual(['Công ty Mẫu (hư cấu)', 'Chủ mới (hư cấu)', 'Chủ mới (hư cấu)'])
    expectReplayGivesTables(at.db)
  })

  it('adds the new place as a site and covers it from its day, in one set', () => {
    const at = start()
    decide(at, '2023-07-01', {
      kind: 'change_place',
      covers: [],
      places: [{ laboratory: at.lab, address: 'Số 9 phố Mẫu' }],
    })
    const covered = (day: string) =>
      labPage(at.db, at.lab, day).accreditations[0]!.covers.map(({ site }) => site?.name ?? 'cả phòng')
    expect(['2023-06-30', '2023-07-01', '2023-07-02'].map(covered)).toEqual([
      ['cả phòng'],
      ['Số 9 phố Mẫu'],
      ['Số 9 phố Mẫu'],
    ])
    expectReplayGivesTables(at.db)
  })
})

describe('a partial suspension', () => {
  function scoped() {
    const at = start()
    const grant = { kind: 'grant' as const, expiry: { iso: '2029-01-01' }, annex: { extent: 'complete' as const } }
    const decision = decide(at, '2026-01-01', grant)
    const annex = labPage(at.db, at.lab, DAY).accreditations[0]!.decisions[0]!.annexes[0]!.id
    const lines = write(at.db, (tx: Tx) =>
      firstKeys(3).map((position, n) =>
        tx.create('scope_line', { annex, position, testVi: `Phép thử ${n + 1}`, inclusion: 'included' }),
      ),
    ).value
    return { ...at, decision, annex, lines }
  }

  it('saves the annex with its decision in one set', () => {
    const at = scoped()
    const [decision] = labPage(at.db, at.lab, DAY).accreditations[0]!.decisions
    expect(decision).toMatchObject({ annexes: [{ extent: 'complete', lines: 3 }] })
  })

  it('names lines by the first of their lineage, runs to its end, and the list can be corrected', () => {
    const at = scoped()
    const { value: later } = write(at.db, (tx) =>
      tx.create('scope_line', {
        annex: at.annex,
        position: 'z',
        continues: at.lines[0]!,
        testVi: 'Phép thử 1, bản sau',
        inclusion: 'included',
      }),
    )
    expect(listScope(at.db, { accreditation: at.accreditation }, DAY).rows.at(-1)).toMatchObject({
      id: later,
      lineage: at.lines[0],
    })
    const suspension = { kind: 'suspension' as const, partial: true, expiry: { iso: '2026-11-30' } }
    const id = decide(at, '2026-11-01', { ...suspension, lines: [later, at.lines[1]!] })
    const named = () => actIn(at.db, at.lab, id).lines.map(({ name }) => name)
    expect(named()).toEqual(['Phép thử 1', 'Phép thử 2'])
    const statuses = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map(
      (day) => labPage(at.db, at.lab, day).status,
    )
    expect(statuses).toEqual(['valid', 'partly_suspended', 'partly_suspended', 'valid'])
    const act = { id: actIn(at.db, at.lab, id).id, accreditation: at.accreditation, ...suspension }
    write(at.db, (tx) => saveDecision(tx, { id, change: { acts: [{ ...act, lines: [at.lines[2]!] }] } }, NOW))
    expect(named()).toEqual(['Phép thử 3'])
    expectReplayGivesTables(at.db)
  })
})
