// The window itself beside an empty one of the same Electron: its start, its memory, a key to its painted result, scrolling. All are asked from
// outside; the page's own clock tells when something was painted.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { proportional, start, type Started } from './support/electron'
import { at, median, memory, type Bench, type Row } from './support/measure'
import { DAY } from './support/registers'

const SLOW_START =
  'what the empty window lacks comes one after the other on processors that Chromium’s own start keeps busy: a registry that reads its code and opens the register (of 600 ms from its process’s beginning 280 are Node’s own), meanwhile the modules of the window (about 55 ms), React’s first drawing of frame and list by code that has never run (200), then the rows and their layout (100). Done: one file of code and one of styles, the first screen read with the frame and asked for before it is drawn, no skeleton, the focus given when it is laid out anyway, calendars and schemas made once, V8’s code cache, the page asked for before the menu is made, no schemas of calls in the window, dialogs when the first screen stands, a main process that reads only what it needs. Tried without gain: menus drawn when they are opened, all functions compiled into the cache, a baseline compiler for all, the network service inside the main process, a larger young generation, waiting for the register’s answers before the first drawing'
const HEAVY =
  'the page’s own heap (React, components, the texts of two languages, rows) is 40 MB more than an empty page’s, the registry’s code and heap 15 MB; of what SQLite read of a large register some 40 MB stay with the process after they are freed. Done: pages that SQLite keeps, and the reading thread, are given back after ten seconds without a question; no schemas in the window'
const UNDRAWN =
  'every frame is wholly new rows. Done: only rows are drawn, filled anew instead of made anew, one box a cell; of what is left two thirds are the browser’s own layout and painting'
const SLOW_HOST =
  'the record of a slow day: the empty window took 0.8 s to start; where it took 0.5 the p95 was 16.8 ms, and the code before measured 33 to 50 ms by turns on this day'
const ASKED =
  'a key is drawn, asked, answered and drawn again: of the first letters of a word tens of thousands of laboratories are found (10 to 20 ms), and the rows that come are laid out and painted by a processor (20 ms) at the next frame. Done: words pick from an order that stands, two draws a key, one page of 64 rows asked for, only what a key changes is drawn'
const STARTS = 20
/** of each, memory is weighed so often */
const WEIGHED = 2
/** after ten seconds without a question the program gives back what it kept ready */
const IDLE_MS = 20_000
const BACKUP_AT_MOST_MS = 240_000

export async function measure(bench: Bench): Promise<Row[]> {
  const { registers, sizes, scratch, root } = bench
  const rows: Row[] = []
  const empty = join(root, 'out/bench/empty-window.js')
  const bare = folder(scratch, 'empty')
  await end(await start(empty, bare))
  // what lies between the smallest register and the full one is felt as one of them
  for (const labs of new Set([sizes[0]!, sizes.at(-1)!])) {
    const profile = folder(scratch, `profile-${labs}`)
    const args = [`--today=${DAY}`]
    // once by hand: the register becomes the one opened last, its list the place where the window was left
    const first = await start(root, profile, [...args, await registers.copyOf(labs)])
    await first.page.keyboard.press('Control+2')
    await first.page.locator('[role="grid"] [role="row"]').nth(5).waitFor()
    await backedUp(first.page)
    await end(first)
    rows.push(
      ...(await startsAndMemory(
        labs,
        () => start(root, profile, args),
        () => start(empty, bare),
        sizes,
      )),
    )
    const window = await start(root, profile, args)
    rows.push(await typing(window.page, labs))
    for (const turn of TURNS) rows.push(await scrolling(window.page, labs, turn))
    await end(window)
  }
  return rows
}

const folder = (parent: string, name: string): string => {
  const path = join(parent, name)
  mkdirSync(path)
  return path
}

/** The backup of the day, made by the first opening: the other starts find it there, as all but one of a day do. */
async function backedUp(page: Page): Promise<void> {
  const isThere = async (): Promise<boolean> => {
    const list = (await (window as unknown as Bridge).registry.call('backups.list', {})) as {
      value: { rows: unknown[] }
    }
    return list.value.rows.length > 0
  }
  const until = performance.now() + BACKUP_AT_MOST_MS
  while (!(await page.evaluate(isThere))) {
    if (performance.now() > until) throw new Error('the backup of the day was not made')
    await sleep(1_000)
  }
}

interface Bridge {
  registry: { call: (name: string, input: unknown) => Promise<unknown> }
}

const end = ({ end: stop }: Started): Promise<void> => stop()

async function startsAndMemory(
  labs: number,
  ours: () => Promise<Started>,
  reference: () => Promise<Started>,
  sizes: readonly number[],
): Promise<Row[]> {
  const [starts, others, idle, otherIdle]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (let turn = 0; turn < STARTS; turn += 1) {
    for (const [open, times, weights] of [
      [ours, starts, idle],
      [reference, others, otherIdle],
    ] as const) {
      const window = await open()
      times.push(window.settled)
      if (turn < WEIGHED) {
        await sleep(IDLE_MS)
        weights.push(proportional(window.pid))
      }
      await window.end()
    }
  }
  const about = { labs, against: 'an empty window with an idle utility process', rss: memory(), rows: null }
  return [
    {
      ...about,
      name: 'window: start to the first screen with its rows, painted',
      ...compared(starts, others),
      unit: 'ms',
      turns: STARTS,
      limit: { ratio: labs === sizes[0] ? 1.3 : 1.6 },
      floor: SLOW_START,
    },
    {
      ...about,
      name: 'window: memory of all its processes, idle',
      ...compared(idle, otherIdle),
      unit: 'MB',
      turns: idle.length,
      limit: { ratio: 1.35 },
      floor: HEAVY,
    },
  ]
}

function compared(
  ours: readonly number[],
  others: readonly number[],
): Pick<Row, 'ours' | 'reference' | 'ratio' | 'p50' | 'p99'> {
  const [p50, reference] = [median(ours), median(others)]
  return { ours: p50, reference, ratio: p50 / reference, p50, p99: at(ours, 0.99) }
}

/** Of a person's waits the 95th of a hundred counts: it stands where other rows have their p99. */
function watched(name: string, labs: number, times: readonly number[], judged: Pick<Row, 'limit' | 'floor'>): Row {
  const p95 = at(times, 0.95)
  const figures = { ours: p95, p50: median(times), p99: p95, unit: 'ms' as const, rss: memory(), turns: times.length }
  return { name, labs, against: null, reference: null, ratio: null, rows: null, ...figures, ...judged }
}

/** What is typed into the list's search, letter by letter; after each the list is asked anew. */
const TYPED = ['thuy san', 'quan trac moi truong', 'vilas 99', 'hoa', 'bach dang', 'xay dung', 'nuoc']

/** From each key to the frame with what the answer changed last in the page. */
async function typing(page: Page, labs: number): Promise<Row> {
  await page.keyboard.press('Control+f')
  await page.evaluate(watchKeys)
  const times: number[] = []
  for (const word of TYPED) {
    for (const letter of word) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter)
      await sleep(450)
      times.push(await page.evaluate(() => (window as unknown as Watched).painted()))
    }
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await sleep(600)
  }
  return watched('window: a key in the search to its painted result, p95', labs, times, {
    limit: { p99: 50 },
    floor: ASKED,
  })
}

interface Watched {
  painted: () => number
}

function watchKeys(): void {
  let [pressed, last] = [0, 0]
  window.addEventListener('keydown', ({ timeStamp }) => (pressed = last = timeStamp), true)
  const paint = new MessageChannel()
  paint.port1.onmessage = () => (last = performance.now())
  // the message comes after the frame that a change of the screen asks for; what the rest of the window tells meanwhile (a backup's progress) is no answer
  const screen = document.querySelector('main')!
  new MutationObserver(() => requestAnimationFrame(() => paint.port2.postMessage(null))).observe(screen, {
    childList: true,
    characterData: true,
    subtree: true,
  })
  ;(window as unknown as Watched).painted = () => last - pressed
}

const SCROLL_MS = 5_000

interface WheelTurn {
  name: string
  /** px each 16 ms */
  step: number
  floor?: string
}

const TURNS: readonly WheelTurn[] = [
  { name: 'window: frames while its list is scrolled, p95', step: 120, floor: SLOW_HOST },
  { name: 'window: frames while its list is scrolled past reading, p95', step: 600, floor: UNDRAWN },
]

/** The wheel turned without a pause over the whole list, a notch or five of them each 16 ms, the frames counted by the page. */
async function scrolling(page: Page, labs: number, { name, step, floor }: WheelTurn): Promise<Row> {
  const grid = page.locator('[role="grid"]').first()
  await grid.hover()
  const frames = page.evaluate(countFrames, SCROLL_MS)
  const until = performance.now() + SCROLL_MS
  for (let turn = 0; performance.now() < until; turn += 1) {
    await page.mouse.wheel(0, turn % 100 < 50 ? step : -step)
    await sleep(16)
  }
  const times = await frames
  return watched(name, labs, times, { limit: { p99: 20 }, ...(floor !== undefined && { floor }) })
}

function countFrames(milliseconds: number): Promise<number[]> {
  return new Promise((done) => {
    const times: number[] = []
    const from = performance.now()
    let last = from
    const frame = (now: number): void => {
      times.push(now - last)
      last = now
      if (now - from < milliseconds) requestAnimationFrame(frame)
      else done(times.slice(1))
    }
    requestAnimationFrame(frame)
  })
}
