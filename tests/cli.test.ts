// The register from a terminal, as outside scripts use it: the real command in its own process; JSON alone on stdout, or JSON on stderr and exit code 1.
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBundle } from '../build/bundle.mjs'
import type { CallName, Output } from '../db/contract'
import type { ErrorReply } from '../db/model/errors'
import { openRegistry } from '../db/registry'
import { clock, DAY } from './support/register'

const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'sổ công nhận '))
const REGISTER = 'Sổ Quảng Ninh.scn'
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  code: number | null
  out: string
  err: string
}

/** Runs the command in the folder, without a display; arguments as a script writes them. */
function run(
  args: readonly string[],
  command: readonly string[] = [process.execPath, join(root, 'build/registry.mjs')],
): Ended {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], INIT_CWD: folder }
  const [file, ...first] = command
  const done = spawnSync(file!, [...first, ...args], { cwd: root, env, encoding: 'utf8', timeout: 120_000 })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

const words = (call: string, input: unknown, file = REGISTER) => [
  call,
  JSON.stringify(input),
  '--file',
  file,
  '--today',
  DAY,
]

function call<N extends CallName>(name: N, input: unknown, file?: string): Output<N> {
  const { code, out, err } = run(words(name, input, file))
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out.trim().split('\n')).toHaveLength(1)
  return JSON.parse(out) as Output<N>
}

function refused(args: readonly string[]): ErrorReply {
  const { code, out, err } = run(args)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  return JSON.parse(err) as ErrorReply
}

let thuySan = ''
beforeAll(async () => {
  await ensureBundle()
  call('register.create', { kind: 'quang-ninh' })
  thuySan = call('labs.list', { text: 'thuy san' }).rows[0]!.id
}, 120_000)

describe('register.create', () => {
  it('made the register of the province at a path with spaces and Vietnamese letters', () => {
    expect(call('register.info', {})).toMatchObject({ kind: 'quang-ninh', labs: 12, today: DAY, readOnly: false })
    expect(existsSync(join(folder, REGISTER))).toBe(true)
  })
  it('makes the sample of a size, seed and day, and an empty one', () => {
    const sample = { kind: 'sample', labs: 5, seed: 7, day: '2026-11-20' }
    expect(call('register.create', sample, 'mẫu.scn')).toMatchObject({ kind: 'sample', labs: 5 })
    expect(call('register.create', sample, 'mẫu 2.scn').labs).toBe(5)
    const [one, two] = ['mẫu.scn', 'mẫu 2.scn'].map((file) => call('labs.list', {}, file).rows)
    expect(one).toEqual(two)
    expect(call('register.create', { kind: 'empty' }, 'trống.scn').labs).toBe(0)
  })
  it('never writes over a file', () => {
    const before = call('register.info', {})
    expect(refused(words('register.create', { kind: 'empty' })).code).toBe('file_exists')
    expect(call('register.info', {})).toEqual(before)
  })
})

describe('labs.list', () => {
  it.each([
    [{ text: 'thuy san', limit: 5 }, 1],
    [{ status: 'expiring' }, 2],
    [{ status: ['unknown', 'expiring'] }, 12],
    [{ scheme: 'VILAS', limit: 1 }, 5],
    [{ field: 'medical' }, 5],
    [{ status: 'expired', day: '2026-11-26' }, 1],
    [{ scheme: 'KHÔNG CÓ' }, 0],
  ])('%j counts %i', (filter, total) => {
    const page = call('labs.list', filter)
    expect(page.total).toBe(total)
    expect(page.rows.length).toBe(Math.min(total, 'limit' in filter ? filter.limit : total))
    expect(page.day).toBe('day' in filter ? filter.day : DAY)
  })
})

describe('one laboratory', () => {
  it('is shown with its accreditations on a day, and each status with its reason', () => {
    const page = call('labs.get', { id: thuySan, day: '2026-11-01' })
    expect(page).toMatchObject({ id: thuySan, day: '2026-11-01', status: 'unknown' })
    const { id } = page.accreditations[0]!
    expect(call('accreditations.status', { id, day: DAY })).toMatchObject({ status: 'unknown', reason: 'no_decision' })
  })
  it('is added, changed with `seen`, and refused with both values where another has changed the field since', () => {
    const added = call('labs.save', { change: { nameVi: 'Phòng thử (hư cấu)', phone: '0203 1' } })
    const first = { id: added.id, seen: added.seq, reason: 'sửa số' }
    expect(call('labs.save', { ...first, change: { phone: '0203 2' } }).seq).toBe(added.seq + 1)
    const error = refused([...words('labs.save', { ...first, change: { phone: '0203 3' } }), '--actor', 'bình'])
    expect(error.code).toBe('conflict')
    expect(error.fields).toMatchObject([{ field: 'phone', base: '0203 1', yours: '0203 3', theirs: '0203 2' }])
    expect(error.fields?.[0]?.by).toBeTruthy()
    expect(error.fields?.[0]?.at).toMatch(/^2026-11-23T/)
    expect(call('labs.get', { id: added.id }).phone).toBe('0203 2')
    const changes = call('changes.list', { recordId: added.id })
    expect(changes[0]).toMatchObject({ field: 'phone', before: '0203 1', after: '0203 2', reason: 'sửa số' })
    expect(call('changes.list', {}).length).toBeGreaterThan(changes.length)
  })
})

describe('files', () => {
  it('are exported as filtered, previewed, and imported only as they were previewed', () => {
    const exported = call('exchange.exportList', { file: 'danh sách.xlsx', format: 'xlsx', status: 'expiring' })
    expect(exported).toMatchObject({ file: 'danh sách.xlsx', rows: 2 })
    expect(readFileSync(join(folder, 'danh sách.xlsx'))).toHaveLength(exported.bytes)
    expect(call('exchange.importPreview', { file: 'danh sách.xlsx' }).counts).toMatchObject({ same: 2, change: 0 })

    const list = join(folder, 'thêm.csv')
    writeFileSync(list, '\uFEFFTên phòng;Mã số\nPhòng nhập (hư cấu);VILAS 903\n')
    const preview = call('exchange.importPreview', { file: 'thêm.csv' })
    expect(preview.counts).toMatchObject({ new: 1, error: 0 })
    const commit = words('exchange.importCommit', {
      file: 'thêm.csv',
      preview: preview.fingerprint,
      options: { skipErrors: false },
    })
    appendFileSync(list, 'Phòng lạ (hư cấu);VILAS 904\n')
    expect(refused(commit).code).toBe('file_changed')
    writeFileSync(list, '\uFEFFTên phòng;Mã số\nPhòng nhập (hư cấu);VILAS 903\n')
    const { code, out } = run(commit)
    expect([code, JSON.parse(out)]).toMatchObject([0, { added: 1, changed: 0, skipped: 0 }])
    expect(call('labs.list', { text: 'phong nhap' }).total).toBe(1)
  })
})

describe('--to', () => {
  const to = (call: string, file: string, input = '{}') =>
    run([call, input, '--file', REGISTER, '--to', file, '--today', DAY])
  it('names the file that is written, the day in its name, and by its ending the format', () => {
    for (const [call, file, written] of [
      ['exchange.exportRegister', 'sổ {day}.json', `sổ ${DAY}.json`],
      ['exchange.exportExtract', 'công khai.csv', 'công khai.csv'],
      ['exchange.exportCalendar', 'lịch.ics', 'lịch.ics'],
      ['exchange.exportList', 'danh sách {day}.xlsx', `danh sách ${DAY}.xlsx`],
    ] as const) {
      const { code, out, err } = to(call, file)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(JSON.parse(out)).toMatchObject({ file: written })
      expect(existsSync(join(folder, written))).toBe(true)
    }
  })
  it('is refused where nothing is written, or in a format that there is not', () => {
    expect(refused(['labs.list', '{}', '--file', REGISTER, '--to', 'x.json']).message).toMatch(/writes no file/)
    const odd = refused(['exchange.exportExtract', '{}', '--file', REGISTER, '--to', 'x.pdf'])
    expect(odd).toMatchObject({ code: 'invalid_input', fields: [{ field: 'format' }] })
  })
})

describe('what is wrong is said in JSON', () => {
  const file = ['--file', REGISTER]
  it.each([
    ['an unknown call, with all there are', ['labs.all', '{}', ...file], 'unknown_call', /labs\.list/],
    ['no call', [], 'invalid_input', /registry <call>/],
    ['no register named', ['labs.list', '{}'], 'no_register', /--file/],
    ['bad JSON', ['labs.list', '{text', ...file], 'invalid_input', /not JSON/],
    ['JSON that is no object', ['labs.list', '[1]', ...file], 'invalid_input', /not a JSON object/],
    ['an unknown option', ['labs.list', '{}', ...file, '--fiel', 'x'], 'invalid_input', /--fiel/],
    ['a day that is none', ['labs.list', '{}', ...file, '--today', '2026-02-30'], 'invalid_input', /2026-02-30/],
    ['a missing file', ['labs.list', '{}', '--file', 'không có.scn'], 'file_missing', /không có/],
    ['a folder', ['labs.list', '{}', '--file', '.'], 'not_a_register', /./],
    [
      'a folder that does not exist',
      ['register.create', '{"kind":"empty"}', '--file', 'x/y.scn'],
      'file_missing',
      /x$/,
    ],
    ['a list that is missing', ['exchange.importPreview', '{"file":"không.csv"}', ...file], 'file_missing', /./],
  ] as const)('%s', (_, args, code, message) => {
    const error = refused(args)
    expect(error.code).toBe(code)
    expect(error.message).toMatch(message)
  })
  it.each([
    [{ limits: 5 }, { field: 'limits', rule: 'unrecognized_keys' }],
    [
      { status: 'sống' },
      { field: 'status', rule: 'invalid_value', params: { allowed: expect.stringContaining('expiring') } },
    ],
    [{ day: '23/11/2026' }, { field: 'day', rule: 'not_a_day' }],
    [{ limit: 0 }, { field: 'limit', rule: 'too_small', params: { minimum: 1 } }],
  ])('labs.list %j names the field', (input, problem) => {
    expect(refused(words('labs.list', input))).toMatchObject({ code: 'invalid_input', fields: [problem] })
  })
  it('a file that is not ours, left as it is', () => {
    const text = join(folder, 'thư.scn')
    writeFileSync(text, 'Kính gửi…'.repeat(99))
    expect(refused(words('labs.list', {}, 'thư.scn')).code).toBe('not_a_register')
    expect(readFileSync(text, 'utf8')).toBe('Kính gửi…'.repeat(99))
  })
  it('a role that may not', () => {
    expect(refused([...words('labs.save', { change: { nameVi: 'A' } }), '--role', 'viewer']).code).toBe('forbidden')
  })
})

it('reads a register that another program holds, and says so where it would write', async () => {
  const holder = await openRegistry({ file: join(folder, REGISTER), clock })
  try {
    expect(call('labs.list', { text: 'thuy san' }).total).toBe(1)
    const error = refused(words('labs.save', { change: { nameVi: 'Phòng lạ' } }))
    expect(error).toMatchObject({ code: 'file_locked', message: expect.stringContaining('another program') as string })
  } finally {
    await holder.close()
  }
})

it('answers the same through npm', () => {
  const npm = run(words('labs.list', { text: 'thuy san' }, join(folder, REGISTER)), [
    'npm',
    'run',
    '-s',
    'registry',
    '--',
  ])
  expect({ code: npm.code, err: npm.err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(npm.out)).toEqual(call('labs.list', { text: 'thuy san' }))
})
