// A register file with reference data and either the province's laboratories or a few of our own, a sheet made in the test, and the
// two calls an import is: plan and apply. Everything at the fixed day of tests/support.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { onTestFinished } from 'vitest'
import { csvLines } from '../../db/exchange/csv'
import { findHeader } from '../../db/exchange/headings'
import { applyImport, sourceOf } from '../../db/exchange/import/apply'
import { planTable } from '../../db/exchange/import/plan'
import type { ImportPlan } from '../../db/exchange/import/row-plan'
import type { Cell } from '../../db/exchange/cells'
import type { Table } from '../../db/exchange/read-table'
import { tableRow } from '../../db/exchange/table-row'
import type { ImportChoices } from '../../db/model/imports'
import { unwatched } from '../../db/jobs/job'
import type { ImportRow } from '../../db/model/shapes/exchange'
import { loadQuangNinh } from '../../db/registers/quang-ninh'
import { loadReference } from '../../db/registers/reference'
import type { WriteDb } from '../../db/store/database'
import { setLocal } from '../../db/store/local'
import { createRegister, scratchRegister, type OpenRegister } from '../../db/store/open'
import { writeSet, type Tx } from '../../db/store/write'
import { DAY, NOW, temporaryFolder, write } from '../support/register'

let template: Buffer | null = null

/** A register in memory with the reference lists (copied, so that property tests can have hundreds), and what `fill` adds. */
export function referenceRegister(fill?: (tx: Tx) => void): WriteDb {
  template ??= serialized()
  const db = new Database(template) as WriteDb
  db.pragma('foreign_keys = ON')
  onTestFinished(() => {
    db.close()
  })
  if (fill) write(db, fill)
  return db
}

function serialized(): Buffer {
  const db = scratchRegister()
  setLocal(db, 'replica', uuidv7())
  write(db, loadReference)
  const bytes = db.serialize()
  db.close()
  return bytes
}

/** Sổ Quảng Ninh as a file of its own, open for writing. */
export async function quangNinhFile(): Promise<OpenRegister> {
  const register = await createRegister(
    join(temporaryFolder(), 'so.scn'),
    { name: 'Sổ', kind: 'quang-ninh', now: NOW },
    (db) => {
      writeSet(db, { actor: 'an', now: NOW }, loadReference)
      writeSet(db, { actor: 'an', now: NOW }, loadQuangNinh)
    },
  )
  onTestFinished(() => register.close())
  return register
}

/** A table as a reader would give it; the first row holds the headings. */
export function tableOf(rows: Cell[][], choices: ImportChoices = {}, file = 'danh-sach.xlsx'): Table {
  const numbered = rows.map((cells, at) => ({ number: at + 1, cells }))
  const header = findHeader(numbered, choices)
  if (!header) throw new Error('no header')
  return {
    file,
    sha256: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
    sheet: 'Danh sách',
    sheets: [],
    reading: { format: 'xlsx', carried: [], encoding: null, delimiter: null, headerRow: header.at + 1 },
    header,
    rows: numbered
      .slice(header.at + 1)
      .filter(({ number }) => !choices.leave?.includes(number))
      .map(tableRow),
    leftOut: [],
    choices,
  }
}

export const plan = (db: WriteDb, rows: Cell[][], choices: ImportChoices = {}): ImportPlan =>
  planTable(db, tableOf(rows, choices), DAY, unwatched)

/** Plans and writes the good rows in one set, as the call does. */
export function importRows(db: WriteDb, rows: Cell[][], choices: ImportChoices = {}): ImportPlan {
  const planned = plan(db, rows, choices)
  writeSet(db, { actor: 'an', now: NOW, kind: 'import', batch: 'b', source: sourceOf(planned) }, (tx) =>
    applyImport(tx, planned, { day: DAY, instant: NOW }),
  )
  return planned
}

/** Rules of the problems of the only row, or of the row numbered so. */
export function rulesOf({ preview }: ImportPlan, row?: number): string[] {
  const found = row === undefined ? preview.rows : preview.rows.filter((each) => each.row === row)
  return found.flatMap((each) => each.problems.map((problem) => problem.rule))
}

export const verdicts = ({ preview }: ImportPlan): string[] => preview.rows.map((row) => row.verdict)

export const changes = (row: ImportRow | undefined): string[] =>
  (row?.cells ?? []).map((cell) => `${cell.column}: ${cell.before ?? ''} → ${cell.after ?? ''}`)

/** Writes bytes or a CSV text into a temporary folder; returns the path. */
export function fileOf(name: string, content: Uint8Array | string): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

export const csvOf = (headings: string[], rows: Cell[][]): Uint8Array =>
  Buffer.concat([...csvLines([headings, ...rows])])
