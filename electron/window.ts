// The windows: sandboxed pages on app://bundle, remembered place and zoom, no white flash while a page is being read.
// A page that dies is loaded again; its unsaved fields come back from the drafts.
import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen, type WebContents } from 'electron'
import type { DroppedFile } from '../db/model/bridge'
import { ORIGIN } from './bundle-files'
import { MIN_HEIGHT, MIN_WIDTH, placeWindow, type Placement } from './placement'
import { MAX_ZOOM, MIN_ZOOM, type Profile } from './profile'
import { watchDevTools, weakBefore, weakLoaded } from './self-test'

export interface Target {
  screen: string
  id?: string
}

export interface Windows {
  open(target?: Target): void
  /** the focused window, else the one opened last */
  front(): BrowserWindow | undefined
  /** Sends a menu command to the window in front; a page that is still loading gets it when it has loaded. */
  tellFront(command: string, file: DroppedFile | null): void
  /** One step of ten per cent up (1) or down (-1), or back to normal (0), in all windows. Gives the percentage. */
  zoom(step: number): number
}

/** Grounds of both themes (renderer/theme/tokens.css), until a page has said its own. */
const GROUND = { light: '#f4f5f7', dark: '#15181d' }
const MOST_WINDOWS = 12
const MOST_RELOADS = 3
const MINUTE = 60_000
const SHOW_AT_LATEST_MS = 4000

export interface WindowParts {
  title: () => string
  /** told which protections a window lacks; such a window loads nothing, or is hidden at once */
  refuse: (weak: readonly string[]) => void
  /** a page dies again and again: the register is to be closed until a person chooses */
  setAside: () => void
}

export function manageWindows(profile: Profile, { title, refuse, setAside }: WindowParts): Windows {
  const opened: BrowserWindow[] = []
  const front = (): BrowserWindow | undefined => BrowserWindow.getFocusedWindow() ?? opened.at(-1)

  const open = (target?: Target): void => {
    if (opened.length >= MOST_WINDOWS) return
    const place = placeWindow(
      profile.values.window,
      workAreas(),
      opened.length > 0 ? (front()?.getNormalBounds() ?? null) : null,
    )
    const window = build(place, title(), groundNow(profile))
    const weak = weakBefore(window.webContents)
    if (weak.length > 0) return refuse(weak)
    opened.push(window)
    testWhenLoaded(window, refuse)
    window.on('closed', () => opened.splice(opened.indexOf(window), 1))
    rememberPlace(window, profile)
    keepZoom(window.webContents, profile, zoom)
    reloadAfterCrash(window.webContents, setAside)
    showWhenPainted(window, place.maximized)
    // an address that fails to load leaves an empty window, and the next window is not better: nothing to do but show it
    void window.loadURL(addressOf(target)).catch((error: unknown) => console.error('the window could not load', error))
  }
  const zoom = (step: number): number => {
    const percent = step === 0 ? 100 : Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, profile.values.zoom + step * 10))
    profile.change({ zoom: percent })
    for (const { webContents } of opened) showAt(webContents, percent)
    return percent
  }
  const tellFront = (command: string, file: DroppedFile | null): void => {
    const page = front()?.webContents
    const send = (): void => page?.send('menu:command', command, file)
    if (page?.isLoading()) page.once('did-finish-load', send)
    else send()
  }
  return { open, front, tellFront, zoom }
}

/** A page that goes away while it is looked at answers nothing; the one that comes after it is looked at again. */
function testWhenLoaded(window: BrowserWindow, refuse: (weak: readonly string[]) => void): void {
  const page = window.webContents
  const tell = (weak: readonly string[]): void => {
    if (weak.length === 0) return
    window.hide()
    refuse(weak)
  }
  watchDevTools(page, tell)
  page.on('did-finish-load', () => {
    weakLoaded(page).then(tell, (error: unknown) => {
      if (!page.isDestroyed() && !page.isLoading() && !page.isCrashed()) tell([String(error)])
    })
  })
}

/** The page reads its place from the address: `#/lab?id=…` */
function addressOf(target: Target | undefined): string {
  if (target === undefined) return `${ORIGIN}/`
  const query = target.id === undefined ? '' : `?id=${encodeURIComponent(target.id)}`
  return `${ORIGIN}/#/${encodeURIComponent(target.screen)}${query}`
}

function workAreas(): Electron.Rectangle[] {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return [main, ...others].map(({ workArea }) => workArea)
}

function build({ x, y, width, height }: Placement, title: string, ground: string): BrowserWindow {
  return new BrowserWindow({
    x,
    y,
    width,
    height,
    title,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    show: false,
    backgroundColor: ground,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.js'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  })
}

function groundNow(profile: Profile): string {
  return profile.values.ground ?? (nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light)
}

function showWhenPainted(window: BrowserWindow, maximized: boolean): void {
  const show = (): void => {
    clearTimeout(latest)
    if (window.isDestroyed() || window.isVisible()) return
    if (maximized) window.maximize()
    window.show()
  }
  const latest = setTimeout(show, SHOW_AT_LATEST_MS)
  window.once('ready-to-show', show)
}

/** The place is written when the window closes; the page's ground colour when the page names one (`<meta name="theme-color">`). */
function rememberPlace(window: BrowserWindow, profile: Profile): void {
  window.on('close', () => {
    if (window.isFullScreen()) return
    profile.change({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } })
  })
  window.webContents.on('did-change-theme-color', (_event, color) => {
    if (color === null) return
    window.setBackgroundColor(color)
    profile.change({ ground: color.toLowerCase() })
  })
}

function keepZoom(page: WebContents, profile: Profile, zoom: (step: number) => number): void {
  page.on('did-finish-load', () => showAt(page, profile.values.zoom))
  page.on('zoom-changed', (_event, direction) => zoom(direction === 'in' ? 1 : -1))
}

/** Sets the zoom and tells the page, which shows the percentage. */
function showAt(page: WebContents, percent: number): void {
  page.setZoomFactor(percent / 100)
  page.send('window:zoom', percent)
}

/** A page that dies again and again within a minute may be killed by what it shows: then the register is set aside, and it comes back without it. */
function reloadAfterCrash(page: WebContents, setAside: () => void): void {
  let crashes: number[] = []
  page.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    const now = performance.now()
    crashes = [...crashes.filter((at) => now - at < MINUTE), now]
    if (crashes.length > MOST_RELOADS * 2) return
    if (crashes.length > MOST_RELOADS) setAside()
    page.reload()
  })
}
