// Renders resources/icon.svg to icon.png with the Electron at hand: run it by hand after changing the drawing.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { ensureRuntime } from './runtime/ensure.mjs'
import { root, runMain } from './setup/places.mjs'

const SIZE = 512
const EMPTY_WINDOW = `
  const { app, BrowserWindow } = require('electron')
  app.whenReady().then(() => new BrowserWindow({ width: ${SIZE}, height: ${SIZE}, useContentSize: true, transparent: true, frame: false }).loadURL('about:blank'))
`

await runMain(async () => {
  const runtime = await ensureRuntime()
  const folder = mkdtempSync(join(tmpdir(), 'scn-icon-'))
  writeFileSync(join(folder, 'package.json'), '{ "name": "icon", "main": "main.js" }')
  writeFileSync(join(folder, 'main.js'), EMPTY_WINDOW)
  const env = /** @type {Record<string, string>} */ ({ ...process.env, ...runtime.env })
  const app = await _electron.launch({ executablePath: runtime.executable, args: [...runtime.args, folder], env })
  try {
    const page = await app.firstWindow()
    await page.setContent(
      `<style>body { margin: 0 }</style>${readFileSync(join(root, 'build/resources/icon.svg'), 'utf8')}`,
    )
    await page.screenshot({
      path: join(root, 'build/resources/icon.png'),
      omitBackground: true,
      clip: { x: 0, y: 0, width: SIZE, height: SIZE },
    })
  } finally {
    await app.close()
    runtime.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
