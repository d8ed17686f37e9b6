// A program killed half-way through a long piece of work: an export, an import, the first opening of a register of an older version.
import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../db/registers/sample/random'
import { openRegistry } from '../../db/registry'
import { migrations } from '../../db/store/migrations/index'
import { openRegister } from '../../db/store/open'
import { temporaryFolder } from '../support/register'
import { built, builtWorker } from '../support/worker'
import { faultsOf } from './whole'

const TIMES = process.env['SCN_LONG'] === '1' ? 60 : 4
const caller = await built('tests/torture/caller.mts')
const worker = await builtWorker()
const random = seededRandom(21)

interface Ended {
  killed: boolean
  out: string
  /** ms from the awaited word to the end */
  took: number
}

/** Runs the call and kills it `after` ms after it has said `word`; null: never. */
function run(args: readonly string[], word: 'open' | 'go', after: number | null): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [caller, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    let since = 0
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString()
      if (since !== 0 || !out.includes(`${word}\n`)) return
      since = performance.now()
      if (after !== null) setTimeout(() => child.kill('SIGKILL'), after)
    })
    child.on('exit', (_code, signal) => done({ killed: signal === 'SIGKILL', out, took: performance.now() - since }))
  })
}

/** Kills at random moments within the time that the whole call takes; how many kills hit. */
async function killedAgainAndAgain(
  args: readonly string[],
  word: 'open' | 'go',
  begin: () => void,
  look: (ended: Ended) => void | Promise<void>,
): Promise<number> {
  begin()
  const { took } = await run(args, word, null)
  let kills = 0
  for (let at = 0; at < TIMES; at += 1) {
    begin()
    const ended = await run(args, word, random.next() * took)
    if (ended.killed) kills += 1
    await look(ended)
  }
  return kills
}

const folder = mkdtempSync(join(tmpdir(), 'scn-jobs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const source = join(folder, 'nguồn.scn')
const register = join(folder, 'so.scn')
const list = join(folder, 'danh sách.csv')
let preview = ''

beforeAll(async () => {
  const registry = await openRegistry({ file: source, workerFile: worker, clock: Date })
  const session = registry.session({ actor: 'an' })
  await session.call('register.create', { kind: 'sample', labs: 120 })
  const rows = Array.from({ length: 300 }, (_, at) => `Phòng nhập ${at} (hư cấu);VILAS ${9000 + at}`)
  writeFileSync(list, `\uFEFFTên phòng;Mã số\r\n${rows.join('\r\n')}\r\n`)
  const made = await session.call('exchange.importPreview', { file: registry.grant(list, 'read') })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  preview = (made.value as { fingerprint: string }).fingerprint
  await registry.close()
}, 120_000)

const begin = (): void => {
  for (const name of readdirSync(folder)) if (name.startsWith('so.scn')) rmSync(join(folder, name), { recursive: true })
  copyFileSync(source, register)
}

describe('killed half-way', () => {
  it('an export leaves the file that was there, or the whole new one', { timeout: 300_000 }, async () => {
    const target = join(folder, 'ra.csv')
    const args = [register, worker, 'exchange.exportList', '{"format":"csv"}', `>${target}`]
    begin()
    await run(args, 'go', null)
    const whole = readFileSync(target).length
    const seen = new Set<string>()
    const prepare = (): void => {
      begin()
      writeFileSync(target, 'bản cũ')
    }
    const kills = await killedAgainAndAgain(args, 'go', prepare, () => {
      const now = readFileSync(target)
      const is = now.toString() === 'bản cũ' ? 'old' : now.length === whole ? 'new' : `${now.length} bytes`
      expect(['old', 'new']).toContain(is)
      seen.add(is)
    })
    expect(kills).toBeGreaterThan(0)
    expect(seen.has('old')).toBe(true)
  })

  it('an import has written all of its rows or none', { timeout: 300_000 }, async () => {
    const options = JSON.stringify({ preview, options: { skipErrors: false } })
    const args = [register, worker, 'exchange.importCommit', options, `<${list}`]
    const kills = await killedAgainAndAgain(args, 'go', begin, async ({ out, killed }) => {
      expect(faultsOf(register, [])).toEqual([])
      const opened = await openRegistry({ file: register, workerFile: worker, clock: Date })
      const found = await opened.session({}).call('labs.list', { text: 'phòng nhập' })
      await opened.close()
      const total = found.ok ? (found.value as { total: number }).total : -1
      expect([0, 300]).toContain(total)
      if (!killed || out.includes('"ok":true')) expect(total).toBe(300)
    })
    expect(kills).toBeGreaterThan(0)
  })

  const fixtures = resolve(import.meta.dirname, '../fixtures/schema')
  it.each(readdirSync(fixtures).filter((name) => name.endsWith('.scn')))(
    'the first opening of %s leaves it as it was, or brought up to date, and the next opening does it',
    { timeout: 300_000 },
    async (name) => {
      const file = join(temporaryFolder(), 'so.scn')
      const prepare = (): void => {
        for (const each of readdirSync(join(file, '..'))) rmSync(join(file, '..', each), { recursive: true })
        copyFileSync(join(fixtures, name), file)
      }
      const kills = await killedAgainAndAgain([file, worker, 'register.info'], 'open', prepare, () => {
        expect(faultsOf(file, [])).toEqual([])
        const opened = openRegister(file)
        expect(opened.db.pragma('user_version', { simple: true })).toBe(migrations.length)
        opened.close()
      })
      expect(kills).toBeGreaterThan(0)
    },
  )
})
