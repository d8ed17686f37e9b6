// The reference: an empty window of the same size beside an idle utility process. Nothing faster than this can be made with Electron.
import { app, BrowserWindow, utilityProcess } from 'electron'
import { join } from 'node:path'
import { benchSettings } from './settings'
import { tellFirstRow } from './telling'

const settings = benchSettings()
tellFirstRow(settings)
app.on('window-all-closed', () => app.quit())
void app.whenReady().then(() => {
  utilityProcess.fork(join(settings.built, 'idle.js'))
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    webPreferences: { sandbox: true, spellcheck: false },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadFile(join(settings.built, 'empty.html'))
})
