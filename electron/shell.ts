// The shell's verbs (window.shell): one channel each, the sender checked, the arguments parsed. None takes a path from a page: pickers
// and drops make grants, and a grant is all that a page ever holds.
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { app, dialog, ipcMain, shell, type BrowserWindow } from 'electron'
import { z } from 'zod'
import type { MenuBar, MenuOffer, RegisterPlace, SaveKind } from '../db/model/bridge'
import { languages, say, type Language } from '../db/model/texts/say'
import { extensions, safeName, withEnding, type GrantedFiles } from './files'
import type { Lending } from './lending'
import { windowOf } from './sender'
import type { Target } from './window'

export interface ShellParts {
  files: GrantedFiles
  lending: Lending
  /** the open register's file; null when none is open */
  register(): Promise<string | null>
  language(): Language
  setLanguage(language: Language): void
  offer(items: readonly MenuOffer[], window: BrowserWindow): void
  openWindow(target: Target): void
  /** percent after the step */
  zoom(step: number): number
}

const nothing = z.undefined()
const papers = ['pdf', 'png', 'jpg', 'webp', 'tif', 'heic'] as const
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
  verb('pickOpen', z.enum(['register', 'spreadsheet']), async (kind, window) => {
    const path = await askOpen(window, kind, parts.language())
    return path === null ? null : files.forReading(path)
  })
  verb(
    'pickSave',
    z.strictObject({ kind: z.enum(['xlsx', 'csv', 'ics', 'json', ...papers]), name: z.string().max(1000) }),
    async (wish, window) => {
      const path = await askSave(window, wish, parts.language())
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
  verb('dropPaper', z.string().min(1).max(32_767), (path) => files.forDroppedPaper(path))
  verb('dropFile', z.string().min(1).max(32_767), (path) => files.forDropped(path))
  verb('reveal', Ref, (ref) => {
    const path = files.pathOf(ref)
    if (path !== undefined) shell.showItemInFolder(path)
  })
  verb('registerPlace', nothing, async () => placeOf(await parts.register()))
  verb('revealRegister', nothing, async () => {
    const path = await parts.register()
    if (path === null || !existsSync(path)) return false
    shell.showItemInFolder(path)
    return true
  })
  verb('openWindow', z.strictObject({ screen: Screen, id: Identity.optional() }), ({ screen, id }) =>
    parts.openWindow(id === undefined ? { screen } : { screen, id }),
  )
  verb('reload', nothing, (_, window) => window.webContents.reload())
  verb('offer', Offer, (items, window) => parts.offer(items, window))
  verb('setLanguage', z.enum(languages), (language) => parts.setLanguage(language))
  verb('zoom', z.literal([-1, 0, 1]), (step) => parts.zoom(step))
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

function placeOf(path: string | null): RegisterPlace | null {
  return path === null ? null : { folder: dirname(path), file: basename(path) }
}

async function askOpen(
  window: BrowserWindow,
  kind: 'register' | 'spreadsheet',
  language: Language,
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say(language, kind === 'register' ? 'menu.files.openRegister' : 'menu.files.openSpreadsheet'),
    filters: [{ name: say(language, `menu.files.${kind}`), extensions: [...extensions[kind]] }],
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
  language: Language,
): Promise<string | null> {
  const table = wish.kind === 'xlsx' || wish.kind === 'csv' || wish.kind === 'ics' || wish.kind === 'json'
  const name = safeName(wish.name, wish.kind, say(language, table ? 'menu.files.untitled' : 'menu.files.untitledPaper'))
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: say(language, table ? 'menu.files.saveTable' : 'menu.files.saveCopy'),
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: say(language, `menu.files.${wish.kind}`), extensions: [wish.kind] }],
    properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
  })
  return canceled || filePath === '' ? null : withEnding(filePath, wish.kind)
}
