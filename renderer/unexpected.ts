// Errors that nobody foresaw, in one place: whatever throws in this window gets a short number, a line in the log (frames only, nothing that was
// typed), and a calm sentence. What is on the screen stays.
import i18next from 'i18next'
import { call } from './api'
import { toast } from './components/toast'

/** Chromium's note that a size was observed again within one frame; nothing is wrong then. */
const HARMLESS = /^ResizeObserver loop/
const MOST_CHARACTERS = 4000
const MOST_A_MINUTE = 20

let reported: number[] = []
const known = new WeakMap<object, string>()

const textOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** Writes the error into the log and gives the number by which a person can name it; one error has one number. */
export function reportUnexpected(error: unknown): string {
  const before = typeof error === 'object' && error !== null ? known.get(error) : undefined
  if (before !== undefined) return before
  const number = String(1000 + Math.floor(Math.random() * 9000))
  if (typeof error === 'object' && error !== null) known.set(error, number)
  const now = Date.now()
  reported = reported.filter((at) => now - at < 60_000)
  // a fault that repeats with every key must not fill the log
  if (reported.push(now) <= MOST_A_MINUTE)
    void call('errors.report', { number, text: textOf(error).slice(0, MOST_CHARACTERS) }).catch(() => undefined)
  return number
}

function tell(error: unknown): void {
  const number = reportUnexpected(error)
  toast({ text: i18next.t('errors.unexpected', { number }), tone: 'failed', key: 'unexpected' })
}

/** Listens to what no part of the window has caught. */
export function watchUnexpected(): void {
  window.addEventListener('error', ({ error, message }) => {
    if (!HARMLESS.test(message)) tell(error ?? message)
  })
  window.addEventListener('unhandledrejection', ({ reason }) => tell(reason))
}
