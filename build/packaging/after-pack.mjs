// Takes out what a runtime folder holds for development only: Electron's default app and its version file (macOS keeps its bundle as it is).
import { rmSync } from 'node:fs'
import { join } from 'node:path'

/** @param {{ electronPlatformName: string, appOutDir: string }} context given by electron-builder */
export default function afterPack({ electronPlatformName, appOutDir }) {
  if (electronPlatformName === 'darwin') return
  for (const file of ['resources/default_app.asar', 'version']) rmSync(join(appOutDir, file), { force: true })
}
