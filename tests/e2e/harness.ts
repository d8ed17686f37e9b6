// Starts the real app in the real Electron for one test file and cleans up after it. The day is fixed; each test names its own folder
// for the profile. Pickers of the system cannot be driven from outside: a test says what the person would choose.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, errors, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, afterEach, expect, inject } from 'vitest'
import type { CallName, Input, Output } from '../../db/contract'
import type { RegistryBridge, RegistryState } from '../../db/model/bridge'
import type { Reply } from '../../db/model/errors'
import { handOver, ordinaryUser } from './ordinary-user'

export const root = resolve(import.meta.dirname, '../..')
export const artifacts = join(root, 'tests/.artifacts')
export const TODAY = '2026-11-23'

export interface LaunchOptions {
  /** the profile; a new one unless told */
  userData?: string
  /** the registry's day */
  today?: string
  args?: readonly string[]
  /** as an ordinary user with Chromium's sandbox on, also where the tests run as root */
  ordinary?: boolean
}

export interface Launched {
  app: ElectronApplication
  page: Page
  userData: string
  /** what the program wrote to stderr so far */
  stderr: () => string
  /** Quits as a person would and starts again on the same profile. */
  restart(): Promise<Launched>
  close(): Promise<void>
}

const folders: string[] = []
const running = new Set<ElectronApplication>()

/** What each window shows when a test fails: its words in the output, where CI keeps them, and a picture. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const page of [...running].flatMap((app) => app.windows())) {
    const shown = await page.evaluate(() => document.body.innerText).catch(String)
    console.warn(`“${task.name}” failed while a window showed:\n${shown.slice(0, 2_000)}`)
    await screenshot(page, `failed-${task.name.slice(0, 60)}`).catch(() => '')
  }
})

afterAll(async () => {
  await Promise.all([...running].map((app) => app.close()))
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A new folder outside the checkout, removed after the test file. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scn-e2e-'))
  folders.push(folder)
  return folder
}

/** A start takes a second or two. Once in some hundred starts the debugger's connection to the new process stays without an answer. */
const START_MS = 20_000
const STARTS = 3

export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const { userData = newFolder() } = options
  for (let start = 1; ; start += 1) {
    try {
      return await begin({ ...options, userData })
    } catch (error) {
      if (start === STARTS || !(error instanceof errors.TimeoutError)) throw error
      console.warn(`start ${start} of the app gave no answer within ${START_MS} ms; it is ended and made again`)
    }
  }
}

async function begin(options: LaunchOptions & { userData: string }): Promise<Launched> {
  const { userData, today = TODAY, args = [], ordinary = false } = options
  const { env } = inject('electron')
  const runtime = ordinary ? ordinaryUser() : { executable: inject('electron').executable, app: root }
  if (ordinary) handOver(userData)
  const app = await _electron.launch({
    timeout: START_MS,
    executablePath: runtime.executable,
    args: [
      '--log-level=3',
      '--password-store=basic',
      `--user-data-dir=${userData}`,
      runtime.app,
      `--today=${today}`,
      ...args,
    ],
    cwd: userData,
    env: { ...plainEnvironment(), ...env },
    chromiumSandbox: ordinary,
  })
  running.add(app)
  app.once('close', () => running.delete(app))
  let written = ''
  app.process().stderr?.on('data', (chunk) => (written += String(chunk)))
  const page = await app.firstWindow()
  await focusWindow(app)
  return {
    app,
    page,
    userData,
    stderr: () => written,
    close: () => quit(app),
    async restart() {
      await quit(app)
      return launch({ ...options, userData })
    },
  }
}

/** The window goes first, then the register is closed, then the process ends: only then may another start on the same profile. */
async function quit(app: ElectronApplication): Promise<void> {
  const child = app.process()
  const ended = child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : once(child, 'exit')
  await app.close()
  await ended
}

/**
 * Without a window manager nobody gives a window the focus that keys, the clipboard and focus rings need. A process that has just begun may
 * collect its garbage, and with it what the debugger was to answer: then it is asked again.
 */
export async function focusWindow(app: ElectronApplication): Promise<void> {
  try {
    await app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.focus()
      window?.webContents.focus()
    })
  } catch (error) {
    if (!String(error).includes('Resulting promise was garbage collected')) throw error
    await focusWindow(app)
  }
}

function plainEnvironment(): Record<string, string> {
  const all = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  // file names with marks need a locale that has them
  return { LANG: 'C.UTF-8', ...Object.fromEntries(all.filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE')) }
}

/** One call through the page's own bridge, as the window's code would make it. */
export function call<N extends CallName>(page: Page, name: N, input: Input<N>): Promise<Reply<Output<N>>> {
  return callAnything(page, name, input) as Promise<Reply<Output<N>>>
}

/** The same without the contract's types, for what must be refused. */
export function callAnything(page: Page, name: unknown, input: unknown): Promise<Reply<unknown>> {
  return page.evaluate(
    ([sentName, sentInput]) =>
      (window as unknown as { registry: RegistryBridge }).registry.call(sentName as string, sentInput),
    [name, input] as const,
  )
}

/** Resolves when the registry says so; the states seen on the way. A ready window also listens to keys, whatever is slow on the way. */
export async function waitForState(page: Page, wanted: RegistryState): Promise<RegistryState[]> {
  const states = await page.evaluate(
    (last) =>
      new Promise<RegistryState[]>((done) => {
        const seen: RegistryState[] = []
        const { registry } = window as unknown as { registry: RegistryBridge }
        registry.onState((state) => {
          seen.push(state)
          if (state === last) done(seen)
        })
      }),
    wanted,
  )
  if (wanted === 'ready') await listens(page)
  return states
}

/** Keys that fall before the frame listens are lost, as for a person; its listener comes a moment after the frame itself. */
async function listens(page: Page): Promise<void> {
  await page.locator('main').waitFor({ state: 'attached' })
  await page.evaluate(() => new Promise((done) => setTimeout(done, 50)))
}

/** Waits for what another process brings about: two cores and a cold cache are slow, so the patience is long. */
export function eventually<T>(look: () => T | Promise<T>) {
  return expect.poll(look, { timeout: 20_000 })
}

/** What the person chooses in the next pickers to open a file; null: cancels. */
export function choosesToOpen(app: ElectronApplication, path: string | readonly string[] | null): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen].flat() })
  }, path)
}

/** What the person chooses in the next pickers to save a file; null: cancels. */
export function choosesToSave(app: ElectronApplication, path: string | null): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' })
  }, path)
}

/** Gives the page of the window in front exactly this size. */
export function resize(app: ElectronApplication, width: number, height: number): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.unmaximize()
      window?.setContentSize(size.width, size.height)
    },
    { width, height },
  )
}

/** Keeps a picture of the page among the build artefacts. */
export async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(artifacts, { recursive: true })
  const path = join(artifacts, `${name}.png`)
  await page.screenshot({ path })
  return path
}

export interface AxeProblem {
  id: string
  impact: string
  help: string
  targets: string[]
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds serious or critical on the page as it stands. It is half a megabyte: each document is given it once. */
export async function seriousProblems(page: Page): Promise<AxeProblem[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axeSource)
  return page.evaluate(async () => {
    interface Result {
      id: string
      impact?: string | null
      help: string
      nodes: { target: unknown[] }[]
    }
    const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: Result[] }> } }
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, impact, help, nodes }) => ({
        id,
        impact: impact ?? '',
        help,
        targets: nodes.map(({ target }) => target.join(' ')),
      }))
  })
}
