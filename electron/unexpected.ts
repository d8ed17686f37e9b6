// Errors that nobody foresaw in the shell: a short number, a line in the log, a calm sentence; the windows and the register go on.
import { app, dialog } from 'electron'
import type { Language } from '../db/model/texts/say'
import { say } from '../db/model/texts/say'

export interface Unexpected {
  report: (number: string, text: string) => void
  language: () => Language
}

const textOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** Call once, at the start. Of several at a time only the first is shown; all are written. */
export function watchUnexpected({ report, language }: Unexpected): void {
  let showing = false
  const take = (error: unknown): void => {
    const number = String(1000 + Math.floor(Math.random() * 9000))
    report(number, textOf(error))
    if (showing || !app.isReady()) return
    showing = true
    void dialog
      .showMessageBox({
        type: 'error',
        message: say(language(), 'menu.unexpected.title'),
        detail: say(language(), 'menu.unexpected.detail', { number }),
        buttons: [say(language(), 'menu.unexpected.goOn')],
        noLink: true,
      })
      .finally(() => {
        showing = false
      })
  }
  process.on('uncaughtException', take)
  process.on('unhandledRejection', take)
  app.on('web-contents-created', (_event, contents) => {
    contents.on('preload-error', (_preload, _path, error) => take(error))
    contents.on('render-process-gone', (_gone, { reason, exitCode }) => {
      if (reason !== 'clean-exit') report('0000', `the page process ended: ${reason}, code ${exitCode}`)
    })
  })
}
