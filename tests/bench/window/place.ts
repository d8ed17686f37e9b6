// Where the window's measures run: the runtime of this machine, the entries of this folder built, and a profile for each register.
import { copyFileSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Bench } from '../support/measure'
import type { Size } from '../support/registers'
import { commandFor, type Command, type Place } from './launch'
import { drive, type Driven } from './driven'
import type { BenchSettings } from './settings'

const ENTRIES = ['probed-main', 'probed-registry', 'empty-main', 'idle', 'painted-preload']

export interface Profiles extends Place {
  /** Starts the program on the register of so many laboratories; made ready by the first such call. */
  ours(labs: Size, probes?: BenchSettings['probes']): Promise<Command>
  empty(): Command
  stop: () => void
}

export async function openPlace({ registers, root, scratch }: Bench): Promise<Profiles> {
  const { ensureRuntime } = await load<{ ensureRuntime(): Promise<Place['runtime'] & { stop(): void }> }>(
    root,
    'build/runtime/ensure.mjs',
  )
  const { buildScript } = await load<{ buildScript(source: string, folder: string): Promise<string> }>(
    root,
    'build/script.mjs',
  )
  const built = join(root, 'out/bench/window')
  mkdirSync(built, { recursive: true })
  for (const entry of ENTRIES) await buildScript(`tests/bench/window/${entry}.ts`, built)
  copyFileSync(join(root, 'tests/bench/window/empty.html'), join(built, 'empty.html'))
  const runtime = await ensureRuntime()
  const place: Place = { root, built, runtime }
  const profile = (name: string): string => join(scratch, `profile-${name}`)
  const ready = new Set<Size>()
  return {
    ...place,
    stop: () => runtime.stop(),
    empty: () => commandFor(place, { entry: 'empty-main', profile: profile('empty') }),
    async ours(labs, probes) {
      const command = commandFor(place, {
        entry: 'probed-main',
        profile: profile(String(labs)),
        ...(probes && { probes }),
      })
      if (!ready.has(labs)) {
        ready.add(labs)
        const file = join(profile(String(labs)), 'registers', `${labs}.scn`)
        mkdirSync(dirname(file), { recursive: true })
        renameSync(await registers.copyOf(labs), file)
        await settle(command, file)
      }
      return command
    },
  }
}

/** What a person did before: the register was opened, its list was what stood there last, its daily backup was made. */
async function settle(command: Command, file: string): Promise<void> {
  const driven = await drive(command, [`--open=${file}`])
  await opened(driven)
  await driven.page.evaluate(() => localStorage.setItem('so.place', JSON.stringify({ screen: 'labs', params: {} })))
  // behind a backup asked for now the daily one has been made
  await ask(driven, 'backups.make', {})
  await driven.close()
}

export async function opened({ page }: Driven): Promise<void> {
  await page.getByRole('main').getByRole('heading').first().waitFor()
}

/** One call through the page's own bridge. */
export async function ask<T>({ page }: Driven, name: string, input: unknown): Promise<T> {
  const reply = await page.evaluate(
    ([sent, given]) =>
      (window as unknown as { registry: { call(name: string, input: unknown): Promise<unknown> } }).registry.call(
        sent as string,
        given,
      ),
    [name, input] as const,
  )
  const { ok, value, error } = reply as { ok: boolean; value: T; error: unknown }
  if (!ok) throw new Error(`${name}: ${JSON.stringify(error)}`)
  return value
}

/** A module of the build, which is not bundled into a measure. */
async function load<T>(root: string, path: string): Promise<T> {
  return (await import(/* @vite-ignore */ pathToFileURL(join(root, path)).href)) as T
}
