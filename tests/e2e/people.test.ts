// People in the real window: the first administrator, a clerk and a viewer by keyboard, what each can do, locking by hand and by itself
// with a form open, wrong passwords and the wait that a restart does not end.
import type { ElectronApplication, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { arrives, press, says, start, type } from './clerk'
import { call, eventually, screenshot, seriousProblems, waitForState, type Launched } from './harness'

const PASSWORD = 'bốn con mèo đen'
let started: Launched
let app: ElectronApplication
let page: Page

beforeAll(async () => {
  started = await start()
  ;({ app, page } = started)
})

async function settings(): Promise<void> {
  await press(page, 'Control+,')
  await page.getByRole('heading', { name: 'Người dùng', exact: true }).waitFor()
}

async function fillPerson(name: string, display: string, role?: string): Promise<void> {
  await arrives(page, 'Tên đăng nhập')
  await type(page, name)
  await press(page, 'Tab')
  await type(page, display)
  if (role !== undefined) await page.getByLabel('Vai trò', { exact: true }).selectOption(role)
  await page.getByLabel('Mật khẩu mới', { exact: true }).focus()
  await type(page, PASSWORD)
  await press(page, 'Tab')
  await arrives(page, 'Gõ lại mật khẩu mới')
  await type(page, PASSWORD)
  await press(page, 'Enter')
}

async function signIn(name: string, password = PASSWORD): Promise<void> {
  await arrives(page, 'Mật khẩu')
  await page.getByLabel('Người dùng', { exact: true }).selectOption({ label: name })
  await page.getByLabel('Mật khẩu', { exact: true }).focus()
  await type(page, password)
  await press(page, 'Enter')
}

/** The work is there again, with the name of whoever does it. */
const works = (name: string) => page.getByRole('button', { name: `Đang đăng nhập: ${name}` }).waitFor()
const signInShown = () => page.getByRole('heading', { name: 'Đăng nhập', exact: true }).waitFor()
const born = () => page.evaluate(() => performance.timeOrigin)
const refusal = async (name: Parameters<typeof call>[1], input: never) => {
  const reply = await call(page, name, input)
  return reply.ok ? 'ok' : reply.error.code
}
const theme = async (wanted: 'Sáng' | 'Tối') => page.getByRole('radio', { name: wanted, exact: true }).check()

async function lock(): Promise<void> {
  const before = await born()
  await press(page, 'Control+l')
  await eventually(async () => (await born()) > before).toBe(true)
  await signInShown()
}

describe('the first administrator', () => {
  it('is made where everybody worked without signing in, and the window asks for the password at once', async () => {
    await settings()
    await says(page, /Sổ đang dùng chung cho mọi người/)
    await page.getByRole('button', { name: 'Lập tài khoản quản trị…' }).focus()
    await screenshot(page, 'people-alone')
    await press(page, 'Enter')
    await fillPerson('lan', 'Nguyễn Thị Lan')
    await signInShown()
    expect(await refusal('labs.list', {} as never)).toBe('signed_out')
    await signIn('Nguyễn Thị Lan')
    await works('Nguyễn Thị Lan')
  })

  it('adds a clerk and a viewer', async () => {
    await settings()
    for (const [name, display, role] of [
      ['binh', 'Trần Văn Bình', 'clerk'],
      ['hoa', 'Lê Thị Hoa', 'viewer'],
    ] as const) {
      await page.getByRole('button', { name: 'Thêm người dùng…' }).focus()
      await press(page, 'Enter')
      await fillPerson(name, display, role)
      await page.getByRole('list', { name: 'Tài khoản của sổ' }).getByText(display).waitFor()
    }
    for (const wanted of ['Sáng', 'Tối'] as const) {
      await theme(wanted)
      await page.getByRole('button', { name: 'Thêm người dùng…' }).scrollIntoViewIfNeeded()
      await screenshot(page, `people-list-${wanted}`)
      expect(await seriousProblems(page)).toEqual([])
    }
  })

  it('cannot be the last one to go', async () => {
    await page.getByRole('button', { name: 'Sửa lan' }).focus()
    await press(page, 'Enter')
    await page.getByLabel('Được đăng nhập').uncheck()
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await says(page, /Đây là người quản trị cuối cùng/)
    await screenshot(page, 'people-last-admin')
    await press(page, 'Escape')
  })
})

describe('locking by hand', () => {
  it('leaves nothing of the register in the window', async () => {
    await press(page, 'Control+2')
    await page.getByRole('grid').waitFor()
    await lock()
    expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/VILAS|Phòng thí nghiệm|phòng ·/)
    expect(await refusal('labs.list', {} as never)).toBe('signed_out')
    await screenshot(page, 'people-sign-in')
    expect(await seriousProblems(page)).toEqual([])
  })

  it('lets a viewer in who can change nothing, whatever the window sends', async () => {
    await signIn('Lê Thị Hoa')
    await works('Lê Thị Hoa')
    await page.getByRole('grid').waitFor()
    await press(page, 'Control+n')
    expect(await refusal('labs.save', { change: { nameVi: 'Phòng (hư cấu)' } } as never)).toBe('forbidden')
    expect(await refusal('people.list', {} as never)).toBe('forbidden')
    await settings()
    expect(await page.getByRole('list', { name: 'Tài khoản của sổ' }).count()).toBe(0)
    await screenshot(page, 'people-viewer')
    await lock()
  })
})

describe('locking by itself', () => {
  it('keeps what stands in an open form, and offers it after the sign-in', async () => {
    await signIn('Trần Văn Bình')
    await works('Trần Văn Bình')
    await press(page, 'Control+2')
    await page.getByRole('grid').waitFor()
    await press(page, 'Control+n')
    await arrives(page, 'Tên')
    await type(page, 'Phòng còn dở (hư cấu)')
    const before = await born()
    // as if no window had been touched for sixteen minutes
    await page.evaluate(() => localStorage.setItem('so.touched', String(Date.now() - 16 * 60_000)))
    await eventually(async () => (await born()) > before).toBe(true)
    await signInShown()
    expect(await page.evaluate(() => document.body.innerText)).not.toContain('còn dở')
    await signIn('Trần Văn Bình')
    await works('Trần Văn Bình')
    // the form is open again by itself
    await arrives(page, 'Dùng lại')
    await screenshot(page, 'people-draft')
    await press(page, 'Enter')
    await eventually(() => page.getByLabel(/^Tên( \*)?$/).inputValue()).toBe('Phòng còn dở (hư cấu)')
    await press(page, 'Control+s')
    await page.getByRole('gridcell', { name: 'Phòng còn dở (hư cấu)' }).waitFor()
  })

  it('is told in the journal by the full name', async () => {
    await press(page, 'Escape')
    await press(page, 'Control+3')
    await says(page, /bởi Trần Văn Bình/)
    await screenshot(page, 'people-journal')
    await lock()
  })
})

describe('wrong passwords', () => {
  it('make one wait, also after a restart', async () => {
    for (let tries = 0; tries < 3; tries += 1) {
      await signIn('Nguyễn Thị Lan', 'đoán bừa')
      await says(page, 'Mật khẩu chưa đúng')
      await eventually(() => page.getByLabel('Mật khẩu', { exact: true }).inputValue()).toBe('')
    }
    await says(page, /Thử lại được sau \d giây/)
    await screenshot(page, 'people-wait')
    started = await started.restart()
    ;({ app, page } = started)
    await waitForState(page, 'ready')
    await signInShown()
    await signIn('Nguyễn Thị Lan')
    await says(page, /Thử lại được sau \d giây/)
    await eventually(() => page.getByText(/Thử lại được sau/).count()).toBe(0)
    await signIn('Nguyễn Thị Lan')
    await works('Nguyễn Thị Lan')
    expect(app.windows()).toHaveLength(1)
  })

  it('are not asked for again in the window that is signed in, but in a new one', async () => {
    const opening = app.waitForEvent('window')
    await page.evaluate(() =>
      (window as unknown as { shell: { openWindow(to: object): Promise<void> } }).shell.openWindow({ screen: 'labs' }),
    )
    const other = await opening
    await other.getByRole('heading', { name: 'Đăng nhập', exact: true }).waitFor()
    const reply = await call(other, 'labs.list', {})
    expect(reply).toMatchObject({ ok: false, error: { code: 'signed_out' } })
    await works('Nguyễn Thị Lan')
  })
})
