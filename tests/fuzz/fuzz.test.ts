// Every call of the contract with inputs made from its own schema, fitting and hostile, in every role: never a crash, never an unexpected error
// or words of SQL, never a write by a read or by a role that may not; and the register is whole at the end. SCN_LONG=1: 1,000 inputs a call, else 8.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contract, type CallName } from '../../db/contract'
import type { Entry } from '../../db/contract/entry'
import type { Reply } from '../../db/model/errors'
import type { Role } from '../../db/model/vocabulary'
import { openRegistry, type Registry } from '../../db/registry'
import { prepare, type ReadDb, type WriteDb } from '../../db/store/database'
import { openRegister } from '../../db/store/open'
import { verifyLog } from '../support/chains'
import { SPEAKS_OF_MACHINERY } from '../support/machinery'
import { clock } from '../support/register'
import { builtWorker } from '../support/worker'
import { expectReplayGivesTables } from '../support/tables'
import { inputsOf } from './inputs'

const RUNS = process.env['SCN_LONG'] === '1' ? 1_000 : 8
const entries = Object.entries(contract) as [string, Entry][]

const folder = mkdtempSync(join(tmpdir(), 'scn-'))
let registry: Registry
let watcher: ReadDb
const known: { ids: Record<string, string[]>; grants: string[] } = { ids: {}, grants: [] }
const KINDS = [
  'laboratory',
  'organization',
  'site',
  'accreditation',
  'decision',
  'decision_act',
  'annex',
  'scope_line',
  'standard',
  'scheme',
  'issuer',
  'field',
  'change_set',
]
let calls = 0

beforeAll(async () => {
  registry = await openRegistry({ folder, clock, workerFile: await builtWorker() })
  const made = await registry.session({}).call('register.create', { kind: 'sample', labs: 6, seed: 7 })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  watcher = openRegister(registry.place()!).db
  for (const kind of KINDS)
    known.ids[kind] = prepare<[], string>(watcher, `SELECT id FROM ${kind} LIMIT 3`).pluck().all()
  const list = join(folder, 'phòng.csv')
  writeFileSync(list, '\ufeffTên phòng;Mã số\r\nPhòng Hải Hoà;VILAS 18O\r\n=1+1;"\r\n')
  known.grants.push(registry.grant(list, 'read'), registry.grant(join(folder, 'ra.xlsx'), 'write'))
})
afterAll(async () => {
  watcher.close()
  await registry.close()
  rmSync(folder, { recursive: true, force: true })
})

/** rises when another connection has written to the file */
const version = () => watcher.pragma('data_version', { simple: true })

async function checked(name: string, input: unknown, role: Role): Promise<void> {
  const { kind, allow } = contract[name as CallName] as Entry
  calls++
  const before = version()
  const reply: Reply<unknown> = await registry.session({ actor: 'thử', role }).call(name, input)
  if (!reply.ok) {
    expect(reply.error.code).not.toBe('internal')
    expect(reply.error.message).not.toMatch(SPEAKS_OF_MACHINERY)
  }
  if (!allow.includes(role)) expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  if (kind === 'read' || !allow.includes(role)) expect(version()).toBe(before)
}

/** Both would end the work of everybody else here: another register, or a register in which everybody has to sign in. */
const apart = ['register.create', 'people.add']
const together = entries.filter(([name]) => !apart.includes(name))
/** every password takes some tenths of a second, on purpose */
const runsOf = (name: string) => (name.startsWith('people.') ? 10 : RUNS)

describe('a call with any input', () => {
  it.each(together)('%s keeps its word', async (name, entry) => {
    await fc.assert(
      fc.asyncProperty(
        inputsOf(name, entry.input, known),
        fc.constantFrom<Role>('admin', 'clerk', 'admin', 'clerk', 'inspector', 'viewer'),
        (input, role) => checked(name, input, role),
      ),
      { numRuns: runsOf(name) },
    )
  })

  it('people.add keeps its word, for an administrator who is signed in', async () => {
    const file = join(folder, 'người.scn')
    const people = await openRegistry({ file, clock })
    try {
      const admin = people.session({})
      const lan = { name: 'lan', password: 'bốn con mèo đen' }
      await admin.call('register.create', { kind: 'empty' })
      await admin.call('people.add', { ...lan, role: 'admin' })
      expect(await admin.call('people.signIn', lan)).toMatchObject({ ok: true })
      await fc.assert(
        fc.asyncProperty(inputsOf('people.add', contract['people.add'].input, known), async (input) => {
          const reply = await admin.call('people.add', input)
          if (reply.ok) return
          expect(['invalid_input', 'duplicate']).toContain(reply.error.code)
          expect(reply.error.message).not.toMatch(SPEAKS_OF_MACHINERY)
        }),
        { numRuns: runsOf('people.add') },
      )
    } finally {
      await people.close()
    }
  })

  it('a name that is no call is refused by that code alone', async () => {
    for (const name of [
      '',
      '__proto__',
      'constructor',
      'toString',
      'labs.list ',
      'LABS.LIST',
      'labs',
      'x'.repeat(100_000),
    ]) {
      expect(await registry.session({}).call(name, {})).toMatchObject({ ok: false, error: { code: 'unknown_call' } })
    }
  })

  it('leaves a register that is whole: its chain, its tables, its file', () => {
    const { db } = openRegister(registry.place()!)
    verifyLog(db)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    expectReplayGivesTables(db as WriteDb)
    db.close()
    expect(calls).toBeGreaterThanOrEqual(together.reduce((sum, [name]) => sum + runsOf(name), 0))
  })
})
