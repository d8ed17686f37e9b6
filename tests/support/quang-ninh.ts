// Sổ Quảng Ninh as a new register on the tests' day, and a laboratory's page in it by a part of its name.
import { expect } from 'vitest'
import type { LabPage } from '../../db/model/shapes/lab'
import { fillRegister } from '../../db/registers/index'
import type { WriteDb } from '../../db/store/database'
import { labPage } from '../../db/store/lab-page'
import { listLabs } from '../../db/store/labs'
import { DAY, emptyRegister, NOW } from './register'

export async function quangNinh(): Promise<WriteDb> {
  const db = emptyRegister()
  await fillRegister(db, { kind: 'quang-ninh', actor: 'an', now: NOW, day: DAY })
  return db
}

/** The page of the one laboratory whose name contains `part`. */
export function page(db: WriteDb, part: string, day = DAY): LabPage {
  const rows = listLabs(db, { limit: 100 }, day).rows.filter((row) => row.nameVi.includes(part))
  expect(rows.map((row) => row.nameVi)).toHaveLength(1)
  return labPage(db, rows[0]!.id, day)
}
