// Huge and hostile files through a real job in a worker: a clear refusal, memory within bounds, progress from the start, and an end when asked.
// SCN_LONG=1: a million rows and a bomb of half a gigabyte, else a quarter of each.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { runJob } from '../../../db/jobs/run'
import { sheetXml, textCell, workbookParts, zip } from '../../fixtures/exchange/zip'
import { DAY, temporaryFolder } from '../../support/register'
import { builtWorker } from '../../support/worker'
import { quangNinhFile } from '../support'

const long = process.env['SCN_LONG'] === '1'
const ROWS = long ? 1_000_000 : 250_000
const MB = 2 ** 20
/** What reading may need beyond what the test itself holds. */
const MOST_MB = 900

let workerFile = ''
beforeAll(async () => {
  workerFile = await builtWorker()
}, 120_000)

async function previewOf(name: string, content: Uint8Array | string, signal?: AbortSignal) {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  const register = (await quangNinhFile()).file
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20)
  const told: [number, number | null][] = []
  const ended = await runJob(
    'import-plan',
    { register, source: { path }, choices: {}, day: DAY },
    { workerFile, onProgress: (...at) => told.push(at), ...(signal && { signal }) },
  ).then(
    (plan) => plan.preview.counts,
    (error: unknown) => error,
  )
  clearInterval(watch)
  return { ended, told, grownMb: Math.round((peak - before) / MB) }
}

const refused = (code: string, rule: string) => ({ code, fields: [{ field: 'file', rule }] })

describe('a file that is too much', () => {
  const header = `<row r="1">${textCell('A1', 'Tên phòng')}</row>`
  it(`of ${ROWS} rows as a workbook is refused by number of rows`, async () => {
    const rows = Array.from({ length: ROWS }, (_, at) => `<row r="${at + 2}">${textCell(`A${at + 2}`, 'A')}</row>`)
    const { ended, grownMb } = await previewOf('a.xlsx', zip(workbookParts(sheetXml(header + rows.join('')))))
    expect(ended).toMatchObject(refused('too_large', 'file.too_many_rows'))
    expect(grownMb).toBeLessThan(MOST_MB)
  })
  it(`of ${ROWS} rows as CSV is refused by number of rows`, async () => {
    const { ended, told, grownMb } = await previewOf('a.csv', `Tên phòng;Mã số\n${'A;1\n'.repeat(ROWS)}`)
    expect(ended).toMatchObject(refused('too_large', 'file.too_many_rows'))
    expect(told[0]).toEqual([0, null])
    expect(grownMb).toBeLessThan(MOST_MB)
  })
  it('that would expand to hundreds of megabytes is refused before it does', async () => {
    const big = Buffer.alloc((long ? 128 : 32) * MB)
    const parts = ['a', 'b', 'c', 'd'].map((name) => ({
      name: `xl/media/${name}`,
      content: big,
      // the table of contents is believed only to refuse: what it states too small is found out by expanding no further
      stated: 128 * MB,
    }))
    const bomb = zip([...workbookParts(sheetXml(header)), ...parts])
    const { ended, grownMb } = await previewOf('a.xlsx', bomb)
    expect(ended).toMatchObject(refused('too_large', 'file.expands'))
    expect(grownMb).toBeLessThan(300)
  })
  it('with more cells than the limit is refused by cells', async () => {
    const line = `${Array.from({ length: 150 }, () => 'x').join(';')}\n`
    const { ended } = await previewOf('a.csv', `Tên phòng\n${line.repeat(27_000)}`)
    expect(ended).toMatchObject(refused('too_large', 'file.too_many_cells'))
  })
})

it('a preview that is stopped ends at once, having told how far it was', async () => {
  const stop = new AbortController()
  const rows = Array.from({ length: 40_000 }, (_, at) => `Phòng ${at} (hư cấu);PTN ${at}/QN`).join('\n')
  setTimeout(() => stop.abort(), 150)
  const { ended } = await previewOf('a.csv', `Tên phòng;Mã số\n${rows}\n`, stop.signal)
  expect(ended).toMatchObject({ code: 'cancelled' })
})
