// “Diễn tập”: the newest backup put back into a scratch place and opened, its rows counted table by table, its fingerprint and attached
// files compared with what the manifest says. The register itself is not touched.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import type { Job } from '../jobs/job'
import { RegistryError } from '../model/errors'
import type { DrillResult } from '../model/shapes/backup'
import type { ReadDb } from '../store/database'
import { manifestOf, type Manifest } from './folder'
import { stateOf } from './inspect'
import { inScratch, putBack, type Stored } from './scratch'
import { troubleOf } from './verify'

export type DrillJob = Stored & { now: string }

export async function drillBackup({ now, ...stored }: DrillJob, job: Job): Promise<DrillResult> {
  const { folder, id } = stored
  const manifest = manifestOf(folder, id)
  const base = { at: now, backup: id, madeAt: manifest.madeAt, tables: 0, records: 0, differing: [] }
  const trouble = await troubleOf(stored, manifest, job)
  if (trouble !== null) return { ...base, passed: false, trouble }
  try {
    return await inScratch(stored.scratch, (scratch) => {
      const copy = join(scratch, 'drill.scn')
      putBack(stored, manifest, copy)
      const compared = compareCounts(copy, manifest)
      return { ...base, ...compared, passed: compared.differing.length === 0, trouble: null }
    })
  } catch (error) {
    if (error instanceof RegistryError && error.code !== 'cancelled' && error.code !== 'disk_full')
      return { ...base, passed: false, trouble: 'damaged' }
    throw error
  }
}

/** The marks of the file itself (table `local`) are set anew when it is opened: they do not count. */
function compareCounts(file: string, manifest: Manifest): Pick<DrillResult, 'tables' | 'records' | 'differing'> {
  const db = new Database(file, { readonly: true }) as ReadDb
  try {
    const state = stateOf(db)
    const tables = Object.keys(manifest.counts).filter((table) => table !== 'local')
    const differing = tables.filter((table) => state.counts[table] !== manifest.counts[table])
    if (state.fingerprint !== manifest.fingerprint) differing.push('change_set')
    return {
      tables: tables.length,
      records: tables.reduce((sum, table) => sum + (state.counts[table] ?? 0), 0),
      differing,
    }
  } finally {
    db.close()
  }
}
