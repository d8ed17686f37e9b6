// Laws of the working copy on random registers: exported and brought back it changes nothing; edited on both sides no edit is lost: each one is applied,
// equal, or a conflict that is shown.
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CellValue } from 'hucre/xlsx'
import { bookSheets, headingOf, type BookColumn, type BookSheet } from '../../../db/exchange/book/layout'
import type { KeptChoices } from '../../../db/model/book-choices'
import { cellKey } from '../../../db/model/book-choices'
import { entityNames } from '../../../db/model/entities'
import type { Language } from '../../../db/model/texts/say'
import { fillRegister } from '../../../db/registers/index'
import { seededRandom } from '../../../db/registers/sample/random'
import { readRecord } from '../../../db/store/columns'
import { fingerprint } from '../../../db/store/log'
import { createRegister, type OpenRegister } from '../../../db/store/open'
import { DAY, NOW, temporaryFolder, write } from '../../support/register'
import { quangNinhFile } from '../support'
import { bringBack, compare, edited, exported } from './support'

const seeds = process.env['SCN_LONG'] === '1' ? Array.from({ length: 40 }, (_, at) => at + 1) : [3, 11]

async function sample(seed: number, labs: number): Promise<OpenRegister> {
  const filling = { kind: 'sample', actor: 'an', now: NOW, day: DAY, seed, labs } as const
  const about = { name: 'Mẫu', kind: 'sample', now: NOW } as const
  const register = await createRegister(join(temporaryFolder(), 'mau.scn'), about, (db) => fillRegister(db, filling))
  onTestFinished(() => register.close())
  return register
}

describe('exported and brought back', () => {
  it.each(['vi', 'en'] as const)('Sổ Quảng Ninh changes nothing (%s)', async (language: Language) => {
    const register = await quangNinhFile()
    const plan = await compare(register, await exported(register, language))
    expect([plan.preview.rows, plan.preview.base, plan.preview.sheets.flatMap(({ notes }) => notes)]).toEqual([
      [],
      'log',
      [],
    ])
    expect(plan.preview.counts.same).toBeGreaterThan(100)
  })
  it.each(seeds)('a sample register changes nothing, with the log and without it (seed %i)', async (seed) => {
    const register = await sample(seed, 8)
    const path = await exported(register, seed % 2 === 0 ? 'en' : 'vi')
    const before = fingerprint(register.db)
    const plan = await compare(register, path)
    expect([plan.preview.rows, plan.preview.base]).toEqual([[], 'log'])
    expect(bringBack(register, plan).set).toBeNull()
    expect(fingerprint(register.db)).toBe(before)
    // a copy of the register that does not know the export's moment: the file's own memory is the base
    register.db
      .prepare(`UPDATE change_set SET id = 'other' WHERE commit_seq = (SELECT max(commit_seq) FROM change_set)`)
      .run()
    const elsewhere = await compare(register, path)
    expect([elsewhere.preview.rows, elsewhere.preview.base]).toEqual([[], 'file'])
  })
  it('every living record of the register stands in the workbook once', async () => {
    const register = await sample(5, 8)
    const path = await exported(register)
    const counts = (await compare(register, path)).preview.counts.same
    const inSheets = new Set(bookSheets.flatMap(({ parts }) => parts.map(({ entity }) => entity)))
    const living = entityNames
      .filter((entity) => inSheets.has(entity))
      .reduce(
        (sum, entity) =>
          sum +
          register.db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${entity} WHERE trashed_at IS NULL`).get()!
            .n,
        0,
      )
    const companions = register.db
      .prepare<[object], { n: number }>(
        `SELECT (SELECT count(DISTINCT organization_rid) FROM organization_name WHERE trashed_at IS NULL AND from_day <= :day AND to_day >= :day)
              + (SELECT count(DISTINCT laboratory_rid) FROM laboratory_name WHERE trashed_at IS NULL AND from_day <= :day AND to_day >= :day)
              + (SELECT count(DISTINCT laboratory_rid) FROM laboratory_owner WHERE trashed_at IS NULL AND from_day <= :day AND to_day >= :day) AS n`,
      )
      .get({ day: DAY })!.n
    expect(counts).toBe(living - companions)
  })
})

/** A cell that a person may write anything into. */
const isFree = ({ kind, field, part }: BookColumn): boolean =>
  kind === 'text' &&
  part === 0 &&
  [
    'note',
    'phone',
    'manager',
    'website',
    'address',
    'label',
    'technique',
    'range',
    'cmc',
    'matrixEn',
    'testVi',
  ].includes(field)

interface Edited {
  sheet: BookSheet
  column: BookColumn
  id: string
  base: unknown
  theirs: string
  ours: unknown
}

describe('edited in the file and in the register at once', () => {
  it.each(seeds)('loses no edit, whoever made it (seed %i)', async (seed) => {
    const register = await sample(seed, 6)
    const random = seededRandom(seed)
    const path = await exported(register)
    const edits: Edited[] = []
    const words = ['một', 'hai', 'ba', '016', '=1+1', '  hai đầu trống  ', 'dòng\nhai']
    const changed = await edited(path, (_, sheets) => {
      for (const sheet of bookSheets) {
        const rows = sheets.find(({ rows: [head] }) => sheet.parts.every(({ entity }) => head!.includes(`#${entity}`)))!
        const free = sheet.columns.filter(isFree)
        const main = rows.rows[0]!.indexOf(`#${sheet.entity}`)
        for (const row of rows.rows.slice(1).filter((each) => each[main])) {
          for (const column of free) {
            if (!random.chance(0.2)) continue
            const id = String(row[main])
            const theirs = random.pick(words)
            row[rows.at(headingOf('vi', sheet, column))] = theirs as CellValue
            const base = readRecord(register.db, sheet.entity, id)[column.field]
            edits.push({ sheet, column, id, base, theirs: theirs.trim(), ours: base })
          }
        }
      }
    })
    // in the register half of the same fields, and as many others
    const others: { entity: BookSheet['entity']; id: string; field: string; value: string }[] = []
    write(register.db, (tx) => {
      for (const edit of edits) {
        if (!random.chance(0.5)) continue
        const value = random.pick(['một', 'sổ', 'ba'])
        tx.change(edit.sheet.entity, edit.id, { [edit.column.field]: value })
        edit.ours = value
      }
      for (const { id } of register.db.prepare<[], { id: string }>('SELECT id FROM laboratory').all()) {
        tx.change('laboratory', id, { email: `${id.slice(-4)}@mau.example` })
        others.push({ entity: 'laboratory', id, field: 'email', value: `${id.slice(-4)}@mau.example` })
      }
    })
    const plan = await compare(register, changed)
    const shown = new Map(plan.preview.rows.flatMap((row) => row.cells.map((cell) => [cellKey(row, cell), cell])))
    const choices: KeptChoices = { cells: {}, rows: {} }
    const expected: unknown[] = []
    const kinds = new Set<string>()
    for (const { column, id, base, theirs, ours } of edits) {
      const key = `${id}/${column.key}`
      const cell = shown.get(key)
      shown.delete(key)
      if (theirs === ours || theirs === base) {
        expect(cell, key).toBeUndefined()
        expected.push(ours)
        kinds.add('equal')
      } else if (ours === base) {
        expect(cell, key).toMatchObject({ kind: 'change', theirs })
        expected.push(theirs)
        kinds.add('change')
      } else {
        expect(cell, key).toMatchObject({ kind: 'conflict', ours, theirs, base: base ?? null })
        choices.cells[key] = random.pick(['ours', 'theirs'] as const)
        expected.push(choices.cells[key] === 'ours' ? ours : theirs)
        kinds.add('conflict')
      }
    }
    expect([...shown.keys()]).toEqual([]) // and nothing that nobody edited
    expect([...kinds].toSorted()).toEqual(['change', 'conflict', 'equal'])
    bringBack(register, plan, choices)
    expect(edits.map(({ sheet, id, column }) => readRecord(register.db, sheet.entity, id)[column.field])).toEqual(
      expected,
    )
    for (const { entity, id, field, value } of others) expect(readRecord(register.db, entity, id)[field]).toBe(value)
    // once more: only the conflicts that kept the register's value are told again, and answered alike nothing is written
    const again = await compare(register, changed)
    expect(
      again.preview.rows.flatMap(({ cells }) => cells.map(({ kind }) => kind)).every((kind) => kind === 'conflict'),
    ).toBe(true)
    expect(bringBack(register, again, choices).set).toBeNull()
  })
})
