// Which register is open: what does not open leaves the one before open and untouched, and is left untouched itself.
import Database from 'better-sqlite3'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../db/contract'
import { RegistryError } from '../db/model/errors'
import { openRegistry, type Registry } from '../db/registry'
import { schemaVersion } from '../db/store/migrations/index'
import { readOnlyFolder } from './support/read-only'
import { clock, temporaryFolder } from './support/register'
import { builtWorker } from './support/worker'

const worker = builtWorker()

interface Desk {
  registry: Registry
  folder: string
  call: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
  /** a grant for a file that somebody picked */
  pick: (path: string) => string
}

async function openDesk(home = temporaryFolder(), workerFile = ''): Promise<Desk> {
  let now = clock.now()
  const folder = join(home, 'registers')
  const ticking = { now: () => (now += 1000) }
  const registry = await openRegistry({ folder, profile: join(home, 'profile'), clock: ticking, workerFile })
  onTestFinished(() => registry.close())
  const session = registry.session({ actor: 'an' })
  return {
    registry,
    folder,
    pick: (path) => registry.grant(path, 'read'),
    async call(name, input) {
      const reply = await session.call(name, input)
      if (!reply.ok) throw new RegistryError(reply.error.code, reply.error.message, reply.error.fields)
      return reply.value as Output<typeof name>
    },
  }
}

/** A closed register outside the app's own folder. */
async function registerElsewhere(name = 'Sổ của đồng nghiệp.scn'): Promise<string> {
  const desk = await openDesk()
  const { file } = await desk.call('register.create', { kind: 'sample', labs: 40, name: 'Sổ đồng nghiệp' })
  await desk.registry.close()
  const path = join(temporaryFolder(), name)
  renameSync(join(desk.folder, file), path)
  return path
}

const bad: { what: string; code: string; make: (path: string) => Promise<void> | void }[] = [
  { what: 'an empty file', code: 'not_a_register', make: (path) => writeFileSync(path, '') },
  {
    what: 'a text file renamed .scn',
    code: 'not_a_register',
    make: (path) => writeFileSync(path, 'Đây là thư, không phải sổ.\n'.repeat(50)),
  },
  {
    what: 'another program’s database',
    code: 'not_a_register',
    make: (path) => void new Database(path).exec('CREATE TABLE t (a)').close(),
  },
  { what: 'a folder named .scn', code: 'not_a_register', make: (path) => mkdirSync(path) },
  {
    what: 'a register of a newer version',
    code: 'newer_register',
    async make(path) {
      copyFileSync(await registerElsewhere(), path)
      new Database(path).pragma(`user_version = ${schemaVersion + 1}`)
    },
  },
  {
    what: 'a register cut short',
    code: 'damaged_register',
    async make(path) {
      const whole = await registerElsewhere()
      copyFileSync(whole, path)
      truncateSync(path, 40_960)
    },
  },
]

const bytesOf = (path: string): Buffer | string[] => {
  try {
    return readFileSync(path)
  } catch {
    return readdirSync(path)
  }
}

describe('opening a register', () => {
  it.each(bad)('refuses $what by name, untouched, and keeps the present one open', async ({ code, make }) => {
    const desk = await openDesk()
    const before = await desk.call('register.create', { kind: 'empty', name: 'Sổ đang làm' })
    const path = join(temporaryFolder(), 'xấu.scn')
    await make(path)
    const bytes = bytesOf(path)
    const file = desk.pick(path)
    const named = { code, fields: [{ field: 'file', params: { name: 'xấu.scn' } }] }
    await expect(desk.call('register.check', { file })).rejects.toMatchObject(named)
    await expect(desk.call('register.open', { file })).rejects.toMatchObject(named)
    expect(bytesOf(path)).toEqual(bytes)
    expect(await desk.call('register.info', {})).toEqual({ ...before, today: before.today })
    await desk.call('labs.save', { change: { nameVi: 'Phòng ghi được (hư cấu)' } })
    expect((await desk.call('register.recent', {})).map((recent) => recent.file)).toEqual(['so-dang-lam.scn'])
  })

  it('tells a window no folder in what it refuses', async () => {
    const desk = await openDesk()
    const folder = temporaryFolder()
    const session = desk.registry.session({})
    const reply = await session.call('register.open', { file: desk.pick(join(folder, 'không có.scn')) })
    expect(reply).toMatchObject({ ok: false, error: { code: 'file_missing' } })
    expect(JSON.stringify(reply)).not.toContain(folder)
  })

  it('of the one that is open already changes nothing, by whatever name', async () => {
    const desk = await openDesk()
    const { file, readOnly } = await desk.call('register.create', { kind: 'empty', name: 'Sổ A' })
    const opened: unknown[] = []
    desk.registry.onChanged((areas) => opened.push(areas))
    const info = await desk.call('register.open', { file: desk.pick(join(desk.folder, '.', file)) })
    expect([info.readOnly, readOnly, opened]).toEqual([false, false, []])
  })

  it('of one after a crash looks it through first, and keeps the present one where pages are spoilt', async () => {
    const desk = await openDesk()
    await desk.call('register.create', { kind: 'empty', name: 'Sổ đang làm' })
    const path = await registerElsewhere()
    const raw = new Database(path)
    raw.exec(`UPDATE local SET value = '0' WHERE key = 'clean_close'`)
    const root = raw.prepare(`SELECT rootpage FROM sqlite_master WHERE name = 'laboratory'`).pluck().get() as number
    const size = raw.pragma('page_size', { simple: true }) as number
    raw.close()
    const spoilt = readFileSync(path)
    spoilt.fill(0xff, (root - 1) * size, root * size)
    writeFileSync(path, spoilt)
    await expect(desk.call('register.open', { file: desk.pick(path) })).rejects.toMatchObject({
      code: 'damaged_register',
    })
    expect(await desk.call('register.info', {})).toMatchObject({ name: 'Sổ đang làm' })
  })
})

describe('a register from elsewhere', () => {
  it('is known as such until it was opened here once', async () => {
    const desk = await openDesk()
    const path = await registerElsewhere()
    const { file } = await desk.call('register.create', { kind: 'empty', name: 'Sổ nhà' })
    const elsewhere = (at: string) => desk.call('register.check', { file: desk.pick(at) })
    expect([await elsewhere(path), await elsewhere(join(desk.folder, file))]).toMatchObject([
      { elsewhere: true },
      { elsewhere: false },
    ])
    await desk.call('register.open', { file: desk.pick(path) })
    expect(await elsewhere(path)).toMatchObject({ elsewhere: false })
  })

  it('is copied into the app’s own folder when asked, whole, and the source stays as it was', async () => {
    const desk = await openDesk()
    const path = await registerElsewhere()
    const bytes = readFileSync(path)
    const info = await desk.call('register.open', { file: desk.pick(path), copy: true })
    expect(info).toMatchObject({ name: 'Sổ đồng nghiệp', file: 'so-cua-dong-nghiep.scn', labs: 40, readOnly: false })
    await desk.call('labs.save', { change: { nameVi: 'Phòng chỉ có ở bản sao (hư cấu)' } })
    expect(readFileSync(path)).toEqual(bytes)
    expect(readdirSync(desk.folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('that cannot be written where it lies is read there, and edited in a copy', async () => {
    const desk = await openDesk()
    const path = await registerElsewhere()
    const folder = readOnlyFolder((into) => copyFileSync(path, join(into, 'dia.scn')))
    const file = desk.pick(join(folder, 'dia.scn'))
    expect(await desk.call('register.open', { file })).toMatchObject({ readOnly: 'medium', labs: 40 })
    expect((await desk.call('labs.list', { limit: 3 })).rows).toHaveLength(3)
    await expect(desk.call('labs.save', { change: { nameVi: 'X' } })).rejects.toMatchObject({ code: 'read_only' })
    expect(await desk.call('register.open', { file, copy: true })).toMatchObject({ readOnly: false, labs: 40 })
    await desk.call('labs.save', { change: { nameVi: 'Phòng thêm vào bản sao (hư cấu)' } })
  })
})

describe('the next start', () => {
  it('opens the register opened last', async () => {
    const home = temporaryFolder()
    const first = await openDesk(home)
    await first.call('register.create', { kind: 'empty', name: 'Sổ một' })
    await first.call('register.create', { kind: 'empty', name: 'Sổ hai' })
    const [, older] = await first.call('register.recent', {})
    await first.call('register.openRecent', { id: older!.id })
    await first.registry.close()
    const second = await openDesk(home)
    await second.registry.openDefault()
    expect(await second.call('register.info', {})).toMatchObject({ name: 'Sổ một' })
    expect((await second.call('register.recent', {})).map(({ name, present, open }) => [name, present, open])).toEqual([
      ['Sổ một', true, true],
      ['Sổ hai', true, false],
    ])
  })

  it('names the one that is gone and opens no other in its place', async () => {
    const home = temporaryFolder()
    const first = await openDesk(home)
    await first.call('register.create', { kind: 'empty', name: 'Sổ một' })
    const { file } = await first.call('register.create', { kind: 'empty', name: 'Sổ hai' })
    await first.registry.close()
    renameSync(join(first.folder, file), join(home, 'chỗ khác.scn'))
    const second = await openDesk(home)
    await second.registry.openDefault()
    await expect(second.call('register.info', {})).rejects.toMatchObject({
      code: 'file_missing',
      fields: [{ params: { name: 'so-hai.scn' } }],
    })
    expect((await second.call('register.recent', {})).map(({ name, present }) => [name, present])).toEqual([
      ['Sổ hai', false],
      ['Sổ một', true],
    ])
  })
})

describe('a register of an older version', () => {
  it.each(['v1.scn', 'v2.scn'])('%s is brought up to date by a job, while the present one answers', async (name) => {
    const desk = await openDesk(temporaryFolder(), await worker)
    await desk.call('register.create', { kind: 'empty', name: 'Sổ đang làm' })
    const path = join(temporaryFolder(), name)
    copyFileSync(resolve(import.meta.dirname, 'fixtures/schema', name), path)
    const told: unknown[] = []
    desk.registry.onProgress(({ call, done, total }) => told.push([call, done, total]))
    const events: string[] = []
    const opening = desk.call('register.open', { file: desk.pick(path) }).then(() => events.push('opened'))
    events.push((await desk.call('register.info', {})).name)
    await opening
    expect(events).toEqual(['Sổ đang làm', 'opened'])
    expect([told[0], told.at(-1)]).toEqual([
      ['register.open', 0, null],
      ['register.open', 1, 1],
    ])
    expect(await desk.call('register.info', {})).toMatchObject({ name: 'Sổ Quảng Ninh', schema: schemaVersion })
    expect(await desk.call('labs.list', { text: 'thuy san' })).toMatchObject({ total: 1 })
    told.length = 0
    await desk.call('register.openRecent', { id: (await desk.call('register.recent', {}))[1]!.id })
    await desk.call('register.open', { file: desk.pick(path) })
    expect(told).toEqual([])
  })
  it('that is damaged is refused as ever, and the present one stays', async () => {
    const desk = await openDesk(temporaryFolder(), await worker)
    await desk.call('register.create', { kind: 'empty', name: 'Sổ đang làm' })
    const path = join(temporaryFolder(), 'v2.scn')
    const bytes = readFileSync(resolve(import.meta.dirname, 'fixtures/schema/v2.scn'))
    writeFileSync(path, bytes.fill(0, 4096 * 3, bytes.length - 4096))
    await expect(desk.call('register.open', { file: desk.pick(path) })).rejects.toMatchObject({
      code: 'damaged_register',
    })
    expect(await desk.call('register.info', {})).toMatchObject({ name: 'Sổ đang làm' })
  })
})

describe('making a register', () => {
  it('tells how far it is and, stopped midway, leaves nothing and keeps the present one', async () => {
    const desk = await openDesk()
    await desk.call('register.create', { kind: 'empty', name: 'Sổ đang làm' })
    const told: number[] = []
    desk.registry.onProgress(({ job, call, done, total }) => {
      told.push(done)
      expect([call, total === null || done <= total]).toEqual(['register.create', true])
      if (done === 64) void desk.call('jobs.cancel', { job })
    })
    await expect(desk.call('register.create', { kind: 'sample', labs: 320 })).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(told.slice(0, 2)).toEqual([32, 64])
    expect(told.length).toBeLessThan(6)
    expect(readdirSync(desk.folder).filter((name) => !name.startsWith('so-dang-lam.scn'))).toEqual([])
    expect(await desk.call('register.info', {})).toMatchObject({ name: 'Sổ đang làm' })
  })
})

describe('a register in a folder that a service copies away', () => {
  it('is not opened or made there, and is copied in when asked', async () => {
    const desk = await openDesk()
    const synced = join(temporaryFolder(), 'Dropbox')
    mkdirSync(synced)
    const file = join(synced, 'so.scn')
    renameSync(await registerElsewhere(), file)
    const picked = desk.pick(file)
    expect(await desk.call('register.check', { file: picked })).toEqual({
      elsewhere: true,
      badPlace: { kind: 'sync', name: 'Dropbox' },
      backup: null,
    })
    await expect(desk.call('register.open', { file: picked })).rejects.toMatchObject({
      code: 'bad_place',
      fields: [{ rule: 'bad_place.sync', params: { name: 'so.scn', service: 'Dropbox' } }],
    })
    await desk.call('register.open', { file: picked, copy: true })
    expect(await desk.call('register.info', {})).toMatchObject({ name: 'Sổ đồng nghiệp', file: 'so.scn' })
    const there = await openRegistry({ file: join(synced, 'mới.scn'), clock })
    onTestFinished(() => there.close())
    expect(await there.session({}).call('register.create', { kind: 'empty', name: 'Sổ' })).toMatchObject({
      error: { code: 'bad_place' },
    })
    expect(readdirSync(synced).filter((name) => name.startsWith('mới'))).toEqual([])
  })
})
