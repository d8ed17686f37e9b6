// Law: what an export writes, a preview of that file calls “same”, row for row; importing it changes nothing.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { checkExport } from '../../db/exchange/check-export'
import { exportRows } from '../../db/exchange/export-list'
import { listForm } from '../../db/exchange/form'
import { planImport } from '../../db/exchange/import/plan'
import { unwatched } from '../../db/jobs/job'
import { labGroups, labSorts } from '../../db/model/inputs'
import { languages } from '../../db/model/texts/say'
import { fillRegister } from '../../db/registers/index'
import { createRegister } from '../../db/store/open'
import { DAY, NOW, temporaryFolder } from '../support/register'
import { goodRows, HEADINGS, table } from './import/random-table'
import { importRows, quangNinhFile, referenceRegister } from './support'

describe('Sổ Quảng Ninh, exported and previewed', () => {
  it.each(['xlsx', 'ods', 'csv'] as const)(
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
            { register: file, path, format, query: {}, day: DAY, language, columns, made: NOW, app: '0.1.0' },
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
      for (const format of ['xlsx', 'ods', 'csv'] as const) {
        const path = join(temporaryFolder(), `ra.${format}`)
        await exportRows(
          { register: file, path, format, query: {}, day: DAY, language: 'vi', columns: null, made: NOW, app: '0.1.0' },
          unwatched,
        )
        const { preview } = await planImport({ register: file, source: { path }, choices: {}, day: DAY }, unwatched)
        expect(preview.rows.filter((row) => row.verdict !== 'same' || row.problems.length > 0)).toEqual([])
        expect(preview.counts.same).toBe(32)
      }
    },
  )
})

const long = process.env['SCN_LONG'] === '1'

describe('law: what an export writes, an import of that file finds nothing to do for', () => {
  const wish = fc.record({
    format: fc.constantFrom('xlsx' as const, 'ods' as const, 'csv' as const),
    language: fc.constantFrom(...languages),
    group: fc.option(fc.constantFrom(...labGroups), { nil: undefined }),
    sort: fc.constantFrom(...labSorts),
    descending: fc.boolean(),
    columns: fc.shuffledSubarray(listForm.map(({ key }) => key)),
    conditions: fc.array(fc.constantFrom('tên phòng: a; b', 'STT', '=1+1', 'mã số: 016'), { maxLength: 3 }),
  })
  it(
    'on random registers: any format, language, grouping, order and choice of columns',
    { timeout: long ? 600_000 : 60_000 },
    async () => {
      const folder = temporaryFolder()
      await fc.assert(
        fc.asyncProperty(table, wish, async (dirty, { format, language, columns, conditions, ...query }) => {
          const db = referenceRegister()
          importRows(db, [HEADINGS, ...goodRows(db, dirty)])
          const [register, path] = [join(folder, 'so.scn'), join(folder, `ra.${format}`)]
          writeFileSync(register, db.serialize())
          const shown = [...new Set([...columns, 'nameVi', 'id'])]
          const job = {
            register,
            path,
            format,
            query,
            day: DAY,
            language,
            columns: shown,
            conditions,
            made: NOW,
            app: '0.1.0',
          }
          const exported = await exportRows(job, unwatched)
          const { preview, rows } = await planImport({ register, source: { path }, choices: {}, day: DAY }, unwatched)
          const labs = db.prepare<[], number>('SELECT count(*) FROM laboratory').pluck().get()!
          expect(preview.rows.filter((row) => row.verdict !== 'same' || row.problems.length > 0)).toEqual([])
          expect([preview.counts.same, rows]).toEqual([labs, []])
          expect(preview.leftOut.filter(({ reason }) => reason === 'repeated')).toHaveLength(exported.rows - labs)
          expect((await checkExport({ path, register, language }, unwatched)).verdict).toBe('as_exported')
        }),
        { numRuns: long ? 600 : 40 },
      )
    },
  )
})
