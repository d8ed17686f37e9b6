// Word files drawn as pages: PDF and print come from the same drawing. A file is drawn in a hidden window that has no preload, no Node, no
// network and a session of its own, in which nothing exists but the drawing page and the one file: what a template might try, it tries there.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { app, BrowserWindow, session, type Session } from 'electron'
import { bundleFile, ORIGIN } from './bundle-files'
import { lockSession } from './lockdown'

export interface Drawing {
  pdf: Uint8Array
  pages: number
}

export interface Papers {
  /** Null: it was stopped. Throws where the file cannot be drawn. */
  draw(docx: Uint8Array): Promise<Drawing | null>
  /** Shows the system's own print dialog. False: thought better of it, or there is no printer. */
  print(docx: Uint8Array): Promise<boolean>
  stop(): void
}

const FILE = /^\/paper\/[0-9a-f-]{36}$/

export function drawPapers(folder: string): Papers {
  const files = new Map<string, Uint8Array>()
  const open = new Set<BrowserWindow>()
  let own: Session | null = null
  const drawing = (): Session => (own ??= drawingSession(folder, files))

  async function inWindow<T>(
    docx: Uint8Array,
    work: (window: BrowserWindow, pages: number) => Promise<T>,
  ): Promise<T | null> {
    const name = `/paper/${randomUUID()}`
    files.set(name, docx)
    const window = hidden(drawing())
    open.add(window)
    try {
      await window.loadURL(`${ORIGIN}/paper.html?of=${encodeURIComponent(name)}`)
      const pages = (await window.webContents.executeJavaScript('window.drawn')) as number
      return await work(window, pages)
    } catch (error) {
      if (window.isDestroyed()) return null
      throw error
    } finally {
      files.delete(name)
      open.delete(window)
      if (!window.isDestroyed()) window.destroy()
    }
  }

  return {
    draw: (docx) =>
      inWindow(docx, async ({ webContents }, pages) => {
        const pdf = await webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
        return { pdf: new Uint8Array(pdf), pages }
      }),
    print: async (docx) => (await inWindow(docx, (window) => printed(window))) ?? false,
    stop() {
      for (const window of open) window.destroy()
    },
  }
}

function drawingSession(folder: string, files: ReadonlyMap<string, Uint8Array>): Session {
  const own = session.fromPartition('paper')
  lockSession(own)
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.protocol.handle('app', async ({ method, url }) => {
    const { pathname } = new URL(url)
    const given = method === 'GET' && FILE.test(pathname) ? files.get(pathname) : undefined
    if (given !== undefined)
      return new Response(Buffer.from(given), { headers: { 'Content-Type': 'application/octet-stream' } })
    const file = method === 'GET' ? bundleFile(url, folder) : null
    if (file === null) return new Response('not found', { status: 404 })
    return new Response(await readFile(file.path), { headers: file.headers })
  })
  return own
}

function hidden(own: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    width: 1200,
    height: 900,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      backgroundThrottling: false,
      devTools: !app.isPackaged,
    },
  })
}

function printed({ webContents }: BrowserWindow): Promise<boolean> {
  return new Promise((resolve) => {
    webContents.print({ silent: false, printBackground: true }, (success) => resolve(success))
  })
}
