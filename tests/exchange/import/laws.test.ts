// Laws of importing, on random registers and random dirty tables: twice is once, the preview tells all, nothing is taken away.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../db/exchange/cells'
import { formRows } from '../../../db/exchange/export-list'
import { listForm } from '../../../db/exchange/form'
import { unwatched } from '../../../db/jobs/job'
import { entityNames } from '../../../db/model/entities'
import { languages, say } from '../../../db/model/texts/say'
import { scratchRegister } from '../../../db/store/open'
import { replay } from '../../../db/store/replay'
import { DAY } from '../../support/register'
import { fingerprint } from '../../../db/store/log'
import type { WriteDb } from '../../../db/store/database'
import { importRows, plan, referenceRegister } from '../support'
import { goodRows, HEADINGS, table } from './random-table'

const withIds = (db: WriteDb, rows: Cell[][]): Cell[][] => {
  const ids = db
    .prepare<[], { id: string }>('SELECT id FROM laboratory ORDER BY rid')
    .all()
    .map(({ id }) => id)
  return rows.map((cells) =>
    cells.map((cell) =>
      typeof cell === 'string' && cell.startsWith('lab ') ? (ids[Number(cell.slice(4))] ?? null) : cell,
    ),
  )
}
const living = (db: WriteDb) =>
  db
    .prepare<[], object>(
      'SELECT id FROM laboratory WHERE trashed_at IS NULL UNION ALL SELECT id FROM accreditation WHERE trashed_at IS NULL UNION ALL SELECT id FROM site WHERE trashed_at IS NULL',
    )
    .all()

const long = process.env['SCN_LONG'] === '1'
const LONG_ENOUGH = long ? 600_000 : 60_000

describe('an import', () => {
  it(
    'makes the register say what every row says: the same file again changes nothing',
    () => {
      fc.assert(
        fc.property(table, table, (first, dirty) => {
          const db = referenceRegister()
          importRows(db, [HEADINGS, ...goodRows(db, first)])
          const rows = goodRows(db, withIds(db, dirty))
          const before = living(db)
          importRows(db, [HEADINGS, ...rows])
          const after = fingerprint(db)
          const again = importRows(db, [HEADINGS, ...rows])
          expect(again.preview.rows.filter((each) => each.verdict !== 'same')).toEqual([])
          expect(fingerprint(db)).toBe(after)
          expect(living(db)).toEqual(expect.arrayContaining(before))
        }),
        { numRuns: long ? 1_000 : 60 },
      )
    },
    LONG_ENOUGH,
  )

  it('of what an export would write finds nothing to do, in either language', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...languages), (dirty, language) => {
        const db = referenceRegister()
        importRows(db, [HEADINGS, ...goodRows(db, dirty)])
        const rows = [...formRows(db, { query: {}, day: DAY, language }, unwatched)].map((each) =>
          listForm.map((column) => column.read(each)),
        )
        const { preview } = plan(db, [
          listForm.map((column) => say(language, `exchange.columns.${column.key}`)),
          ...rows,
        ])
        expect(preview.rows.filter((each) => each.verdict !== 'same' || each.problems.length > 0)).toEqual([])
        expect(preview.counts.same).toBe(rows.length)
      }),
      { numRuns: long ? 1_000 : 60 },
    )
  })

  it('is replayed by its log', () => {
    fc.assert(
      fc.property(table, (dirty) => {
        const db = referenceRegister()
        importRows(db, [HEADINGS, ...goodRows(db, dirty)])
        const copy = scratchRegister()
        replay(db, copy)
        const content = (each: WriteDb) =>
          entityNames.map((name) => each.prepare(`SELECT * FROM ${name} ORDER BY id`).all())
        expect(content(copy)).toEqual(content(db))
        copy.close()
      }),
      { numRuns: long ? 300 : 10 },
    )
  })
})
