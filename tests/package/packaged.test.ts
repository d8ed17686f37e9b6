import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const ON = '1'.charCodeAt(0)
const OFF = '0'.charCodeAt(0)

let folder: string
let executable: string

beforeAll(() => {
  const result = spawnSync(process.execPath, ['build/package.mjs', '--dir'], { cwd: root, encoding: 'utf8' })
  const built = /built: (\S+-unpacked)/.exec(result.stderr)?.[1]
  if (result.status !== 0 || built === undefined) throw new Error(`${result.stdout}${result.stderr}`)
  folder = join(root, built)
  executable = join(folder, process.platform === 'win32' ? 'so-cong-nhan.exe' : 'so-cong-nhan')
}, 300_000)

// Electron checks the archive against its hash (asarIntegrity) on Windows and macOS only; on Linux the fuse is flipped and does nothing.
it('closes every door of Electron that a register needs no more', async () => {
  const fuses = await getCurrentFuseWire(executable)
  expect({
    runAsNode: fuses[FuseV1Options.RunAsNode],
    cookieEncryption: fuses[FuseV1Options.EnableCookieEncryption],
    nodeOptions: fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspect: fuses[FuseV1Options.EnableNodeCliInspectArguments],
    asarIntegrity: fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    onlyAsar: fuses[FuseV1Options.OnlyLoadAppFromAsar],
    ownSnapshot: fuses[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot],
    fileProtocol: fuses[FuseV1Options.GrantFileProtocolExtraPrivileges],
  }).toEqual({
    runAsNode: OFF,
    cookieEncryption: ON,
    nodeOptions: OFF,
    inspect: OFF,
    asarIntegrity: ON,
    onlyAsar: ON,
    ownSnapshot: OFF,
    fileProtocol: OFF,
  })
})

it('ships the bundle, the SQLite library and nothing else', () => {
  const files = listPackage(join(folder, 'resources/app.asar'), { isPack: false }).map((file) =>
    file.replaceAll('\\', '/'),
  )
  const allowed = /^\/(package\.json|out(\/.*)?|node_modules(\/better-sqlite3(\/.*)?)?)$/
  expect(files.filter((file) => !allowed.test(file))).toEqual([])
  expect(files.filter((file) => file.endsWith('.node'))).toContain(
    `/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
  )
  expect(files.filter((file) => /\.(ts|tsx|scn|c|cpp|map)$/.test(file))).toEqual([])
})

describe('the packaged app', () => {
  let running: { child: ChildProcess; profile: string } | undefined

  afterEach(async () => {
    if (running === undefined) return
    const { child, profile } = running
    if (child.exitCode === null) await new Promise((done) => child.once('exit', done).kill())
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    running = undefined
  })

  /** Starts it as an attacker would like to (as Node, with a preload), attaches from outside and gives its first window. */
  async function open(): Promise<{ page: Page; address: string }> {
    const { env, args } = inject('electron')
    const profile = mkdtempSync(join(tmpdir(), 'scn-packaged-'))
    const switches = [
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--password-store=basic',
      '--log-level=3',
    ]
    const hostile = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require /nonexistent.js' }
    const child = spawn(executable, [...args, ...switches], {
      env: { ...process.env, ...env, ...hostile },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    running = { child, profile }
    const address = await debuggerAddress(child)
    const browser = await attach(address)
    const context = browser.contexts()[0]
    if (context === undefined) throw new Error('the packaged app opened no window')
    return { page: context.pages()[0] ?? (await context.waitForEvent('page')), address }
  }

  it('answers a call without a window, as a task of the system starts it, while the program may be open', () => {
    const { env, args } = inject('electron')
    const home = mkdtempSync(join(tmpdir(), 'scn-task-'))
    const register = join(home, 'so.scn')
    const run = (...words: string[]) => {
      const ended = spawnSync(
        executable,
        [...args, '--log-level=3', '--no-window', ...words, '--today', '2026-11-23'],
        {
          env: { ...process.env, ...env },
          encoding: 'utf8',
          timeout: 60_000,
        },
      )
      return { code: ended.status, out: ended.stdout, err: ended.stderr }
    }
    try {
      expect(run('register.create', '{"kind":"quang-ninh"}', '--file', register).code).toBe(0)
      const dumped = run('exchange.exportRegister', '--to', join(home, 'sổ {day}.json'), '--file', register)
      expect(JSON.parse(dumped.out)).toMatchObject({ file: 'sổ 2026-11-23.json' })
      expect(readdirSync(home)).toContain('sổ 2026-11-23.json')
      const refused = run('exchange.exportRegister', '--to', join(home, 'không có', 'so.json'), '--file', register)
      expect([refused.code, refused.out]).toEqual([1, ''])
      expect(refused.err).toContain('file_missing')
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  })

  it('opens its window on the province’s register and lists its laboratories', async () => {
    const { page, address } = await open()
    await page.getByText(/12 phòng trong sổ/).waitFor()
    await page.keyboard.press('Control+2')
    await page.getByRole('gridcell').first().waitFor()
    expect(new URL(page.url()).protocol).toBe('app:')
    // it has tried to open its developer tools by itself (electron/self-test.ts), and no key opens them
    for (const keys of ['F12', 'Control+Shift+I', 'Control+Shift+J', 'Control+Shift+C']) await page.keyboard.press(keys)
    expect(await page.evaluate(() => 'require' in globalThis)).toBe(false)
    await page.waitForTimeout(300)
    expect((await targets(address)).filter(({ url }) => !url.startsWith('app://bundle/'))).toEqual([])
  })
})

/** A target that is just being made may leave an attempt without an answer; then another one is made. */
async function attach(address: string, attempts = 3): Promise<Browser> {
  try {
    return await chromium.connectOverCDP(address, { timeout: 10_000 })
  } catch (error) {
    if (attempts === 1) throw error
    return attach(address, attempts - 1)
  }
}

/** Everything that shows a page: windows, and developer tools if any stand open. */
async function targets(address: string): Promise<{ type: string; url: string }[]> {
  const reply = await fetch(`http://${new URL(address).host}/json/list`)
  const all = (await reply.json()) as { type: string; url: string }[]
  return all.filter(({ type }) => type === 'page' || type === 'other')
}

function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let log = ''
    child.stderr?.on('data', (chunk) => {
      log += String(chunk)
      const address = /DevTools listening on (ws:\S+)/.exec(log)?.[1]
      if (address !== undefined) done(address)
    })
    child.once('exit', (code) => fail(new Error(`the packaged app ended with ${code}: ${log}`)))
  })
}
