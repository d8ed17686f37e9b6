// Official papers in the real app: made from the register, drawn as the pages that are printed, saved as Word and PDF that say the same; the
// drawing window reaches nothing; a broken template is not taken and says where it is broken.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import type { ElectronApplication, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ShellBridge } from '../../db/model/bridge'
import { documentKinds, type DocumentKind, type DocumentWish } from '../../db/model/documents/kinds'
import { OFFICE, paragraphsOf } from '../documents/desk'
import { readPdf, type PdfPage } from '../support/pdf'
import {
  artifacts,
  call,
  choosesToOpen,
  choosesToSave,
  launch,
  newFolder,
  resize,
  screenshot,
  seriousProblems,
  waitForState,
} from './harness'

let app: ElectronApplication
let page: Page
let folder: string
let wishes: Record<DocumentKind, DocumentWish>

beforeAll(async () => {
  ;({ app, page } = await launch())
  await waitForState(page, 'ready')
  await resize(app, 1366, 768)
  folder = newFolder()
  mkdirSync(artifacts, { recursive: true })
  for (const [key, value] of Object.entries(OFFICE))
    await call(page, 'settings.set', { key: key as keyof typeof OFFICE, value })
  const ending = await call(page, 'tasks.list', { kind: 'expiring', within: 180, includeSnoozed: true })
  const [task] = ending.ok ? ending.value.rows : []
  wishes = {
    labs: { kind: 'labs', query: {} },
    expiring: { kind: 'expiring' },
    report: { kind: 'report' },
    reminder: { kind: 'reminder' },
    lab: { kind: 'lab', id: task!.lab },
    accreditation: { kind: 'accreditation', id: task!.record },
    booklet: { kind: 'booklet', scope: true },
  }
})

/** What both say, without what a line end or a cell does to spaces. */
const plain = (text: string): string => text.replaceAll(/\s+/g, '')
const wordsOf = (pages: readonly PdfPage[]): string => pages.map(wordsOfPage).join('')

/** Without its number, and without the heading of a table that goes on from the page before. */
function wordsOfPage({ text, number, heads }: PdfPage, at: number): string {
  const words = plain(text).slice(number?.length ?? 0)
  const head = at === 0 ? undefined : heads.find((each) => words.startsWith(each))
  return words.slice(head?.length ?? 0)
}

describe('a paper', () => {
  it('is seen as its pages, saved as Word and PDF that say the same, and numbered from page 2', async () => {
    await page.keyboard.press('Control+Alt+v')
    await page.getByRole('radio', { name: /^Báo cáo tình hình công nhận/ }).check()
    await page.getByRole('button', { name: 'Lập văn bản' }).click()
    await page.locator('canvas[data-drawn="1"]').waitFor({ timeout: 40_000 })
    await screenshot(page, 'documents-report')
    expect(await seriousProblems(page)).toEqual([])
    for (const [name, kind] of [
      ['Lưu Word', 'docx'],
      ['Lưu PDF', 'pdf'],
    ] as const) {
      await choosesToSave(app, join(folder, `bao-cao.${kind}`))
      await page.getByRole('button', { name }).click()
      await page.getByText(`Đã lưu bao-cao.${kind}.`).first().waitFor()
      copyFileSync(join(folder, `bao-cao.${kind}`), join(artifacts, `document-report.${kind}`))
    }
    const pages = await readPdf(readFileSync(join(folder, 'bao-cao.pdf')))
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.map(({ number }) => number)).toEqual(pages.map((_, at) => (at === 0 ? null : String(at + 1))))
    for (const { fonts, crowded } of pages) {
      expect(fonts.filter((font) => !font.startsWith('Tinos'))).toEqual([])
      expect(crowded).toEqual([])
    }
  })

  it('goes to the printer as it was drawn, after the system has asked which one', async () => {
    // the system's own dialog cannot be driven from outside: the window that would open it tells what it holds
    await app.evaluate(({ app: main }) => {
      const seen = globalThis as { toPrinter?: Promise<unknown> }
      seen.toPrinter = new Promise((hear) =>
        main.once('browser-window-created', (_event, { webContents }) => {
          webContents.print = ({ silent } = {}, tell) => {
            void webContents.executeJavaScript('document.body.textContent').then((text: string) => {
              tell?.(true, '')
              hear({ silent, text })
            })
          }
        }),
      )
    })
    await page.keyboard.press('Control+p')
    const asked = await app.evaluate(() => (globalThis as { toPrinter?: Promise<unknown> }).toPrinter)
    const { silent, text } = asked as { silent: boolean; text: string }
    expect(silent).toBe(false)
    const drawnWords = plain(text)
    const paragraphs = paragraphsOf(readFileSync(join(folder, 'bao-cao.docx')))
    expect(paragraphs.length).toBeGreaterThan(20)
    expect(paragraphs.filter((each) => !drawnWords.includes(plain(each)))).toEqual([])
  })

  it.each(documentKinds)('%s: has in its PDF every word of its Word file, and no other', async (kind) => {
    const made = await drawn(wishes[kind])
    writeFileSync(join(artifacts, `document-${kind}.docx`), made.docx)
    writeFileSync(join(artifacts, `document-${kind}.pdf`), made.pdf)
    const pages = await readPdf(made.pdf)
    expect(made.pages).toBe(pages.length)
    const words = wordsOf(pages)
    expect(words.length).toBeGreaterThan(200)
    expect(words).toBe(plain(paragraphsOf(made.docx).join('')))
    // each letter is counted by itself: none of these is longer than a page
    if (kind === 'reminder') expect(pages.map(({ number }) => number)).toEqual(pages.map(() => null))
    expect(pages.flatMap(({ crowded }) => crowded)).toEqual([])
    for (const { width, height } of pages)
      expect([Math.round(width), Math.round(height)].toSorted((a, b) => a - b)).toEqual([595, 842])
  })

  it('is drawn where there is no bridge, no Node and no network', async () => {
    await app.evaluate(({ app: main }) => {
      main.once('browser-window-created', (_event, window) => {
        const look = `Promise.all([
          fetch('http://127.0.0.1:9/').then(() => 'reached', () => 'refused'),
          fetch('app://bundle/index.html').then((answer) => answer.status, () => 'refused'),
          fetch('app://bundle/paper/00000000-0000-0000-0000-000000000000').then((answer) => answer.status),
        ]).then(([net, page, other]) => ({ net, other, page, shell: typeof window.shell, registry: typeof window.registry,
          require: typeof window.require, process: typeof window.process, opened: window.open('about:blank') === null }))`
        const seen = globalThis as { seenInPaper?: Promise<unknown> }
        seen.seenInPaper = new Promise((done) => {
          window.webContents.once('dom-ready', () => done(window.webContents.executeJavaScript(look)))
        })
      })
    })
    await drawn(wishes.lab)
    const seen = await app.evaluate(() => (globalThis as { seenInPaper?: Promise<unknown> }).seenInPaper)
    expect(seen).toEqual({
      net: 'refused',
      other: 404,
      page: 200,
      shell: 'undefined',
      registry: 'undefined',
      require: 'undefined',
      process: 'undefined',
      opened: true,
    })
    // the hidden windows are gone
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })
})

describe('the template', () => {
  it('shows its fields with examples, and a broken one is not taken: part, paragraph and tag are told', async () => {
    await page.getByRole('radio', { name: /^Danh sách phòng thí nghiệm/ }).check()
    await page.getByText('Mẫu', { exact: true }).click()
    await page.getByRole('cell', { name: 'Tên cơ quan, chữ hoa' }).waitFor()
    await screenshot(page, 'documents-template')
    const path = join(folder, 'mau.docx')
    await choosesToSave(app, path)
    await page.getByRole('button', { name: 'Lưu mẫu ra tệp…' }).click()
    await page.getByText('Đã lưu mẫu ra mau.docx.').waitFor()
    const zip = new PizZip(readFileSync(path))
    const xml = zip.file('word/document.xml')!.asText()
    zip.file('word/document.xml', xml.replace('{so_phong}', '{so_phogn}').replace('{bo_loc}.', '{bo_loc.'))
    writeFileSync(path, zip.generate({ type: 'uint8array' }))
    await choosesToOpen(app, path)
    await page.getByRole('button', { name: 'Nhận mẫu đã sửa…' }).click()
    const alert = page.getByRole('alert')
    await alert.waitFor()
    const text = await alert.innerText()
    expect(text).toContain('Chưa nhận mau.docx')
    expect(text).toMatch(
      /Thân văn bản, đoạn \d+ \(“Tổng số: \{so_phogn\} phòng\.”\): văn bản này không có trường \{so_phogn\}\./,
    )
    expect(text).toMatch(/thẻ \{bo_loc\. thiếu dấu \} đóng\./)
    await screenshot(page, 'documents-broken')
    await page.getByText('Đang dùng mẫu gốc của phần mềm.').waitFor()
    await resize(app, 1920, 1080)
    await page.keyboard.press('Control+Alt+4')
    await page.keyboard.press('Control+Alt+5')
    await page.getByText('Xem trước', { exact: true }).click()
    await page.locator('canvas[data-drawn="1"]').waitFor()
    await screenshot(page, 'documents-dark-1920')
  })
})

/** Made and drawn as the screen does it, by the window's own bridges. */
async function drawn(wish: DocumentWish): Promise<{ docx: Buffer; pdf: Buffer; pages: number }> {
  const path = join(folder, 'ban-word.docx')
  await choosesToSave(app, path)
  const made = await page.evaluate(async (document) => {
    const { registry, shell } = window as unknown as {
      registry: { call(name: string, input: unknown): Promise<{ ok: boolean; error?: unknown }> }
      shell: ShellBridge
    }
    const lent = await shell.lend('docx', 'van ban')
    const answer = await registry.call('documents.make', { document, file: lent.ref })
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    const paper = await shell.drawPaper(lent.ref)
    await shell.savePaper(lent.ref, 'docx', 'van ban.docx')
    return paper === null ? null : { pages: paper.pages, pdf: [...paper.pdf] }
  }, wish)
  return { docx: readFileSync(path), pdf: Buffer.from(made!.pdf), pages: made!.pages }
}
