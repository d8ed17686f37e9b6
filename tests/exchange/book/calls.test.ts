// The working copy through the real router, a real file and a real worker: exported, edited, previewed, committed exactly so, refused when anything moved.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../../../db/contract'
import type { ErrorReply, Reply } from '../../../db/model/errors'
import { openRegistry } from '../../../db/registry'
import { convert } from '../../support/libreoffice'
import { clock, temporaryFolder } from '../../support/register'
import { builtWorker } from '../../support/worker'
import { edited, set, type Edit } from './support'

let workerFile = ''
beforeAll(async () => {
  workerFile = await builtWorker()
}, 60_000)

async function office() {
  const folder = temporaryFolder()
  const registry = await openRegistry({ file: join(folder, 'so.scn'), clock, workerFile })
  onTestFinished(() => registry.close())
  await registry.session({ actor: 'an', role: 'admin' }).call('register.create', { kind: 'quang-ninh' })
  const session = registry.session({ actor: 'an', role: 'clerk' })
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const answer = (await session.call(name, input)) as Reply<Output<N>>
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    return answer.value
  }
  const refused = async <N extends CallName>(name: N, input: Input<N>): Promise<ErrorReply> => {
    const answer = await session.call(name, input)
    if (answer.ok) throw new Error(`${name} was not refused`)
    return answer.error
  }
  const path = join(folder, 'so-lam-viec.xlsx')
  const made = await call('exchange.exportBook', { file: registry.grant(path, 'write') })
  const bringing = async (edit: Edit) => {
    const target = await edited(path, edit)
    return { target, file: registry.grant(target, 'read') }
  }
  return { registry, folder, path, made, call, refused, bringing }
}

const phone =
  (value: string, row = 1): Edit =>
  (sheet) => {
    const labs = sheet('Phòng thí nghiệm')
    set(labs, labs.rows[row]!, 'Điện thoại', value)
  }

it('is written with what it holds, previewed without writing, committed as one import and taken back as one', async () => {
  const { made, call, bringing, path } = await office()
  expect(made.bytes).toBe(readFileSync(path).length)
  const { file } = await bringing(phone('0203 123 123'))
  const before = await call('register.info', {})
  const preview = await call('exchange.bookPreview', { file })
  expect(preview).toMatchObject({
    counts: { change: 1, new: 0, conflict: 0, error: 0 },
    register: before.fingerprint,
    base: 'log',
  })
  expect((await call('register.info', {})).seq).toBe(before.seq)
  const written = await call('exchange.bookCommit', {
    file,
    preview: preview.fingerprint,
    choices: {},
    options: { reason: 'Sửa điện thoại' },
  })
  expect(written).toMatchObject({ added: 0, changed: 1, trashed: 0, skipped: 0 })
  const [past] = await call('exchange.imports', {})
  expect(past).toMatchObject({
    set: written.set,
    reason: 'Sửa điện thoại',
    source: `so-da-sua.xlsx (sha256 ${preview.sha256})`,
    undone: false,
  })
  await call('changes.undo', { set: written.set })
  expect((await call('exchange.imports', {}))[0]).toMatchObject({ undone: true })
  expect((await call('exchange.bookPreview', { file })).counts).toEqual(preview.counts) // and may be brought back anew
}, 120_000)

it('is refused when the file or the register has changed since the preview, while a question is open, and with errors unless they are left out', async () => {
  const { call, refused, bringing, registry } = await office()
  const { file, target } = await bringing(phone('0203 123 123'))
  const { fingerprint } = await call('exchange.bookPreview', { file })
  const lab = (await call('labs.list', { limit: 1 })).rows[0]!
  await call('labs.save', { id: lab.id, change: { note: 'sửa giữa chừng' } })
  expect(await refused('exchange.bookCommit', { file, preview: fingerprint, choices: {} })).toMatchObject({
    code: 'file_changed',
  })
  const fresh = await call('exchange.bookPreview', { file })
  writeFileSync(target, readFileSync((await bringing(phone('khác'))).target))
  expect(await refused('exchange.bookCommit', { file, preview: fresh.fingerprint, choices: {} })).toMatchObject({
    code: 'file_changed',
  })
  // one conflict and one error
  const both = await bringing((sheet) => {
    phone('của tệp', 1)(sheet, [])
    const labs = sheet('Phòng thí nghiệm')
    set(labs, labs.rows[2]!, 'Loại', 'loại lạ')
  })
  const labs = await call('exchange.bookPreview', { file: both.file })
  const changed = labs.rows.find(({ verdict }) => verdict === 'change')!
  await call('labs.save', { id: changed.key, change: { phone: 'của sổ' } })
  const asked = await call('exchange.bookPreview', { file: both.file })
  expect(asked.counts).toMatchObject({ conflict: 1, error: 1 })
  const commit = { file: both.file, preview: asked.fingerprint }
  expect(await refused('exchange.bookCommit', { ...commit, choices: {} })).toMatchObject({
    fields: [{ rule: 'book.unanswered', params: { count: 1 } }],
  })
  const choices = { cells: { [`${changed.key}/laboratory.phone`]: 'theirs' as const } }
  expect(await refused('exchange.bookCommit', { ...commit, choices })).toMatchObject({
    fields: [{ rule: 'book.not_a_choice', params: { row: 3 } }],
  })
  expect(await call('exchange.bookCommit', { ...commit, choices, options: { skipErrors: true } })).toMatchObject({
    changed: 1,
    skipped: 1,
  })
  expect((await call('labs.get', { id: changed.key })).phone).toBe('của tệp')
  expect(dirname(registry.place()!)).not.toBe('')
}, 120_000)

it('is refused with a reason each: no working copy, another register’s, a hidden sheet that was changed, two sheets of a kind, no codes', async () => {
  const { call, refused, bringing, registry, folder } = await office()
  const ruleOf = async (edit: Edit): Promise<string | undefined> =>
    (await refused('exchange.bookPreview', { file: (await bringing(edit)).file })).fields?.[0]?.rule
  expect(await ruleOf((_, all) => void all.pop())).toBe('file.not_a_book')
  expect(await ruleOf((_, all) => void (all.at(-1)!.rows[1]![3] = 'đã sửa'))).toBe('file.book_damaged')
  expect(await ruleOf((sheet) => void (sheet('Địa điểm').rows[0]![1] = 'Mã'))).toBe('file.book_no_code')
  expect(await ruleOf((sheet, all) => void all.push({ ...sheet('Địa điểm'), name: 'Địa điểm (2)' }))).toBe(
    'file.book_sheet_twice',
  )
  writeFileSync(join(folder, 'chu.csv'), 'Tên phòng\nA\n')
  const text = await refused('exchange.bookPreview', { file: registry.grant(join(folder, 'chu.csv'), 'read') })
  expect(text.fields?.[0]?.rule).toBe('file.not_a_book')
  const { file } = await bringing(() => undefined)
  const other = await office()
  const elsewhere = other.registry.grant((await bringing(() => undefined)).target, 'read')
  expect((await other.refused('exchange.bookPreview', { file: elsewhere })).fields?.[0]?.rule).toBe(
    'file.book_other_register',
  )
  expect((await call('exchange.bookPreview', { file })).counts.same).toBeGreaterThan(0)
}, 120_000)

it('is no list for the ordinary import, as written and as LibreOffice saves it again', async () => {
  const { refused, bringing, registry } = await office()
  const { target, file } = await bringing(() => undefined)
  const again = registry.grant(convert(target, 'ods'), 'read')
  for (const each of [file, again])
    expect((await refused('exchange.importPreview', { file: each })).fields?.[0]?.rule).toBe('file.working_copy')
}, 120_000)
