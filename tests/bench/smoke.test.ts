// A small run of the benches, so that a gross regression is seen at once: few laboratories, few turns, limits many times those of `npm run bench`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { growthOf, growthRows, plot } from './support/growth'
import { misses, type Bench, type Row } from './support/measure'
import { openRegisters } from './support/registers'
import { measure as lists } from './lists.mjs'
import { measure as saves } from './saves.mjs'

/** A call this many times slower than its own statements is broken, and not merely on a busy machine; below so many ms only the clock is measured. */
const GROSS = 15
const LEAST_MS = 2

async function bench(): Promise<Bench> {
  const scratch = mkdtempSync(join(tmpdir(), 'scn-'))
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }))
  const registers = await openRegisters(join(scratch, 'registers'), scratch)
  return { registers, sizes: [16], scratch, root: '', smoke: true }
}

const row = (own: Partial<Row>): Row => ({
  name: 'x',
  labs: 32,
  ours: 1,
  against: null,
  reference: 1,
  ratio: 1,
  p50: 1,
  p99: 1,
  unit: 'ms',
  rss: 0,
  turns: 1,
  rows: null,
  limit: {},
  ...own,
})

it('no list and no saving is grossly slower than its statements', async () => {
  const small = await bench()
  const rows = [...(await lists(small)), ...(await saves(small))]
  expect(rows.length).toBeGreaterThan(40)
  const gross = rows.filter(({ p50, reference }) => p50 > GROSS * Math.max(reference ?? p50, LEAST_MS))
  expect(
    gross.map(({ name, p50, reference }) => `${name}: ${p50.toFixed(1)} ms beside ${reference?.toFixed(1)}`),
  ).toEqual([])
}, 180_000)

it('a limit that is missed is told, one that is met is not', () => {
  expect(misses(row({ ratio: 1.4, p99: 20, limit: { ratio: 1.3, p99: 16 } }))).toEqual([
    'ratio 1.40 > 1.3',
    'p99 20.00 ms > 16 ms',
  ])
  expect(misses(row({ ratio: 1.3, limit: { ratio: 1.3 } }))).toEqual([])
})

it('what grows with the register is told, and drawn', () => {
  const grows = { as: 'flat' as const }
  const rows = [
    row({ grows }),
    row({ labs: 32_000, p50: 2, grows }),
    row({ name: 'job', p50: 1, grows: { as: 'job' } }),
    row({ name: 'job', labs: 32_000, p50: 1_500, grows: { as: 'job' } }),
  ]
  const series = growthOf(rows)
  expect(growthRows(series).failed).toEqual(['x grows 2.00 times > 1.5'])
  expect(plot(series).match(/<polyline/g)).toHaveLength(2)
})
