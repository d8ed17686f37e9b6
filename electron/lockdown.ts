// What no window may ever do, whatever its page says: leave its page, open windows, ask for permissions, reach the network, download.
import { app, type Session, type WebContents } from 'electron'
import { ORIGIN } from './bundle-files'

/** Copying a selection as text and table is the one thing a page may do beyond its own borders. */
const COPYING = 'clipboard-sanitized-write'
const OUTSIDE = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*']

export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) =>
    answer(permission === COPYING && isMainFrame && isOurPage(requestingUrl)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, origin, { isMainFrame }) =>
      String(permission) === COPYING && isMainFrame && isOurPage(`${origin}/`),
  )
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest({ urls: OUTSIDE }, (_request, answer) => answer({ cancel: true }))
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
  // Chromium would fetch the dictionary of the window's language, whether anything is checked or not
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerDictionaryDownloadURL(`${ORIGIN}/`)
}

export function lockEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
}

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

export function isOurPage(url: string): boolean {
  return url === ORIGIN || url.startsWith(`${ORIGIN}/`)
}
