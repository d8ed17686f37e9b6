// A personal value taken out on request: nowhere in the file any more, the chain still verifies and says so, and nothing brings it back.
import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import Database from 'better-sqlite3'
import { REDACTED } from '../../db/model/redacted'
import { RegistryError } from '../../db/model/errors'
import { openRegister, scratchRegister } from '../../db/store/open'
import { replay } from '../../db/store/replay'
import { openDesk, type Desk } from '../backup/desk'
import { livingTables } from '../support/living'
import { verifyLog } from '../support/chains'
import { builtWorker } from '../support/worker'

// real jobs over real files, on a machine that others use too
vi.setConfig({ testTimeout: 120_000 })

const workerFile = await builtWorker()
const runs = process.env['SCN_LONG'] === '1' ? 60 : 2

/** Files below a folder, other than backups, that hold the text, in any of the ways in which SQLite and JSON write it. */
function filesWith(folder: string, text: string): string[] {
  const forms = [text, JSON.stringify(text).slice(1, -1)].map((form) => Buffer.from(form))
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter(
      (path) =>
        statSync(path).isFile() &&
        !path.includes('.backups') &&
        forms.some((form) => readFileSync(path).includes(form)),
    )
}

/** Zeroes in the place of a table's first page. */
function spoil(file: string, table: string): void {
  const db = new Database(file, { readonly: true })
  const page = db.prepare<[string], number>('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck().get(table)!
  const size = db.pragma('page_size', { simple: true }) as number
  db.close()
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0, (page - 1) * size, page * size))
}

const why = { reason: 'Theo đơn của người dân' }

/** What the register says of itself: chain whole, tables as the log has them. */
async function expectWhole(desk: Desk, redacted: number): Promise<void> {
  expect(await desk.call('register.checkLog', {})).toMatchObject({ altered: [], gaps: [], misfits: [], redacted })
  const db = new Database(desk.file, { readonly: true })
  expect(verifyLog(db)).toMatchObject({ broken: null, redacted })
  db.close()
}

it('takes a telephone out of table, log, earlier states and drafts; what is left tells of it', async () => {
  const desk = await openDesk({ workerFile })
  const lab = await desk.addLab('Phòng A')
  const first = await desk.call('labs.save', { id: lab, change: { phone: '0912 345 678' } })
  await desk.call('labs.save', { id: lab, change: { phone: '0203 3825 111' } })
  await desk.call('labs.save', { id: lab, change: { phone: '0912 345 678' } })
  await desk.call('drafts.put', { key: 'lab', value: JSON.stringify({ phone: '0912 345 678' }) })
  const session = desk.registry.session({ actor: 'an' })
  expect(await session.call('labs.get', { id: lab }, first.seq)).toMatchObject({ value: { phone: '0912 345 678' } })
  expect(filesWith(desk.home, '0912 345 678').length).toBeGreaterThan(2)

  const asked = { record: lab, field: 'phone', set: first.seq }
  const plan = await desk.call('changes.redactionPlan', asked)
  expect(plan).toMatchObject({ value: '0912 345 678', within: 0, reasons: 0, backups: 0 })
  expect(plan.places).toMatchObject([{ field: 'phone', own: true, changes: 2, living: true }])
  const done = await desk.call('changes.redact', { ...asked, everywhere: false, ...why })
  expect(done).toMatchObject({ changes: 2, purged: true })
  expect((await desk.call('backups.list', {})).rows).toMatchObject([{ reason: 'redaction', trouble: null }])

  expect(filesWith(desk.home, '0912 345 678')).toEqual([])
  expect(await desk.call('labs.get', { id: lab })).toMatchObject({ phone: null })
  expect(await session.call('labs.get', { id: lab }, first.seq)).toMatchObject({ value: { phone: REDACTED } })
  const history = await desk.call('changes.list', { recordId: lab, entity: 'laboratory', field: 'phone' })
  expect(history.map(({ kind, before, after }) => [kind, before, after])).toEqual([
    ['redaction', REDACTED, null],
    ['edit', '0203 3825 111', REDACTED],
    ['edit', REDACTED, '0203 3825 111'],
    ['edit', null, REDACTED],
  ])
  expect((await desk.call('changes.sets', { limit: 1 })).sets).toMatchObject([
    { kind: 'redaction', source: null, total: 1, deeds: [{ entity: 'laboratory', deed: 'changed', count: 1 }], ...why },
  ])
  expect(await desk.call('settings.get', {})).toEqual({})
  await expectWhole(desk, 2)
  await desk.registry.close()
  expect(filesWith(desk.home, '0912 345 678')).toEqual([])
})

it('takes it out of the creation that wrote it, with everything else of that record left and proved', async () => {
  const desk = await openDesk({ workerFile })
  const { id, seq } = await desk.call('labs.save', {
    change: { nameVi: 'Phòng A', phone: '0912 345 678', manager: 'Ông Hà', note: 'Gọi 0912 345 678 hoặc văn phòng' },
  })
  const other = await desk.call('labs.save', { change: { nameVi: 'Phòng B', phone: '0912 345 678' } })
  const asked = { record: id, field: 'phone', set: seq }
  const plan = await desk.call('changes.redactionPlan', asked)
  expect(plan.places.map(({ record, own }) => [record, own])).toEqual([
    [id, true],
    [other.id, false],
  ])
  expect(plan.within).toBe(1)
  await desk.call('changes.redact', { ...asked, everywhere: true, ...why })
  for (const lab of [id, other.id]) expect((await desk.call('labs.get', { id: lab })).phone).toBeNull()
  expect(await desk.call('labs.get', { id })).toMatchObject({ manager: 'Ông Hà' })
  // a second value of the same creation
  await desk.call('changes.redact', { record: id, field: 'manager', set: seq, everywhere: false, ...why })
  await desk.call('changes.redact', { record: id, field: 'note', set: seq, everywhere: false, ...why })
  expect(filesWith(desk.home, '0912 345 678')).toEqual([])
  expect(filesWith(desk.home, 'Ông Hà')).toEqual([])
  await expectWhole(desk, 2)
})

it('says so in a field that must not be empty, and takes the name out of the search', async () => {
  const desk = await openDesk({ workerFile })
  const lab = await desk.addLab('Hộ kinh doanh Zorblax')
  const { changes } = await desk.call('changes.sets', {}).then(({ sets }) => sets[0]!)
  const name = changes.find(({ entity }) => entity === 'laboratory_name')!
  await desk.call('changes.redact', { record: name.record, field: 'vi', set: name.seq, everywhere: false, ...why })
  expect((await desk.call('labs.list', {})).rows.map(({ id, nameVi }) => [id, nameVi])).toEqual([[lab, REDACTED]])
  expect((await desk.call('labs.list', { text: 'zorblax' })).total).toBe(0)
  for (const form of ['Zorblax', 'zorblax']) expect(filesWith(desk.home, form)).toEqual([])
  await expectWhole(desk, 1)
})

it('leaves nothing of a long note in pages that the file no longer uses', async () => {
  const desk = await openDesk({ workerFile })
  const lab = await desk.addLab('Phòng A')
  const note = `${'Hồ sơ bệnh của ông Hà. '.repeat(80)}Hết.`
  await desk.call('labs.save', { id: lab, change: { note } })
  for (let at = 0; at < 5; at += 1) await desk.addLab(`Phòng ${at}`)
  const [written] = await desk.call('changes.list', { recordId: lab, entity: 'laboratory', field: 'note' })
  expect(filesWith(desk.home, 'bệnh của ông Hà').length).toBeGreaterThan(0)
  const taken = { record: lab, field: 'note', set: written!.seq, everywhere: true, ...why }
  expect(await desk.call('changes.redact', taken)).toMatchObject({ purged: true })
  expect(filesWith(desk.home, 'bệnh của ông Hà')).toEqual([])
  await expectWhole(desk, 1)
})

it('is not undone, and neither undo nor the way back from history brings the value again', async () => {
  const desk = await openDesk({ workerFile })
  const lab = await desk.addLab('Phòng A')
  const first = await desk.call('labs.save', { id: lab, change: { phone: '0912 345 678' } })
  const second = await desk.call('labs.save', { id: lab, change: { phone: '0203 3825 111' } })
  await desk.call('changes.redact', { record: lab, field: 'phone', set: first.seq, everywhere: false, ...why })
  const { undo } = await desk.call('changes.undoable', {})
  expect(undo?.set).toBe(second.set)
  await desk.call('changes.undo', { set: second.set! })
  expect((await desk.call('labs.get', { id: lab })).phone).toBeNull()
  await expect(desk.call('changes.undo', { set: first.set! })).rejects.toMatchObject({ code: 'invalid_input' })
  const back = { record: lab, field: 'phone', before: second.seq }
  expect(await desk.call('changes.restore', back)).toMatchObject({ changed: 0 })
  const again = desk.call('changes.redact', { record: lab, field: 'phone', set: first.seq, everywhere: false, ...why })
  await expect(again).rejects.toMatchObject({ fields: [{ rule: 'redacted' }] })
  const kind = desk.call('changes.redact', { record: lab, field: 'kind', set: first.seq, everywhere: false, ...why })
  await expect(kind).rejects.toBeInstanceOf(RegistryError)
})

it('stays out where the register is recovered from a backup made before, and later sets', async () => {
  const desk = await openDesk({ workerFile })
  const lab = await desk.addLab('Phòng A')
  const { seq } = await desk.call('labs.save', { id: lab, change: { phone: '0912 345 678' } })
  await desk.call('backups.make', {})
  await desk.call('changes.redact', { record: lab, field: 'phone', set: seq, everywhere: false, ...why })
  const last = await desk.call('labs.save', { id: lab, change: { manager: 'Bà Tư (hư cấu)' } })
  await desk.registry.close()
  // the one made after it is lost
  for (const name of readdirSync(desk.backups).filter((each) => each.includes('-redaction')))
    rmSync(join(desk.backups, name))
  spoil(desk.file, 'local')
  const again = await openDesk({ workerFile, home: desk.home, reopen: true })
  const report = await again.call('register.recover', {})
  expect(report).toMatchObject({ missing: [], unplaced: [] })
  expect(await again.call('labs.get', { id: lab })).toMatchObject({ phone: null, manager: 'Bà Tư (hư cấu)' })
  const history = await again.call('changes.list', { recordId: lab, entity: 'laboratory', field: 'phone' })
  expect(history.map(({ after }) => after)).toEqual([null, REDACTED])
  expect(last.seq).toBe(report.backup!.seq + 2)
  await expectWhole({ ...again, file: desk.file }, 1)
})

it('takes an attached file out: its bytes, its names and titles, its links; backups made later do not miss it', async () => {
  const desk = await openDesk({ workerFile })
  const lab = await desk.addLab('Phòng A')
  const paper = join(desk.home, 'CMND Ong Ha.pdf')
  writeFileSync(paper, '%PDF-1.4\nnội dung riêng tư\n%%EOF')
  const file = desk.registry.grant(paper, 'read')
  const { id } = await desk.call('attachments.add', { file, record: lab, title: 'Giấy tờ ông Hà' })
  await desk.call('attachments.save', { id, change: { note: 'Giấy tờ của ông Hà' } })
  expect(await desk.call('attachments.redact', { id, ...why })).toMatchObject({ changes: 3, purged: true })
  writeFileSync(paper, '')
  for (const form of ['nội dung riêng tư', 'CMND Ong Ha', 'ông Hà']) expect(filesWith(desk.home, form)).toEqual([])
  expect((await desk.call('attachments.of', { records: [lab] })).files).toEqual([])
  expect(await desk.call('backups.make', {})).toMatchObject({ trouble: null, attachments: 0 })
  await expectWhole(desk, 3)
  const undo = await desk.call('changes.undoable', {})
  expect(undo.undo?.shown.kind).not.toBe('redaction')
})

it('leaves a register of any values whole: random texts, some taken out, the file free of them and the log replaying to its tables', async () => {
  const field = fc.constantFrom('phone', 'manager', 'note', 'email')
  const text = fc.stringMatching(/^[a-zà-ỹ0-9"\\ ]{10,30}$/u).map((words) => `§${words.trim()}§`.normalize('NFC'))
  const edits = fc.array(fc.record({ lab: fc.nat(2), field, text }), { minLength: 4, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(edits, fc.array(fc.nat(11), { minLength: 1, maxLength: 4 }), async (all, out) => {
      const desk = await openDesk({ workerFile })
      const labs = [await desk.addLab('Phòng A'), await desk.addLab('Phòng B'), await desk.addLab('Phòng C')]
      const saves = []
      for (const { lab, field: name, text: value } of all) {
        const { seq } = await desk.call('labs.save', { id: labs[lab]!, change: { [name]: value } })
        saves.push({ record: labs[lab]!, field: name, set: seq, value })
      }
      const gone = new Set<string>()
      for (const at of out) {
        const { value, ...asked } = saves[at % saves.length]!
        if (gone.has(value)) continue
        const plan = await session(desk, asked)
        if (plan === null) continue
        await desk.call('changes.redact', { ...asked, everywhere: true, ...why })
        gone.add(value)
      }
      for (const value of gone) expect(filesWith(join(desk.home, 'registers'), value)).toEqual([])
      const check = await desk.call('register.checkLog', {})
      expect(check).toMatchObject({ altered: [], misfits: [], gaps: [] })
      expect(check.redacted >= gone.size).toBe(true)
      await desk.registry.close()
      const register = openRegister(desk.file)
      const copy = scratchRegister()
      replay(register.db, copy)
      expect(livingTables(copy)).toBe(livingTables(register.db))
      copy.close()
      register.close()
      expect(existsSync(`${desk.file}-wal`)).toBe(false)
    }),
    { numRuns: runs },
  )
})

/** The plan; null where an equal value saved again wrote nothing in that set. */
async function session(desk: Desk, asked: { record: string; field: string; set: number }) {
  try {
    return await desk.call('changes.redactionPlan', asked)
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'not_found') return null
    throw error
  }
}
