// People of a register: alone by default, then accounts; who works is what the registry proved, never what a window says.
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { waitAfter } from '../../db/model/people'
import { openRegistry } from '../../db/registry'
import { clock } from '../support/register'
import { nameOf, openDesk, PASSWORD, windowOf } from './desk'

// every password costs some tenths of a second on purpose, more where others use the machine
vi.setConfig({ testTimeout: 60_000 })

const ADMIN = nameOf('admin')
const CLERK = nameOf('clerk')
const wrong = (rule: string, seconds: number, field = 'password') => ({
  code: 'invalid_input',
  fields: [{ field, rule, params: { seconds } }],
})

describe('without accounts', () => {
  it('is one person’s, named as the machine names them, who may do everything', async () => {
    const desk = await openDesk([])
    const window = desk.stranger()
    expect(await window.ask('register.info', {})).toMatchObject({
      actor: 'kẻ lạ',
      role: 'admin',
      account: null,
      autoLock: null,
    })
    expect(await window.ask('people.door', {})).toMatchObject({ people: [] })
    expect(await window.refused('people.changePassword', { current: '', password: PASSWORD })).toMatchObject({
      code: 'forbidden',
    })
  })

  it('gets an administrator first, and nobody is signed in from then on', async () => {
    const desk = await openDesk([])
    const window = desk.stranger()
    const problem = { code: 'invalid_input', fields: [{ field: 'role', rule: 'first_admin' }] }
    expect(await window.refused('people.add', { name: 'an', role: 'clerk', password: PASSWORD })).toMatchObject(problem)
    await window.ask('drafts.put', { key: 'laboratory', value: '{"a":1}' })
    await window.ask('people.add', { name: ADMIN, role: 'admin', password: PASSWORD })
    expect(await window.refused('register.info', {})).toMatchObject({ code: 'signed_out' })
    expect(await window.ask('people.door', {})).toMatchObject({ people: [{ name: ADMIN, display: null }] })
    const admin = await desk.window(ADMIN)
    expect(await admin.ask('drafts.list', {})).toMatchObject([{ key: 'laboratory' }])
  })
})

describe('signing in', () => {
  it('makes the account the actor of every change, whatever the window calls itself', async () => {
    const desk = await openDesk(['admin', 'clerk'])
    const clerk = windowOf(desk.registry.session({ actor: 'giám đốc', role: 'admin' }))
    await clerk.ask('people.signIn', { name: CLERK, password: PASSWORD })
    expect(await clerk.ask('register.info', {})).toMatchObject({
      actor: CLERK,
      role: 'clerk',
      account: { name: CLERK },
      autoLock: 15,
    })
    await clerk.ask('labs.save', { change: { nameVi: 'Phòng (hư cấu)' } })
    expect((await clerk.ask('changes.sets', {})).sets[0]).toMatchObject({ actor: CLERK })
    expect(await clerk.refused('settings.set', { key: 'place', value: 'x' })).toMatchObject({ code: 'forbidden' })
  })

  it('holds for one window only, until it is locked', async () => {
    const desk = await openDesk(['admin'])
    const admin = await desk.window(ADMIN)
    expect(await desk.stranger().refused('labs.list', {})).toMatchObject({ code: 'signed_out' })
    await admin.ask('people.signOut', {})
    expect(await admin.refused('labs.list', {})).toMatchObject({ code: 'signed_out' })
    await admin.ask('people.signIn', { name: ADMIN, password: PASSWORD })
    await admin.ask('labs.list', {})
  })

  it('takes the password however the keyboard composed it', async () => {
    const desk = await openDesk(['admin'])
    await desk.window(ADMIN.normalize('NFD'), PASSWORD.normalize('NFD'))
  })

  it('is over when another register opens, and starts again at the first', async () => {
    const desk = await openDesk(['admin'])
    const admin = await desk.window(ADMIN)
    const other = join(desk.folder, 'khác.scn')
    const maker = await openRegistry({ file: other, clock })
    await windowOf(maker.session({})).ask('register.create', { kind: 'empty', name: 'Sổ khác' })
    await maker.close()
    const file = desk.registry.grant(other, 'read')
    expect(await admin.ask('register.open', { file })).toMatchObject({ name: 'Sổ khác', role: 'admin', account: null })
    const back = desk.registry.grant(desk.file, 'read')
    expect(Object.keys(await admin.ask('register.open', { file: back })).sort()).toEqual(['file', 'name', 'readOnly'])
    expect(await admin.refused('register.info', {})).toMatchObject({ code: 'signed_out' })
  })
})

describe('wrong passwords', () => {
  it('are free three times, then make one wait longer and longer, up to a quarter of an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 11, 99].map(waitAfter)).toEqual([0, 0, 0, 5, 10, 20, 40, 900, 900])
  })

  it('are counted in the file: the wait survives the end of the program, and a right password does not shorten it', async () => {
    const desk = await openDesk(['admin'])
    const guess = { name: ADMIN, password: 'sai' }
    for (const seconds of [0, 0, 5])
      expect(await desk.stranger().refused('people.signIn', guess)).toMatchObject(wrong('wrong_password', seconds))
    await desk.reopen()
    expect(await desk.stranger().refused('people.signIn', { name: ADMIN, password: PASSWORD })).toMatchObject(
      wrong('wait', 5),
    )
    desk.later(4)
    expect(await desk.stranger().refused('people.signIn', guess)).toMatchObject(wrong('wait', 1))
    desk.later(1)
    expect(await desk.stranger().refused('people.signIn', guess)).toMatchObject(wrong('wrong_password', 10))
    desk.later(10)
    await desk.window(ADMIN)
    expect(await desk.stranger().refused('people.signIn', guess)).toMatchObject(wrong('wrong_password', 0))
  })

  it('cannot be tried all at once', async () => {
    const desk = await openDesk(['admin'])
    const guesses = Array.from({ length: 8 }, (_, at) =>
      desk.stranger().refused('people.signIn', { name: ADMIN, password: `sai ${at}` }),
    )
    const rules = (await Promise.all(guesses)).map(({ fields }) => fields?.[0]?.rule)
    expect(rules.filter((rule) => rule === 'wrong_password')).toHaveLength(3)
    expect(rules.filter((rule) => rule === 'wait')).toHaveLength(5)
  })

  it('wait anew when the clock was set back, neither for ever nor for nothing', async () => {
    const desk = await openDesk(['admin'])
    for (let tries = 0; tries < 3; tries += 1)
      await desk.stranger().refused('people.signIn', { name: ADMIN, password: 'sai' })
    desk.later(-1_000_000)
    const right = { name: ADMIN, password: PASSWORD }
    expect(await desk.stranger().refused('people.signIn', right)).toMatchObject(wrong('wait', 5))
    desk.later(5)
    await desk.stranger().ask('people.signIn', right)
  })

  it('of names that do not exist, or are disabled, are treated and timed alike', async () => {
    const desk = await openDesk(['admin', 'clerk'])
    const admin = await desk.window(ADMIN)
    const { id } = (await admin.ask('people.list', {})).find(({ name }) => name === CLERK)!
    await admin.ask('people.change', { id, disabled: true })
    // of the processor: what else runs on the machine has no part in it
    const times: number[] = []
    for (const [name, password] of [
      [ADMIN, 'sai'],
      ['không có', 'sai'],
      [CLERK, PASSWORD],
    ] as const) {
      const before = process.cpuUsage()
      expect(await desk.stranger().refused('people.signIn', { name, password })).toMatchObject(
        wrong('wrong_password', 0),
      )
      times.push(process.cpuUsage(before).user)
    }
    expect(Math.min(...times)).toBeGreaterThan(Math.max(...times) / 5)
    for (const seconds of [0, 5])
      expect(await desk.stranger().refused('people.signIn', { name: 'không có', password: 'x' })).toMatchObject(
        wrong('wrong_password', seconds),
      )
    expect(await desk.stranger().refused('people.signIn', { name: 'không có', password: 'x' })).toMatchObject(
      wrong('wait', 5),
    )
  })

  it('are counted in memory where another program holds the register', async () => {
    const desk = await openDesk(['admin'])
    const second = await openRegistry({ file: desk.file, clock })
    try {
      const window = () => windowOf(second.session({}))
      for (let tries = 0; tries < 3; tries += 1)
        await window().refused('people.signIn', { name: ADMIN, password: 'sai' })
      expect(await window().refused('people.signIn', { name: ADMIN, password: PASSWORD })).toMatchObject(
        wrong('wait', 5),
      )
    } finally {
      await second.close()
    }
  })
})

describe('an account that changes', () => {
  it.each([
    ['disabled', (id: string) => ['people.change', { id, disabled: true }] as const],
    ['given another role', (id: string) => ['people.change', { id, role: 'viewer' }] as const],
    ['given another password', (id: string) => ['people.resetPassword', { id, password: 'mật khẩu mới' }] as const],
  ])('is signed out at once where it is %s, and hears of it', async (_how, change) => {
    const desk = await openDesk(['admin', 'clerk'])
    const [admin, clerk] = [await desk.window(ADMIN), await desk.window(CLERK)]
    const heard: (readonly string[])[] = []
    clerk.session.news.onChanged((areas) => heard.push(areas))
    const { id } = (await admin.ask('people.list', {})).find(({ name }) => name === CLERK)!
    const [name, input] = change(id)
    // one that already waits in the queue is not written any more
    const [, late] = await Promise.all([
      admin.session.call(name, input),
      name === 'people.change' ? clerk.session.call('labs.save', { change: { nameVi: 'Muộn (hư cấu)' } }) : null,
    ])
    if (late !== null) expect(late).toMatchObject({ ok: false, error: { code: 'signed_out' } })
    expect(await clerk.refused('labs.list', {})).toMatchObject({ code: 'signed_out' })
    expect(heard.at(-1)).toEqual(['account'])
    heard.length = 0
    await admin.ask('labs.save', { change: { nameVi: 'Phòng (hư cấu)' } })
    expect(heard).toEqual([])
  })

  it('goes on in the window where it changes its own password, and nowhere else', async () => {
    const desk = await openDesk(['admin'])
    const [here, there] = [await desk.window(ADMIN), await desk.window(ADMIN)]
    const password = 'mật khẩu mới'
    expect(await here.refused('people.changePassword', { current: 'sai', password })).toMatchObject(
      wrong('wrong_password', 0, 'current'),
    )
    await here.ask('people.changePassword', { current: PASSWORD, password })
    await here.ask('labs.list', {})
    expect(await there.refused('labs.list', {})).toMatchObject({ code: 'signed_out' })
    await desk.window(ADMIN, password)
    expect(await desk.stranger().refused('people.signIn', { name: ADMIN, password: PASSWORD })).toMatchObject(
      wrong('wrong_password', 0),
    )
  })

  it.each([{ disabled: true }, { role: 'clerk' }] as const)('cannot be the last administrator: %j', async (change) => {
    const desk = await openDesk(['admin'])
    const admin = await desk.window(ADMIN)
    const { id } = (await admin.ask('people.list', {}))[0]!
    const field = 'role' in change ? 'role' : 'disabled'
    expect(await admin.refused('people.change', { id, ...change })).toMatchObject({
      code: 'in_use',
      fields: [{ field, rule: 'last_admin' }],
    })
    await admin.ask('people.add', { name: 'phó', role: 'admin', password: PASSWORD })
    await admin.ask('people.change', { id, ...change })
    expect(await admin.refused('people.list', {})).toMatchObject({ code: 'signed_out' })
  })

  it('never takes the name of another in other capitals, and is neither trashed nor taken back', async () => {
    const desk = await openDesk(['admin'])
    const admin = await desk.window(ADMIN)
    const twin = { name: ADMIN.toUpperCase(), role: 'viewer', password: PASSWORD }
    expect(await admin.refused('people.add', twin)).toMatchObject({
      code: 'duplicate',
      fields: [{ field: 'name', rule: 'name_taken' }],
    })
    const { id, seq } = await admin.ask('people.add', { ...twin, name: 'khác', role: 'viewer' })
    expect(await admin.refused('records.trash', { entity: 'account', id })).toMatchObject({ code: 'invalid_input' })
    expect(await admin.refused('changes.restore', { entity: 'account', id, before: seq })).toMatchObject({
      code: 'invalid_input',
    })
    expect(await admin.ask('changes.undoable', {})).toMatchObject({ undo: null })
  })
})

describe('drafts', () => {
  it('are offered to those who typed them', async () => {
    const desk = await openDesk(['admin', 'clerk'])
    const [admin, clerk] = [await desk.window(ADMIN), await desk.window(CLERK)]
    await clerk.ask('drafts.put', { key: 'laboratory', value: '{"a":1}' })
    expect(await admin.ask('drafts.list', {})).toEqual([])
    expect(await clerk.ask('drafts.list', {})).toMatchObject([{ key: 'laboratory', value: '{"a":1}' }])
    await clerk.ask('drafts.put', { key: 'laboratory', value: null })
    expect(await clerk.ask('drafts.list', {})).toEqual([])
  })
})
