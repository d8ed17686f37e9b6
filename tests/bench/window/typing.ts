// From a key to the last change it brought about on the screen, painted. One key at a time, with a pause in which everything settles: what
// comes late counts in full.
import type { Bench, Row } from '../support/measure'
import { drive, type Driven } from './driven'
import type { Profiles } from './place'
import { told } from './row'

const WORDS = {
  labs: ['trung tam', 'nước', 'quan trắc', 'xi mang', 'môi trường 12'],
  capability: ['chì trong gạo', 'nuoc thai', 'cường độ nén', 'coliform', 'kim loai'],
}
const SETTLED_MS = 400

/** In the page: when the key fell, and when the last change in `main` after it (but in the box itself) was painted; null: nothing changed. */
function watch(): void {
  const state = window as unknown as { typed: number; shown: number | null }
  state.shown = null
  addEventListener('keydown', (event) => Object.assign(state, { typed: event.timeStamp, shown: null }), true)
  const rows = new MutationObserver((changes) => {
    const place = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement)
    const isAnswer = ({ target }: MutationRecord): boolean =>
      place(target)?.closest('main') !== null && place(target)?.closest('.mantine-TextInput-root') === null
    if (!changes.some(isAnswer)) return
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => (state.shown = performance.now())
      port2.postMessage(null)
    })
  })
  rows.observe(document.body, { childList: true, subtree: true, characterData: true })
}

async function typed({ page }: Driven, words: readonly string[]): Promise<number[]> {
  const took: number[] = []
  for (const text of words) {
    for (const letter of text) {
      await page.keyboard.type(letter)
      await page.waitForTimeout(SETTLED_MS)
      const delay = await page.evaluate(() => {
        const { typed: from, shown } = window as unknown as { typed: number; shown: number | null }
        return shown === null ? null : shown - from
      })
      // a space, or a letter that leaves the very same rows, shows nothing new
      if (delay !== null) took.push(delay)
    }
    await page.keyboard.press('Escape')
    await page.waitForTimeout(SETTLED_MS)
  }
  return took
}

export async function measureTyping(place: Profiles, { smoke }: Bench): Promise<Row[]> {
  const rows: Row[] = []
  for (const labs of smoke ? [32] : [32, 32_000]) {
    const driven = await drive(await place.ours(labs))
    const { page } = driven
    for (const [screen, key, name] of [
      ['labs', 'Control+2', 'a key in the search box of the list to its painted rows'],
      ['capability', 'Control+5', 'a key in the capability search to its painted answer'],
    ] as const) {
      await page.keyboard.press(key)
      const box = page.getByRole('main').getByRole('searchbox').first()
      await box.waitFor()
      await page.waitForTimeout(2_000)
      await box.focus()
      await page.evaluate(watch)
      // a person's first question of the day fills the caches
      await typed(driven, WORDS[screen].slice(0, 1))
      const values = await typed(driven, smoke ? WORDS[screen].slice(1, 2) : WORDS[screen])
      rows.push(told({ name, labs, values, limit: { p95: 50 } }))
    }
    await driven.close()
  }
  return rows
}
