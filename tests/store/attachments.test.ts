// Attached files on the real registry and a real folder: kept once by content, never where a name leads, missed when lost or altered,
// and back by undo.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../../db/contract'
import { RegistryError } from '../../db/model/errors'
import { openRegistry, type Registry } from '../../db/registry'
import { copyRegister } from '../../db/store/copy'
import { makePdf, makePng } from '../support/paper'
import { clock, temporaryFolder } from '../support/register'

let home: string
let registry: Registry
let lab: string
let other: string

async function call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await registry.session({ actor: 'an' }).call(name, input)
  if (!reply.ok) throw new RegistryError(reply.error.code, reply.error.message, reply.error.fields)
  return reply.value as Output<N>
}
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: RegistryError) => `${error.code} ${error.fields?.[0]?.rule ?? ''}`.trim(),
  )
const register = () => join(home, 'registers', 'so-trong.scn')
const folder = () => `${register()}.files`

/** What a person picks in a folder of theirs. */
function paper(name: string, content: Buffer): string {
  const path = join(home, 'giấy tờ', name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}
const add = (path: string, record = lab, title?: string) =>
  call('attachments.add', {
    file: registry.grant(path, 'read'),
    record,
    ...(title === undefined ? {} : { title }),
  })
const of = async (...records: string[]) => (await call('attachments.of', { records })).files
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const placeOf = (content: Buffer) => join(folder(), sha256(content).slice(0, 2), sha256(content))
/** every file below the register's folder of files */
const stored = () =>
  readdirSync(folder(), { recursive: true, encoding: 'utf8' }).filter((name) =>
    lstatSync(join(folder(), name)).isFile(),
  )

const PDF = makePdf({ pages: ['Trang 1', 'Trang 2'] })
const PNG = makePng(40, 30)

beforeEach(async () => {
  home = temporaryFolder()
  registry = await openRegistry({ folder: join(home, 'registers'), profile: join(home, 'profile'), clock })
  onTestFinished(() => registry.close())
  await call('register.create', { kind: 'empty' })
  lab = (await call('labs.save', { change: { nameVi: 'Phòng A' } })).id
  other = (await call('labs.save', { change: { nameVi: 'Phòng B' } })).id
})

describe('a file that is attached', () => {
  it('is kept under its content beside the register and told with who and when', async () => {
    const added = await add(paper('Quyết định 893.pdf', PDF), lab, 'Quyết định công nhận')
    expect(added).toMatchObject({ known: false, already: false })
    expect(await of(lab)).toEqual([
      {
        id: added.id,
        record: lab,
        title: 'Quyết định công nhận',
        name: 'Quyết định 893.pdf',
        kind: 'pdf',
        bytes: PDF.length,
        addedBy: 'an',
        addedAt: new Date(clock.now()).toISOString(),
        state: 'present',
        alsoAt: [],
      },
    ])
    expect(stored()).toEqual([join(sha256(PDF).slice(0, 2), sha256(PDF))])
    expect(readFileSync(placeOf(PDF)).equals(PDF)).toBe(true)
  })

  it('is kept once however often it is attached, and says where else it is', async () => {
    await add(paper('a.pdf', PDF))
    expect(await add(paper('bản sao.pdf', PDF), other)).toMatchObject({ known: true, already: false })
    expect(await add(paper('a lần nữa.pdf', PDF))).toMatchObject({ known: true, already: true })
    expect(stored()).toHaveLength(1)
    const [mine, ...more] = await of(lab)
    expect(more).toEqual([])
    expect(mine?.alsoAt).toEqual([{ record: other, entity: 'laboratory', label: 'Phòng B', lab: other }])
  })

  it('is what its bytes are, whatever it is called', async () => {
    await add(paper('ảnh chụp.exe', PNG))
    expect((await of(lab))[0]).toMatchObject({ kind: 'png', name: 'ảnh chụp.exe' })
    const program = paper('quyết định.pdf', Buffer.from('MZ\x90\0 this program'))
    expect(await code(add(program))).toBe('bad_file file.not_attachable')
    expect(await code(add(paper('rỗng.pdf', Buffer.alloc(0))))).toBe('bad_file file.no_content')
    expect(await code(add(home))).toBe('bad_file file.not_attachable')
    expect(await code(add(join(home, 'không có.pdf')))).toBe('file_missing file.missing')
    expect(stored()).toHaveLength(1)
  })

  it('is at most 100 MB', async () => {
    const large = paper('lớn.pdf', PDF)
    truncateSync(large, 100 * 1024 * 1024 + 1)
    expect(await code(add(large))).toBe('too_large file.too_big_to_attach')
    expect(stored()).toEqual([])
  })

  it('hangs on records that carry papers only', async () => {
    const { id } = await add(paper('a.pdf', PDF))
    expect(await code(add(paper('b.png', PNG), id))).toBe('invalid_input no_files')
    expect(await code(add(paper('b.png', PNG), '01900000-0000-7000-8000-000000000000'))).toBe('not_found')
    expect(stored()).toHaveLength(1)
  })

  it('never leaves its folder, whatever its name says', async () => {
    const names = ['..%2f..%2fx.pdf', '....pdf', 'CON.pdf', '-rf.pdf', 'a;b|c.pdf']
    for (const [index, name] of names.entries()) {
      await add(paper(name, makePdf({ pages: [`Trang ${index}`] })))
    }
    expect(stored().filter((name) => !/^[0-9a-f]{2}[/\\][0-9a-f]{64}$/.test(name))).toEqual([])
    expect(readdirSync(join(home, 'registers')).toSorted()).toEqual([
      'so-trong.scn',
      'so-trong.scn-shm',
      'so-trong.scn-wal',
      'so-trong.scn.files',
      'so-trong.scn.lock',
    ])
  })

  it('leaves nothing half written behind, and forgets what a crash left', async () => {
    await add(paper('a.pdf', PDF))
    const left = join(folder(), 'xx.part')
    writeFileSync(left, 'half')
    await add(paper('b.png', PNG))
    expect(existsSync(left)).toBe(true)
    utimesSync(left, 0, 0)
    await add(paper('c.png', makePng(3, 3)))
    expect(existsSync(left)).toBe(false)
    expect(stored().filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('gets another title, and an empty one gives the name back', async () => {
    const { id, seq } = await add(paper('a.pdf', PDF))
    await call('attachments.save', { id, seen: seq, change: { note: 'Công văn đến' } })
    expect((await of(lab))[0]?.title).toBe('Công văn đến')
    await call('attachments.save', { id, change: { note: null } })
    expect((await of(lab))[0]?.title).toBeNull()
  })
})

describe('a file that is taken off', () => {
  it('keeps its bytes, lies in the trash and comes back by undo and by restore', async () => {
    const { id } = await add(paper('a.pdf', PDF))
    await call('records.trash', { entity: 'attachment_link', id })
    expect(await of(lab)).toEqual([])
    expect(stored()).toHaveLength(1)
    expect(await call('trash.list', {})).toMatchObject([{ entity: 'attachment_link', id, label: 'a.pdf', lab }])
    const { undo } = await call('changes.undoable', {})
    await call('changes.undo', { set: undo!.set })
    expect(await of(lab)).toMatchObject([{ id, state: 'present' }])
    await call('records.trash', { entity: 'attachment_link', id })
    await call('records.restore', { entity: 'attachment_link', id })
    expect(await of(lab)).toMatchObject([{ id }])
  })

  it('may be attached anew after its adding was undone', async () => {
    await add(paper('a.pdf', PDF))
    const { undo } = await call('changes.undoable', {})
    await call('changes.undo', { set: undo!.set })
    expect(await of(lab)).toEqual([])
    await add(paper('a.pdf', PDF))
    expect(await of(lab)).toMatchObject([{ name: 'a.pdf', state: 'present' }])
  })

  it('stays on the record that took it over when the first adding is undone', async () => {
    await add(paper('a.pdf', PDF))
    const { undo } = await call('changes.undoable', {})
    await add(paper('a.pdf', PDF), other)
    await call('changes.undo', { set: undo!.set })
    expect(await of(lab)).toEqual([])
    expect(await of(other)).toMatchObject([{ name: 'a.pdf', alsoAt: [] }])
  })
})

describe('bytes that are lost or altered', () => {
  it('are told apart, refused to be shown, and healed by adding the file again', async () => {
    const { id } = await add(paper('a.pdf', PDF))
    expect(await call('attachments.check', {})).toEqual({ checked: 1, wrong: [] })

    const altered = Buffer.from(PDF)
    altered[100] = altered[100]! ^ 1
    writeFileSync(placeOf(PDF), altered)
    expect(await call('attachments.check', { records: [lab] })).toMatchObject({
      checked: 1,
      wrong: [{ id, state: 'altered' }],
    })
    expect(await code(call('attachments.read', { id, offset: 0, length: 100 }))).toBe('file_changed file.altered')
    const target = join(home, 'ra.pdf')
    const saveCopy = () => call('attachments.saveCopy', { id, file: registry.grant(target, 'write') })
    expect(await code(saveCopy())).toBe('file_changed file.altered')
    expect(existsSync(target)).toBe(false)

    truncateSync(placeOf(PDF), 10)
    expect((await of(lab))[0]?.state).toBe('altered')
    rmSync(placeOf(PDF))
    expect((await of(lab))[0]?.state).toBe('missing')
    expect(await code(call('attachments.read', { id, offset: 0, length: 100 }))).toBe('file_missing file.lost')

    expect(await add(paper('a.pdf', PDF))).toMatchObject({ already: true })
    expect(await call('attachments.check', {})).toEqual({ checked: 1, wrong: [] })
    await saveCopy()
    expect(readFileSync(target).equals(PDF)).toBe(true)
  })

  it.skipIf(process.platform === 'win32')('are not read through a link that leads elsewhere', async () => {
    const { id } = await add(paper('a.pdf', PDF))
    rmSync(placeOf(PDF))
    symlinkSync(paper('nơi khác.pdf', PDF), placeOf(PDF))
    expect((await of(lab))[0]?.state).toBe('altered')
    expect(await code(call('attachments.read', { id, offset: 0, length: 9 }))).toBe('file_changed file.altered')
  })
})

describe.skipIf(process.platform === 'win32')('a folder of files that somebody has laid links in', () => {
  it('lets nothing out: the bytes take the place of the link, and what it led to stays as it was', async () => {
    const elsewhere = join(home, 'nơi khác')
    mkdirSync(elsewhere)
    mkdirSync(folder(), { recursive: true })
    symlinkSync(elsewhere, dirname(placeOf(PDF)))
    mkdirSync(dirname(placeOf(PNG)))
    const victim = paper('của người khác.txt', Buffer.from('không được đụng'))
    symlinkSync(victim, placeOf(PNG))
    await add(paper('a.pdf', PDF))
    await add(paper('b.png', PNG))
    expect(readdirSync(elsewhere)).toEqual([])
    expect(readFileSync(victim, 'utf8')).toBe('không được đụng')
    for (const content of [PDF, PNG]) {
      expect(lstatSync(dirname(placeOf(content))).isDirectory()).toBe(true)
      expect(lstatSync(placeOf(content)).isFile()).toBe(true)
    }
    expect(await call('attachments.check', {})).toEqual({ checked: 2, wrong: [] })
  })

  it('keeps and hands out nothing that may be run', async () => {
    const path = paper('chạy được.pdf', PDF)
    chmodSync(path, 0o777)
    const { id } = await add(path)
    const target = join(home, 'ra.pdf')
    await call('attachments.saveCopy', { id, file: registry.grant(target, 'write') })
    for (const each of [placeOf(PDF), target]) expect(lstatSync(each).mode & 0o111).toBe(0)
  })
})

describe('reading', () => {
  it('gives the bytes piece by piece', async () => {
    const content = makePdf({ pages: ['x'.repeat(3000)] })
    const { id } = await add(paper('a.pdf', content))
    const pieces: Uint8Array[] = []
    for (let offset = 0; ; offset += 1000) {
      const { bytes, total } = await call('attachments.read', { id, offset, length: 1000 })
      expect(total).toBe(content.length)
      if (bytes.length === 0) break
      pieces.push(bytes)
    }
    expect(Buffer.concat(pieces).equals(content)).toBe(true)
  })

  it('copies out never over the register or its files', async () => {
    const { id } = await add(paper('a.pdf', PDF))
    for (const target of [register(), placeOf(PDF)]) {
      const file = registry.grant(target, 'write')
      expect(await code(call('attachments.saveCopy', { id, file }))).toBe('bad_file file.is_register')
    }
    expect(await call('attachments.check', {})).toEqual({ checked: 1, wrong: [] })
  })
})

it('is copied with the register', async () => {
  await add(paper('a.pdf', PDF))
  await add(paper('b.png', PNG), other)
  writeFileSync(join(folder(), 'ghi chú của ai đó.txt'), 'x')
  const elsewhere = join(home, 'elsewhere', 'Sổ khác.scn')
  mkdirSync(dirname(elsewhere))
  await copyRegister(register(), elsewhere)
  await call('register.open', { file: registry.grant(elsewhere, 'read'), copy: true })
  expect((await call('register.info', {})).file).toBe('so-khac.scn')
  expect(await of(lab, other)).toMatchObject([
    { name: 'a.pdf', state: 'present' },
    { name: 'b.png', state: 'present' },
  ])
  expect(await call('attachments.check', {})).toEqual({ checked: 2, wrong: [] })
  expect(readdirSync(`${elsewhere}.files`)).not.toContain('ghi chú của ai đó.txt')
})
