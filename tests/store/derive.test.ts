// Law: whatever field of whatever record is changed, and taken back, what is derived is what deriving everything afresh gives; also of fields that call
// for nothing.
import { expect, it } from 'vitest'
import { entities, type EntityName } from '../../db/model/entities'
import { fillRegister } from '../../db/registers/index'
import { readRecord } from '../../db/store/columns'
import { currentSeq, type WriteDb } from '../../db/store/database'
import { isDerivedFrom } from '../../db/store/derive'
import { rewind } from '../../db/store/rewind'
import { DAY, emptyRegister, NOW, write } from '../support/register'
import { expectReplayGivesTables } from '../support/tables'

const changed = [
  'organization',
  'organization_name',
  'laboratory',
  'laboratory_name',
  'laboratory_owner',
  'site',
  'accreditation',
  'accreditation_standard',
  'accreditation_field',
  'coverage',
  'decision',
  'decision_act',
  'annex',
  'scope_line',
  'surveillance',
] as const satisfies readonly EntityName[]

/** A line stays within its accreditation and continues one of the same, which a value taken from anywhere does not keep. */
const apart = new Set(['scope_line.annex', 'scope_line.continues'])

/** A record not yet used, and for the field another value than its own: that of the last record that holds one. Null: all hold the same, or none. */
function another(
  db: WriteDb,
  entity: EntityName,
  field: string,
  used: Set<string>,
): { id: string; value: unknown } | null {
  const ids = db.prepare<[], string>(`SELECT id FROM ${entity} ORDER BY rid`).pluck().all()
  const valueOf = (id: string): unknown => readRecord(db, entity, id)[field]
  const value =
    field === 'trashedAt'
      ? NOW
      : ids
          .toReversed()
          .map(valueOf)
          .find((each) => each !== null)
  const id = ids.find((each) => !used.has(each) && JSON.stringify(valueOf(each)) !== JSON.stringify(value))
  return value === undefined || id === undefined ? null : { id, value }
}

it.each(changed)('holds for every field of %s', async (entity) => {
  const db = emptyRegister()
  await fillRegister(db, { kind: 'sample', labs: 12, seed: 5, actor: 'an', now: NOW, day: DAY })
  const filled = currentSeq(db)
  const used = new Set<string>()
  for (const field of Object.keys(entities[entity])) {
    const given = apart.has(`${entity}.${field}`) ? null : another(db, entity, field, used)
    if (given === null) continue
    write(db, (tx) => tx.change(entity, given.id, { [field]: given.value }))
    used.add(given.id)
  }
  expect(used.size).toBeGreaterThan(1)
  expectReplayGivesTables(db)
  rewind(db, filled)
  expectReplayGivesTables(db)
})

it('calls for nothing where only what nobody searches or judges by was changed', () => {
  expect(isDerivedFrom('laboratory', 'phone')).toBe(false)
  expect(isDerivedFrom('laboratory_name', 'vi')).toBe(true)
})
