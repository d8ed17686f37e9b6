// Jobs in a worker thread: answers, errors with their code, progress, stopping, limits, a worker that dies.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { runJob } from '../../db/jobs/run'
import { setLocal } from '../../db/store/local'
import { scratchRegister } from '../../db/store/open'
import type { WriteDb } from '../../db/store/database'
import { writeSet } from '../../db/store/write'
import { addLab, DAY, NOW, temporaryFolder } from '../support/register'
import { builtWorker } from '../support/worker'

let workerFile = ''
beforeAll(async () => {
  workerFile = await builtWorker()
}, 60_000)

function registerOf(labs: number): string {
  const file = join(temporaryFolder(), 'so.scn')
  const db: WriteDb = scratchRegister(file)
  setLocal(db, 'replica', '01980000-0000-7000-8000-000000000000')
  writeSet(db, { actor: 'an', now: NOW }, (tx) => {
    for (let at = 0; at < labs; at += 1) addLab(tx, `Phòng ${at} (hư cấu)`)
  })
  db.close()
  return file
}

const exportOf = (register: string, path: string) => ({
  register,
  path,
  format: 'csv' as const,
  query: {},
  day: DAY,
  language: 'vi' as const,
  columns: null,
  made: NOW,
  app: '0.1.0',
})
/** A worker written in the test, for what the real one never does. */
function oddWorker(code: string): string {
  const file = join(temporaryFolder(), 'odd.js')
  writeFileSync(file, code)
  return file
}
const readJob = () => ({ register: registerOf(0), source: { path: '/nowhere' }, choices: {}, day: DAY })

describe('runJob', () => {
  it('answers with what the job made and tells the way there', async () => {
    const file = registerOf(600)
    const told: [number, number | null][] = []
    const exported = await runJob('export-list', exportOf(file, join(temporaryFolder(), 'a.csv')), {
      workerFile,
      onProgress: (...progress) => told.push(progress),
    })
    expect(exported.rows).toBe(600)
    expect(told[0]).toEqual([0, 600])
    expect(told.every(([done], at) => at === 0 || done >= told[at - 1]![0])).toBe(true)
  })
  it('throws what the job threw, with code and fields', async () => {
    const job = runJob('export-list', exportOf(registerOf(1), join(temporaryFolder(), 'gone', 'a.csv')), { workerFile })
    await expect(job).rejects.toMatchObject({
      name: 'RegistryError',
      code: 'file_missing',
      fields: [{ rule: 'file.no_folder' }],
    })
  })
  it('gives errors of the system the registry’s code', async () => {
    await expect(
      runJob('export-list', exportOf(join(temporaryFolder(), 'none.scn'), '/nowhere/a.csv'), { workerFile }),
    ).rejects.toMatchObject({ name: 'RegistryError', code: 'file_missing' })
  })
  it('stops when asked, at once or on the way, and leaves no file', async () => {
    const folder = temporaryFolder()
    const job = exportOf(registerOf(600), join(folder, 'a.csv'))
    await expect(runJob('export-list', job, { workerFile, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    })
    const control = new AbortController()
    const stopped = runJob('export-list', job, {
      workerFile,
      signal: control.signal,
      onProgress: () => control.abort(),
    })
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(folder)).toEqual([])
  })
  it('ends a job that does not listen, when stopped or over its time', async () => {
    const deaf = oddWorker('for (;;) {}')
    const control = new AbortController()
    setTimeout(() => control.abort(), 50)
    await expect(runJob('import-plan', readJob(), { workerFile: deaf, signal: control.signal })).rejects.toMatchObject({
      code: 'cancelled',
    })
    await expect(runJob('import-plan', readJob(), { workerFile: deaf, mostMs: 100 })).rejects.toMatchObject({
      code: 'too_large',
      fields: [{ rule: 'file.too_slow' }],
    })
  })
  it('survives a worker that throws, ends without a word, or eats all memory', async () => {
    await expect(runJob('import-plan', readJob(), { workerFile: oddWorker('throw new Error("odd")') })).rejects.toThrow(
      'odd',
    )
    await expect(runJob('import-plan', readJob(), { workerFile: oddWorker('process.exit(3)') })).rejects.toThrow(
      'exit code 3',
    )
    const hungry = oddWorker('const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()))')
    const before = process.resourceUsage().maxRSS
    await expect(runJob('import-plan', readJob(), { workerFile: hungry, mostMb: 64 })).rejects.toMatchObject({
      code: 'too_large',
      fields: [{ rule: 'file.too_much_memory' }],
    })
    // in KB: it was stopped near its own limit, not where V8 would have stopped it
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(1_000_000)
  })
  it('says what broke inside, for the log', async () => {
    const broken = runJob(
      'import-plan',
      { register: registerOf(0), source: { path: 7 as unknown as string }, choices: {}, day: DAY },
      { workerFile },
    )
    await expect(broken).rejects.toMatchObject({ name: 'Error' })
    await expect(broken).rejects.not.toHaveProperty('fields')
  })
})
