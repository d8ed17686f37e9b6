// The short form of `npm run torture`: kills, a cut journal and a cut of the power, each looked at as the next start would.
import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../db/registers/sample/random'
import { openRegistry } from '../../db/registry'
import { temporaryFolder } from '../support/register'
import { built } from '../support/worker'
import { oneLife, torture } from './kills'
import type { Acknowledged } from './operations'
import { cutPower, forgetfulDisk } from './power'
import { faultsOf } from './whole'

const writer = await built('tests/torture/writer.mts')
const temporary = mkdtempSync(join(tmpdir(), 'scn-power-'))
/** SQLite's own threshold: 1,000 pages of 4,096 bytes. */
const CHECKPOINT_BYTES = 1000 * 4096
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

async function emptyRegister(): Promise<string> {
  const file = join(temporaryFolder(), 'so.scn')
  const registry = await openRegistry({ file, clock: Date })
  const made = await registry.session({ actor: 'an' }).call('register.create', { kind: 'empty' })
  expect(made.ok).toBe(true)
  await registry.close()
  return file
}

function setsOf(file: string): number {
  const db = new Database(file, { readonly: true })
  const sets = db.prepare<[], number>('SELECT coalesce(max(commit_seq), 0) FROM change_set').pluck().get()!
  db.close()
  return sets
}

describe('a register whose program is killed while it writes', () => {
  it(
    'has everything that was told saved, nothing half, and a log that gives its tables',
    { timeout: 60_000 },
    async () => {
      const file = await emptyRegister()
      const { acknowledged, faults } = await torture({ writer, file, kills: 10, random: seededRandom(7) })
      expect(faults).toEqual([])
      expect(acknowledged).toBeGreaterThan(50)
    },
  )

  it(
    'opens as an exact prefix of what was told, at whatever byte its journal is cut',
    { timeout: 60_000 },
    async () => {
      const file = await emptyRegister()
      const random = seededRandom(11)
      // Ends before SQLite's first checkpoint: no disk loses a frame of the journal that a checkpoint, which syncs it first, copied away.
      const told = await oneLife({ writer, file, seed: 3, end: { writes: 36 } })
      const bytes = statSync(`${file}-wal`).size
      expect(bytes).toBeLessThan(CHECKPOINT_BYTES)
      const cut = join(temporaryFolder(), 'so.scn')
      const kept = new Set<number>()
      for (let at = 0; at < 40; at += 1) {
        copyFileSync(file, cut)
        copyFileSync(`${file}-wal`, `${cut}-wal`)
        truncateSync(`${cut}-wal`, random.int(0, bytes))
        expect(faultsOf(cut, [])).toEqual([])
        kept.add(setsOf(cut))
      }
      expect(Math.max(...kept)).toBeLessThanOrEqual(told.at(-1)!.seq + 1)
      expect(kept.size).toBeGreaterThan(5)
    },
  )
})

const library = forgetfulDisk(resolve(import.meta.dirname, 'power.c'), temporary)

describe('a power cut, in which every write that no sync followed is taken back', () => {
  it('takes nothing that was told saved', { timeout: 60_000 }, async () => {
    const file = await emptyRegister()
    const env = { LD_PRELOAD: library }
    const run = { writer, file, kills: 6, random: seededRandom(13), env, afterKill: () => cutPower(file) }
    const { acknowledged, faults } = await torture(run)
    expect(faults).toEqual([])
    expect(acknowledged).toBeGreaterThan(30)
  })

  it('would take some if the register synced less: the cut is a real one', { timeout: 60_000 }, async () => {
    const file = await emptyRegister()
    const env = { LD_PRELOAD: library }
    let lost = 0
    const afterKill = () => (lost += cutPower(file))
    const run = { writer, file, kills: 6, random: seededRandom(13), env, manner: 'careless' as const, afterKill }
    const { faults } = await torture(run)
    expect(lost).toBeGreaterThan(0)
    expect(faults.join()).toMatch(/lost .* of set/)
  })
})

describe('a full disk', () => {
  it('is told as such at the first write that finds no room; all before it is saved', { timeout: 60_000 }, async () => {
    const file = await emptyRegister()
    const env = { ...process.env, LD_PRELOAD: library, SCN_DISK_FULL_AT: '600000' }
    const { status, stdout, stderr } = spawnSync(process.execPath, [writer, file, '17'], { env, encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toMatch(/: disk_full /)
    const told = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Acknowledged)
    expect(told.length).toBeGreaterThan(5)
    expect(faultsOf(file, told)).toEqual([])
    expect(setsOf(file)).toBe(told.at(-1)!.seq)
  })
})
