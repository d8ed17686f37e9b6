// What a living accreditation still asks for follows what is recorded: visits, checks, annexes and their signatories, at once and after a replay.
import { expect, it } from 'vitest'
import type { Flag } from '../../db/model/status/flags'
import { prepare, type WriteDb } from '../../db/store/database'
import { deriveAll } from '../../db/store/derive'
import { addAccreditation, addLab, emptyRegister, NOW, write } from '../support/register'

const WATCHED = ['surveillance_overdue', 'not_checked_lately', 'signatories_missing']

function start(): { db: WriteDb; accreditation: string; act: string } {
  const db = emptyRegister()
  const accreditation = write(db, (tx) =>
    addAccreditation(tx, addLab(tx, 'Phòng A').lab, 'VILAS 001', [
      { kind: 'grant', effective: { iso: '2023-03-01' }, expiry: { iso: '2026-02-28' } },
    ]),
  ).value
  const act = prepare<[], { id: string }>(db, 'SELECT id FROM decision_act').get()!.id
  return { db, accreditation, act }
}

const spans = (db: WriteDb, flag: Flag) =>
  prepare<[string], { from: string; to: string }>(
    db,
    'SELECT from_day AS "from", to_day AS "to" FROM accreditation_flag WHERE flag = ? ORDER BY 1',
  ).all(flag)

const watched = (db: WriteDb) =>
  prepare<[], { flag: string }>(db, 'SELECT DISTINCT flag FROM accreditation_flag')
    .all()
    .flatMap(({ flag }) => (WATCHED.includes(flag) ? flag : []))

it('says nothing of visits, checks and signatories while nothing of them is recorded', () => {
  expect(watched(start().db)).toEqual([])
})

it('follows a visit that is planned, made, and taken away', () => {
  const { db, accreditation } = start()
  const visit = write(db, (tx) => tx.create('surveillance', { accreditation, due: { iso: '2024-03' } })).value
  expect(spans(db, 'surveillance_overdue')).toEqual([{ from: '2024-04-01', to: '2026-02-28' }])
  write(db, (tx) => tx.change('surveillance', visit, { done: { iso: '2024-06-10' } }))
  expect(spans(db, 'surveillance_overdue')).toEqual([
    { from: '2024-04-01', to: '2024-06-09' },
    { from: '2025-06-11', to: '2026-02-28' },
  ])
  write(db, (tx) => tx.change('surveillance', visit, { trashedAt: NOW }))
  expect(spans(db, 'surveillance_overdue')).toEqual([])
})

it('follows a check of the accreditation or of one of its decisions, not one that only doubts', () => {
  const { db, accreditation, act } = start()
  const source = { kind: 'web_page' as const, source: 'https://www.boa.gov.vn', checkedOn: '2023-04-01' }
  const evidence = write(db, (tx) =>
    tx.create('evidence', { record: act, ...source, certainty: 'unverified' as const }),
  ).value
  expect(spans(db, 'not_checked_lately')).toEqual([])
  write(db, (tx) => tx.change('evidence', evidence, { certainty: 'checked' }))
  expect(spans(db, 'not_checked_lately')).toEqual([{ from: '2024-04-02', to: '2026-02-28' }])
  write(db, (tx) =>
    tx.create('evidence', { record: accreditation, ...source, checkedOn: '2025-01-01', certainty: 'checked' as const }),
  )
  expect(spans(db, 'not_checked_lately')).toEqual([
    { from: '2024-04-02', to: '2024-12-31' },
    { from: '2026-01-02', to: '2026-02-28' },
  ])
})

it('follows an annex and its signatories', () => {
  const { db, act } = start()
  const annex = write(db, (tx) => tx.create('annex', { act, extent: 'complete' as const })).value
  expect(spans(db, 'signatories_missing')).toEqual([{ from: '2023-03-01', to: '2026-02-28' }])
  const signatory = write(db, (tx) => tx.create('signatory', { annex, name: 'Trần Mẫu An' })).value
  expect(spans(db, 'signatories_missing')).toEqual([])
  write(db, (tx) => tx.change('signatory', signatory, { trashedAt: NOW }))
  expect(spans(db, 'signatories_missing')).toHaveLength(1)
  write(db, (tx) => tx.change('annex', annex, { trashedAt: NOW }))
  expect(spans(db, 'signatories_missing')).toEqual([])
})

it('is cut to the life that the decisions give, and derives the same anew', () => {
  const { db, accreditation } = start()
  write(db, (tx) => {
    tx.create('surveillance', { accreditation, due: { iso: '2024-03-01' } })
    const decision = tx.create('decision', { kind: 'QD' })
    tx.create('decision_act', { decision, accreditation, kind: 'withdrawal', effective: { iso: '2024-05-01' } })
  })
  const written = spans(db, 'surveillance_overdue')
  expect(written).toEqual([{ from: '2024-03-02', to: '2024-04-30' }])
  prepare(db, 'DELETE FROM accreditation_flag').run()
  deriveAll(db)
  expect(spans(db, 'surveillance_overdue')).toEqual(written)
})
