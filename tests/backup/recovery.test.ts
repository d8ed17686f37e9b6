// Registers that were cut short, hit or lost on disk: recovered from the newest good backup and from what can still be read of their log.
import Database from 'better-sqlite3'
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { copyPath } from '../../db/backup/folder'
import { openRegister } from '../../db/store/open'
import { verifyLog } from '../support/chains'
import { expectReplayGivesTables } from '../support/tables'
import { builtWorker } from '../support/worker'
import { names, openDesk, type Desk } from './desk'

const workerFile = await builtWorker()
const PAGE = 4096

/** Five laboratories, a backup, five more; then the program ends and `damage` happens to the file. Returns the desk opened again. */
async function damaged(damage: (file: string, desk: Desk) => void, backup = true): Promise<Desk> {
  const desk = await openDesk({ workerFile })
  for (const number of [1, 2, 3, 4, 5]) await desk.addLab(`Phòng ${number}`)
  if (backup) await desk.call('backups.make', {})
  for (const number of [6, 7, 8, 9]) await desk.addLab(`Phòng ${number}`)
  await desk.registry.close()
  damage(desk.file, desk)
  const again = await openDesk({ workerFile, home: desk.home, reopen: true })
  return { ...again, file: desk.file, backups: desk.backups }
}

/** Pages of a table or index, the root first. */
function pagesOf(file: string, name: string): number[] {
  const db = new Database(file, { readonly: true })
  const pages = db.prepare<[string], number>('SELECT pageno FROM dbstat WHERE name = ? ORDER BY path').pluck().all(name)
  db.close()
  return pages
}

function hit(file: string, pages: number[]): void {
  const bytes = readFileSync(file)
  for (const page of pages) bytes.fill(0xa5, (page - 1) * PAGE, page * PAGE)
  writeFileSync(file, bytes)
}

/** The header tells how SQLite last opened the file: all that looking at it changed. */
const bytesBehindHeader = (file: string): Buffer => readFileSync(file).subarray(100)

/** As a crash leaves it: looked through at the next opening. */
function markUnclean(file: string): void {
  const db = new Database(file)
  db.prepare(`UPDATE local SET value = '0' WHERE key = 'clean_close'`).run()
  db.close()
}

/** The register is whole again: its log verifies, gives the tables, and it can be written. */
async function expectWhole(desk: Desk): Promise<void> {
  await desk.addLab('Phòng mới')
  await desk.registry.close()
  const { db, close } = openRegister(desk.file)
  expect(verifyLog(db).broken).toBeNull()
  expectReplayGivesTables(db)
  close()
}

const all = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `Phòng ${number}`)

describe('a register that does not open', () => {
  it('whose tables are hit comes back whole from backup and log, the damaged file kept byte for byte', async () => {
    let before = Buffer.alloc(0)
    const desk = await damaged((file) => {
      markUnclean(file)
      hit(file, [...pagesOf(file, 'laboratory_name'), ...pagesOf(file, 'laboratory')])
      before = readFileSync(file)
    })
    await expect(desk.call('register.info', {})).rejects.toMatchObject({ code: 'damaged_register' })
    const plan = await desk.call('register.recovery', {})
    expect(plan).toMatchObject({ file: 'so-thu.scn', why: 'damaged_register', backups: 1, backup: { labs: 5 } })
    const report = await desk.call('register.recover', {})
    expect(report).toMatchObject({
      returned: 4,
      missing: [],
      endKnown: true,
      unplaced: [],
      labs: 9,
      backup: { id: plan!.backup!.id },
    })
    expect(await names(desk)).toEqual(all)
    expect(bytesBehindHeader(join(desk.file, '..', report.kept!)).equals(before.subarray(100))).toBe(true)
    expect(await desk.call('register.recovery', {})).toBeNull()
    await expectWhole(desk)
  })

  it('that was cut short gives back what lies before the cut and names what is missing', async () => {
    const desk = await damaged((file) => truncateSync(file, Math.floor(statSync(file).size / PAGE / 2) * PAGE))
    const report = await desk.call('register.recover', {})
    const returned = (await names(desk)).length - 5
    expect(report.returned).toBe(returned)
    // whoever cannot see the end of the log must not say that nothing is missing
    expect(returned < 4 && report.missing.length === 0 && report.endKnown).toBe(false)
    expect(report.labs).toBe(5 + returned)
    await expectWhole(desk)
  })

  it('whose log is hit names exactly the numbers that are missing, and returns the rest', async () => {
    let lost = 0
    const desk = await damaged((file) => {
      const db = new Database(file)
      const sql = `SELECT commit_seq FROM change WHERE value LIKE '%Phòng 7%'`
      lost = db.prepare<[], number>(sql).pluck().get()!
      // as if a worn cell of the disk gave another letter
      db.prepare(`UPDATE change SET value = replace(value, 'Phòng 7', 'Phòng 1') WHERE commit_seq = ?`).run(lost)
      db.close()
      markUnclean(file)
      hit(file, pagesOf(file, 'laboratory'))
    })
    const report = await desk.call('register.recover', {})
    expect(report).toMatchObject({ returned: 3, missing: [{ from: lost, to: lost }], labs: 8 })
    expect(await names(desk)).toEqual(all.filter((name) => name !== 'Phòng 7'))
  })

  it('whose index of the log is hit still gives every set back', async () => {
    const desk = await damaged((file) => {
      markUnclean(file)
      hit(file, pagesOf(file, 'change_set_changes'))
    })
    expect(await desk.call('register.recover', {})).toMatchObject({ returned: 4, missing: [] })
    expect(await names(desk)).toEqual(all)
  })

  it('whose first pages are gone is read with those of the backup', async () => {
    const desk = await damaged((file) => hit(file, [1]))
    expect(await desk.call('register.recovery', {})).toMatchObject({ why: 'not_a_register' })
    expect(await desk.call('register.recover', {})).toMatchObject({ returned: 4, missing: [], labs: 9 })
    expect(await names(desk)).toEqual(all)
    await expectWhole(desk)
  })

  it('that is gone comes back as its newest good backup', async () => {
    const desk = await damaged((file) => rmSync(file))
    expect(await desk.call('register.recovery', {})).toMatchObject({ why: 'file_missing' })
    expect(await desk.call('register.recover', {})).toMatchObject({ returned: 0, kept: null, endKnown: false, labs: 5 })
  })

  it('without any backup is rebuilt from its log alone, under its own name', async () => {
    const desk = await damaged((file) => {
      markUnclean(file)
      hit(file, pagesOf(file, 'laboratory'))
    }, false)
    expect(await desk.call('register.recovery', {})).toMatchObject({ backup: null, backups: 0 })
    expect(await desk.call('register.recover', {})).toMatchObject({ backup: null, missing: [], labs: 9 })
    expect(await desk.call('register.info', {})).toMatchObject({ name: 'Sổ thử' })
    await expectWhole(desk)
  })

  it('without backup and without a readable log stays as it is, and nothing is deleted', async () => {
    let before = Buffer.alloc(0)
    const desk = await damaged((file) => {
      const bytes = readFileSync(file)
      bytes.fill(0xa5, PAGE)
      writeFileSync(file, bytes)
      before = readFileSync(file)
    }, false)
    await expect(desk.call('register.recover', {})).rejects.toMatchObject({ code: 'damaged_register' })
    expect(readFileSync(desk.file).equals(before)).toBe(true)
  })

  it('takes the backup before when the newest turns out to be broken', async () => {
    const desk = await damaged((file, { backups }) => {
      const [only] = readdirSync(backups).filter((name) => name.endsWith('-manual.scn'))
      const id = only!.replace('.scn', '')
      const newer = id.replace(/-\d{6}-/, '-235959-')
      const manifest = JSON.parse(readFileSync(join(backups, `${id}.json`), 'utf8'))
      copyFileSync(copyPath(backups, id), copyPath(backups, newer))
      const madeAt = manifest.madeAt.replace(/T.*/, 'T23:59:59.000Z')
      writeFileSync(join(backups, `${newer}.json`), JSON.stringify({ ...manifest, id: newer, madeAt }))
      truncateSync(copyPath(backups, newer), PAGE * 3)
      markUnclean(file)
      hit(file, pagesOf(file, 'laboratory'))
    })
    const report = await desk.call('register.recover', {})
    expect(report).toMatchObject({ returned: 4, labs: 9 })
    expect(report.backup!.id).not.toContain('235959')
  })
})

describe('damage that is found while the register is open', () => {
  it('closes it, so that nobody goes on working in it, and is recovered like any other', async () => {
    const desk = await openDesk({ workerFile })
    for (const number of [1, 2, 3]) await desk.addLab(`Phòng ${number}`)
    await desk.call('backups.make', {})
    await desk.registry.close()
    hit(desk.file, pagesOf(desk.file, 'laboratory_name'))
    const again = await openDesk({ workerFile, home: desk.home, reopen: true, daily: true })
    await vi.waitFor(
      () => expect(again.call('register.info', {})).rejects.toMatchObject({ code: 'damaged_register' }),
      { timeout: 60_000, interval: 200 },
    )
    expect(await again.call('register.recover', {})).toMatchObject({ returned: 0, labs: 3 })
    expect(existsSync(`${desk.file}-wal`)).toBe(true) // open and at work again
    expect(await names(again)).toEqual(['Phòng 1', 'Phòng 2', 'Phòng 3'])
  }, 120_000)
})
