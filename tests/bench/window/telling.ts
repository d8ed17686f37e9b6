// In main, beside the program under measure: puts the watcher into every page and says when a row was painted in a window that is shown.
import { app, ipcMain, session, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import { PAINTED, type BenchSettings } from './settings'

export function tellFirstRow({ built }: BenchSettings): void {
  let shown: number | null = null
  let painted: number | null = null
  const tell = (): void => {
    if (shown !== null && painted !== null) process.stdout.write(`${PAINTED}${Math.max(shown, painted)}\n`)
  }
  app.on('browser-window-created', (_event, window: BrowserWindow) =>
    window.once('show', () => {
      shown = Date.now()
      tell()
    }),
  )
  ipcMain.once('bench:painted', (_event, at: number) => {
    painted = at
    tell()
  })
  void app.whenReady().then(() => session.defaultSession.setPreloads([join(built, 'painted-preload.js')]))
}
