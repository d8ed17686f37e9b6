// A whole large list goes out while the person goes on working: the page keeps painting and every small question is answered meanwhile.
// The bounds are gross, as other programs share the machine; what was measured is printed. SCN_LONG=1: 100,000 laboratories, else 6,000.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import type { ElectronApplication, Page } from 'playwright-core'
import type { PickedFile, RegistryBridge } from '../../db/model/bridge'
import { listRegister } from '../bench/support/list-register'
import { choosesToSave, launch, newFolder, waitForState, type Launched } from './harness'

const LABS = process.env['SCN_LONG'] === '1' ? 100_000 : 6_000
const SIXTEEN =
  'nameVi nameEn owner sector area address phone email schemes codes standards fields status expiry flags note'.split(
    ' ',
  )
/** A window that stands still for so long is taken for a dead one. */
const GROSS_MS = 1_000

let started: Launched
beforeAll(async () => {
  const register = join(newFolder(), 'Sổ lớn.scn')
  listRegister(register, LABS)
  started = await launch({ args: [register] })
  await waitForState(started.page, 'ready')
}, 900_000)

interface Watched {
  /** between two paintings of the page */
  frames: number[]
  /** from a small question to its answer: through page, main and registry process, each of which would add what it is held up by */
  answers: number[]
  told: number[]
  reply: unknown
}

/** Exports and watches from within the page until the file is there. */
const exportAndWatch = (page: Page, file: string): Promise<Watched> =>
  page.evaluate(
    async ([ref, columns]) => {
      const { registry } = window as unknown as { registry: RegistryBridge }
      const watched: Watched = { frames: [], answers: [], told: [], reply: null }
      let running = true
      let last = performance.now()
      const paint = (now: number): void => {
        watched.frames.push(now - last)
        last = now
        if (running) requestAnimationFrame(paint)
      }
      requestAnimationFrame((now) => {
        last = now
        requestAnimationFrame(paint)
      })
      registry.onProgress(({ done }) => watched.told.push(done))
      const ask = async (): Promise<void> => {
        while (running) {
          const from = performance.now()
          await registry.call('register.info', {})
          watched.answers.push(performance.now() - from)
          await new Promise((done) => setTimeout(done, 5))
        }
      }
      const asking = ask()
      watched.reply = await registry.call('exchange.exportList', { file: ref, format: 'xlsx', columns })
      running = false
      await asking
      return watched
    },
    [file, SIXTEEN] as const,
  )

/** How late the main process's own loop comes round; begun now, told when asked. */
async function watchMain(app: ElectronApplication): Promise<() => Promise<number>> {
  const delays = await app.evaluateHandle(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const counted = monitorEventLoopDelay({ resolution: 5 })
    counted.enable()
    return counted
  })
  return () => delays.evaluate((counted) => counted.percentile(99) / 1e6 - 5)
}

const share = (times: readonly number[], part: number): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * part) - 1] ?? Number.NaN

it(`${LABS} laboratories go out as a workbook while the window stays alive`, async () => {
  const { app, page } = started
  const path = join(newFolder(), 'ra.xlsx')
  await choosesToSave(app, path)
  const picked = await page.evaluate(() =>
    (
      window as unknown as { shell: { pickSave(kind: string, name: string): Promise<PickedFile | null> } }
    ).shell.pickSave('xlsx', 'ra'),
  )
  const mainLoop = await watchMain(app)
  const { frames, answers, told, reply } = await exportAndWatch(page, picked?.ref ?? '')
  const figures = {
    mainLoopP99: await mainLoop(),
    frameP95: share(frames, 0.95),
    frameMost: Math.max(...frames),
    answerP99: share(answers, 0.99),
    answerMost: Math.max(...answers),
  }
  console.warn(
    `export of ${LABS} rows: ${JSON.stringify(figures)} ms, ${frames.length} frames, ${answers.length} answers`,
  )
  expect(reply).toMatchObject({ ok: true, value: { rows: LABS, cells: LABS * SIXTEEN.length } })
  expect(statSync(path).size).toBeGreaterThan(LABS * 50)
  expect(told.length).toBeGreaterThan(2)
  expect(answers.length).toBeGreaterThan(10)
  expect(frames.length).toBeGreaterThan(10)
  expect(figures.frameP95).toBeLessThan(GROSS_MS)
  expect(figures.answerP99).toBeLessThan(GROSS_MS)
  expect(figures.mainLoopP99).toBeLessThan(GROSS_MS)
}, 300_000)
