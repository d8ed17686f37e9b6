// Saved views: order, names, changes, the trash and the way back; and what is read of an old or broken definition.
import { beforeEach, describe, expect, it } from 'vitest'
import { RegistryError } from '../../db/model/errors'
import { keyBetween } from '../../db/model/order'
import { readView, writeView } from '../../db/model/views'
import type { WriteDb } from '../../db/store/database'
import { listTrash, restore, trash } from '../../db/store/history'
import { listViews, saveView } from '../../db/store/views'
import { emptyRegister, NOW, write } from '../support/register'

const definition = writeView({
  filter: { status: 'expiring', scheme: ['VILAS'] },
  sort: { column: 'expiry', descending: true },
  group: 'scheme',
  layout: { widths: { owner: 220 }, hidden: ['area'], order: ['owner', 'nameVi', 'area'] },
})
const add = (db: WriteDb, name: string, area = 'labs'): string =>
  write(db, (tx) => saveView(tx, { change: { name, area, definition } })).value
const names = (db: WriteDb): string[] => listViews(db, 'labs').rows.map(({ name }) => name)

function refusal(fn: () => unknown): object {
  try {
    fn()
  } catch (error) {
    if (error instanceof RegistryError) return { code: error.code, fields: error.fields }
    throw error
  }
  throw new Error('was not refused')
}

describe('saved views', () => {
  let db: WriteDb
  beforeEach(() => {
    db = emptyRegister()
  })

  it('stand in the order in which they were made, each in its own area', () => {
    add(db, 'Sắp hết hạn')
    add(db, 'Y tế')
    add(db, 'Việc', 'tasks')
    expect(names(db)).toEqual(['Sắp hết hạn', 'Y tế'])
    expect(listViews(db, 'labs').rows[0]).toMatchObject({ area: 'labs', definition, pinned: false })
  })

  it('move, take a pin and another name, one field at a time', () => {
    const first = add(db, 'A')
    const second = add(db, 'B')
    const [, { position } = { position: null }] = listViews(db, 'labs').rows
    write(db, (tx) => saveView(tx, { id: first, change: { position: keyBetween(position, null) } }))
    expect(names(db)).toEqual(['B', 'A'])
    write(db, (tx) => saveView(tx, { id: second, change: { pinned: true } }))
    write(db, (tx) => saveView(tx, { id: second, change: { name: 'b' } }))
    expect(listViews(db, 'labs').rows[0]).toMatchObject({ name: 'b', pinned: true, definition })
  })

  it('refuse a name that is taken, in whatever capitals, and one that is empty; accents tell apart', () => {
    const id = add(db, 'Sắp hết hạn')
    const taken = { code: 'duplicate', fields: [{ field: 'name', rule: 'viewName', record: id }] }
    expect(refusal(() => add(db, 'SẮP hết hạn '))).toMatchObject(taken)
    expect(refusal(() => add(db, ' '))).toMatchObject({ code: 'invalid_input', fields: [{ field: 'name' }] })
    expect(refusal(() => write(db, (tx) => saveView(tx, { change: { name: 'x', area: 'labs' } })))).toMatchObject({
      fields: [{ field: 'definition', rule: 'required' }],
    })
    add(db, 'Sap het han')
    add(db, 'Sắp hết hạn', 'tasks')
    expect(names(db)).toEqual(['Sắp hết hạn', 'Sap het han'])
  })

  it('tell the later of two people who change one view', () => {
    const id = add(db, 'A')
    const { seq } = listViews(db, 'labs')
    write(db, (tx) => saveView(tx, { id, change: { name: 'Của Bình' } }), 'binh')
    const late = refusal(() => write(db, (tx) => saveView(tx, { id, seen: seq, change: { name: 'Của Lan' } })))
    expect(late).toMatchObject({ code: 'conflict', fields: [{ field: 'name', theirs: 'Của Bình', by: 'binh' }] })
  })

  it('go to the trash under their name and come back, unless the name is taken meanwhile', () => {
    const id = add(db, 'A')
    write(db, (tx) => trash(tx, 'saved_view', id, NOW))
    expect(names(db)).toEqual([])
    expect(listTrash(db)).toMatchObject([{ entity: 'saved_view', id, label: 'A' }])
    const twin = add(db, 'a')
    expect(refusal(() => write(db, (tx) => restore(tx, 'saved_view', id)))).toMatchObject({ code: 'duplicate' })
    write(db, (tx) => saveView(tx, { id: twin, change: { name: 'C' } }))
    write(db, (tx) => restore(tx, 'saved_view', id))
    expect(names(db).toSorted()).toEqual(['A', 'C'])
  })
})

describe('a definition', () => {
  it('of the first version is whole, without grouping and in the columns’ own order', () => {
    const first = '{"filter":{},"sort":{"column":"nameVi","descending":false},"layout":{"widths":{},"hidden":null}}'
    const { view, complete } = readView(first)
    expect({ complete, group: view.group, order: view.layout.order }).toEqual({
      complete: true,
      group: null,
      order: undefined,
    })
    expect(readView(first.replace('{"filter"', '{"version":3,"filter"'))).toMatchObject({ complete: false, view })
  })

  it('reads back as it was written, whatever the order of its conditions', () => {
    const { view, complete } = readView(definition)
    expect(complete).toBe(true)
    expect(writeView(view)).toBe(definition)
    const { status, ...rest } = view.filter
    expect(writeView({ ...view, filter: { ...rest, status } })).toBe(definition)
  })

  it.each([
    ['no JSON', 'x{', {}],
    ['not an object', '[1]', {}],
    [
      'an unknown status',
      '{"filter":{"status":"gone","scheme":"LAS"},"sort":{"column":"area","descending":true}}',
      { scheme: 'LAS' },
    ],
    [
      'a grouping and a version that are not known',
      '{"version":9,"filter":{"text":"nước"},"group":"colour","sort":{"column":"area","descending":true},"layout":{"widths":{},"hidden":null}}',
      { text: 'nước' },
    ],
    ['a condition of a later version', '{"filter":{"colour":"red","text":"nước"}}', { text: 'nước' }],
  ])('opens what it can of %s and says that it is not whole', (_what, text, filter) => {
    const read = readView(text)
    expect(read.complete).toBe(false)
    expect(read.view.filter).toEqual(filter)
    expect(read.view.layout).toEqual({ widths: {}, hidden: null })
  })
})
