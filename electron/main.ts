// The program starts here: one instance per profile, locked-down pages, the registry process, windows, menu. The first window does not
// wait for the register; the register does not wait for the window.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { app, dialog, ipcMain, Menu, safeStorage, session, type BrowserWindow } from 'electron'
import type { MenuOffer } from '../db/model/bridge'
import { say, type Language } from '../db/model/texts/say'
import { commandWords, isRegister, readArguments, type Arguments } from './arguments'
import { runCommand } from './command'
import { grantFiles, type GrantedFiles } from './files'
import { lendFiles, type Lending } from './lending'
import { lockEveryPage, lockSession } from './lockdown'
import { menuTemplate, shapeOf } from './menu'
import { drawPapers, type Papers } from './paper'
import { appFolder } from './places'
import { openProfile, type Profile } from './profile'
import { declareScheme, serveBundle } from './protocol'
import { startRegistry, type RegistryProcess } from './registry-process'
import { openSecrets } from './secrets'
import { refuseToRun, weakSwitches } from './self-test'
import { windowOf } from './sender'
import { serveShell } from './shell'
import { watchUnexpected } from './unexpected'
import { manageWindows, type Windows } from './window'

interface Running {
  profile: Profile
  windows: Windows
  registry: RegistryProcess
  files: GrantedFiles
  lending: Lending
  papers: Papers
  /** what each window's page can do now */
  offers: WeakMap<BrowserWindow, readonly MenuOffer[]>
  /** what the menu that stands was made from */
  menu: { shape: string | null }
}

const folder = chooseFolder()
app.setPath('userData', folder)
begin()

function chooseFolder(): string {
  const given = app.commandLine.getSwitchValue('user-data-dir')
  if (given !== '') return resolve(given)
  return appFolder({ platform: process.platform, home: homedir(), env: process.env })
}

function begin(): void {
  const words = commandWords(process.argv)
  if (words !== null) {
    void runCommand(words).then((code) => app.exit(code))
    return
  }
  let wanted: Arguments
  try {
    wanted = readArguments(process.argv, process.cwd())
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    app.exit(2)
    return
  }
  // the first instance takes over the file this one was started for
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  const profile = openProfile(join(folder, 'profile', 'windows.json'))
  if (!app.commandLine.hasSwitch('lang')) app.commandLine.appendSwitch('lang', languageOf(profile))
  // as root Chromium runs without its sandbox only; enableSandbox would override that and loop in crashes
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  declareScheme()
  lockEveryPage()
  app.setAppUserModelId('so-cong-nhan')
  const files = filesFromOutside(wanted.open)
  const weak = weakSwitches()
  void app.whenReady().then(() => {
    if (weak.length > 0) void refuseToRun(weak, languageOf(profile))
    else run(profile, wanted, files)
  })
}

/** macOS tells the file by an event, perhaps before we are ready. */
function filesFromOutside(first: string | undefined): {
  first(): string | undefined
  onLater(take: (path: string) => void): void
} {
  let early = first
  let take = (path: string): void => void (early = path)
  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (isRegister(path)) take(path)
  })
  return { first: () => early, onLater: (later) => void (take = later) }
}

function languageOf(profile: Profile): Language {
  const { language } = profile.values
  if (language !== null) return language
  return app.commandLine.getSwitchValue('lang').startsWith('en') ? 'en' : 'vi'
}

function run(profile: Profile, wanted: Arguments, outside: ReturnType<typeof filesFromOutside>): void {
  lockSession(session.defaultSession)
  serveBundle(join(import.meta.dirname, '../renderer'))
  const open = outside.first()
  const registry = startRegistry({
    settings: {
      folder: join(folder, 'registers'),
      profile: join(folder, 'profile'),
      version: __APP_VERSION__,
      ...(wanted.today === undefined ? {} : { today: wanted.today }),
      ...(open === undefined ? {} : { open }),
    },
    secrets: openSecrets(join(folder, 'profile', 'secrets.json'), safeStorage, process.platform),
    onFailed: () => void askWhetherToRetry(running),
    // the window opens it once more and says in its own words why that does not work
    onRefused: (path) => void bringFile(running, path),
  })
  let refused = false
  const refuse = (weak: readonly string[]): void => {
    if (refused) return
    refused = true
    registry.report('0000', `a protection is missing: ${weak.join(', ')}`)
    void refuseToRun(weak, languageOf(profile))
  }
  const windows = manageWindows(profile, {
    title: () => say(languageOf(profile), 'menu.app'),
    refuse,
    setAside: () => registry.setAside(),
  })
  watchUnexpected({ report: registry.report, language: () => languageOf(profile) })
  // the page is on its way while everything it will ask for is made ready
  windows.open()
  const running: Running = {
    profile,
    windows,
    registry,
    files: grantFiles(registry.grant),
    lending: lendFiles(join(folder, 'lent'), registry.grant),
    papers: drawPapers(join(import.meta.dirname, '../renderer')),
    offers: new WeakMap(),
    menu: { shape: null },
  }
  serveWindows(running)
  showMenu(running)
  app.on('browser-window-focus', () => showMenu(running))
  takeOverFiles(running, outside)
  quitCleanly(registry)
}

function serveWindows(running: Running): void {
  const { profile, windows, registry, files, lending, papers } = running
  ipcMain.on('registry:connect', (event) => {
    if (windowOf(event) !== null) registry.connect(event.sender)
  })
  serveShell({
    files,
    lending,
    papers,
    register: () => registry.place(),
    language: () => languageOf(profile),
    tableFolder() {
      const last = profile.values.tableFolder
      return last !== null && existsSync(last) ? last : app.getPath('documents')
    },
    rememberTableFolder: (folder) => profile.change({ tableFolder: folder }),
    setLanguage(language) {
      profile.change({ language })
      showMenu(running)
    },
    offer(items, window) {
      running.offers.set(window, items)
      if (windows.front() === window) showMenu(running)
    },
    openWindow: (target) => windows.open(target),
    zoom: (step) => windows.zoom(step),
  })
}

/** The menu of the window in front. Where only what is possible has changed, the menu that stands takes it over: it may be open. */
function showMenu({ profile, windows, offers, menu }: Running): void {
  const window = windows.front()
  const offered = (window && offers.get(window)) ?? null
  const options = { language: languageOf(profile), development: !app.isPackaged, platform: process.platform, offered }
  const shape = options.language + shapeOf(offered)
  if (shape === menu.shape) {
    for (const { id, enabled } of offered ?? []) {
      const item = Menu.getApplicationMenu()?.getMenuItemById(id)
      if (item) item.enabled = enabled
    }
    return
  }
  menu.shape = shape
  const template = menuTemplate(options, {
    command: (id) => windows.tellFront(id, null),
    zoom: (step) => void windows.zoom(step),
    newWindow: () => windows.open(),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

function takeOverFiles(running: Running, outside: ReturnType<typeof filesFromOutside>): void {
  const { windows } = running
  outside.onLater((path) => void bringFile(running, path))
  app.on('second-instance', (_event, argv, cwd) => {
    const window = windows.front()
    // already on the way out, the register being closed: what was started for opens when this program has ended
    if (window === undefined) return app.relaunch({ args: argv.slice(1) })
    if (window.isMinimized()) window.restore()
    window.focus()
    const { open } = readArguments(argv, cwd)
    if (open !== undefined) void bringFile(running, open)
  })
}

/** Brings a file from outside to the window in front, as if it had been dropped there: the window decides, it may hold unsaved work. */
async function bringFile({ files, windows }: Running, path: string): Promise<void> {
  windows.tellFront('register.openFile', { ...(await files.forReading(path)), kind: 'register' })
}

async function askWhetherToRetry({ profile, windows, registry }: Running): Promise<void> {
  const language = languageOf(profile)
  const question = {
    type: 'error' as const,
    message: say(language, 'menu.registry.failedTitle'),
    detail: say(language, 'menu.registry.failedDetail'),
    buttons: [say(language, 'menu.registry.retry'), say(language, 'menu.registry.quit')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
  const window = windows.front()
  const { response } = await (window ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question))
  if (response === 0) registry.retry()
  else app.quit()
}

/** The register is closed (checkpoint) before the program ends. */
function quitCleanly(registry: RegistryProcess): void {
  let closed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void registry.close().then(() => {
      closed = true
      app.quit()
    })
  })
}
