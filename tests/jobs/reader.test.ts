// Reads that go through the whole register: in a large one a thread answers them, truly and after every change; it lets go of the file.
import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import type { CallName } from '../../db/contract'
import { Reader } from '../../db/jobs/reader'
import type { WholeQuestion } from '../../db/jobs/whole-reads'
import type { Reply } from '../../db/model/errors'
import { openRegistry, type Registry } from '../../db/registry'
import { createRegister, openRegister, type OpenRegister } from '../../db/store/open'
import { addAccreditation, addLab, clock, DAY, NOW, temporaryFolder, write } from '../support/register'
import { builtWorker } from '../support/worker'

let workerFile = ''
beforeAll(async () => {
  workerFile = await builtWorker()
}, 60_000)

const questions = [
  { name: 'overview.get', input: {} },
  { name: 'tasks.list', input: {} },
  { name: 'labs.groups', input: { group: 'status' } },
  { name: 'figures.list', input: {} },
  { name: 'twins.list', input: {} },
] as const

/** Row numbers as in a register of two thousand laboratories, of which two live. */
async function largeFile(): Promise<string> {
  const file = join(temporaryFolder(), 'so.scn')
  const { db, close } = await createRegister(file, { name: 'Sổ lớn', kind: 'empty', now: NOW }, () => undefined)
  db.prepare(
    "INSERT INTO laboratory (rid, id, trashed_at) VALUES (2000, '01980000-0000-7000-8000-000000000001', '2020-01-01T00:00:00.000Z')",
  ).run()
  write(db, (tx) => {
    const { lab } = addLab(tx, 'Phòng Xa (hư cấu)')
    addAccreditation(tx, lab, 'VILAS 999', [
      { kind: 'grant', effective: { iso: '2023-01-01' }, expiry: { iso: '2026-12-01' } },
    ])
  })
  close()
  return file
}

const ask = (reader: Reader, register: OpenRegister, question: (typeof questions)[number]) =>
  reader.read(register, { ...question, today: DAY } as WholeQuestion)

it('answers in the thread what it answers here', async () => {
  const register = openRegister(await largeFile())
  const [there, here] = [new Reader(workerFile), new Reader('')]
  onTestFinished(async () => {
    await there.end()
    register.close()
  })
  for (const question of questions) {
    const answer = ask(there, register, question)
    expect(answer).toBeInstanceOf(Promise)
    expect(await answer).toEqual(ask(here, register, question))
  }
})

it('tells an open question that it was stopped when it ends, which is no fault to be reported', async () => {
  const register = openRegister(await largeFile())
  onTestFinished(() => register.close())
  const reader = new Reader(workerFile)
  const answer = Promise.resolve(ask(reader, register, questions[0]))
  await Promise.all([expect(answer).rejects.toMatchObject({ code: 'cancelled' }), reader.end()])
  expect(await ask(reader, register, questions[1])).toEqual(ask(new Reader(''), register, questions[1]))
  await reader.end()
})

it('answers here at once in a small register', async () => {
  const file = join(temporaryFolder(), 'so.scn')
  const register = await createRegister(file, { name: 'Sổ nhỏ', kind: 'empty', now: NOW }, () => undefined)
  onTestFinished(() => register.close())
  for (const question of questions) expect(ask(new Reader(workerFile), register, question)).not.toBeInstanceOf(Promise)
})

interface Asking {
  registry: Registry
  ask: (name: CallName, input?: unknown) => Promise<Reply<unknown>>
}

async function session(file: string): Promise<Asking> {
  const registry = await openRegistry({ file, clock, workerFile })
  const own = registry.session({ actor: 'an' })
  return { registry, ask: (name, input = {}) => own.call(name, input) }
}

const labsOf = (reply: Reply<unknown>): number => {
  if (!reply.ok) throw new Error(reply.error.code)
  return (reply.value as { labs: number }).labs
}

it('sees what was just saved, and other calls are answered while it works', async () => {
  const { registry, ask: call } = await session(await largeFile())
  onTestFinished(() => registry.close())
  const before = await call('overview.get')
  await call('labs.save', { change: { nameVi: 'Phòng Mới (hư cấu)' } })
  const order: string[] = []
  const [overview] = await Promise.all([
    call('overview.get').then((reply) => (order.push('overview'), reply)),
    call('register.info').then(() => order.push('info')),
  ])
  expect(labsOf(overview)).toBe(labsOf(before) + 1)
  expect(order).toEqual(['info', 'overview'])
})

it('passes on what the read throws, by code', async () => {
  const { registry, ask: call } = await session(await largeFile())
  onTestFinished(() => registry.close())
  expect(
    await call('figures.evaluate', { rule: 'labs_living', day: '2026-11-23', compareDay: 'no day' }),
  ).toMatchObject({
    ok: false,
  })
})

it('lets go of the file before it is closed: a closed register is one file', async () => {
  const file = await largeFile()
  const { registry, ask: call } = await session(file)
  await call('tasks.list')
  await registry.close()
  expect(existsSync(`${file}-wal`)).toBe(false)
  const db = new Database(file, { readonly: true })
  expect(db.pragma('journal_mode', { simple: true })).toBe('delete')
  db.close()
})
