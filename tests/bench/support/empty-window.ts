// What a start and a window's memory are compared with: Electron with one painted word and a utility process that does nothing.
import { app, BrowserWindow, utilityProcess } from 'electron'

/** the page says when its word was painted, as the app's page does */
const PAGE = `<!doctype html><meta charset="utf-8"><body>Sổ<script>
requestAnimationFrame(() => setTimeout(() => performance.mark('settled')))
</script>`

if (process.parentPort === undefined) begin()
else setInterval(() => undefined, 3_600_000)

function begin(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  void app.whenReady().then(() => {
    utilityProcess.fork(__filename)
    const window = new BrowserWindow({
      width: 1366,
      height: 768,
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false },
    })
    window.once('ready-to-show', () => window.show())
    void window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(PAGE)}`)
  })
  app.on('window-all-closed', () => app.quit())
}
