// Backups on real files through the real router and worker: made while writing goes on, verified on the copy, compared, restored and taken back.
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { attachedPath, copyPath, manifestsIn } from '../../db/backup/folder'
import { makeBackup } from '../../db/backup/make'
import type { Job } from '../../db/jobs/job'
import { fingerprint } from '../../db/store/log'
import { openRegister } from '../../db/store/open'
import { writeSet } from '../../db/store/write'
import { verifyLog } from '../support/chains'
import { addLab, NOW, temporaryFolder } from '../support/register'
import { builtWorker } from '../support/worker'
import { names, openDesk } from './desk'

// real jobs over real files, on a machine that others use too
vi.setConfig({ testTimeout: 60_000 })

const workerFile = await builtWorker()

/** Changes one byte in the middle of the last text that holds `word`. */
function flip(file: string, word: string): void {
  const bytes = readFileSync(file)
  const at = bytes.lastIndexOf(word)
  if (at < 0) throw new Error(`${word} is not in the file`)
  bytes[at + 2]! ^= 1
  writeFileSync(file, bytes)
}

describe('a backup', () => {
  it('is a whole register with a manifest, verified on the copy', async () => {
    const desk = await openDesk({ workerFile, labs: 40 })
    const row = await desk.call('backups.make', {})
    const info = await desk.call('register.info', {})
    expect(row).toMatchObject({
      reason: 'manual',
      labs: 40,
      seq: info.seq,
      fingerprint: info.fingerprint,
      trouble: null,
    })
    expect(row.verifiedAt).not.toBeNull()
    const [manifest] = manifestsIn(desk.backups)
    const copy = copyPath(desk.backups, row.id)
    expect(createHash('sha256').update(readFileSync(copy)).digest('hex')).toBe(manifest!.sha256)
    expect([...readFileSync(copy).subarray(18, 20)]).toEqual([1, 1]) // one file that needs none beside it
    expect(readdirSync(desk.backups).filter((name) => /part|scratch/.test(name))).toEqual([])
    const db = new Database(copy, { readonly: true })
    expect(manifest!.counts['scope_line']).toBe(db.prepare('SELECT count(*) FROM scope_line').pluck().get())
    db.close()
  })

  it('holds one moment of the register although every step of it meets a write', async () => {
    const desk = await openDesk({ workerFile, labs: 300 })
    await desk.registry.close()
    const register = openRegister(desk.file)
    const before = fingerprint(register.db)
    let writes = 0
    const writing: Job = {
      check() {
        writeSet(register.db, { actor: 'an', now: NOW }, (tx) => addLab(tx, `Phòng ${(writes += 1)}`))
      },
      progress: () => undefined,
    }
    const made = await makeBackup({ register: desk.file, reason: 'manual', now: NOW, version: '', key: null }, writing)
    expect(writes).toBeGreaterThan(3)
    expect(made).toMatchObject({ fingerprint: before, labs: 300, trouble: null })
    expect(fingerprint(register.db)).not.toBe(before)
    register.close()
  })

  it('is not called verified when the copy is not what was copied', async () => {
    const desk = await openDesk({ workerFile })
    await desk.addLab('Phòng Vàng Danh')
    const row = await desk.call('backups.make', {})
    flip(copyPath(desk.backups, row.id), 'Phòng Vàng Danh')
    expect(await desk.call('backups.verify', { id: row.id })).toMatchObject({ verifiedAt: null, trouble: 'changed' })
    await expect(desk.call('backups.restore', { id: row.id })).rejects.toMatchObject({ code: 'bad_file' })
    truncateSync(copyPath(desk.backups, row.id), 5000)
    expect(await desk.call('backups.verify', { id: row.id })).toMatchObject({ trouble: 'changed' })
    rmSync(copyPath(desk.backups, row.id))
    expect((await desk.call('backups.list', {})).rows[0]).toMatchObject({ trouble: 'gone', verifiedAt: null })
  })

  it('tells that the log in the register itself no longer verifies', async () => {
    const desk = await openDesk({ workerFile })
    await desk.addLab('Phòng Vàng Danh')
    const raw = new Database(desk.file)
    raw.prepare(`UPDATE change SET value = replace(value, 'Vàng', 'Bạc')`).run()
    raw.close()
    expect(await desk.call('backups.make', {})).toMatchObject({ trouble: 'log', verifiedAt: null })
  })

  it('stands before an import, once for one state', async () => {
    const desk = await openDesk({ workerFile })
    await desk.addLab('Phòng A')
    const file = join(desk.home, 'nhập.csv')
    writeFileSync(file, 'Tên phòng thí nghiệm\nPhòng B\n')
    const ref = desk.registry.grant(file, 'read')
    const preview = await desk.call('exchange.importPreview', { file: ref })
    await desk.call('exchange.importCommit', { file: ref, preview: preview.fingerprint })
    const { rows } = await desk.call('backups.list', {})
    expect(rows.map(({ reason, labs }) => [reason, labs])).toEqual([['import', 1]])
  })

  it('carries attached files by their hash, each once, and says so when one is not what its name says', async () => {
    const desk = await openDesk({ workerFile })
    const text = 'Quyết định số 1'
    const sha256 = createHash('sha256').update(text).digest('hex')
    const own = join(`${desk.file}.files`, sha256.slice(0, 2), sha256)
    mkdirSync(join(own, '..'), { recursive: true })
    writeFileSync(own, text)
    await desk.registry.close()
    const register = openRegister(desk.file)
    writeSet(register.db, { actor: 'an', now: NOW }, (tx) =>
      tx.create('attachment', { sha256, name: 'qd.pdf', mime: 'application/pdf', bytes: Buffer.byteLength(text) }),
    )
    register.close()
    const again = await openDesk({ workerFile, home: desk.home, reopen: true })
    const row = await again.call('backups.make', {})
    expect(row).toMatchObject({ attachments: 1, trouble: null })
    expect(readFileSync(attachedPath(again.backups, sha256), 'utf8')).toBe(text)
    rmSync(own)
    await again.call('backups.restore', { id: row.id })
    expect(readFileSync(own, 'utf8')).toBe(text)
    writeFileSync(attachedPath(again.backups, sha256), 'Quyết định số 2')
    expect(await again.call('backups.verify', { id: row.id })).toMatchObject({
      trouble: 'attachments',
      verifiedAt: null,
    })
  })
})

describe('a restore', () => {
  it('shows the difference first, brings the old state back, and can be taken back itself', async () => {
    const desk = await openDesk({ workerFile })
    const a = await desk.addLab('Phòng A')
    const b = await desk.addLab('Phòng B')
    const { id } = await desk.call('backups.make', {})
    await desk.call('labs.save', { id: a, change: { phone: '0203 3825 xxx'.replace('xxx', '111') } })
    await desk.call('records.trash', { entity: 'laboratory', id: b })
    await desk.addLab('Phòng C')
    const difference = await desk.call('backups.compare', { id })
    expect(difference.sets).toBe(3)
    expect(difference.actors).toEqual(['an'])
    expect(difference.counts.find(({ entity }) => entity === 'laboratory')).toEqual({
      entity: 'laboratory',
      added: 1,
      changed: 1,
      removed: 1,
    })
    expect(Object.fromEntries(difference.labs.map(({ name, what }) => [name, what]))).toEqual({
      'Phòng A': 'changed',
      'Phòng B': 'removed',
      'Phòng C': 'added',
    })
    const now = await desk.call('register.info', {})
    const { before } = await desk.call('backups.restore', { id })
    expect(await names(desk)).toEqual(['Phòng A', 'Phòng B'])
    expect(before).toMatchObject({ reason: 'restore', fingerprint: now.fingerprint, verifiedAt: expect.any(String) })
    await desk.call('backups.restore', { id: before.id })
    expect(await names(desk)).toEqual(['Phòng A', 'Phòng C'])
    expect((await desk.call('register.info', {})).fingerprint).toBe(now.fingerprint)
  })

  it('gives the register a replica of its own, so that no chain is written twice', async () => {
    const desk = await openDesk({ workerFile })
    await desk.addLab('Phòng A')
    const { id } = await desk.call('backups.make', {})
    await desk.addLab('Phòng B')
    await desk.call('backups.restore', { id })
    await desk.addLab('Phòng C')
    await desk.registry.close()
    const { db, close } = openRegister(desk.file)
    expect(verifyLog(db)).toMatchObject({ broken: null, replicas: 2 })
    close()
  })

  it('leaves the register as it is when the present state cannot be backed up', async () => {
    const desk = await openDesk({ workerFile })
    await desk.addLab('Phòng A')
    const { id } = await desk.call('backups.make', {})
    await desk.addLab('Phòng B')
    renameSync(desk.backups, `${desk.backups}.aside`)
    writeFileSync(desk.backups, 'a file where the folder should be')
    await expect(desk.call('backups.restore', { id })).rejects.toThrow()
    expect(await names(desk)).toEqual(['Phòng A', 'Phòng B'])
  })
})

describe('the second folder', () => {
  it('gets what is there and what comes, catches up after it was away, and is told while it is missing', async () => {
    const desk = await openDesk({ workerFile })
    const usb = temporaryFolder()
    await desk.addLab('Phòng A')
    await desk.call('backups.make', {})
    const list = await desk.call('backups.setSecond', { folder: desk.grant(usb) })
    expect(list.second).toMatchObject({ trouble: null, broughtAt: expect.any(String) })
    expect(list.rows.map(({ second }) => second)).toEqual([true])
    renameSync(usb, `${usb}-away`)
    await desk.addLab('Phòng B')
    await desk.call('backups.make', {})
    const away = await desk.call('backups.list', {})
    expect(away.second?.trouble).toBe('missing')
    expect(away.rows.map(({ here, second }) => [here, second])).toEqual([
      [true, null],
      [true, null],
    ])
    renameSync(`${usb}-away`, usb)
    await desk.call('backups.make', {})
    const back = await desk.call('backups.list', {})
    expect(back.second?.trouble).toBeNull()
    expect(back.rows.map(({ second }) => second)).toEqual([true, true, true])
  })

  it('is the place to restore from when the folder beside the register is lost', async () => {
    const desk = await openDesk({ workerFile })
    const usb = temporaryFolder()
    await desk.addLab('Phòng A')
    await desk.call('backups.setSecond', { folder: desk.grant(usb) })
    const { id } = await desk.call('backups.make', {})
    rmSync(copyPath(desk.backups, id))
    expect((await desk.call('backups.list', {})).rows[0]).toMatchObject({ here: false, second: true, trouble: null })
    await desk.addLab('Phòng B')
    await desk.call('backups.restore', { id })
    expect(await names(desk)).toEqual(['Phòng A'])
  })

  it('gets no copy that reads back as something else, and has it when it does read back', async () => {
    const desk = await openDesk({ workerFile })
    const usb = temporaryFolder()
    await desk.addLab('Phòng thử đọc lại')
    const { id } = await desk.call('backups.make', {})
    // what a worn stick does in writing: as many bytes, and others
    const copy = copyPath(desk.backups, id)
    const whole = readFileSync(copy)
    flip(copy, 'Phòng thử đọc lại')
    await desk.call('backups.setSecond', { folder: desk.grant(usb) })
    const secondOf = async () => (await desk.call('backups.list', {})).rows.find((row) => row.id === id)?.second
    expect(await secondOf()).not.toBe(true)
    writeFileSync(copy, whole)
    await desk.call('backups.setSecond', { folder: desk.grant(usb) })
    expect(await secondOf()).toBe(true)
  })

  it('is not one beside the register', async () => {
    const desk = await openDesk({ workerFile })
    const beside = join(desk.file, '..', 'sao lưu')
    mkdirSync(beside)
    await expect(desk.call('backups.setSecond', { folder: desk.grant(beside) })).rejects.toMatchObject({
      fields: [{ field: 'folder', rule: 'backup.same_folder' }],
    })
  })
})

describe('a drill', () => {
  it('restores the newest into a scratch place, compares, and is remembered', async () => {
    const desk = await openDesk({ workerFile, labs: 40 })
    await desk.call('backups.make', {})
    const result = await desk.call('backups.drill', {})
    expect(result).toMatchObject({ passed: true, differing: [], trouble: null })
    expect(result.records).toBeGreaterThan(1000)
    expect((await desk.call('backups.list', {})).lastDrill).toEqual(result)
    expect(readdirSync(desk.backups).filter((name) => name.startsWith('scratch'))).toEqual([])
  })

  it('fails, and says so, on a backup that lost a row and whose manifest was made to fit', async () => {
    const desk = await openDesk({ workerFile, labs: 40 })
    const { id } = await desk.call('backups.make', {})
    const copy = copyPath(desk.backups, id)
    const raw = new Database(copy)
    raw.prepare('DELETE FROM evidence WHERE rid = (SELECT max(rid) FROM evidence)').run()
    raw.close()
    const path = join(desk.backups, `${id}.json`)
    const manifest = JSON.parse(readFileSync(path, 'utf8'))
    manifest.sha256 = createHash('sha256').update(readFileSync(copy)).digest('hex')
    writeFileSync(path, JSON.stringify(manifest))
    expect(await desk.call('backups.drill', {})).toMatchObject({ passed: false, trouble: 'differs' })
  })
})

it('leaves no backup half made: without a manifest it is none, and the next one sweeps it away', async () => {
  const desk = await openDesk({ workerFile })
  await desk.call('backups.make', {})
  writeFileSync(join(desk.backups, '20261101-000000-daily.scn.part'), 'half')
  expect((await desk.call('backups.list', {})).rows).toHaveLength(1)
  await desk.call('backups.make', {})
  expect(existsSync(join(desk.backups, '20261101-000000-daily.scn.part'))).toBe(false)
})
