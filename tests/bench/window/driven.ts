// The program under measure with a person's hands: Playwright's keys and wheel, and its view of the page.
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { once } from 'node:events'
import type { Command } from './launch'

export interface Driven {
  app: ElectronApplication
  page: Page
  close: () => Promise<void>
}

export async function drive({ executable, args, env }: Command, more: readonly string[] = []): Promise<Driven> {
  // Playwright adds --no-sandbox itself
  const own = args.filter((arg) => arg !== '--no-sandbox')
  const app = await _electron.launch({ executablePath: executable, args: [...own, ...more], env, timeout: 60_000 })
  const page = await app.firstWindow()
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    window?.focus()
    window?.webContents.focus()
  })
  return {
    app,
    page,
    async close() {
      const ended = once(app.process(), 'exit')
      await app.close()
      await ended
    },
  }
}
