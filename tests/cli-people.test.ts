// People at the terminal: with accounts the command proves a password like any window; one is never an argument and stands in no output.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ensureBundle } from '../build/bundle.mjs'
import type { ErrorReply } from '../db/model/errors'

// every password costs some tenths of a second on purpose, more where others use the machine
vi.setConfig({ testTimeout: 60_000 })

const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'scn-cli-people-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const PASSWORD = 'bốn con mèo đen'
const said: string[] = []

function run(
  call: string,
  input: object,
  args: readonly string[] = [],
  typed = '',
): { code: number | null; value: unknown } {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], INIT_CWD: folder, SCN_DEBUG: '1' }
  const words = [join(root, 'build/registry.mjs'), call, JSON.stringify(input), '--file', 'so.scn', ...args]
  const done = spawnSync(process.execPath, words, { cwd: root, env, encoding: 'utf8', timeout: 60_000, input: typed })
  said.push(done.stdout, done.stderr)
  const answer = done.status === 0 ? done.stdout : (done.stderr.trim().split('\n').at(-1) ?? '')
  return { code: done.status, value: JSON.parse(answer) }
}

const refused = (...args: Parameters<typeof run>): ErrorReply => {
  const { code, value } = run(...args)
  expect(code).toBe(1)
  return value as ErrorReply
}
const asLan = ['--account', 'lan', '--password-file', 'lan.txt']

beforeAll(async () => {
  await ensureBundle()
  writeFileSync(join(folder, 'lan.txt'), `${PASSWORD}\n`)
  run('register.create', { kind: 'empty' })
  run('people.add', { name: 'lan', role: 'admin' }, ['--new-password-file', 'lan.txt'])
}, 60_000)

it('asks for an account from then on, whatever role the caller claims', () => {
  expect(refused('labs.list', {}).code).toBe('signed_out')
  expect(refused('labs.list', {}, ['--role', 'admin'])).toMatchObject({
    code: 'invalid_input',
    message: expect.stringMatching(/--account/) as string,
  })
  expect(refused('labs.list', {}, ['--actor', 'lan']).code).toBe('invalid_input')
})

it('takes the password from a file or from stdin', () => {
  expect(run('register.info', {}, asLan).value).toMatchObject({ actor: 'lan', role: 'admin' })
  expect(run('register.info', {}, ['--account', 'lan'], `${PASSWORD}\n`).value).toMatchObject({ actor: 'lan' })
  expect(refused('register.info', {}, ['--account', 'lan'], 'sai\n').fields).toMatchObject([{ rule: 'wrong_password' }])
  expect(refused('register.info', {}, ['--account', 'lan'], '').message).toMatch(/--password-file/)
})

it('never takes one as an argument', () => {
  const problem = { code: 'invalid_input', fields: [{ field: 'password', rule: 'never_an_argument' }] }
  expect(refused('people.add', { name: 'binh', role: 'clerk', password: PASSWORD }, asLan)).toMatchObject(problem)
  expect(refused('people.signIn', { name: 'lan', password: PASSWORD }, asLan)).toMatchObject(problem)
})

it('adds a clerk, who may what a clerk may, and changes the own password', () => {
  const chosen = 'năm con gà trống'
  expect(
    run('people.add', { name: 'binh', role: 'clerk' }, [...asLan, '--new-password-file', '-'], `${chosen}\n`).code,
  ).toBe(0)
  const asBinh = ['--account', 'binh']
  expect(run('labs.save', { change: { nameVi: 'Phòng (hư cấu)' } }, asBinh, `${chosen}\n`).code).toBe(0)
  expect(refused('settings.set', { key: 'place', value: 'x' }, asBinh, `${chosen}\n`).code).toBe('forbidden')
  expect(run('people.changePassword', {}, asBinh, `${chosen}\nsáu con vịt bầu\n`).code).toBe(0)
  const { value } = run('changes.sets', { limit: 1 }, asBinh, 'sáu con vịt bầu\n')
  expect(value).toMatchObject({ sets: [{ actor: 'binh' }] })
})

it('has put no password and no hash on stdout or stderr', () => {
  expect(said.length).toBeGreaterThan(10)
  expect(said.join('\n')).not.toMatch(/mèo đen|gà trống|vịt bầu|scrypt|"hash":"[A-Za-z0-9+/]{40,}=*"/)
})
