// The registers that are measured: made by the sample's seeded generator, with log, search and everything derived, kept between runs outside
// the checkout. Another schema, rules or generator makes others.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { loadReference } from '../../../db/registers/reference'
import { generateSample } from '../../../db/registers/sample/generate'
import { rulesVersion } from '../../../db/store/derive'
import { migrations } from '../../../db/store/migrations/index'
import { createRegister } from '../../../db/store/open'
import { syncPath } from '../../../db/store/register-file'
import { writeSet } from '../../../db/store/write'

/** the day that all measures ask about; statuses of the sample hold on it */
export const DAY = '2026-11-26'
export const NOW = `${DAY}T03:00:00.000Z`
export const sizes: readonly number[] = [32, 3_200, 32_000]
export type Size = number

/** so that 32,000 laboratories have 1,000,000 lines */
const LINES = { low: 22, high: 31 }
const SEED = 7

/** What the generator makes of eight laboratories, with the schema and the rules: a change of any gives another name. */
async function fingerprint(folder: string): Promise<string> {
  const file = join(folder, `try-${process.pid}.scn`)
  await make(file, 8)
  const db = new Database(file, { readonly: true })
  const hash = createHash('sha256').update(migrations.map(({ sql }) => sql).join('\n') + rulesVersion)
  for (const row of db.prepare('SELECT record, value FROM change ORDER BY rid').iterate())
    hash.update(JSON.stringify(row))
  db.close()
  rmSync(file)
  return hash.digest('hex').slice(0, 12)
}

async function make(file: string, labs: Size): Promise<void> {
  const about = { actor: 'bench', now: NOW }
  const made = await createRegister(file, { name: `Sổ mẫu ${labs}`, kind: 'sample', now: NOW }, async (db) => {
    writeSet(db, { ...about, kind: 'import', reason: 'Nạp danh mục dùng chung' }, loadReference)
    await generateSample(db, { labs, seed: SEED, day: DAY, lines: LINES, ...about })
  })
  made.close()
}

const DAYS_KEPT = 14

/** Those of other generators, schemas and rules; another checkout may still use them. */
function forgetUnused(cache: string): void {
  const before = Date.now() - DAYS_KEPT * 86_400_000
  for (const name of readdirSync(cache))
    if (statSync(join(cache, name)).mtimeMs < before) rmSync(join(cache, name), { recursive: true })
}

export interface Registers {
  /** Path of the closed register of so many laboratories, made first where there is none. It must stay as it is: write in a copy. */
  of(labs: Size): Promise<string>
  /** Path of a copy of it in a folder of its own, gone when the run ends. */
  copyOf(labs: Size): Promise<string>
  /** Path of another file kept among the registers, made first where there is none. It must stay as it is. */
  kept(name: string, make: (file: string) => void): string
}

export async function openRegisters(cache: string, scratch: string): Promise<Registers> {
  mkdirSync(cache, { recursive: true })
  const folder = join(cache, await fingerprint(scratch))
  mkdirSync(folder, { recursive: true })
  utimesSync(folder, new Date(), new Date())
  forgetUnused(cache)
  const of = async (labs: Size): Promise<string> => {
    const file = join(folder, `${labs}.scn`)
    if (existsSync(file)) return file
    const from = performance.now()
    process.stderr.write(`making the register of ${labs} laboratories … `)
    // beside it first: another run must not take half a register for a whole one
    const part = join(folder, `${labs}-${process.pid}.part.scn`)
    await make(part, labs)
    renameSync(part, file)
    rmSync(`${part}.lock`, { force: true })
    process.stderr.write(`${((performance.now() - from) / 1000).toFixed(0)} s\n`)
    return file
  }
  let copies = 0
  return {
    of,
    kept(name, make) {
      const file = join(folder, name)
      if (existsSync(file)) return file
      const part = `${file}.${process.pid}.part`
      make(part)
      renameSync(part, file)
      return file
    },
    async copyOf(labs) {
      const own = join(scratch, `copy-${(copies += 1)}`)
      mkdirSync(own)
      const copy = join(own, `${labs}.scn`)
      cpSync(await of(labs), copy)
      // or the first savings would wait for the disk to take in a register of gigabytes
      syncPath(copy)
      return copy
    },
  }
}
