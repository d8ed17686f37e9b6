// A window for a measure: Electron on the built app, or on the empty one, started as a person starts it and asked from outside through the
// debugging port. Nothing of the program waits for the asking.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Browser, type Page } from 'playwright-core'

/** What build/bench.mjs tells of this machine's Electron; absent where no measure needs a window. */
export interface Runtime {
  executable: string
  args: readonly string[]
  env: Record<string, string>
}

export interface Started {
  page: Page
  /** milliseconds from the start of the process to the first screen with its answers, painted */
  settled: number
  pid: number
  /** Ends it as the system does when a person signs out. */
  end(): Promise<void>
}

const runtime = (): Runtime => {
  const told = process.env['SCN_BENCH_ELECTRON']
  if (told === undefined) throw new Error('this measure needs a window: run it by `npm run bench`')
  return JSON.parse(told) as Runtime
}

const PATIENCE_MS = 60_000
const QUIET_MS = 2_000
const ANSWER_MS = 8_000
const TURNS = 4

/** Waits until `look` gives something. */
async function until<T>(look: () => T | null | Promise<T | null>, what: string): Promise<T> {
  const end = performance.now() + PATIENCE_MS
  for (;;) {
    const found = await look()
    if (found !== null) return found
    if (performance.now() > end) throw new Error(`${what} did not come`)
    await sleep(20)
  }
}

/** `app`: the checkout, or a built main file; `args`: the app's own. */
export async function start(app: string, profile: string, args: readonly string[] = []): Promise<Started> {
  const { executable, args: own, env } = runtime()
  const port = join(profile, 'DevToolsActivePort')
  rmSync(port, { force: true })
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env
  const from = Date.now()
  const child = spawn(
    executable,
    [
      ...own,
      '--remote-debugging-port=0',
      '--password-store=basic',
      '--log-level=3',
      `--user-data-dir=${profile}`,
      app,
      ...args,
    ],
    { stdio: 'ignore', env: { LANG: 'C.UTF-8', ...inherited, ...env } },
  )
  try {
    const browser = await connect(port, child)
    const page = await until(() => browser.contexts()[0]?.pages()[0] ?? null, 'the window')
    const at = await until(() => settledAt(page), 'the first screen')
    return { page, settled: at - from, pid: child.pid!, end: () => end(browser, child) }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}

async function connect(port: string, child: ChildProcess): Promise<Browser> {
  const address = await until(() => {
    if (child.exitCode !== null) throw new Error(`Electron ended with ${child.exitCode}`)
    const [number, path] = existsSync(port) ? readFileSync(port, 'utf8').split('\n') : []
    return path ? `ws://127.0.0.1:${number}${path}` : null
  }, 'the debugging port')
  // asked only when the start is over: what it took stands in the page. Once in some hundred starts a connection stays without an answer.
  await sleep(QUIET_MS)
  for (let turn = 1; ; turn += 1) {
    try {
      return await chromium.connectOverCDP(address, { timeout: ANSWER_MS })
    } catch (error) {
      if (turn === TURNS) throw error
    }
  }
}

/** Epoch milliseconds; null: not yet. A page on its way to another has no timeline to ask. */
async function settledAt(page: Page): Promise<number | null> {
  const read = (): number | null => {
    const mark = performance.getEntriesByName('settled')[0]
    return mark === undefined ? null : performance.timeOrigin + mark.startTime
  }
  return page.evaluate(read).catch(() => null)
}

async function end(browser: Browser, child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  await browser.close().catch(() => undefined)
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  await ended
  clearTimeout(patience)
}

/** Proportional memory of a process and everything it began, in MB: pages that are shared count for each by its part. */
export function proportional(pid: number): number {
  const parents = new Map(processes().map(({ id, parent }) => [id, parent]))
  const belongs = (id: number): boolean => id === pid || (parents.has(id) && belongs(parents.get(id)!))
  return [...parents.keys()].filter(belongs).reduce((sum, id) => sum + pss(id), 0) / 1024
}

function processes(): { id: number; parent: number }[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    const stat = reading(`/proc/${name}/stat`)
    // the name in brackets may hold spaces and brackets
    const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
    return parent === undefined ? [] : [{ id: Number(name), parent: Number(parent) }]
  })
}

const pss = (id: number): number => Number(/^Pss:\s+(\d+)/m.exec(reading(`/proc/${id}/smaps_rollup`) ?? '')?.[1] ?? 0)

/** null: the process has ended meanwhile */
function reading(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
