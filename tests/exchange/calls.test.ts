// The exchange calls through the real router, a real file and a real worker: preview, commit exactly that, refuse what has changed since.
import Database from 'better-sqlite3'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { CallName, Input, Output, Progress } from '../../db/contract'
import type { ErrorReply, Reply } from '../../db/model/errors'
import { openRegistry, type Registry } from '../../db/registry'
import { listRegister } from '../bench/support/list-register'
import { clock, temporaryFolder } from '../support/register'
import { builtWorker } from '../support/worker'
import { csvOf } from './support'

let workerFile = ''
beforeAll(async () => {
  workerFile = await builtWorker()
}, 60_000)

interface Office {
  registry: Registry
  folder: string
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  refused(name: CallName, input: unknown): Promise<ErrorReply>
  grant(name: string, content?: Uint8Array | string): string
}

async function office(kind: 'quang-ninh' | 'empty' = 'quang-ninh'): Promise<Office> {
  const folder = temporaryFolder()
  const registry = await openRegistry({ file: join(folder, 'so.scn'), clock, workerFile })
  onTestFinished(() => registry.close())
  const session = registry.session({ actor: 'an', role: 'clerk' })
  const reply = await registry.session({ actor: 'an', role: 'admin' }).call('register.create', { kind })
  expect(reply.ok).toBe(true)
  return {
    registry,
    folder,
    async call<N extends CallName>(name: N, input: Input<N>) {
      const answer = (await session.call(name, input)) as Reply<Output<N>>
      if (!answer.ok) throw new Error(JSON.stringify(answer.error))
      return answer.value
    },
    async refused(name, input) {
      const answer = await session.call(name, input)
      if (answer.ok) throw new Error(`${name} was not refused`)
      return answer.error
    },
    grant(name, content) {
      if (content !== undefined) writeFileSync(join(folder, name), content)
      return registry.grant(join(folder, name), content === undefined ? 'write' : 'read')
    },
  }
}

const HEADINGS = ['Tên phòng', 'Mã số', 'Ghi chú']
const LIST = csvOf(HEADINGS, [
  ['Phòng A (hư cấu)', 'VILAS 901', '=1+1'],
  ['Phòng B (hư cấu)', 'VILAS 902', null],
])

describe('exchange.exportList', () => {
  it('writes what the list shows, in its order, and tells the file that was written', async () => {
    const { call, grant, folder } = await office()
    const filter = { text: 'quang ninh', sort: 'name', descending: true } as const
    const listed = await call('labs.list', { ...filter, limit: 100 })
    const exported = await call('exchange.exportList', {
      ...filter,
      file: grant('ra.csv'),
      format: 'csv',
      columns: ['index', 'nameVi'],
    })
    const lines = readFileSync(join(folder, 'ra.csv'), 'utf8').trimEnd().split('\r\n')
    expect(lines.slice(0, 7)).toEqual([
      '\uFEFFDanh sách phòng thí nghiệm',
      'Tại ngày 23/11/2026',
      'Điều kiện: có chữ: quang ninh',
      '"Sắp xếp theo: Tên phòng, từ cuối lên"',
      `Số phòng: ${listed.total}`,
      '',
      'STT;Tên phòng',
    ])
    const rows = lines.slice(7, -1).map((line) => line.replace(/^\d+;"?|"$/g, ''))
    expect(rows).toEqual(listed.rows.map((row) => row.nameVi))
    expect(lines.at(-1)).toMatch(/^so-cong-nhan\/ban-ke;1;/)
    expect(exported).toMatchObject({
      file: 'ra.csv',
      rows: listed.total,
      cells: listed.total * 2,
      bytes: readFileSync(join(folder, 'ra.csv')).length,
    })
    expect(listed.total).toBeGreaterThan(2)
  })
  it('tells its progress and forgets the job when it is done', async () => {
    const { call, grant, registry } = await office()
    const told: Progress[] = []
    registry.onProgress((progress) => told.push(progress))
    await call('exchange.exportList', { file: grant('ra.xlsx'), format: 'xlsx' })
    expect(told[0]).toMatchObject({ call: 'exchange.exportList', total: 12 })
    expect(await call('jobs.cancel', { job: told[0]!.job })).toBeNull()
  })
  it('stops when it is told to, says so, and leaves no file', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'so.scn')
    listRegister(file, 1_500)
    const registry = await openRegistry({ file, clock, workerFile })
    onTestFinished(() => registry.close())
    const session = registry.session({ actor: 'an', role: 'clerk' })
    let told = 0
    registry.onProgress(({ call: name, job }) => {
      if (name === 'exchange.exportList' && (told += 1) === 1) void session.call('jobs.cancel', { job })
    })
    const ref = registry.grant(join(folder, 'ra.xlsx'), 'write')
    expect(await session.call('exchange.exportList', { file: ref, format: 'xlsx' })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    })
    expect(told).toBeGreaterThan(0)
    expect(readdirSync(folder).filter((name) => name.includes('ra.xlsx'))).toEqual([])
  })
  it('refuses an unknown column, a column twice, the register itself, a folder that is gone', async () => {
    const { refused, grant, registry, folder } = await office('empty')
    const rule = async (input: object) =>
      (await refused('exchange.exportList', { format: 'csv', ...input })).fields?.[0]?.rule
    expect(await rule({ file: grant('ra.csv'), columns: ['nameVi', 'secret'] })).toBe('unknown_column')
    expect(await rule({ file: grant('ra.csv'), columns: ['nameVi', 'nameVi'] })).toBe('columns_once')
    for (const own of ['so.scn', 'so.scn-wal']) expect(await rule({ file: grant(own) })).toBe('file.is_register')
    expect(await rule({ file: registry.grant(join(folder, 'gone', 'ra.csv'), 'write') })).toBe('file.no_folder')
    expect(readdirSync(folder).filter((name) => !name.startsWith('so.scn'))).toEqual([])
  })
})

describe('exchange.saveForm', () => {
  it('writes headings that an import reads, every one of them, and no row', async () => {
    const { call, grant, folder, registry } = await office('empty')
    const saved = await call('exchange.saveForm', { file: grant('mau.xlsx') })
    expect(saved).toMatchObject({ file: 'mau.xlsx', rows: 0, bytes: readFileSync(join(folder, 'mau.xlsx')).length })
    const preview = await call('exchange.importPreview', { file: registry.grant(join(folder, 'mau.xlsx'), 'read') })
    expect(preview.columns.filter((column) => column.field === null)).toEqual([])
    expect(preview.columns.map((column) => column.heading)).toEqual(
      expect.arrayContaining(['Tên phòng', 'Mã số', 'Số quyết định', 'Ngày hiệu lực', 'Ngày hết hạn']),
    )
    expect(preview.rows).toEqual([])
  })
})

describe('exchange.importPreview and importCommit', () => {
  it('write exactly what was shown, once; the same file again changes nothing', async () => {
    const { call, grant } = await office()
    const file = grant('vao.csv', LIST)
    const before = await call('register.info', {})
    const preview = await call('exchange.importPreview', { file })
    expect(preview.counts).toEqual({ new: 2, change: 0, same: 0, conflict: 0, error: 0 })
    expect((await call('register.info', {})).fingerprint).toBe(before.fingerprint)
    const imported = await call('exchange.importCommit', { file, preview: preview.fingerprint })
    expect(imported).toMatchObject({ added: 2, changed: 0, skipped: 0, seq: before.seq + 1 })
    const changes = await call('changes.list', { limit: 500 })
    const ours = changes.filter((change) => change.seq === imported.seq)
    expect(
      new Set(ours.map((change) => `${change.kind} ${change.actor} ${change.source?.replace(/[0-9a-f]{64}/, '…')}`)),
    ).toEqual(new Set(['import an vao.csv (sha256 …)']))
    const again = await call('exchange.importPreview', { file })
    expect(again.counts).toEqual({ new: 0, change: 0, same: 2, conflict: 0, error: 0 })
    const nothing = await call('exchange.importCommit', { file, preview: again.fingerprint })
    expect(nothing).toMatchObject({ added: 0, changed: 0, seq: imported.seq })
  })
  it('refuse a file that changed since, a register that moved on, and a preview of something else', async () => {
    const { call, refused, grant, folder } = await office()
    const file = grant('vao.csv', LIST)
    const { fingerprint } = await call('exchange.importPreview', { file })
    writeFileSync(join(folder, 'vao.csv'), Buffer.concat([LIST, Buffer.from('Phòng C (hư cấu);VILAS 903;\r\n')]))
    expect((await refused('exchange.importCommit', { file, preview: fingerprint })).code).toBe('file_changed')
    writeFileSync(join(folder, 'vao.csv'), LIST)
    expect((await refused('exchange.importCommit', { file, preview: '0'.repeat(64) })).code).toBe('file_changed')
    await call('labs.save', { change: { nameVi: 'Phòng khác (hư cấu)' } })
    expect((await refused('exchange.importCommit', { file, preview: fingerprint })).code).toBe('file_changed')
    expect((await call('labs.list', { text: 'hư cấu' })).total).toBe(1)
  })
  it('refuse a register that moves on while the commit reads', async () => {
    const { call, refused, grant } = await office()
    const file = grant('vao.csv', LIST)
    const { fingerprint } = await call('exchange.importPreview', { file })
    const commit = refused('exchange.importCommit', { file, preview: fingerprint })
    await call('labs.save', { change: { nameVi: 'Phòng khác (hư cấu)' } })
    expect((await commit).code).toBe('file_changed')
    expect((await call('labs.list', { text: 'hư cấu' })).total).toBe(1)
  })
  it('leave out rows with errors only when told to, and say which', async () => {
    const { call, refused, grant } = await office('empty')
    const file = grant(
      'vao.csv',
      csvOf(HEADINGS, [
        ['Phòng A', 'VILAS 18O', null],
        ['Phòng B', 'VILAS 902', null],
      ]),
    )
    const preview = await call('exchange.importPreview', { file })
    const error = await refused('exchange.importCommit', { file, preview: preview.fingerprint })
    expect(error).toMatchObject({
      code: 'invalid_input',
      fields: [
        {
          field: 'rows.2.Mã số',
          rule: 'code.letter_in_number',
          params: { typed: 'VILAS 18O', suggestion: 'VILAS 180', row: 2 },
        },
      ],
    })
    expect((await call('labs.list', {})).total).toBe(0)
    expect(
      await call('exchange.importCommit', { file, preview: preview.fingerprint, options: { skipErrors: true } }),
    ).toMatchObject({ added: 1, skipped: 1 })
  })
  it('leave nothing behind when the writing fails in the middle', async () => {
    const { call, refused, grant, folder } = await office('empty')
    const file = grant('vao.csv', LIST)
    const { fingerprint } = await call('exchange.importPreview', { file })
    const before = await call('register.info', {})
    const disk = new Database(join(folder, 'so.scn'))
    onTestFinished(() => void disk.close())
    disk.exec(`CREATE TRIGGER lights BEFORE INSERT ON accreditation WHEN EXISTS (SELECT 1 FROM accreditation)
      BEGIN SELECT RAISE(ABORT, 'the lights went out'); END`)
    expect((await refused('exchange.importCommit', { file, preview: fingerprint })).code).toBe('conflict')
    expect(await call('register.info', {})).toEqual(before)
    expect((await call('labs.list', {})).total).toBe(0)
    disk.exec('DROP TRIGGER lights')
    expect(await call('exchange.importCommit', { file, preview: fingerprint })).toMatchObject({ added: 2 })
  })
  it('refuse unreadable files with a code and a rule, the register untouched', async () => {
    const { call, refused, grant } = await office('empty')
    const before = await call('register.info', {})
    const told = async (name: string, content: Uint8Array | string) => {
      const { code, fields } = await refused('exchange.importPreview', { file: grant(name, content) })
      return [code, fields?.[0]?.rule]
    }
    expect(await told('a.csv', Buffer.from('Tªn phßng;M· sè\nPhßng thö nghiÖm;1\n', 'latin1'))).toEqual([
      'wrong_encoding',
      'file.tcvn3',
    ])
    expect(await told('b.xlsx', Buffer.from('PK\x03\x04 broken'))).toEqual(['bad_file', 'file.broken'])
    expect((await refused('exchange.importPreview', { file: grant('ra.csv') })).code).toBe('bad_grant')
    expect(await call('register.info', {})).toEqual(before)
  })
  it('say how the file was read, which columns are not taken, and against which register it was compared', async () => {
    const { call, grant } = await office('empty')
    const text = 'Sở KH&CN\nTên phòng\tMã số\tTình trạng\tHạng\nPhòng A (hư cấu)\tVILAS 901\t\t1\n'
    const file = grant('vao.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))
    const preview = await call('exchange.importPreview', { file })
    expect(preview.reading).toEqual({ format: 'csv', carried: [], encoding: 'utf-16', delimiter: '\t', headerRow: 2 })
    expect(preview.columns).toEqual([
      { heading: 'Tên phòng', field: 'nameVi', computed: false, kept: false, outside: false },
      { heading: 'Mã số', field: 'codes', computed: false, kept: false, outside: false },
      { heading: 'Tình trạng', field: null, computed: true, kept: false, outside: false },
      { heading: 'Hạng', field: null, computed: false, kept: false, outside: false },
    ])
    expect(preview.register).toBe((await call('register.info', {})).fingerprint)
  })
  it('keep the reason that the person gave, else the name of the file', async () => {
    const { call, grant } = await office('empty')
    const reasonOf = async (seq: number) =>
      (await call('changes.list', { limit: 500 })).find((change) => change.seq === seq)?.reason
    const file = grant('vao.csv', LIST)
    const { fingerprint } = await call('exchange.importPreview', { file })
    const options = { reason: 'Theo báo cáo quý III' }
    const first = await call('exchange.importCommit', { file, preview: fingerprint, options })
    expect(await reasonOf(first.seq)).toBe('Theo báo cáo quý III')
    const more = grant('them.csv', csvOf(HEADINGS, [['Phòng C (hư cấu)', 'VILAS 903', null]]))
    const second = await call('exchange.importPreview', { file: more })
    const { seq } = await call('exchange.importCommit', { file: more, preview: second.fingerprint })
    expect(await reasonOf(seq)).toBe('Nhập từ tệp them.csv')
  })
  it('are closed to those who may not edit', async () => {
    const { registry, grant } = await office('empty')
    const viewer = registry.session({ actor: 'x', role: 'viewer' })
    expect(await viewer.call('exchange.importPreview', { file: grant('vao.csv', LIST) })).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    })
  })
  it('never write beside the file they read', async () => {
    const { call, grant, folder } = await office('empty')
    await call('exchange.importPreview', { file: grant('vao.csv', LIST) })
    expect(existsSync(join(dirname(join(folder, 'vao.csv')), 'vao.csv.part'))).toBe(false)
    expect(readFileSync(join(folder, 'vao.csv'))).toEqual(LIST)
  })
})
