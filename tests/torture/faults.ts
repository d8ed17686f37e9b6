// What a disk, a hand or another program does to a register's file, closed or open, and how the register answers.
import { closeSync, copyFileSync, ftruncateSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import { createHash } from 'node:crypto'
import type { Random } from '../../db/registers/sample/random'
import type { ErrorCode } from '../../db/model/errors'
import { openRegistry } from '../../db/registry'

export type Fault = 'flipped' | 'truncated'

/** Spoils some bytes of the file, or cuts it off, at random places. */
export function spoil(file: string, fault: Fault, random: Random): void {
  const { size } = statSync(file)
  const handle = openSync(file, 'r+')
  try {
    if (fault === 'truncated') return ftruncateSync(handle, random.int(0, size - 1))
    for (let left = random.int(1, 40); left > 0; left -= 1)
      writeSync(handle, Buffer.from([random.int(0, 255)]), 0, 1, random.int(0, size - 1))
  } finally {
    closeSync(handle)
  }
}

/** What a refusal may say; anything else would leave the clerk alone with it. */
const TOLD: readonly ErrorCode[] = [
  'damaged_register',
  'not_a_register',
  'newer_register',
  'file_missing',
  'register_moved',
  'no_register',
  'not_found',
]

const CALLS = [
  ['labs.list', {}],
  ['overview.get', {}],
  ['changes.sets', {}],
  ['capability.find', { query: 'pH' }],
  ['organizations.save', { change: { nameVi: 'Công ty ghi sau khi hỏng (hư cấu)' } }],
  ['labs.list', { text: 'thuy san' }],
] as const

const contents = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

export interface Answered {
  /** the code of each refusal, `ok` for each answer */
  codes: string[]
  /** what is wrong with how the register took it */
  faults: string[]
}

/** Opens a copy of the register that was spoilt while closed; a file that is refused must stay as it is, for the recovery. */
export async function openSpoilt(source: string, file: string, fault: Fault, random: Random): Promise<Answered> {
  copyFileSync(source, file)
  spoil(file, fault, random)
  const before = contents(file)
  try {
    const registry = await openRegistry({ file, clock: Date })
    return await asked(registry)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const changed = contents(file) === before ? [] : [`a refused file was changed (${code})`]
    return { codes: [code], faults: [...untold([code]), ...changed] }
  }
}

/** Spoils a copy of the register under the feet of the program that has it open. */
export async function spoilWhileOpen(source: string, file: string, how: (file: string) => void): Promise<Answered> {
  copyFileSync(source, file)
  const registry = await openRegistry({ file, clock: Date })
  await registry.session({ actor: 'an' }).call('labs.list', {})
  how(file)
  return asked(registry)
}

async function asked(registry: Awaited<ReturnType<typeof openRegistry>>): Promise<Answered> {
  const session = registry.session({ actor: 'an' })
  const codes: string[] = []
  for (const [name, input] of CALLS) {
    const reply = await session.call(name, input)
    codes.push(reply.ok ? 'ok' : reply.error.code)
  }
  const closing = await registry.close().then(
    () => [],
    (error: unknown) => [`does not close: ${String(error)}`],
  )
  // a value that cannot be there: told with its number, and the file is looked through at once (registry.ts)
  return { codes, faults: [...untold(codes.filter((code) => code !== 'internal')), ...closing] }
}

const untold = (codes: readonly string[]): string[] =>
  codes.filter((code) => code !== 'ok' && !(TOLD as readonly string[]).includes(code)).map((code) => `answered ${code}`)
