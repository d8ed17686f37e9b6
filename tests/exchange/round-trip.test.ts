// Law: what an export writes, a preview of that file calls “same”, row for row; importing it changes nothing.
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { exportRows } from '../../db/exchange/export-list'
import { planImport } from '../../db/exchange/import/plan'
import { unwatched } from '../../db/jobs/job'
import { fillRegister } from '../../db/registers/index'
import { createRegister } from '../../db/store/open'
import { DAY, NOW, temporaryFolder } from '../support/register'
import { quangNinhFile } from './support'

describe('Sổ Quảng Ninh, exported and previewed', () => {
  it.each(['xlsx', 'csv'] as const)(
    'is the same in every row as %s, in both languages, with and without record ids',
    async (format) => {
      const { file, db } = await quangNinhFile()
      const labs = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM laboratory').get()!.n
      expect(labs).toBeGreaterThan(5)
      for (const language of ['vi', 'en'] as const) {
        for (const columns of [
          null,
          ['nameVi', 'owner', 'sector', 'address', 'phone', 'schemes', 'codes', 'standards', 'fields', 'note'],
        ]) {
          const path = join(temporaryFolder(), `ra.${format}`)
          const exported = await exportRows(
            { register: file, path, format, query: {}, day: DAY, language, columns },
            unwatched,
          )
          expect(exported.rows).toBe(labs)
          const { preview, rows } = await planImport(
            { register: file, source: { path }, choices: {}, day: DAY },
            unwatched,
          )
          expect(preview.rows.filter((row) => row.verdict !== 'same' || row.problems.length > 0)).toEqual([])
          expect(preview.counts).toEqual({ new: 0, change: 0, same: labs, conflict: 0, error: 0 })
          expect(rows).toEqual([])
        }
      }
    },
  )
})

describe('Sổ mẫu, exported and previewed', () => {
  it.each(process.env['SCN_LONG'] === '1' ? [1, 2, 3, 4, 5] : [7])(
    'is the same in every row (seed %i)',
    async (seed) => {
      const filling = { kind: 'sample', actor: 'an', now: NOW, day: DAY, seed } as const
      const { file, close } = await createRegister(
        join(temporaryFolder(), 'mau.scn'),
        { name: 'Mẫu', kind: 'sample', now: NOW },
        (db) => fillRegister(db, filling),
      )
      onTestFinished(close)
      for (const format of ['xlsx', 'csv'] as const) {
        const path = join(temporaryFolder(), `ra.${format}`)
        await exportRows(
          { register: file, path, format, query: {}, day: DAY, language: 'vi', columns: null },
          unwatched,
        )
        const { preview } = await planImport({ register: file, source: { path }, choices: {}, day: DAY }, unwatched)
        expect(preview.rows.filter((row) => row.verdict !== 'same' || row.problems.length > 0)).toEqual([])
        expect(preview.counts.same).toBe(32)
      }
    },
  )
})
