// Who may make which call: every call of the contract by everybody, on the real router. The table is written out here, apart from the contract.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contract, type CallName } from '../../db/contract'
import { openRegistry, type Registry } from '../../db/registry'
import { roles, type Role } from '../../db/model/vocabulary'
import { clock } from '../support/register'
import { nameOf, PASSWORD, windowOf, type Window } from './desk'

// every password costs some tenths of a second on purpose, more where others use the machine
vi.setConfig({ testTimeout: 60_000 })

type Person = 'signed out' | Role
const people: Person[] = ['signed out', 'viewer', 'inspector', 'clerk', 'admin']

/** Also before the sign-in. */
const open = [
  'errors.report',
  'people.door',
  'people.signIn',
  'people.signOut',
  'register.check',
  'register.open',
  'register.openRecent',
  'register.recent',
]
const inspectorsToo = ['attachments.add', 'evidence.save']
const editorsOnly = [
  'accreditations.save',
  'accreditations.saveMany',
  'annexes.save',
  'attachments.save',
  'backups.compare',
  'backups.drill',
  'backups.make',
  'backups.unlock',
  'backups.verify',
  'changes.redo',
  'changes.restore',
  'changes.undo',
  'decisions.save',
  'documents.resetTemplate',
  'documents.takeTemplate',
  'exchange.bookCommit',
  'exchange.bookPreview',
  'exchange.importCommit',
  'exchange.importLook',
  'exchange.importPreview',
  'exchange.saveRejects',
  'labs.merge',
  'labs.save',
  'labs.saveMany',
  'organizations.save',
  'records.restore',
  'records.trash',
  'scope.save',
  'scope.saveMany',
  'sites.save',
  'surveillance.save',
  'tasks.snooze',
  'terms.save',
  'twins.dismiss',
  'views.save',
]
const administratorsOnly = [
  'attachments.redact',
  'backups.restore',
  'backups.setPassphrase',
  'backups.setSecond',
  'changes.redact',
  'changes.redactionPlan',
  'people.add',
  'people.change',
  'people.list',
  'people.resetPassword',
  'register.create',
  'register.recover',
  'settings.set',
]

function mayCall(person: Person, name: string): boolean {
  if (open.includes(name)) return true
  if (person === 'signed out') return false
  if (administratorsOnly.includes(name)) return person === 'admin'
  if (editorsOnly.includes(name)) return person === 'admin' || person === 'clerk'
  if (inspectorsToo.includes(name)) return person !== 'viewer'
  return true
}

const folder = mkdtempSync(join(tmpdir(), 'scn-roles-'))
const file = join(folder, 'so.scn')
const windows = new Map<Person, Window>()
let registry: Registry
let lab = ''
let account = ''

beforeAll(async () => {
  registry = await openRegistry({ file, clock })
  const alone = windowOf(registry.session({ actor: 'máy' }))
  await alone.ask('register.create', { kind: 'empty' })
  lab = (await alone.ask('labs.save', { change: { nameVi: 'Phòng (hư cấu)' } })).id
  windows.set('signed out', windowOf(registry.session({ actor: 'máy', role: 'admin' })))
  await alone.ask('people.add', { name: nameOf('admin'), role: 'admin', password: PASSWORD })
  for (const role of roles) {
    const adding = { name: nameOf(role), role, password: PASSWORD }
    if (role !== 'admin') account = (await windows.get('admin')!.ask('people.add', adding)).id
    const window = windowOf(registry.session({ role: 'admin' }))
    await window.ask('people.signIn', { name: nameOf(role), password: PASSWORD })
    windows.set(role, window)
  }
}, 60_000)
afterAll(async () => {
  await registry.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What would be written if nobody stopped it. Calls that are left out here get an empty input. */
const inputs = (): Partial<Record<CallName, unknown>> => ({
  'labs.save': { change: { nameVi: 'Phòng khác (hư cấu)' } },
  'organizations.save': { change: { nameVi: 'Cơ quan (hư cấu)' } },
  'sites.save': { change: { laboratory: lab, address: 'Hạ Long' } },
  'evidence.save': { change: { record: lab, kind: 'visit', source: 'xem tại chỗ', certainty: 'checked' } },
  'settings.set': { key: 'place', value: 'Hạ Long' },
  'terms.save': { change: { term: 'sắt', other: 'Fe', kind: 'same' } },
  'views.save': { change: { name: 'Của tôi', area: 'labs', definition: '{}' } },
  'records.trash': { entity: 'laboratory', id: lab },
  'people.change': { id: account, display: 'Khác' },
  'people.resetPassword': { id: account, password: 'một mật khẩu khác' },
  'people.add': { name: 'thêm', role: 'admin', password: PASSWORD },
  'register.create': { kind: 'empty' },
})

/** Every word of the file: tables, log, secrets. */
function everything(): unknown {
  const db = new Database(file, { readonly: true })
  try {
    const tables = db
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'`)
      .pluck()
      .all()
    return tables.map((table) => [table, db.prepare(`SELECT * FROM "${String(table)}"`).all()])
  } finally {
    db.close()
  }
}

// those that end the sign-in come last
const calls = (Object.keys(contract) as CallName[]).toSorted(
  (a, b) => Number(a === 'people.signOut') - Number(b === 'people.signOut'),
)

describe.each(people)('%s', (person) => {
  const may = calls.filter((name) => mayCall(person, name))
  const mayNot = calls.filter((name) => !mayCall(person, name))

  it(`is refused ${mayNot.length} calls, and they write nothing`, async () => {
    const before = everything()
    for (const name of mayNot) {
      const { code } = await windows.get(person)!.refused(name, inputs()[name] ?? {})
      expect([name, code]).toEqual([name, person === 'signed out' ? 'signed_out' : 'forbidden'])
    }
    expect(everything()).toEqual(before)
  })

  it(`is not refused ${may.length} calls by the role`, async () => {
    for (const name of may) {
      const reply = await windows.get(person)!.session.call(name, {})
      expect([name, reply.ok ? 'ok' : reply.error.code]).not.toEqual([
        name,
        expect.stringMatching(/forbidden|signed_out/),
      ])
    }
  })
})

it('leaves no call out of the table', () => {
  expect(calls.filter((name) => mayCall('viewer', name))).toHaveLength(
    calls.length - inspectorsToo.length - editorsOnly.length - administratorsOnly.length,
  )
  expect(
    [...open, ...inspectorsToo, ...editorsOnly, ...administratorsOnly].filter((name) => !(name in contract)),
  ).toEqual([])
})
