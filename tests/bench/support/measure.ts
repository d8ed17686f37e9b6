// How things are timed: what is measured and its reference by turns in one process, so that a busy machine slows both; judged by their ratio.
import type { Registers, Size } from './registers'

export interface Row {
  /** measure and what of it, e.g. `lists: by owner` */
  name: string
  /** laboratories of the register; null: none is read */
  labs: Size | null
  /** median, in `unit` */
  ours: number
  /** what it is compared with, in words; null: judged by itself */
  against: string | null
  reference: number | null
  /** ours / reference, both as medians of turns taken in the same run */
  ratio: number | null
  p50: number
  p99: number
  unit: 'ms' | 'MB' | 'bytes'
  /** most memory that the process of the measure has held until then, in MB */
  rss: number
  /** times it was done */
  turns: number
  /** rows read or written by one of them */
  rows: number | null
  /** Greatest allowed ratio, median, p99 and memory in MB; what is not named is only told. */
  limit: { ratio?: number; p50?: number; p99?: number; rss?: number }
  /** Why a limit that is missed cannot be met: what was tried and where the floor is. Then the run does not fail by it. */
  floor?: string
  /** How the median may grow with the register, where the same name is measured at several sizes. */
  grows?: Growth
}

/** `flat`: at most 1.5 times from the smallest register to the full one; `job`: not faster than n log n. */
export interface Growth {
  as: 'flat' | 'job'
  /** why more than that cannot be helped */
  floor?: string
}

export interface Bench {
  registers: Registers
  /** the registers' sizes, smallest first: the last one is the full one */
  sizes: readonly Size[]
  /** an empty folder, gone when the measure ends */
  scratch: string
  /** the checkout; `out/` is built */
  root: string
  /** a smoke run: few turns on small registers */
  smoke: boolean
}

/** What each file of this folder exports as `measure`. */
export type Measure = (bench: Bench) => Row[] | Promise<Row[]>

export const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(times.length * share) - 1)]!
export const median = (times: readonly number[]): number => at(times, 0.5)

export const memory = (): number => process.resourceUsage().maxRSS / 1024

/** Milliseconds of the wall clock, or of the processor where other programs held it up: what a person would wait on a machine of their own. */
export async function timed(work: () => unknown): Promise<number> {
  const [from, used] = [performance.now(), process.cpuUsage()]
  const promise = work()
  if (promise instanceof Promise) await promise
  const { user, system } = process.cpuUsage(used)
  return Math.min(performance.now() - from, (user + system) / 1000)
}

/** The wall clock alone: for work that waits for the disk or is done by another thread or process. */
export async function walled(work: () => unknown): Promise<number> {
  const from = performance.now()
  const promise = work()
  if (promise instanceof Promise) await promise
  return performance.now() - from
}

export interface Compared {
  name: string
  labs: Size | null
  /** each turn may do another piece of work: both get the turn's number */
  ours: (turn: number) => unknown
  against?: string
  reference?: (turn: number) => unknown
  turns: number
  warm?: number
  rows?: number | null
  limit?: Row['limit']
  floor?: string
  grows?: Growth
  by?: typeof timed
}

/** Runs both by turns, each first as often as the other. */
export async function compare(asked: Compared): Promise<Row> {
  const { name, labs, ours, against = null, reference, turns, warm = 2, rows = null, limit = {}, by = timed } = asked
  const [times, others]: [number[], number[]] = [[], []]
  for (let turn = -warm; turn < turns; turn += 1) {
    const at = Math.abs(turn)
    const own = async () => times.push(await by(() => ours(at)))
    const other = async () => reference && others.push(await by(() => reference(at)))
    if (turn % 2) await other()
    await own()
    if (!(turn % 2)) await other()
    if (turn < 0) times.length = others.length = 0
  }
  const p50 = median(times)
  const compared = reference === undefined ? null : median(others)
  return {
    name,
    labs,
    ours: p50,
    against,
    reference: compared,
    ratio: compared === null ? null : p50 / compared,
    p50,
    p99: at(times, 0.99),
    unit: 'ms',
    rss: memory(),
    turns,
    rows,
    limit,
    ...(asked.floor === undefined ? {} : { floor: asked.floor }),
    ...(asked.grows === undefined ? {} : { grows: asked.grows }),
  }
}

/** What of the row's limits is missed, in words; empty: nothing. */
export function misses({ limit, ratio, p50, p99, rss, unit }: Row): string[] {
  const over = (what: string, value: number | null, most: number | undefined, of = '') =>
    most !== undefined && value !== null && value > most ? [`${what} ${value.toFixed(2)}${of} > ${most}${of}`] : []
  return [
    ...over('ratio', ratio, limit.ratio),
    ...over('p50', p50, limit.p50, ` ${unit}`),
    ...over('p99', p99, limit.p99, ` ${unit}`),
    ...over('memory', rss, limit.rss, ' MB'),
  ]
}
