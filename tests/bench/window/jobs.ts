// While long work runs at the full size: how late the event loops of main and registry are, how long a page of the list takes then, and the
// frames of the window.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench, Row } from '../support/measure'
import { drive, type Driven } from './driven'
import { beginFrames, endFrames } from './frames'
import { lateness } from './launch'
import { ask, opened, type Profiles } from './place'
import { told } from './row'

/** new laboratories in the file that is imported */
const IMPORTED = 2_000

interface Work {
  name: string
  run: (driven: Driven) => Promise<unknown>
}

/** As a person would choose them in the system's pickers. */
const choose = ({ app }: Driven, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)

interface Shell {
  pickSave(kind: string, name: string): Promise<{ ref: string } | null>
  pickOpen(kind: string): Promise<{ ref: string } | null>
}
const picked = ({ page }: Driven, how: 'save' | 'open', kind: string): Promise<string> =>
  page.evaluate(
    async ([way, sort]) => {
      const { shell } = window as unknown as { shell: Shell }
      const file = way === 'save' ? await shell.pickSave(sort, 'bench') : await shell.pickOpen(sort)
      return file!.ref
    },
    [how, kind] as const,
  )

function work(scratch: string, rows: number): Work[] {
  const table = join(scratch, 'import.csv')
  const names = Array.from({ length: rows }, (_, at) => `Phòng thử nghiệm Nhập mẫu ${at + 1}`)
  writeFileSync(table, `﻿Tên phòng\n${names.join('\n')}\n`)
  return [
    {
      name: 'export to xlsx',
      async run(driven) {
        await choose(driven, join(scratch, 'bench.xlsx'))
        await ask(driven, 'exchange.exportList', { file: await picked(driven, 'save', 'xlsx'), format: 'xlsx' })
      },
    },
    {
      name: `import of ${rows} laboratories`,
      async run(driven) {
        await choose(driven, table)
        const file = await picked(driven, 'open', 'spreadsheet')
        const { fingerprint } = await ask<{ fingerprint: string }>(driven, 'exchange.importPreview', { file })
        await ask(driven, 'exchange.importCommit', { file, preview: fingerprint })
      },
    },
    { name: 'backup', run: (driven) => ask(driven, 'backups.make', {}) },
    { name: 'overview, figures and work after a change', run: figuresAgain },
  ]
}

async function figuresAgain(driven: Driven): Promise<void> {
  await ask(driven, 'labs.save', { change: { nameVi: `Phòng thử nghiệm Đo ${Date.now()}` } })
  await Promise.all(['overview.get', 'tasks.list', 'figures.list', 'twins.list'].map((name) => ask(driven, name, {})))
}

export async function measureJobs(place: Profiles, { scratch, smoke }: Bench): Promise<Row[]> {
  const labs = smoke ? 32 : 32_000
  const probes = { main: join(scratch, 'main.sock'), registry: join(scratch, 'registry.sock') }
  await place.ours(labs)
  const driven = await drive(await place.ours(labs, probes))
  await opened(driven)
  await driven.page.waitForTimeout(5_000)
  const rows: Row[] = []
  for (const { name, run } of work(scratch, smoke ? 20 : IMPORTED)) {
    await lateness(probes, 'reset')
    await beginFrames(driven.page)
    const answers = askMeanwhile(driven)
    await run(driven)
    const times = await answers.end()
    const frames = await endFrames(driven.page)
    const late = await lateness(probes, 'read')
    for (const [process, { p50, p99, max, samples }] of Object.entries(late))
      rows.push({
        ...told({ name: `${name}: lateness of ${process}`, labs, values: [p50], limit: { p99: 20 } }),
        p99,
        turns: samples,
        max,
      })
    rows.push(told({ name: `${name}: a page of the list meanwhile`, labs, values: times }))
    rows.push(
      told({ name: `${name}: a frame`, labs, values: frames, limit: name.startsWith('export') ? { p95: 50 } : {} }),
    )
  }
  await driven.close()
  return rows
}

/** A page of the list every 100 ms, until `end`: how long each answer took. */
function askMeanwhile(driven: Driven): { end(): Promise<number[]> } {
  let open = true
  const times: number[] = []
  const asking = (async () => {
    while (open) {
      times.push(
        await driven.page.evaluate(async () => {
          const { registry } = window as unknown as {
            registry: { call(name: string, input: unknown): Promise<unknown> }
          }
          const from = performance.now()
          await registry.call('labs.list', { limit: 100, offset: 1_000 })
          return performance.now() - from
        }),
      )
      await driven.page.waitForTimeout(100)
    }
  })()
  return {
    async end() {
      open = false
      await asking
      return times
    },
  }
}
