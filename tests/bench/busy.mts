// How long the registry's own loop stands still while a long work is done at full size: as in the app, what is long is done by a worker and the
// loop goes on answering. The main process has no part in these works.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import Database from 'better-sqlite3'
import { csvLines } from '../../db/exchange/csv'
import { writeFileWhole } from '../../db/exchange/write-file'
import { memory, type Bench, type Row } from './support/measure'
import { openCaller } from './support/session'

const ROWS = 5_000
const HEADINGS = ['Tên phòng', 'Cơ quan chủ quản', 'Mã số', 'Lĩnh vực']
const rowOf = (at: number): string[] => [
  `Phòng nhập số ${at} (hư cấu)`,
  `Công ty nhập ${at % 500} (hư cấu)`,
  `PTN ${40_000 + at}/QN`,
  at % 3 === 0 ? 'Hóa; Sinh' : 'Cơ',
]

/** The loop's delays are counted in steps of so many milliseconds, which are no delay. */
const STEP_MS = 5

export async function measure({ registers, sizes, scratch, root, smoke }: Bench): Promise<Row[]> {
  const labs = smoke ? sizes[0]! : sizes.at(-1)!
  const profile = join(scratch, 'profile')
  mkdirSync(profile)
  const { call, registry } = await openCaller(await registers.copyOf(labs), {
    workerFile: join(root, 'out/main/worker.js'),
    profile,
  })
  const csv = join(scratch, 'in.csv')
  await writeFileWhole(csv, csvLines([HEADINGS, ...Array.from({ length: ROWS }, (_, at) => rowOf(at))]))
  const file = (): string => registry.grant(csv, 'read')
  const rows: Row[] = []
  const during = async <T,>(name: string, count: number | null, work: () => Promise<T>): Promise<T> => {
    const delays = monitorEventLoopDelay({ resolution: STEP_MS })
    delays.enable()
    const result = await work()
    delays.disable()
    const at = (share: number): number => Math.max(0, delays.percentile(share) / 1e6 - STEP_MS)
    const about = {
      name: `busy: the registry’s loop during ${name}`,
      labs,
      against: null,
      reference: null,
      ratio: null,
    }
    const figures = { ours: at(50), p50: at(50), p99: at(99), unit: 'ms' as const, rss: memory() }
    rows.push({ ...about, ...figures, turns: delays.count, rows: count, limit: { p99: 20 } })
    return result
  }
  await during('an export', labs, () =>
    call('exchange.exportList', { file: registry.grant(join(scratch, 'out.xlsx'), 'write'), format: 'xlsx' }),
  )
  const { fingerprint } = await during('an import’s preview', ROWS, () =>
    call('exchange.importPreview', { file: file() }),
  )
  await during('an import', ROWS, () => call('exchange.importCommit', { file: file(), preview: fingerprint }))
  await during('a backup', null, () => call('backups.make', {}))
  const older = await registers.copyOf(labs)
  const raw = new Database(older)
  raw.exec(`UPDATE local SET value = '0' WHERE key = 'rules_version'`)
  raw.close()
  await during('a re-index, as after new rules', null, () =>
    call('register.open', { file: registry.grant(older, 'read') }),
  )
  await registry.close()
  return rows
}
