// What surrounds a register and goes wrong: a clock set back a year, a folder that an ordinary user may not write in.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { openRegistry } from '../../db/registry'
import { openDesk } from '../backup/desk'
import { temporaryFolder } from '../support/register'
import { built, builtWorker } from '../support/worker'
import { faultsOf } from './whole'

const caller = await built('tests/torture/caller.mts')
const workerFile = await builtWorker()

it(
  'a clock set back a year loses no write, mixes up no order and throws no backup away',
  { timeout: 60_000 },
  async () => {
    const desk = await openDesk({ workerFile })
    await desk.addLab('Phòng trước (hư cấu)')
    const newest = await desk.call('backups.make', {})
    desk.later(-365)
    await desk.addLab('Phòng sau (hư cấu)')
    await desk.call('backups.make', {})
    const { sets } = await desk.call('changes.sets', {})
    const numbers = sets.map(({ seq }) => seq)
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
    expect((await desk.call('labs.list', {})).total).toBe(2)
    const { rows } = await desk.call('backups.list', {})
    expect(rows.map(({ id }) => id)).toContain(newest.id)
    expect(rows).toHaveLength(2)
    await desk.registry.close()
    expect(faultsOf(desk.file, [])).toEqual([])
    const again = await openRegistry({ file: desk.file, workerFile, clock: Date })
    expect(await again.session({}).call('labs.list', {})).toMatchObject({ ok: true, value: { total: 2 } })
    await again.close()
  },
)

const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

/** Node and the program where an ordinary user can read them; as root the folders of both may be closed to others. */
function forOrdinaryUser(): { node: string; program: string; end(): void } {
  const place = mkdtempSync(join(tmpdir(), 'scn-nobody-'))
  chmodSync(place, 0o755)
  const link = (from: string, to: string): void => {
    mkdirSync(dirname(to), { recursive: true })
    try {
      execFileSync('cp', ['-al', from, to], { stdio: 'ignore' })
    } catch {
      execFileSync('cp', ['-a', from, to])
    }
  }
  link(realpathSync(process.execPath), join(place, 'node'))
  link(caller, join(place, 'caller.js'))
  const library = resolve(import.meta.dirname, '../../node_modules/better-sqlite3')
  link(realpathSync(library), join(place, 'node_modules/better-sqlite3'))
  return {
    node: join(place, 'node'),
    program: join(place, 'caller.js'),
    end: () => rmSync(place, { recursive: true, force: true }),
  }
}

it(
  'a folder closed to writing opens for reading, refuses a save in words and is left as it was, for an ordinary user',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'so.scn')
    const source = join(temporaryFolder(), 'so.scn')
    const registry = await openRegistry({ file: source, clock: Date })
    await registry.session({ actor: 'an' }).call('register.create', { kind: 'empty' })
    await registry.close()
    copyFileSync(source, file)
    chmodSync(file, 0o444)
    chmodSync(folder, 0o555)
    const before = readFileSync(file)
    const { node, program, end } = forOrdinaryUser()
    const ask = (name: string, input: string): string => {
      const who = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
      const { stdout, stderr } = spawnSync(node, [program, file, '', name, input], {
        ...who,
        cwd: '/',
        encoding: 'utf8',
      })
      return stdout.split('\n').at(-2) ?? stderr
    }
    try {
      expect(JSON.parse(ask('register.info', '{}'))).toMatchObject({ ok: true, value: { readOnly: 'medium' } })
      expect(JSON.parse(ask('organizations.save', '{"change":{"nameVi":"Công ty Mẫu (hư cấu)"}}'))).toMatchObject({
        ok: false,
        error: { code: 'read_only' },
      })
      expect(readdirSync(folder)).toEqual(['so.scn'])
      expect(readFileSync(file).equals(before)).toBe(true)
    } finally {
      chmodSync(folder, 0o755)
      end()
    }
  },
)
