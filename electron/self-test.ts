// At every start the program looks whether its own protections stand, as they have become effective and not as they were asked for. Where one
// does not, no page is shown: it says so and ends.
import { readFileSync } from 'node:fs'
import { app, dialog, type WebContents } from 'electron'
import { say, type Language } from '../db/model/texts/say'
import { ORIGIN } from './bundle-files'
import { LOOK_INSIDE, weakInside, weakPreferences, weakProcess, type Inside, type Preferences } from './weak-points'

const EXIT_CODE = 3
const isRoot = (): boolean => process.getuid?.() === 0

/** Switches that take a protection away. As root Chromium runs only without its sandbox: there it is no choice. */
export function weakSwitches(): string[] {
  const switches = [
    'disable-web-security',
    'disable-site-isolation-trials',
    'allow-running-insecure-content',
    'disable-seccomp-filter-sandbox',
    'single-process',
  ]
  return [...switches, ...(isRoot() ? [] : ['no-sandbox'])]
    .filter((name) => app.commandLine.hasSwitch(name))
    .map((name) => `--${name}`)
}

/** What is weak before anything is loaded. */
export function weakBefore(page: WebContents): string[] {
  return weakPreferences(effective(page))
}

/** What is weak in a page that has loaded: asked of the page and of its process. */
export async function weakLoaded(page: WebContents): Promise<string[]> {
  const inside = (await page.executeJavaScript(LOOK_INSIDE)) as Inside
  const onLinux = process.platform === 'linux' && !isRoot()
  const status = onLinux ? weakProcess(readFileSync(`/proc/${page.getOSProcessId()}/status`, 'utf8')) : []
  return [...weakInside(inside, ORIGIN), ...status]
}

/** Tries to open the developer tools of what is shipped, and tells when they do open, whoever opened them. */
export function watchDevTools(page: WebContents, tell: (weak: readonly string[]) => void): void {
  if (!app.isPackaged) return
  page.on('devtools-opened', () => {
    page.closeDevTools()
    tell(['devTools'])
  })
  page.on('did-finish-load', () => page.openDevTools({ mode: 'detach' }))
}

/** Electron's own type leaves this method out. */
const effective = (page: WebContents): Preferences =>
  (page as unknown as { getLastWebPreferences(): Preferences | null }).getLastWebPreferences() ?? {}

/** Says what is weak, in words and on the terminal, and ends the program. Call at most once, when Electron is ready. */
export async function refuseToRun(weak: readonly string[], language: Language): Promise<void> {
  process.stderr.write(`not started, because this protection is missing: ${weak.join(', ')}\n`)
  await dialog.showMessageBox({
    type: 'error',
    message: say(language, 'menu.unsafe.title'),
    detail: say(language, 'menu.unsafe.detail', { what: weak.join(', ') }),
    buttons: [say(language, 'menu.registry.quit')],
    noLink: true,
  })
  app.exit(EXIT_CODE)
}
