// A small register in memory or in a temporary folder, with a fixed clock, for tests of the store.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { onTestFinished } from 'vitest'
import type { NewEntity } from '../../db/model/entities'
import type { WriteDb } from '../../db/store/database'
import { setLocal } from '../../db/store/local'
import { scratchRegister } from '../../db/store/open'
import { writeSet, type Tx, type Written } from '../../db/store/write'

export const DAY = '2026-11-23'
export const NOW = '2026-11-23T03:00:00.000Z'
export const clock = { now: () => Date.parse(NOW) }

/** An empty register with a replica of its own. */
export function emptyRegister(): WriteDb {
  const db = scratchRegister()
  setLocal(db, 'replica', uuidv7())
  onTestFinished(() => {
    db.close()
  })
  return db
}

/** One set written by “an” at NOW. */
export const write = <T>(db: WriteDb, fn: (tx: Tx) => T, actor = 'an'): Written<T> =>
  writeSet(db, { actor, now: NOW }, fn)

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scn-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A laboratory with a name and an owner; returns the ids. */
export function addLab(tx: Tx, name: string, owner = 'Công ty Mẫu (hư cấu)'): { lab: string; organization: string } {
  const organization = tx.create('organization', {})
  tx.create('organization_name', { organization, vi: owner })
  const lab = tx.create('laboratory', {})
  tx.create('laboratory_name', { laboratory: lab, vi: name })
  tx.create('laboratory_owner', { laboratory: lab, organization })
  return { lab, organization }
}

type NewAct = Omit<NewEntity<'decision_act'>, 'decision' | 'accreditation'>

/** An accreditation that covers the laboratory, with one decision per act. */
export function addAccreditation(tx: Tx, lab: string, code: string | null, acts: NewAct[]): string {
  const accreditation = tx.create('accreditation', code === null ? {} : { code: { raw: code, canonical: code } })
  tx.create('coverage', { accreditation, laboratory: lab })
  for (const act of acts)
    tx.create('decision_act', { ...act, accreditation, decision: tx.create('decision', { kind: 'QD' }) })
  return accreditation
}
