import { expect, it, vi } from 'vitest'
import { prepare } from '../../db/store/database'
import { addLab, emptyRegister, write } from '../support/register'

const JOINED =
  'SELECT n.vi FROM laboratory lab JOIN laboratory_name n ON n.laboratory_rid = lab.rid WHERE lab.id = ? ORDER BY n.vi LIMIT ?'

it('hides values beside = and LIMIT from the planner, and nothing else of a statement', () => {
  const db = emptyRegister()
  const sql = (text: string): string => prepare(db, text).source
  expect(sql('SELECT 1 FROM site WHERE id = :id AND position >= :at AND position <= ? LIMIT :limit OFFSET ?')).toBe(
    'SELECT 1 FROM site WHERE id = +:id AND position >= :at AND position <= ? LIMIT +:limit OFFSET +?',
  )
  expect(prepare(db, 'SELECT :text = ? AS same').get('a', { text: 'a' })).toEqual({ same: 1 })
  expect(prepare(db, 'SELECT :text = ? AS same').get('1', { text: 1 })).toEqual({ same: 0 })
})

it('compiles a statement once, however often and with whatever values it is asked', () => {
  const db = emptyRegister()
  const labs = write(db, (tx) => ['A', 'B', 'C'].map((name) => ({ id: addLab(tx, name).lab, name }))).value
  for (const analysed of ['', 'ANALYZE']) {
    db.exec(analysed)
    // the driver makes a function for the rows of each statement that was compiled
    const compiled = vi.spyOn(globalThis, 'Function')
    for (const { id, name } of [...labs, ...labs]) expect(prepare(db, JOINED).get(id, 1)).toEqual({ vi: name })
    expect(compiled).toHaveBeenCalledTimes(1)
    compiled.mockRestore()
  }
})
