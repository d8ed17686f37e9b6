// The fingerprint that documents print: short enough to be typed, and found again in the log it came from.
import { expect, it } from 'vitest'
import { findPrinted, fingerprint, headFingerprint } from '../../db/store/log'
import { addLab, emptyRegister, NOW, write } from '../support/register'

it('prints twenty digits of the whole fingerprint, and the number of the newest set', () => {
  const db = emptyRegister()
  expect(headFingerprint(db).seq).toBe(0)
  write(db, (tx) => addLab(tx, 'Phòng A (hư cấu)'))
  const { seq, whole, printed } = headFingerprint(db)
  expect([seq, whole]).toEqual([1, fingerprint(db)])
  expect(printed).toMatch(/^([0-9A-F]{4}-){4}[0-9A-F]{4}$/)
  expect(whole.toUpperCase().startsWith(printed.replaceAll('-', ''))).toBe(true)
})

it('is found again, however it is typed, as the moment at which it was printed', () => {
  const db = emptyRegister()
  const { value } = write(db, (tx) => addLab(tx, 'Phòng A (hư cấu)'))
  const { printed, whole } = headFingerprint(db)
  write(db, (tx) => tx.change('laboratory', value.lab, { phone: '0203 3825 000' }))
  for (const typed of [printed, whole, ` ${printed.toLowerCase().replaceAll('-', ' ')} `])
    expect(findPrinted(db, typed)).toEqual({ seq: 1, at: NOW })
  expect(findPrinted(db, headFingerprint(db).printed)).toMatchObject({ seq: 2 })
  expect([findPrinted(db, '3F2A-91C0-77DE-0B14-5A6E'), findPrinted(db, printed.slice(0, 9))]).toEqual([null, null])
})

it('is found no more where a set before it was altered and its hash with it', () => {
  const db = emptyRegister()
  write(db, (tx) => addLab(tx, 'Phòng A (hư cấu)'))
  const { printed } = headFingerprint(db)
  db.exec(`UPDATE change_set SET hash = replace(hash, substr(hash, 1, 1), 'x')`)
  expect(findPrinted(db, printed)).toBeNull()
})
