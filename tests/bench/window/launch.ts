// Starts Electron as a person would, without a debugger, on the program as built or on the empty window beside it.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { askProbe, type Lateness } from './lateness'
import { PAINTED, VARIABLE, type BenchSettings } from './settings'
import { shares, type Share } from './pss'

export interface Runtime {
  executable: string
  args: string[]
  env: Record<string, string>
}

export interface Place {
  /** the checkout */
  root: string
  /** where this folder was built to */
  built: string
  runtime: Runtime
}

export interface Started {
  /** from the start of the process to the first painted row, in ms */
  tookMs: number
  memory: () => Share[]
  close: () => Promise<void>
}

export const DAY = '2026-11-23'
const PATIENCE_MS = 60_000

/** The folder that Electron is started on: a package that names its main file and nothing else. */
function appFolder({ built }: Place, entry: 'probed-main' | 'empty-main'): string {
  const folder = join(built, `app-${entry}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: entry, version: '0.0.0', main: `../${entry}.js` }))
  return folder
}

export interface Command {
  executable: string
  args: string[]
  env: Record<string, string>
}

/** `profile`: a folder; the registers lie in it. */
export function commandFor(
  place: Place,
  what: { entry: 'probed-main' | 'empty-main'; profile: string; probes?: BenchSettings['probes']; main?: string },
): Command {
  const { root, built, runtime } = place
  const settings: BenchSettings = {
    main: what.main ?? join(root, 'out/main/index.js'),
    built,
    probes: what.probes ?? null,
  }
  return {
    executable: runtime.executable,
    args: [
      ...runtime.args,
      '--log-level=3',
      '--password-store=basic',
      `--user-data-dir=${what.profile}`,
      appFolder(place, what.entry),
      `--today=${DAY}`,
    ],
    env: { ...ownEnvironment(), ...runtime.env, [VARIABLE]: JSON.stringify(settings) },
  }
}

function ownEnvironment(): Record<string, string> {
  const all = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { LANG: 'C.UTF-8', ...Object.fromEntries(all.filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE')) }
}

export async function start(command: Command): Promise<Started> {
  const from = Date.now()
  const child = spawn(command.executable, command.args, { env: command.env, stdio: ['ignore', 'pipe', 'pipe'] })
  const at = await paintedAt(child)
  return {
    tookMs: at - from,
    memory: () => shares(child.pid!),
    async close() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

function paintedAt(child: ChildProcess): Promise<number> {
  let text = ''
  let errors = ''
  child.stderr?.on('data', (chunk) => (errors += String(chunk)))
  return new Promise((give, refuse) => {
    const timer = setTimeout(() => refuse(new Error(`no row within ${PATIENCE_MS} ms\n${errors}`)), PATIENCE_MS)
    child.once('exit', (code) => refuse(new Error(`ended with ${code}\n${errors}`)))
    child.stdout?.on('data', (chunk) => {
      text += String(chunk)
      const found = new RegExp(`${PAINTED}([\\d.]+)\n`).exec(text)
      if (found === null) return
      clearTimeout(timer)
      give(Number(found[1]))
    })
  })
}

export const lateness = (
  probes: NonNullable<BenchSettings['probes']>,
  question: 'reset' | 'read',
): Promise<Record<'main' | 'registry', Lateness>> =>
  Promise.all([askProbe(probes.main, question), askProbe(probes.registry, question)]).then(([main, registry]) => ({
    main,
    registry,
  }))
