// What the log holds of a creation says its JSON to the letter, in any version: fields keep their places for good. A new version adds its own
// list: this file run with `-u` writes fields-N.json.
import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { entities, entityNames, type EntityName } from '../../db/model/entities'
import { prepare } from '../../db/store/database'
import { bitOf, heldJson, loggedJson, loggedValue, packed } from '../../db/store/logged'
import { schemaVersion } from '../../db/store/migrations/index'
import { idOf, keyOf } from '../../db/store/record-key'
import { writeSet } from '../../db/store/write'
import { emptyRegister, NOW } from '../support/register'

const fixtures = resolve(import.meta.dirname, '../fixtures/schema')
const namesOf = (entity: EntityName): string[] => Object.keys(entities[entity])

const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '~', '~~', '~AaIVJvQAe9iXP4tf4OCk9Q', '~~AaIVJvQAe9iXP4tf4OCk9Q', '[1,2]', '\u2028', '\ud800'),
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  fc.uuid().map((id) => `~${id}`),
  fc.integer(),
  fc.boolean(),
  fc.record({ iso: fc.string(), printed: fc.string() }),
)
const record = fc.constantFrom(...entityNames).chain((entity) =>
  fc.record({
    entity: fc.constant(entity),
    fields: fc
      .subarray(namesOf(entity))
      .chain((names) => fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), value))))
      .map((all) => Object.fromEntries(all)),
  }),
)

describe('a creation as the log holds it', () => {
  it('gives its JSON to the letter', () => {
    fc.assert(
      fc.property(record, ({ entity, fields }) => {
        const held = packed(entity, fields)
        expect(held.startsWith('[')).toBe(true)
        expect(loggedJson({ entity, field: null, value: held })).toBe(JSON.stringify(fields))
        expect(heldJson(entity, null, JSON.stringify(fields))).toBe(held)
        const [which] = JSON.parse(held) as [number]
        expect(namesOf(entity).filter((name) => (which & bitOf(entity, name)) !== 0)).toEqual(Object.keys(fields))
      }),
    )
  })
  it('is the JSON itself where a field is out of its order or unknown, as in the log of an older version', () => {
    for (const fields of [
      { email: 'a', phone: 'b' },
      { phone: 'b', gone: 'c' },
    ]) {
      expect(packed('laboratory', fields)).toBe(JSON.stringify(fields))
      expect(loggedValue({ entity: 'laboratory', field: null, value: JSON.stringify(fields) })).toEqual(fields)
    }
  })
  it.each(['[', '[1e400,"a"]', '[4]', '["a"]', '[4,"a","b"]', '[1048576,"a"]'])(
    'is nothing where it reads %s',
    (held) => {
      expect(loggedJson({ entity: 'laboratory', field: null, value: held })).toBeNull()
    },
  )
  it('keeps the places that released fields have', async () => {
    const now = Object.fromEntries(entityNames.map((entity) => [entity, namesOf(entity)]))
    await expect(`${JSON.stringify(now, null, 2)}\n`).toMatchFileSnapshot(
      join(fixtures, `fields-${schemaVersion}.json`),
    )
    for (const file of readdirSync(fixtures).filter((name) => name.startsWith('fields-')))
      for (const [entity, names] of Object.entries(
        JSON.parse(readFileSync(join(fixtures, file), 'utf8')) as Record<string, string[]>,
      ))
        for (const name of names)
          expect([entity, name, bitOf(entity as EntityName, name)]).toEqual([
            entity,
            name,
            name === 'trashedAt' ? 1 : 2 ** (names.indexOf(name) + 1),
          ])
  })
})

it('the log names a record by the bytes of its id, and reads the ids of older logs too', () => {
  const db = emptyRegister()
  const { value: id } = writeSet(db, { actor: 'an', now: NOW }, (tx) => tx.create('laboratory', { phone: '1' }))
  expect(prepare(db, `SELECT length(record) AS bytes, ${idOf('record')} AS id FROM change`).get()).toEqual({
    bytes: 16,
    id,
  })
  expect(prepare(db, `SELECT 1 AS found FROM change WHERE record = ${keyOf('?')}`).get(id)).toEqual({ found: 1 })
  expect(prepare(db, `SELECT ${idOf(':record')} AS id`).get({ record: id })).toEqual({ id })
  expect(prepare(db, `SELECT ${idOf(':record')} AS id`).get({ record: Buffer.from(id) })).toEqual({ id })
})
