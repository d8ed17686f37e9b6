// A backup picked as a file on another machine becomes a register there, whole, and stays as it is.
import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { temporaryFolder } from '../support/register'
import { builtWorker } from '../support/worker'
import { names, openDesk, type Desk } from './desk'

// scrypt takes its time on purpose, more where others use the machine
vi.setConfig({ testTimeout: 120_000 })

const workerFile = await builtWorker()
const PASSPHRASE = 'mười hai con gà trống'

/** Every file below a folder with its bytes. */
const contentsOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}`,
    )
    .sort()

/** A stick with the backups of a register that has two laboratories and an attached file, and another machine with a register of its own. */
async function machine(passphrase: string | null) {
  const office = await openDesk({ workerFile })
  const lab = await office.addLab('Phòng A')
  await office.addLab('Phòng B')
  const paper = join(office.home, 'a.pdf')
  writeFileSync(paper, '%PDF-1.4\nnội dung\n%%EOF')
  await office.call('attachments.add', { file: office.registry.grant(paper, 'read'), record: lab })
  if (passphrase !== null) await office.call('backups.setPassphrase', { passphrase })
  const { id } = await office.call('backups.make', {})
  const { id: register } = await office.call('register.info', {})
  await office.registry.close()
  const stick = temporaryFolder()
  cpSync(office.backups, stick, { recursive: true })
  rmSync(office.home, { recursive: true })
  const other = await openDesk({ workerFile })
  await other.addLab('Phòng của máy này')
  const file = join(stick, `${id}.scn${passphrase === null ? '' : 'k'}`)
  const picked = (path = file) => other.registry.grant(path, 'read')
  return { other, stick, file, picked, register }
}

async function expectBrought(other: Desk, register: string): Promise<void> {
  expect(await names(other)).toEqual(['Phòng A', 'Phòng B'])
  expect((await other.call('register.info', {})).id).toBe(register)
  expect((await other.call('attachments.check', {})).wrong).toEqual([])
  expect(await other.call('register.checkLog', {})).toMatchObject({ altered: [], gaps: [], misfits: [] })
  await other.addLab('Phòng C')
}

it('that is open is told as one and becomes a register with its attached files; the one open before is still there', async () => {
  const { other, stick, picked, register } = await machine(null)
  const before = contentsOf(stick)
  const asked = await other.call('register.check', { file: picked() })
  expect(asked).toMatchObject({ elsewhere: true, badPlace: null, backup: { name: 'Sổ thử', locked: false } })
  expect(await other.call('register.open', { file: picked() })).toMatchObject({ name: 'Sổ thử', labs: 2 })
  await expectBrought(other, register)
  expect(contentsOf(stick)).toEqual(before)
  const [, old] = await other.call('register.recent', {})
  await other.call('register.openRecent', { id: old!.id })
  expect(await names(other)).toEqual(['Phòng của máy này'])
})

it('that is locked asks for its passphrase, says when it is wrong, and opens with the right one', async () => {
  const { other, stick, picked, register } = await machine(PASSPHRASE)
  const before = contentsOf(stick)
  const folder = join(other.home, 'registers')
  const own = readdirSync(folder).sort()
  expect(await other.call('register.check', { file: picked() })).toMatchObject({ backup: { locked: true } })
  const open = (passphrase?: string) =>
    other.call('register.open', { file: picked(), ...(passphrase === undefined ? {} : { passphrase }) })
  await expect(open()).rejects.toMatchObject({ code: 'passphrase_needed' })
  await expect(open('mười hai con gà mái')).rejects.toMatchObject({ code: 'wrong_passphrase' })
  expect([await names(other), readdirSync(folder).sort()]).toEqual([['Phòng của máy này'], own])
  await open(PASSPHRASE)
  await expectBrought(other, register)
  expect(contentsOf(stick)).toEqual(before)
})

it('that is spoilt, or lies there without its manifest, is refused and leaves nothing', async () => {
  const { other, stick, file, picked } = await machine(PASSPHRASE)
  const folder = join(other.home, 'registers')
  const own = readdirSync(folder).sort()
  const alone = join(stick, 'riêng.scnk')
  copyFileSync(file, alone)
  const rule = (name: string) => ({ code: 'bad_file', fields: [{ rule: `backup.${name}` }] })
  await expect(other.call('register.check', { file: picked(alone) })).rejects.toMatchObject(rule('no_manifest'))
  const bytes = readFileSync(file)
  bytes[bytes.length - 100]! ^= 1
  writeFileSync(file, bytes)
  const opened = other.call('register.open', { file: picked(), passphrase: PASSPHRASE })
  await expect(opened).rejects.toMatchObject(rule('changed'))
  // whoever changed it changed its manifest too: found when its pieces are opened
  const manifest = file.replace(/scnk$/, 'json')
  const told = JSON.parse(readFileSync(manifest, 'utf8')) as object
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(manifest, JSON.stringify({ ...told, sha256 }))
  const again = other.call('register.open', { file: picked(), passphrase: PASSPHRASE })
  await expect(again).rejects.toMatchObject(rule('changed'))
  expect([await names(other), readdirSync(folder).sort()]).toEqual([['Phòng của máy này'], own])
})

it('whose manifest went with another name is a register like any other', async () => {
  const { other, stick, file, picked } = await machine(null)
  const renamed = join(stick, 'sổ cũ.scn')
  renameSync(file, renamed)
  expect(await other.call('register.check', { file: picked(renamed) })).toMatchObject({ backup: null, elsewhere: true })
})
