// The log and the support bundle: nothing personal and nothing secret in either, whatever was called and however it failed.
import Database from 'better-sqlite3'
import { unzipSync, strFromU8 } from 'fflate'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { contract, type CallName } from '../db/contract'
import { LOGS, openLog } from '../db/log-file'
import { openRegistry, type Registry } from '../db/registry'
import { clock, temporaryFolder } from './support/register'
import { builtWorker } from './support/worker'

vi.setConfig({ testTimeout: 120_000 })

const workerFile = await builtWorker()

const PERSONAL = ['Trần Thị Lan Ngọc', '0912 345 678', 'ngoc.lan@vidu.invalid', 'Phòng Bí Mật', 'mat-khau-Rat-Dai-1']
const [NAME, PHONE, MAIL, LAB, PASSWORD] = PERSONAL as [string, string, string, string, string]
const shell = { electron: '33.2.1', chrome: '130.0.0' }

async function office() {
  const home = temporaryFolder()
  const log = openLog(join(home, 'profile', LOGS), clock)
  const registry = await openRegistry({
    folder: join(home, 'Trần Thị Lan Ngọc'),
    profile: join(home, 'profile'),
    clock,
    workerFile,
    log,
    version: '0.1.0',
  })
  const session = registry.session({ actor: NAME })
  const made = await session.call('register.create', { kind: 'empty', name: LAB })
  if (!made.ok) throw new Error(made.error.code)
  const logged = (): string => {
    const folder = join(home, 'profile', LOGS)
    return existsSync(folder)
      ? readdirSync(folder)
          .map((name) => readFileSync(join(folder, name), 'utf8'))
          .join('\n')
      : ''
  }
  return { home, registry, session, logged, file: registry.place()! }
}

/** Everything a call could be given that is somebody's. */
const personalInput = {
  nameVi: LAB,
  phone: PHONE,
  email: MAIL,
  manager: NAME,
  note: `${NAME} ${PHONE}`,
  ownerName: NAME,
}

async function walk({ session }: { session: ReturnType<Registry['session']> }): Promise<void> {
  const saved = await session.call('labs.save', { change: { nameVi: LAB, phone: PHONE, email: MAIL, manager: NAME } })
  const id = saved.ok ? (saved.value as { id: string }).id : ''
  await session.call('labs.list', { text: NAME })
  await session.call('drafts.put', { key: NAME, value: JSON.stringify(personalInput) })
  for (const text of [
    `Error: could not read "${NAME}"\n    at f (/home/${NAME}/a.js:1:2)`,
    `Error: ${NAME} has ${PHONE}\n    at g (C:\\Users\\${NAME}\\b.js:3:4)`,
    `TypeError: ${MAIL} is not of ${LAB}`,
  ])
    await session.call('errors.report', { number: '1234', text })
  // every call with something that fits and something that does not
  for (const name of Object.keys(contract) as CallName[]) {
    // these are called below, with what belongs to them
    if (/^(register|people|backups)\./.test(name)) continue
    for (const input of [
      {},
      { id },
      { text: NAME },
      { change: personalInput },
      { id, change: personalInput },
      personalInput,
    ])
      await session.call(name, input)
  }
}

type Office = Awaited<ReturnType<typeof office>>

/** Passphrases, passwords, accounts and other registers, right and wrong, ending in the register of the desk. What was answered, by call. */
async function walkAccounts({ registry, session, file: here }: Office): Promise<Map<string, string[]>> {
  const grant = (path: string): string => registry.grant(path, 'read')
  const asked: [CallName, unknown][] = [
    ['backups.setPassphrase', { passphrase: PASSWORD }],
    ['backups.make', {}],
    ['backups.unlock', { passphrase: `${PASSWORD} ${NAME}` }],
    ['backups.unlock', { id: NAME, passphrase: PASSWORD }],
    ...(['verify', 'compare', 'restore'] as const).map((what): [CallName, unknown] => [
      `backups.${what}`,
      { id: NAME },
    ]),
    ['backups.setSecond', { folder: NAME }],
    ['backups.setSecond', { folder: registry.grant(join(here, NAME), 'write') }],
    ['backups.drill', {}],
    ['backups.list', {}],
    ['register.checkLog', {}],
    ['register.findFingerprint', { printed: NAME }],
    ['register.recordedAt', { at: NAME }],
    ['register.recovery', {}],
    ['register.recover', {}],
    ['register.check', { file: grant(join(here, '..', `${NAME}.scn`)) }],
    ['register.open', { file: grant(join(here, '..', `${NAME}.scn`)) }],
    ['register.openRecent', { id: NAME }],
    ['register.create', { kind: NAME }],
    ['register.create', { kind: 'empty', name: LAB }],
    // from here on in the new register, which gets accounts
    ['people.add', { name: NAME, display: `${NAME} ${PHONE}`, role: 'admin', password: PASSWORD }],
    ['people.signIn', { name: NAME, password: `${PASSWORD}x` }],
    ['people.signIn', { name: NAME, password: PASSWORD }],
    ['people.add', { name: MAIL, display: NAME, role: 'clerk', password: PASSWORD }],
    ['people.add', { name: MAIL, display: NAME, role: NAME, password: PASSWORD }],
    ['people.add', { name: NAME, role: 'clerk', password: 'ngắn' }],
    ['people.list', {}],
    ['people.change', { id: NAME, display: NAME }],
    ['people.resetPassword', { id: NAME, password: PASSWORD }],
    ['people.changePassword', { current: NAME, password: PASSWORD }],
    ['people.door', {}],
    ['people.signOut', {}],
    ['register.info', {}],
    ['register.recent', {}],
    ['register.open', { file: grant(here) }],
  ]
  const codes = new Map<string, string[]>()
  for (const [name, input] of asked) {
    const reply = await session.call(name, input as never)
    codes.set(name, [...(codes.get(name) ?? []), reply.ok ? 'ok' : reply.error.code])
  }
  return codes
}

function expectNothing(of: string): void {
  for (const one of [...PERSONAL, 'Lan Ngọc', '345 678', '@vidu', 'Bí Mật', 'Rat-Dai'])
    expect([one, of.includes(one)]).toEqual([one, false])
}

it('the log tells of failures without a word of what anybody typed, and nothing of who they are', async () => {
  const desk = await office()
  await walk(desk)
  const codes = await walkAccounts(desk)
  // they were really done, not refused at the door
  for (const name of ['backups.setPassphrase', 'backups.make', 'register.create', 'people.add', 'people.signIn'])
    expect([name, codes.get(name)]).toEqual([name, expect.arrayContaining(['ok'])])
  expect(desk.registry.place()).toBe(desk.file)
  // tables that are gone: every call fails inside
  const other = new Database(desk.file)
  other.pragma('foreign_keys = OFF')
  other.exec('DROP TABLE laboratory_name; DROP TABLE laboratory; DROP TABLE site')
  other.close()
  await walk(desk)
  await walkAccounts(desk)
  await desk.registry.close()
  expect(desk.logged()).toMatch(/error \d{4} in labs\.list: SqliteError: no such table/)
  expect(desk.logged()).toContain('error 1234 in a window: Error: could not read')
  expectNothing(desk.logged())
})

it('the bundle is what was shown: versions, counts and the log, and nothing of the register or its secrets', async () => {
  const desk = await office()
  const { session, home } = desk
  await session.call('labs.save', { change: { nameVi: LAB, phone: PHONE, manager: NAME } })
  await session.call('backups.setPassphrase', { passphrase: PASSWORD })
  await session.call('backups.make', {})
  await session.call('errors.report', { number: '1234', text: `Error: ${NAME}` })
  // not of the log: nobody knows what is in it
  writeFileSync(join(home, 'profile', LOGS, 'ghi chép.txt'), NAME)
  const shown = await session.call('support.preview', { shell })
  if (!shown.ok) throw new Error(shown.error.code)
  const { files } = shown.value as { files: { name: string; text: string }[] }
  expect(files.map(({ name }) => name)).toEqual(['versions.json', 'register.json', 'registry.log'])
  const facts = JSON.parse(files[1]!.text) as Record<string, unknown>
  expect(facts).toMatchObject({ open: true, journal_mode: 'wal', synchronous: 2, rows: { laboratory: 1 } })
  expect(facts['backups']).toMatchObject([{ locked: true, verified: true, trouble: null }])
  const lock = (
    JSON.parse(readFileSync(join(`${desk.file}.backups`, 'state.json'), 'utf8')) as {
      lock: { salt: string; check: string }
    }
  ).lock
  const all = files.map(({ text }) => text).join('\n')
  expectNothing(all)
  for (const secret of [home, lock.salt, lock.check]) expect(all).not.toContain(secret)
  const target = join(home, 'goi-ho-tro.zip')
  const saved = await session.call('support.save', { file: desk.registry.grant(target, 'write'), files })
  expect(saved).toMatchObject({ ok: true })
  const zip = unzipSync(readFileSync(target))
  expect(Object.entries(zip).map(([name, bytes]) => ({ name, text: strFromU8(bytes) }))).toEqual(files)
  await desk.registry.close()
})

it('the bundle is there too where no register opens', async () => {
  const home = temporaryFolder()
  const registry = await openRegistry({
    folder: home,
    profile: join(home, 'profile'),
    clock,
    workerFile,
    version: '0.1.0',
  })
  const session = registry.session({ actor: NAME })
  expect(await session.call('support.preview', { shell })).toMatchObject({
    ok: true,
    value: { files: [{}, { text: expect.stringContaining('"open": false') as string }] },
  })
  const bad = join(home, 'hong.scn')
  writeFileSync(bad, 'x')
  expect(await session.call('register.open', { file: registry.grant(bad, 'read') })).toMatchObject({ ok: false })
  expect(await session.call('support.preview', { shell })).toMatchObject({ ok: true })
  await registry.close()
})
