// Backups under a passphrase: nothing of the register can be read in them, everything works with them, also on another machine, and one byte
// that is not as it was is told.
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { manifestsIn, readState } from '../../db/backup/folder'
import type { Secrets } from '../../db/backup/keyring'
import { lockedSize, lockFile, newKey, openLock, unlockFile, type Key } from '../../db/backup/lock'
import { RegistryError } from '../../db/model/errors'
import { temporaryFolder } from '../support/register'
import { builtWorker } from '../support/worker'
import { names, openDesk, type Desk } from './desk'

// scrypt takes its time on purpose, more where others use the machine
vi.setConfig({ testTimeout: 120_000 })

const workerFile = await builtWorker()
const PASSPHRASE = 'mười hai con gà trống 🐓'

/** Files below a folder that hold the text. */
const filesWith = (folder: string, text: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name)
    return statSync(path).isFile() && readFileSync(path).includes(text)
  })

const lockedCopy = (desk: Desk, id: string): string => join(desk.backups, `${id}.scnk`)

/** A keeper as the shell has it, in memory. */
function keeper(): Secrets & { values: Record<string, string> } {
  const values: Record<string, string> = {}
  return {
    values,
    kept: values,
    available: true,
    keep: (name, value) => ((values[name] = value), Promise.resolve(true)),
  }
}

/** Zeroes in the place of a table's first page, as a broken disk leaves them: the file does not open. */
function spoilTable(file: string, table: string): void {
  const db = new Database(file)
  const page = db.prepare<[string], number>('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck().get(table)!
  const size = db.pragma('page_size', { simple: true }) as number
  // looked through at the next start, as after a crash
  db.exec(`UPDATE local SET value = '0' WHERE key = 'clean_close'`)
  db.close()
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0, (page - 1) * size, page * size))
}

describe('a locked file', () => {
  const key: Promise<Key> = newKey(PASSPHRASE)
  const place = () => join(temporaryFolder(), 'x')

  it('gives back the very bytes, of any length, and has the size that was foretold', async () => {
    const folder = temporaryFolder()
    for (const length of [0, 1, 65_535, 65_536, 65_537, 200_000]) {
      const [from, locked, to] = ['a', 'b', 'c'].map((name) => join(folder, `${name}${length}`)) as [
        string,
        string,
        string,
      ]
      writeFileSync(from, Buffer.alloc(length, 'Phòng bí mật '))
      lockFile(from, locked, await key)
      expect(statSync(locked).size).toBe(lockedSize(length))
      expect(readFileSync(locked).includes('bí mật')).toBe(false)
      const sha256 = unlockFile(locked, to, await key)
      expect(readFileSync(to).equals(readFileSync(from))).toBe(true)
      expect(sha256).toBe(createHash('sha256').update(readFileSync(from)).digest('hex'))
    }
  })

  it('tells any byte flipped, any cut, any piece moved or left out', async () => {
    const from = place()
    writeFileSync(from, Buffer.from(Array.from({ length: 150_000 }, (_, at) => at % 251)))
    const locked = place()
    lockFile(from, locked, await key)
    const bytes = readFileSync(locked)
    const secret = await key
    const refuses = (spoilt: Uint8Array): boolean => {
      const path = place()
      writeFileSync(path, spoilt)
      try {
        unlockFile(path, null, secret)
        return false
      } catch (error) {
        return error instanceof RegistryError && error.code === 'bad_file'
      }
    }
    const flips = fc.record({ at: fc.nat(bytes.length - 1), bit: fc.integer({ min: 0, max: 7 }) })
    fc.assert(
      fc.property(flips, ({ at, bit }) => {
        const spoilt = Buffer.from(bytes)
        spoilt[at] = spoilt[at]! ^ (1 << bit)
        return refuses(spoilt)
      }),
      { numRuns: 200 },
    )
    const piece = 65_536 + 16
    const cuts = [0, 10, 44, 44 + piece, 44 + 2 * piece, bytes.length - 1, bytes.length - 16]
    for (const cut of cuts) expect([cut, refuses(bytes.subarray(0, cut))]).toEqual([cut, true])
    const [head, one, two, three] = [
      bytes.subarray(0, 44),
      bytes.subarray(44, 44 + piece),
      bytes.subarray(44 + piece, 44 + 2 * piece),
      bytes.subarray(44 + 2 * piece),
    ] as const
    for (const order of [[two, one, three], [one, three], [one, one, two, three], [three]])
      expect(refuses(Buffer.concat([head, ...order]))).toBe(true)
    expect(refuses(Buffer.concat([bytes, Buffer.alloc(1)]))).toBe(true)
  })

  it('opens with its own passphrase alone', async () => {
    const { lock, secret } = await key
    expect((await openLock(lock, PASSPHRASE.normalize('NFD'))).secret).toBe(secret)
    await expect(openLock(lock, 'mười hai con gà mái 🐓')).rejects.toMatchObject({ code: 'wrong_passphrase' })
  })
})

describe('backups under a passphrase', () => {
  it('show nothing of the register or its files, here and on the second disk, and those made before are locked too', async () => {
    const desk = await openDesk({ workerFile })
    const second = temporaryFolder()
    await desk.addLab('Phòng Vàng Danh')
    const paper = join(desk.home, 'quyet-dinh.pdf')
    writeFileSync(paper, '%PDF-1.4\nQuyết định bí mật\n%%EOF')
    const lab = await desk.addLab('Phòng B')
    await desk.call('attachments.add', { file: desk.registry.grant(paper, 'read'), record: lab })
    await desk.call('backups.setSecond', { folder: desk.grant(second) })
    const open = await desk.call('backups.make', {})
    expect([desk.backups, second].map((folder) => filesWith(folder, 'Quyết định bí mật').length)).toEqual([1, 1])
    const list = await desk.call('backups.setPassphrase', { passphrase: PASSPHRASE })
    expect(list).toMatchObject({ lock: { known: true, kept: false }, canKeep: false })
    expect(list.rows.map(({ id, locked, second: there }) => [id, locked, there])).toEqual([[open.id, true, true]])
    // at once, not only when the next backup looks after what is there
    expect([desk.backups, second].map((folder) => filesWith(folder, 'Quyết định bí mật'))).toEqual([[], []])
    const made = await desk.call('backups.make', {})
    expect(made).toMatchObject({ locked: true, trouble: null, second: true, attachments: 1 })
    for (const folder of [desk.backups, second])
      for (const text of ['Phòng Vàng Danh', 'Quyết định bí mật', 'SQLite format 3', PASSPHRASE])
        expect([text, filesWith(folder, text)]).toEqual([text, []])
    expect(await desk.call('backups.verify', { id: open.id })).toMatchObject({ trouble: null })
    expect(await desk.call('backups.drill', {})).toMatchObject({ passed: true, backup: made.id, differing: [] })
    await desk.addLab('Phòng C')
    expect(await desk.call('backups.compare', { id: made.id })).toMatchObject({ sets: 1 })
    await desk.call('backups.restore', { id: made.id })
    expect(await names(desk)).toEqual(['Phòng B', 'Phòng Vàng Danh'])
    expect((await desk.call('attachments.check', {})).wrong).toEqual([])
  })

  it('tell a byte that was flipped and a file cut short, of the copy and of an attached file', async () => {
    const desk = await openDesk({ workerFile })
    const lab = await desk.addLab('Phòng A')
    const paper = join(desk.home, 'a.pdf')
    writeFileSync(paper, '%PDF-1.4\nnội dung\n%%EOF')
    await desk.call('attachments.add', { file: desk.registry.grant(paper, 'read'), record: lab })
    await desk.call('backups.setPassphrase', { passphrase: PASSPHRASE })
    const { id } = await desk.call('backups.make', {})
    const whole = readFileSync(lockedCopy(desk, id))
    const troubleNow = async () => (await desk.call('backups.verify', { id })).trouble
    truncateSync(lockedCopy(desk, id), whole.length - 16)
    expect(await troubleNow()).toBe('changed')
    writeFileSync(lockedCopy(desk, id), whole)
    expect(await troubleNow()).toBeNull()
    const [attached] = filesWith(join(desk.backups, 'files'), '').map((name) => join(desk.backups, 'files', name))
    const bytes = readFileSync(attached!)
    bytes[50] = bytes[50]! ^ 1
    writeFileSync(attached!, bytes)
    expect(await troubleNow()).toBe('attachments')
  })

  it('ask for it after a start where nothing keeps it, say when it is wrong, and then go on', async () => {
    const desk = await openDesk({ workerFile })
    await desk.addLab('Phòng A')
    await desk.call('backups.setPassphrase', { passphrase: PASSPHRASE })
    const { id } = await desk.call('backups.make', {})
    await desk.registry.close()
    const again = await openDesk({ workerFile, home: desk.home, reopen: true })
    expect((await again.call('backups.list', {})).lock).toEqual({ known: false, kept: false })
    for (const asked of [
      again.call('backups.make', {}),
      again.call('backups.verify', { id }),
      again.call('backups.compare', { id }),
      again.call('backups.restore', { id }),
      again.call('backups.drill', {}),
    ])
      await expect(asked).rejects.toMatchObject({ code: 'passphrase_needed' })
    const wrong = again.call('backups.unlock', { passphrase: 'không phải mật khẩu' })
    await expect(wrong).rejects.toMatchObject({ code: 'wrong_passphrase' })
    await again.call('backups.unlock', { passphrase: PASSPHRASE })
    expect(await again.call('backups.verify', { id })).toMatchObject({ trouble: null })
    expect(await again.call('backups.make', {})).toMatchObject({ trouble: null, locked: true })
  })

  it('need no typing where the machine keeps the key; neither passphrase nor key lies anywhere else', async () => {
    const secrets = keeper()
    const desk = await openDesk({ workerFile, secrets })
    await desk.addLab('Phòng A')
    expect(await desk.call('backups.setPassphrase', { passphrase: PASSPHRASE })).toMatchObject({ lock: { kept: true } })
    await desk.call('backups.make', {})
    await desk.registry.close()
    const [secret] = Object.values(secrets.values)
    for (const text of [PASSPHRASE, secret!]) expect(filesWith(desk.home, text)).toEqual([])
    const again = await openDesk({ workerFile, secrets, home: desk.home, reopen: true })
    expect(await again.call('backups.make', {})).toMatchObject({ trouble: null, locked: true })
    expect(JSON.stringify(await again.call('backups.list', {}))).not.toContain(secret)
  })

  it('recover a damaged register on another machine by typing the passphrase', async () => {
    const desk = await openDesk({ workerFile })
    await desk.addLab('Phòng A')
    await desk.call('backups.setPassphrase', { passphrase: PASSPHRASE })
    const { id } = await desk.call('backups.make', {})
    await desk.addLab('Phòng B')
    await desk.registry.close()
    // the folders of registers carried over, and nothing of the profile's keys
    const home = temporaryFolder()
    cpSync(desk.home, home, { recursive: true })
    rmSync(join(home, 'profile'), { recursive: true })
    mkdirSync(join(home, 'profile'))
    const file = join(home, 'registers', 'so-thu.scn')
    truncateSync(file, 5000)
    const other = await openDesk({ workerFile, home, file })
    await expect(other.call('register.recover', {})).rejects.toMatchObject({ code: 'passphrase_needed' })
    await other.call('backups.unlock', { id, passphrase: PASSPHRASE })
    expect(await other.call('register.recover', {})).toMatchObject({ backup: { id } })
    expect(await names(other)).toContain('Phòng A')
  })

  it('give way to an older one without passphrase where it is forgotten, and to the log alone where there is none', async () => {
    const desk = await openDesk({ workerFile })
    await desk.addLab('Phòng A')
    const open = await desk.call('backups.make', {})
    // on a disk that was away when the others were locked
    const away = temporaryFolder()
    cpSync(desk.backups, away, { recursive: true })
    await desk.call('backups.setPassphrase', { passphrase: PASSPHRASE })
    await desk.addLab('Phòng B')
    const locked = await desk.call('backups.make', {})
    await desk.addLab('Phòng C')
    expect((await desk.call('backups.list', {})).rows.map((row) => row.locked)).toEqual([true, true])
    await desk.registry.close()
    for (const from of [open.id, null]) {
      const home = temporaryFolder()
      cpSync(desk.home, home, { recursive: true })
      const file = join(home, 'registers', 'so-thu.scn')
      const folder = `${file}.backups`
      if (from !== null)
        cpSync(away, folder, { recursive: true, force: true, filter: (path) => !path.endsWith('state.json') })
      spoilTable(file, 'laboratory')
      const other = await openDesk({ workerFile, home, file })
      expect(await other.call('register.recovery', {})).toMatchObject({
        backup: { id: locked.id },
        open: from === null ? null : { id: from },
      })
      await expect(other.call('register.recover', {})).rejects.toMatchObject({ code: 'passphrase_needed' })
      const report = await other.call('register.recover', { unlockedOnly: true })
      expect(report).toMatchObject({ backup: from === null ? null : { id: from }, missing: [], labs: 3 })
      expect(await names(other)).toEqual(['Phòng A', 'Phòng B', 'Phòng C'])
      expect(existsSync(join(folder, `${locked.id}.scnk`))).toBe(true)
    }
  })

  it('are made without one again when it is taken away; those there are keep theirs', async () => {
    const desk = await openDesk({ workerFile })
    await desk.addLab('Phòng A')
    await desk.call('backups.setPassphrase', { passphrase: PASSPHRASE })
    const locked = await desk.call('backups.make', {})
    expect(readState(desk.backups).lock).not.toBeNull()
    expect(await desk.call('backups.setPassphrase', { passphrase: null })).toMatchObject({ lock: null })
    expect(await desk.call('backups.make', {})).toMatchObject({ locked: false, trouble: null })
    expect(await desk.call('backups.verify', { id: locked.id })).toMatchObject({ locked: true, trouble: null })
    expect(manifestsIn(desk.backups).map(({ lock }) => lock !== null)).toEqual([false, true])
    expect(existsSync(lockedCopy(desk, locked.id))).toBe(true)
  })
})
