// Attached files as a clerk meets them: chosen, dropped, looked at, copied elsewhere, lost, altered and brought back; and papers that would
// rather do something than be read.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { makePdf, makePng } from '../support/paper'
import { addLab, arrives, press, says, start, type } from './clerk'
import {
  call,
  choosesToOpen,
  choosesToSave,
  eventually,
  newFolder,
  screenshot,
  seriousProblems,
  waitForState,
} from './harness'

const PDF = makePdf({ pages: ['Quyet dinh 893', 'Trang hai', 'Trang ba'] })
const PNG = makePng(640, 400)

let app: ElectronApplication
let page: Page
let userData: string
let folder: string
let lab: string

const paper = (name: string, content: Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const stored = (content: Buffer): string => {
  const sha256 = createHash('sha256').update(content).digest('hex')
  return join(userData, 'registers', 'so-quang-ninh.scn.files', sha256.slice(0, 2), sha256)
}
const section = () => page.getByRole('region', { name: 'Tệp đính kèm' })
const card = (name: string) => section().getByRole('listitem').filter({ hasText: name })
const view = (name: string) => section().getByRole('button', { name: `Xem ${name}`, exact: true })

/** The window on a laboratory’s page, its files in sight. */
async function openLab(id: string, name = 'Phòng A'): Promise<void> {
  await page.evaluate((to) => (location.hash = `#/lab?id=${to}&section=files`), id)
  await page.reload()
  await waitForState(page, 'ready')
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await section()
    .getByText(/^(Chưa có tệp đính kèm|\d+ tệp, )/)
    .waitFor()
}

/** The menu of a file, by keyboard: its items by their first words. */
async function choose(name: string, item: string): Promise<void> {
  await card(name)
    .getByRole('button', { name: /^Việc với tệp/ })
    .focus()
  await press(page, 'Enter')
  const wanted = page.getByRole('menuitem', { name: item })
  await wanted.waitFor()
  await wanted.focus()
  await press(page, 'Enter')
}

async function attach(...paths: string[]): Promise<void> {
  await choosesToOpen(app, paths)
  await press(page, 'Alt+a')
}

beforeAll(async () => {
  ;({ app, page, userData } = await start())
  folder = newFolder()
  lab = await addLab(page)
  await openLab(lab)
})

it('are added by the picker, shown small, and told once', async () => {
  await attach(paper('Quyết định 893.pdf', PDF), paper('ảnh biển hiệu.png', PNG))
  await says(page, 'Đã đính kèm 2 tệp.')
  await card('Quyết định 893.pdf')
    .getByText(/^PDF, /)
    .waitFor()
  await view('ảnh biển hiệu.png').locator('img').waitFor()
  await view('Quyết định 893.pdf').locator('img').waitFor()
  expect(readFileSync(stored(PDF)).equals(PDF)).toBe(true)
  await attach(paper('bản khác tên.pdf', PDF))
  await says(page, '“bản khác tên.pdf” đã được đính kèm ở đây từ trước.')
  expect(await section().getByRole('listitem').count()).toBe(2)
  await section().scrollIntoViewIfNeeded()
  await screenshot(page, 'attachments')
  expect(await seriousProblems(page)).toEqual([])
})

it('are looked at page by page with the keyboard', async () => {
  await view('Quyết định 893.pdf').focus()
  await press(page, 'Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Trang 1 trên 3').waitFor()
  await dialog.locator('canvas[data-drawn="1"]').waitFor()
  expect(await inkOf(page)).toBeGreaterThan(0)
  await screenshot(page, 'attachments-pdf')
  expect(await seriousProblems(page)).toEqual([])
  await press(page, 'PageDown', 'PageDown', 'PageDown')
  await dialog.locator('canvas[data-drawn="3"]').waitFor()
  await dialog.getByText('Trang 3 trên 3').waitFor()
  const before = await widthOf(page)
  await press(page, '+')
  await eventually(() => widthOf(page)).toBeGreaterThan(before)
  await press(page, '0')
  await eventually(() => widthOf(page)).toBe(before)
  await press(page, 'Escape')
  await dialog.waitFor({ state: 'hidden' })
  await arrives(page, 'Xem Quyết định 893.pdf')

  await view('ảnh biển hiệu.png').focus()
  await press(page, 'Enter')
  await dialog.locator('canvas[data-drawn="1"]').waitFor()
  await screenshot(page, 'attachments-image')
  await press(page, 'Escape')
  await dialog.waitFor({ state: 'hidden' })
})

it('are saved elsewhere byte for byte, under the ending that they truly have', async () => {
  const target = join(folder, 'ra ngoài.pdf')
  await choosesToSave(app, target)
  await choose('Quyết định 893.pdf', 'Lưu bản sao…')
  await says(page, 'Đã lưu bản sao “ra ngoài.pdf”.')
  expect(readFileSync(target).equals(PDF)).toBe(true)
})

it('are opened by another program as a copy, never as the kept file', async () => {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openPath = (path) => {
      opened.push(path)
      return Promise.resolve('')
    }
  })
  await attach(paper('lừa đảo.exe', makePng(20, 20)))
  await card('lừa đảo.exe').waitFor()
  await choose('lừa đảo.exe', 'Mở bằng ứng dụng khác')
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  await eventually(async () => (await opened()).length).toBe(1)
  const [path = ''] = await opened()
  expect(path.startsWith(join(userData, 'lent'))).toBe(true)
  expect(path.endsWith(`${join('', 'lừa đảo')}.png`)).toBe(true)
  expect(readFileSync(path).equals(makePng(20, 20))).toBe(true)
})

it('are told when altered or lost, and come back when the same file is added again', async () => {
  const kept = stored(PDF)
  const altered = Buffer.from(PDF)
  altered[200] = altered[200]! ^ 1
  writeFileSync(kept, altered)
  await section().getByRole('button', { name: 'Kiểm tra tệp' }).focus()
  await press(page, 'Enter')
  await says(page, 'Có 1 tệp bị mất hoặc bị thay đổi; xem dòng báo ở từng tệp.')
  await card('Quyết định 893.pdf')
    .getByText(/Tệp đã bị thay đổi/)
    .waitFor()
  await section().scrollIntoViewIfNeeded()
  await screenshot(page, 'attachments-altered')
  expect(await seriousProblems(page)).toEqual([])
  await view('Quyết định 893.pdf').focus()
  await press(page, 'Enter')
  await page
    .getByRole('dialog')
    .getByRole('alert')
    .getByText(/^Tệp đính kèm đã bị thay đổi/)
    .waitFor()
  await press(page, 'Escape')

  rmSync(kept)
  await openLab(lab)
  await card('Quyết định 893.pdf')
    .getByText(/Mất tệp/)
    .waitFor()
  await attach(join(folder, 'Quyết định 893.pdf'))
  await says(page, '“Quyết định 893.pdf” đã được đính kèm ở đây từ trước.')
  await section().getByRole('button', { name: 'Kiểm tra tệp' }).focus()
  await press(page, 'Enter')
  await says(page, /tất cả nguyên vẹn/)
  await card('Quyết định 893.pdf')
    .getByText(/Mất tệp/)
    .waitFor({ state: 'hidden' })
})

it('are taken off and back again by Ctrl+Z, the bytes staying all the while', async () => {
  await choose('ảnh biển hiệu.png', 'Gỡ khỏi đây')
  await card('ảnh biển hiệu.png').waitFor({ state: 'hidden' })
  expect(existsSync(stored(PNG))).toBe(true)
  await section().getByRole('button', { name: 'Thêm tệp…' }).focus()
  await press(page, 'Control+z')
  await card('ảnh biển hiệu.png').waitFor()
})

it('get a title, and say where else the same bytes hang', async () => {
  await section().getByRole('button', { name: 'Đặt tên cho ảnh biển hiệu.png' }).focus()
  await press(page, 'Enter')
  await arrives(page, 'Tên gọi của tệp')
  await type(page, 'Mặt tiền năm 2026')
  await press(page, 'Enter')
  await card('Mặt tiền năm 2026').waitFor()
  const second = await addSecond()
  await openLab(second.id, 'Phòng B')
  await drop(paper('cùng ảnh.png', PNG))
  await says(page, 'Sổ đã có tệp này nên chỉ lưu một bản.')
  await section().getByText('Cùng tệp này cũng gắn với phòng thí nghiệm “Phòng A”; sổ chỉ lưu một bản.').waitFor()
  await openLab(lab)
})

describe('a paper that would do something', () => {
  it('is refused when it is none, whatever it is called', async () => {
    await attach(paper('quyết định.pdf', Buffer.from('MZ\x90\0 chạy đi')))
    await says(page, /Chưa đính kèm được “quyết định.pdf”. Không đính kèm được tệp loại này/)
    await attach(paper('trang.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script>')))
    await says(page, /Chưa đính kèm được “trang.png”/)
    expect(readdirSync(dirname(dirname(stored(PDF)))).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('runs no script of a PDF, follows no link of it and asks nothing of the network', async () => {
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    const dialogs: string[] = []
    page.on('dialog', (dialog) => dialogs.push(dialog.message()))
    const script = 'app.alert\\("xin chao"\\); app.launchURL\\("http://evil.invalid/js"\\); globalThis.ran = true'
    const papers = {
      'có mã.pdf': makePdf({ pages: ['Co ma'], script }),
      'có liên kết.pdf': makePdf({ pages: ['Co lien ket'], link: 'http://evil.invalid/link' }),
    }
    for (const [name, content] of Object.entries(papers)) {
      await attach(paper(name, content))
      await view(name).focus()
      await press(page, 'Enter')
      const dialog = page.getByRole('dialog')
      await dialog.locator('canvas[data-drawn="1"]').click()
      await press(page, 'Escape')
      await dialog.waitFor({ state: 'hidden' })
    }
    expect(dialogs).toEqual([])
    expect(requests.filter((url) => !url.startsWith('app://bundle/') && !/^(blob|data):/.test(url))).toEqual([])
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(page.url().startsWith('app://bundle/')).toBe(true)
  })

  it('is not decoded when it claims to be larger than memory', async () => {
    await attach(paper('bom.png', makePng(4, 4, { width: 30_000, height: 30_000 })))
    await view('bom.png').focus()
    await press(page, 'Enter')
    await page
      .getByRole('dialog')
      .getByRole('alert')
      .getByText(/^Ảnh quá lớn \(30\.000 × 30\.000 điểm\)/)
      .waitFor()
    await press(page, 'Escape')
  })

  it('says that a broken one cannot be read', async () => {
    await attach(paper('hỏng.pdf', Buffer.from('%PDF-1.7\nkhông có gì')))
    await view('hỏng.pdf').focus()
    await press(page, 'Enter')
    await page.getByRole('dialog').getByRole('alert').getByText('Không đọc được tệp này ở đây.').waitFor()
    await press(page, 'Escape')
  })
})

it('are shown in the dark too, and stay where the register is after a restart', async () => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await section().scrollIntoViewIfNeeded()
  await screenshot(page, 'attachments-dark')
  expect(await seriousProblems(page)).toEqual([])
  expect(await call(page, 'attachments.check', {})).toMatchObject({ ok: true, value: { wrong: [] } })
})

it('stand beside the source that they prove, entered for any value', async () => {
  await page.getByRole('button', { name: 'Thêm nguồn' }).focus()
  await press(page, 'Enter')
  await arrives(page, 'Giá trị')
  await type(page, 'Điện')
  await says(page, 'Loại nguồn')
  await press(page, 'Tab')
  await arrives(page, 'Loại nguồn')
  await type(page, 'trang')
  await press(page, 'Tab')
  await arrives(page, 'Mức chắc chắn')
  await type(page, 'đã')
  await press(page, 'Tab')
  await type(page, 'Trang web của phòng')
  await screenshot(page, 'evidence-new')
  expect(await seriousProblems(page)).toEqual([])
  await press(page, 'Control+s')
  await says(page, 'Đã lưu Trang web của phòng.')
  const saved = await call(page, 'labs.get', { id: lab })
  const evidence = saved.ok ? saved.value.evidence : []
  expect(evidence).toMatchObject([{ record: lab, attribute: 'phone', source: 'Trang web của phòng' }])
  await press(page, 'Escape')
  await page
    .getByRole('combobox', { name: 'Gắn với' })
    .selectOption({ label: 'nguồn “Trang web của phòng” – Điện thoại' })
  await attach(paper('chụp trang web.png', makePng(30, 50)))
  await says(page, 'Đã đính kèm “chụp trang web.png”.')
  await page.getByRole('region', { name: 'Nguồn' }).getByRole('button', { name: 'chụp trang web.png' }).waitFor()
  await page.getByRole('region', { name: 'Nguồn' }).scrollIntoViewIfNeeded()
  await screenshot(page, 'evidence-paper')
})

async function addSecond(): Promise<{ id: string }> {
  const saved = await call(page, 'labs.save', { change: { nameVi: 'Phòng B' } })
  if (!saved.ok) throw new Error(saved.error.code)
  return saved.value
}

/** Drops a file of the disk on the section, as the system would. */
async function drop(path: string): Promise<void> {
  await page.evaluate(() => {
    document.querySelector('#dropped')?.remove()
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'dropped' }))
  })
  await page.setInputFiles('#dropped', path)
  await section()
    .getByRole('button', { name: 'Thêm tệp…' })
    .evaluate((target) => {
      const input = document.querySelector<HTMLInputElement>('#dropped')
      const dataTransfer = new DataTransfer()
      for (const file of input?.files ?? []) dataTransfer.items.add(file)
      input?.remove()
      target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    })
}

const widthOf = (from: Page) => from.locator('canvas[data-drawn]').evaluate((canvas) => canvas.clientWidth)
/** dark points of what is drawn */
const inkOf = (from: Page) =>
  from.locator('canvas[data-drawn]').evaluate((element) => {
    const canvas = element as HTMLCanvasElement
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if (data[at]! < 80 && data[at + 3]! > 200) dark += 1
    return dark
  })
