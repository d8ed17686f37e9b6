// Law of the report check: a report that prints a line of the scope in force in the line's own words is never told that it is not listed,
// with accents or without.
import { beforeAll, expect, it } from 'vitest'
import { stripMarks } from '../../db/model/text/fold'
import { fillRegister } from '../../db/registers/index'
import { checkReport } from '../../db/store/check/report'
import type { WriteDb } from '../../db/store/database'
import { scratchRegister } from '../../db/store/open'
import { setLocal } from '../../db/store/local'
import { DAY, NOW } from '../support/register'

const LINES = `
  SELECT l.matrix_vi AS matrix, l.test_vi AS test, l.method, a.code_printed AS code FROM scope_line l
    JOIN annex_span x ON x.annex_rid = l.annex_rid AND x.from_day <= :day AND x.to_day >= :day
    JOIN annex n ON n.rid = l.annex_rid AND n.extent IS NOT 'reduction'
    JOIN accreditation a ON a.rid = x.accreditation_rid
    JOIN status_span s ON s.accreditation_rid = a.rid AND s.from_day <= :day AND s.to_day >= :day AND s.status = 'valid'
   WHERE l.inclusion = 'included' AND l.rid % 9 = 0 AND a.code_printed IS NOT NULL`

interface Line {
  matrix: string
  test: string
  method: string
  code: string
}

let db: WriteDb
beforeAll(async () => {
  db = scratchRegister()
  setLocal(db, 'replica', '01a00000-0000-7000-8000-000000000001')
  await fillRegister(db, { kind: 'sample', actor: 'an', now: NOW, day: DAY, labs: 120, seed: 5 })
  return () => db.close()
})

it.each([
  ['as printed', (text: string) => text],
  ['without accents', stripMarks],
])('finds every line in its own words, %s', (_how, write) => {
  const lines = db.prepare<object, Line>(LINES).all({ day: DAY })
  expect(lines.length).toBeGreaterThan(100)
  const missed = lines.filter(({ matrix, test, method, code }) => {
    const { reasons } = checkReport(db, { code, day: DAY, test: write(`${test} trong ${matrix}`), method }, DAY)
    return reasons.some((reason) => reason.code.endsWith('_not_listed'))
  })
  expect(missed).toEqual([])
})
