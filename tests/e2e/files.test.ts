// Files from outside: pickers, drops, the command line, a second start. A window gets grants, never paths.
import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { DroppedFile, PickedFile, ShellBridge } from '../../db/model/bridge'
import {
  call,
  choosesToOpen,
  choosesToSave,
  eventually,
  launch,
  newFolder,
  resize,
  root,
  screenshot,
  seriousProblems,
  waitForState,
} from './harness'

const GRANT = /^grant:[0-9a-f-]{36}$/
type Shell = { shell: ShellBridge }

let app: ElectronApplication
let page: Page
let userData: string
let folder: string

beforeAll(async () => {
  ;({ app, page, userData } = await launch())
  await waitForState(page, 'ready')
  folder = newFolder()
})

const pickOpen = (kind: 'register' | 'spreadsheet'): Promise<PickedFile | null> =>
  page.evaluate((wanted) => (window as unknown as Shell).shell.pickOpen(wanted), kind)
const pickSave = (kind: 'xlsx' | 'csv', name: string): Promise<PickedFile | null> =>
  page.evaluate(([wanted, suggested]) => (window as unknown as Shell).shell.pickSave(wanted, suggested), [
    kind,
    name,
  ] as const)
const ref = (picked: PickedFile | null) => picked?.ref ?? ''

/** Collects menu commands a page hears from now on. */
const hearCommands = (from: Page) =>
  from.evaluate(() => {
    const commands: [string, DroppedFile | null][] = []
    Object.assign(window, { commands })
    const { shell } = window as unknown as Shell
    shell.onMenu((command, file) => commands.push([command, file]))
  })
const heardCommands = (from: Page) =>
  from.evaluate(() => (window as unknown as { commands: [string, DroppedFile | null][] }).commands)

/** A closed register of its own, by its name. */
async function registerCopy(name: string): Promise<string> {
  const other = await launch()
  await waitForState(other.page, 'ready')
  await other.close()
  const file = join(folder, name)
  copyFileSync(join(other.userData, 'registers/so-quang-ninh.scn'), file)
  return file
}

describe('a picker', () => {
  it('opens the register a person chose, and the window never learns where it lies', async () => {
    const file = await registerCopy('Sổ của đồng nghiệp.scn')
    await choosesToOpen(app, file)
    const picked = await pickOpen('register')
    expect(picked).toEqual({ ref: expect.stringMatching(GRANT), name: 'Sổ của đồng nghiệp.scn' })
    const reply = await call(page, 'register.open', { file: ref(picked) })
    expect(reply).toMatchObject({ ok: true, value: { file: 'Sổ của đồng nghiệp.scn' } })
    expect(JSON.stringify([picked, reply, await call(page, 'register.recent', {})])).not.toContain(folder)
  })

  it('gives nothing when the person thinks better of it', async () => {
    await choosesToOpen(app, null)
    await choosesToSave(app, null)
    expect([await pickOpen('spreadsheet'), await pickSave('xlsx', 'Danh sách')]).toEqual([null, null])
  })

  it('lets the chosen file be written, and only written', async () => {
    await choosesToSave(app, join(folder, 'ra'))
    const picked = await pickSave('csv', 'Danh sách phòng')
    expect(picked).toMatchObject({ name: 'ra.csv' })
    expect(await call(page, 'exchange.exportList', { file: ref(picked), format: 'csv' })).toMatchObject({ ok: true })
    expect(existsSync(join(folder, 'ra.csv'))).toBe(true)
    expect(await call(page, 'exchange.importPreview', { file: ref(picked) })).toMatchObject({
      ok: false,
      error: { code: 'bad_grant' },
    })
  })

  it('suggests a safe name in the documents folder, with words in the person’s language', async () => {
    await app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = ((...given: unknown[]) => {
        Object.assign(globalThis, { asked: given.at(-1) })
        return Promise.resolve({ canceled: true, filePath: '' })
      }) as typeof dialog.showSaveDialog
    })
    await pickSave('xlsx', '../../Danh sách: 23/11/2026')
    const { title, defaultPath } = await app.evaluate(
      () => (globalThis as unknown as { asked: { title: string; defaultPath: string } }).asked,
    )
    expect(title).toBe('Lưu ra tệp')
    expect(defaultPath).toMatch(/[/\\]Danh sách 23 11 2026\.xlsx$/)
  })
})

describe('files for others', () => {
  it('are saved by keyboard from their screen: the calendar, the public extract, the whole register', async () => {
    await page.keyboard.press('Control+Alt+x')
    await page.getByRole('heading', { name: 'Kết xuất', level: 1 }).waitFor()
    for (const [button, file, said] of [
      ['Lưu tệp lịch…', 'han.ics', /sự kiện vào “han\.ics”/],
      ['Lưu bản trích…', 'trich.xlsx', /12 phòng vào “trich\.xlsx”/],
      ['Lưu toàn bộ sổ…', 'so.json', /bản ghi vào “so\.json”/],
    ] as const) {
      await choosesToSave(app, join(folder, file))
      await page.getByRole('button', { name: button }).press('Enter')
      await page.getByText(said).waitFor()
      expect(existsSync(join(folder, file))).toBe(true)
    }
    expect(await seriousProblems(page)).toEqual([])
    await resize(app, 1366, 768)
    await screenshot(page, 'outputs-1366')
    await page.emulateMedia({ colorScheme: 'dark' })
    await resize(app, 1920, 1080)
    await screenshot(page, 'outputs-1920-dark')
    await page.emulateMedia({ colorScheme: 'light' })
  })
})

describe('a drop', () => {
  /** As if dropped: a file input hands the page the same File objects with a place on disk behind them. */
  async function drop(path: string): Promise<DroppedFile | null> {
    await page.evaluate(() => {
      document.querySelector('#dropped')?.remove()
      document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'dropped' }))
    })
    await page.setInputFiles('#dropped', path)
    return page.evaluate(() => {
      const file = document.querySelector<HTMLInputElement>('#dropped')?.files?.[0]
      return file ? (window as unknown as Shell).shell.dropFile(file) : Promise.reject(new Error('no file'))
    })
  }

  it('of a spreadsheet becomes a grant to read it', async () => {
    const path = join(folder, 'Nhập.csv')
    writeFileSync(path, '')
    expect(await drop(path)).toEqual({ ref: expect.stringMatching(GRANT), name: 'Nhập.csv', kind: 'spreadsheet' })
  })

  it('of a kind we do not read becomes nothing', async () => {
    const path = join(folder, 'ảnh.bmp')
    writeFileSync(path, '')
    expect(await drop(path)).toBeNull()
  })
})

describe('reveal', () => {
  it('shows a granted file, and nothing for a grant that was never given', async () => {
    await app.evaluate(({ shell }) => {
      const seen = globalThis as { revealed?: string[] }
      seen.revealed = []
      shell.showItemInFolder = (path) => void seen.revealed?.push(path)
    })
    const path = join(folder, 'xem.xlsx')
    await choosesToSave(app, path)
    const picked = await pickSave('xlsx', 'xem')
    for (const grant of [ref(picked), 'grant:00000000-0000-4000-8000-000000000000'])
      await page.evaluate((sent) => (window as unknown as Shell).shell.reveal(sent), grant)
    expect(await app.evaluate(() => (globalThis as { revealed?: string[] }).revealed)).toEqual([path])
  })
})

describe('the place of the open register', () => {
  it('is told to people, and shown without the window naming it', async () => {
    const { app: own, page: window, userData: profile } = await launch()
    await waitForState(window, 'ready')
    const file = join(profile, 'registers', 'so-quang-ninh.scn')
    await own.evaluate(({ shell }) => {
      const seen = globalThis as { revealed?: string[] }
      seen.revealed = []
      shell.showItemInFolder = (path) => void seen.revealed?.push(path)
    })
    const place = await window.evaluate(() => (window as unknown as Shell).shell.registerPlace())
    expect(place).toEqual({ folder: join(profile, 'registers'), file: 'so-quang-ninh.scn' })
    const shown = await window.evaluate(() => {
      // a path sent all the same is not even looked at: the bridge takes none
      const reveal = (window as unknown as Shell).shell.revealRegister as (path: string) => Promise<boolean>
      return reveal('/etc/passwd')
    })
    expect(shown).toBe(true)
    expect(await own.evaluate(() => (globalThis as { revealed?: string[] }).revealed)).toEqual([file])
    await own.close()
  })
})

describe('a register named on the command line', () => {
  it('is opened instead of the last one, and remembered as the last', async () => {
    const file = await registerCopy('Mở bằng chuột.scn')
    const first = await launch({ args: [file] })
    await waitForState(first.page, 'ready')
    expect(await call(first.page, 'register.info', {})).toMatchObject({
      ok: true,
      value: { file: 'Mở bằng chuột.scn' },
    })
    expect(existsSync(join(first.userData, 'registers/so-quang-ninh.scn'))).toBe(false)
  })

  it('that is none is brought to the window, which finds out why', async () => {
    const file = join(folder, 'không phải sổ.scn')
    writeFileSync(file, 'đây không phải là sổ')
    const { page: other } = await launch({ args: [`--open=${file}`] })
    await hearCommands(other)
    await waitForState(other, 'ready')
    expect(await call(other, 'register.info', {})).toMatchObject({ ok: true, value: { file: 'so-quang-ninh.scn' } })
    await eventually(() => heardCommands(other)).toHaveLength(1)
    const [[command, brought] = ['', null]] = await heardCommands(other)
    expect([command, brought?.name, brought?.kind]).toEqual(['register.openFile', 'không phải sổ.scn', 'register'])
    expect(await call(other, 'register.open', { file: ref(brought) })).toMatchObject({
      ok: false,
      error: { code: 'not_a_register' },
    })
    expect(readFileSync(file, 'utf8')).toBe('đây không phải là sổ')
  })

  it('with a day that is none ends the program with one sentence', async () => {
    const { code, stderr } = await startAgain(newFolder(), ['--today=23/11/2026'])
    expect(code).toBe(2)
    expect(stderr).toContain('--today needs a day')
  })
})

describe('a second start on the same profile', () => {
  it('ends at once and hands its file to the first', async () => {
    await hearCommands(page)
    const { code } = await startAgain(userData, [join(folder, 'Sổ thứ hai.scn')])
    expect(code).toBe(0)
    await eventually(() => heardCommands(page)).toMatchObject([
      ['register.openFile', { name: 'Sổ thứ hai.scn', kind: 'register' }],
    ])
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('on another profile is a program of its own', async () => {
    const other = await launch()
    await waitForState(other.page, 'ready')
    expect(await call(other.page, 'register.info', {})).toMatchObject({ ok: true })
  })
})

/** Starts the program without a debugger, as a person would, and waits for its end. */
function startAgain(profile: string, args: string[]): Promise<{ code: number | null; stderr: string }> {
  const { executable, env, args: switches } = inject('electron')
  mkdirSync(profile, { recursive: true })
  const words = [...switches, '--log-level=3', `--user-data-dir=${profile}`, root, ...args]
  const child = spawn(executable, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  child.stderr.on('data', (chunk) => (stderr += String(chunk)))
  return new Promise((done) => child.once('exit', (code) => done({ code, stderr })))
}
