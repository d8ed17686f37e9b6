// The shell's verbs (window.shell): one channel each, the sender checked, the arguments parsed. None takes a path from a page: pickers
// and drops make grants, and a grant is all that a page ever holds.
import { existsSync } from 'node:fs'
import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { app, dialog, ipcMain, shell, type BrowserWindow } from 'electron'
import { z } from 'zod'
import type { MenuBar, MenuOffer, RegisterPlace, SaveKind, TableKind } from '../db/model/bridge'
import { languages, say, type Language } from '../db/model/texts/say'
import { extensions, safeName, templates, withEnding, type GrantedFiles } from './files'
import type { Lending } from './lending'
import type { Papers } from './paper'
import { windowOf } from './sender'
import type { Target } from './window'

export interface ShellParts {
  files: GrantedFiles
  lending: Lending
  papers: Papers
  /** the open register's file; null when none is open */
  register(): Promise<string | null>
  language(): Language
  /** where the last table was saved, while that folder is there; else where documents lie */
  tableFolder(): string
  rememberTableFolder(folder: string): void
  setLanguage(language: Language): void
  offer(items: readonly MenuOffer[], window: BrowserWindow): void
  openWindow(target: Target): void
  /** percent after the step */
  zoom(step: number): number
}

const nothing = z.undefined()
const tables = ['xlsx', 'ods', 'csv'] as const satisfies readonly TableKind[]
/** lists that are no tables */
const otherLists = ['ics', 'json', 'zip'] as const
const isTable = (kind: string): boolean => tables.some((table) => table === kind)
const papers = ['pdf', 'png', 'jpg', 'webp', 'tif', 'heic', 'docx'] as const
const Ref = z.string().regex(/^grant:[0-9a-f-]{36}$/)
const Screen = z.string().regex(/^[A-Za-z][\w-]{0,59}$/)
const menuBars = ['register', 'edit', 'view', 'go', 'records', 'tools', 'help'] as const satisfies readonly MenuBar[]
const Offer = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[\w.-]{1,80}$/),
      label: z.string().min(1).max(200),
      bar: z.enum(menuBars),
      keys: z
        .string()
        .regex(/^(Ctrl\+)?(Alt\+)?(Shift\+)?([ -~]|[A-Z][A-Za-z0-9]{0,11})$/)
        .optional(),
      enabled: z.boolean(),
    }),
  )
  .max(300)
const Identity = z.string().regex(/^[\w-]{1,64}$/)

type Run<I> = (input: I, window: BrowserWindow) => unknown

export function serveShell(parts: ShellParts): void {
  const { files } = parts
  servePapers(parts)
  verb('pickOpen', z.enum(['register', 'spreadsheet', 'template']), async (kind, window) => {
    const path = await askOpen(window, kind, parts.language())
    return path === null ? null : files.forReading(path)
  })
  verb(
    'pickSave',
    z.strictObject({ kind: z.enum([...tables, ...otherLists, ...papers]), name: z.string().max(1000) }),
    async (wish, window) => {
      const path = await askSave(window, wish, parts)
      if (path !== null && isTable(wish.kind)) parts.rememberTableFolder(dirname(path))
      return path === null ? null : files.forWriting(path)
    },
  )
  verb('pickFolder', nothing, async (_nothing, window) => {
    const path = await askFolder(window, parts.language())
    return path === null ? null : files.forWriting(path)
  })
  verb('pickPapers', nothing, async (_nothing, window) => {
    const paths = await askPapers(window, parts.language())
    return Promise.all(paths.map((path) => files.forReading(path)))
  })
  verb('lend', z.strictObject({ kind: z.enum(papers), name: z.string().max(1000) }), ({ kind, name }) =>
    parts.lending.lend(safeName(name, kind, say(parts.language(), 'menu.files.untitledPaper'))),
  )
  verb('openLent', Ref, async (ref) => {
    const path = parts.lending.pathOf(ref)
    return path !== undefined && (await shell.openPath(path)) === ''
  })
  serveFiles(parts)
  verb('dropPaper', z.string().min(1).max(32_767), (path) => files.forDroppedPaper(path))
  verb('dropFile', z.string().min(1).max(32_767), (path) => files.forDropped(path))
  verb('openWindow', z.strictObject({ screen: Screen, id: Identity.optional() }), ({ screen, id }) =>
    parts.openWindow(id === undefined ? { screen } : { screen, id }),
  )
  verb('reload', nothing, (_, window) => window.webContents.reload())
  verb('offer', Offer, (items, window) => parts.offer(items, window))
  verb('setLanguage', z.enum(languages), (language) => parts.setLanguage(language))
  verb('zoom', z.literal([-1, 0, 1]), (step) => parts.zoom(step))
}

/** Files that are there already: shown and opened by grant. */
function serveFiles(parts: ShellParts): void {
  const { files } = parts
  verb('reveal', Ref, (ref) => {
    const path = files.pathOf(ref)
    if (path !== undefined) shell.showItemInFolder(path)
  })
  verb('openSaved', Ref, async (ref) => {
    const path = files.savedAt(ref)
    const isOurs = path !== undefined && isTable(extname(path).slice(1).toLowerCase()) && existsSync(path)
    return isOurs && (await shell.openPath(path)) === ''
  })
  verb('registerPlace', nothing, async () => placeOf(await parts.register()))
  verb('revealRegister', nothing, async () => {
    const path = await parts.register()
    if (path === null || !existsSync(path)) return false
    shell.showItemInFolder(path)
    return true
  })
}

/** Word files drawn as pages: looked at, printed, saved. */
function servePapers(parts: ShellParts): void {
  const { files, lending, papers } = parts
  verb('drawPaper', Ref, async (ref) => {
    const path = lending.pathOf(ref)
    if (path === undefined) return null
    const drawn = await papers.draw(await readFile(path))
    if (drawn !== null) await writeFile(pdfBeside(path), drawn.pdf)
    return drawn
  })
  verb('stopPaper', nothing, () => papers.stop())
  verb('printPaper', Ref, async (ref) => {
    const path = lending.pathOf(ref)
    return path !== undefined && papers.print(await readFile(path))
  })
  verb(
    'savePaper',
    z.strictObject({ ref: Ref, kind: z.enum(['docx', 'pdf']), name: z.string().max(1000) }),
    async ({ ref, kind, name }, window) => {
      const lent = lending.pathOf(ref)
      const made = lent !== undefined && kind === 'pdf' ? pdfBeside(lent) : lent
      if (made === undefined || !existsSync(made)) return null
      const path = await askSave(window, { kind, name }, parts)
      if (path === null) return null
      await replaceWhole(made, path)
      return files.forReading(path)
    },
  )
}

/** What does not come from our own page, or is not of the verb's form, is refused without a word of why. */
function verb<S extends z.ZodType>(name: string, input: S, run: Run<z.output<S>>): void {
  ipcMain.handle(`shell:${name}`, (event, sent: unknown) => {
    const window = windowOf(event)
    const parsed = input.safeParse(sent)
    if (window === null || !parsed.success) throw new Error(`shell.${name}: refused`)
    return run(parsed.data, window)
  })
}

const pdfBeside = (path: string): string => path.replace(/\.docx$/i, '.pdf')

/** A copy that is there whole or not at all. */
async function replaceWhole(from: string, to: string): Promise<void> {
  const beside = `${to}.part`
  try {
    await copyFile(from, beside)
    await rename(beside, to)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

function placeOf(path: string | null): RegisterPlace | null {
  return path === null ? null : { folder: dirname(path), file: basename(path) }
}

const openTitles = {
  register: 'menu.files.openRegister',
  spreadsheet: 'menu.files.openSpreadsheet',
  template: 'menu.files.openTemplate',
} as const

async function askOpen(
  window: BrowserWindow,
  kind: 'register' | 'spreadsheet' | 'template',
  language: Language,
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say(language, openTitles[kind]),
    filters: [
      {
        name: say(language, `menu.files.${kind}`),
        extensions: [...(kind === 'template' ? templates : extensions[kind])],
      },
    ],
    properties: ['openFile', 'dontAddToRecent'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

async function askFolder(window: BrowserWindow, language: Language): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say(language, 'menu.files.chooseFolder'),
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

async function askPapers(window: BrowserWindow, language: Language): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say(language, 'menu.files.choosePapers'),
    filters: [{ name: say(language, 'menu.files.papers'), extensions: [...extensions.paper] }],
    properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
  })
  return canceled ? [] : filePaths
}

async function askSave(
  window: BrowserWindow,
  wish: { kind: SaveKind; name: string },
  parts: ShellParts,
): Promise<string | null> {
  const language = parts.language()
  const table = isTable(wish.kind) || otherLists.some((kind) => kind === wish.kind)
  const name = safeName(wish.name, wish.kind, say(language, table ? 'menu.files.untitled' : 'menu.files.untitledPaper'))
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: say(
      language,
      table ? 'menu.files.saveTable' : wish.kind === 'docx' ? 'menu.files.saveDocument' : 'menu.files.saveCopy',
    ),
    defaultPath: join(table ? parts.tableFolder() : app.getPath('documents'), name),
    filters: [{ name: say(language, `menu.files.${wish.kind}`), extensions: [wish.kind] }],
    properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
  })
  return canceled || filePath === '' ? null : withEnding(filePath, wish.kind)
}
