// A register as `register.create` makes it, made once for a test file and copied for each test: making it took longer than many a test.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Input } from '../../db/contract'
import { openRegistry } from '../../db/registry'

interface Wanted {
  clock: { now(): number }
  actor: string
  input: Input<'register.create'>
}

const made = new Map<string, string>()
let folder = ''
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true })
})

/** A closed register at `file`, which the test opens as its own. */
export async function copyNewRegister(file: string, wanted: Wanted): Promise<void> {
  const key = JSON.stringify([wanted.actor, wanted.input])
  const first = made.get(key) ?? (await make(wanted))
  made.set(key, first)
  copyFileSync(first, file)
}

async function make({ clock, actor, input }: Wanted): Promise<string> {
  if (folder === '') folder = mkdtempSync(join(tmpdir(), 'scn-made-'))
  const file = join(folder, `${made.size}.scn`)
  const registry = await openRegistry({ file, clock })
  const reply = await registry.session({ actor, role: 'admin' }).call('register.create', input)
  await registry.close()
  if (!reply.ok) throw new Error(`register.create: ${reply.error.code}`)
  return file
}
