// How cost grows with the register: the medians of what was measured at several sizes, judged and drawn as one SVG of two charts.
import type { Growth, Row } from './measure'

export interface Series {
  name: string
  grows: Growth
  /** smallest register first */
  points: { labs: number; ms: number }[]
}

/** Flat: what a person waits for must not depend on the size of the register. */
const FLAT = 1.5

export function growthOf(rows: readonly Row[]): Series[] {
  const series = new Map<string, Series>()
  for (const { name, labs, p50, grows } of rows) {
    if (labs === null || grows === undefined) continue
    const own = series.get(name) ?? { name, grows, points: [] }
    series.set(name, own)
    own.points.push({ labs, ms: p50 })
  }
  for (const { points } of series.values()) points.sort((a, b) => a.labs - b.labs)
  return [...series.values()].filter(({ points }) => points.length > 1)
}

/** Below this the clock and the call itself are measured, not the register. */
const LEAST_MS = 0.25

function growth({ grows, points }: Series): { times: number; most: number } {
  const [first, last] = [points[0]!, points.at(-1)!]
  const work = (labs: number): number => labs * Math.log2(labs)
  return {
    times: last.ms / Math.max(first.ms, LEAST_MS),
    most: grows.as === 'flat' ? FLAT : work(last.labs) / work(first.labs),
  }
}

export function growthRows(series: readonly Series[]): { table: string; failed: string[] } {
  const sizes = [...new Set(series.flatMap(({ points }) => points.map(({ labs }) => labs)))].sort((a, b) => a - b)
  const heading = [
    'growth of the median, ms',
    ...sizes.map((labs) => labs.toLocaleString('en-US')),
    'times',
    'allowed',
    '',
  ]
  const failed: string[] = []
  const lines = series.map((each) => {
    const { times, most } = growth(each)
    const missed = times > most
    if (missed && each.grows.floor === undefined)
      failed.push(`${each.name} grows ${times.toFixed(2)} times > ${most.toFixed(1)}`)
    const verdict = !missed ? 'met' : each.grows.floor === undefined ? '**missed**' : each.grows.floor
    const points = sizes.map((labs) => each.points.find((point) => point.labs === labs)?.ms.toFixed(2) ?? '')
    return [each.name, ...points, times.toFixed(2), most.toFixed(1), verdict]
  })
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return { table: [line(heading), line(heading.map(() => '---')), ...lines.map(line)].join('\n'), failed }
}

const CHART = { width: 560, height: 420, left: 60, right: 250, top: 40, bottom: 40 }
const COLOURS = [
  '#1c7ed6',
  '#e8590c',
  '#2f9e44',
  '#ae3ec9',
  '#c92a2a',
  '#0b7285',
  '#862e9c',
  '#5c940d',
  '#495057',
  '#d6336c',
]
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Both axes logarithmic: flat is flat, n log n is a little steeper than the diagonal. */
function chart(title: string, series: readonly Series[], x0: number): string {
  const { width, height, left, top, bottom } = CHART
  if (series.length === 0) return ''
  const all = series.flatMap(({ points }) => points)
  const [fewest, most] = [Math.min(...all.map(({ labs }) => labs)), Math.max(...all.map(({ labs }) => labs))]
  const low = Math.floor(Math.log10(Math.max(0.01, Math.min(...all.map(({ ms }) => ms)))))
  const high = Math.ceil(Math.log10(Math.max(...all.map(({ ms }) => ms)) * 1.01))
  const x = (labs: number): number => x0 + left + ((width - left) * Math.log(labs / fewest)) / Math.log(most / fewest)
  const y = (ms: number): number =>
    top + ((height - top - bottom) * (high - Math.log10(Math.max(ms, 10 ** low)))) / Math.max(1, high - low)
  const grid = Array.from({ length: high - low + 1 }, (_, at) => {
    const ms = 10 ** (low + at)
    return `<line x1="${x(fewest)}" x2="${x(most)}" y1="${y(ms)}" y2="${y(ms)}" stroke="#dee2e6"/><text x="${x(fewest) - 6}" y="${y(ms) + 4}" text-anchor="end">${ms} ms</text>`
  })
  const sizes = [...new Set(all.map(({ labs }) => labs))].map(
    (labs) =>
      `<text x="${x(labs)}" y="${height - bottom + 20}" text-anchor="middle">${labs.toLocaleString('en-US')}</text>`,
  )
  const drawn = series.toSorted((a, b) => b.points.at(-1)!.ms - a.points.at(-1)!.ms)
  const step = Math.min(18, (height - top) / drawn.length)
  const lines = drawn.map(({ name, points }, at) => {
    const colour = COLOURS[at % COLOURS.length]!
    const label = top + step * at
    const path = points.map(({ labs, ms }) => `${x(labs).toFixed(1)},${y(ms).toFixed(1)}`).join(' ')
    const end = points.at(-1)!
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.5"/><line x1="${x(most) + 4}" y1="${y(end.ms).toFixed(1)}" x2="${x(most) + 18}" y2="${label}" stroke="${colour}" stroke-width="0.7"/><text x="${x(most) + 22}" y="${label + 4}" fill="${colour}">${escaped(name)} ${end.ms.toFixed(1)}</text>`
  })
  const heading = `<text x="${x0 + left}" y="20" font-size="14" font-weight="bold">${escaped(title)}</text>`
  return `${heading}${grid.join('')}${sizes.join('')}${lines.join('')}`
}

export function plot(series: readonly Series[]): string {
  const { width, height, right } = CHART
  const of = (as: Growth['as']): Series[] => series.filter(({ grows }) => grows.as === as)
  const whole = 2 * (width + right)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${height}" width="${whole}" height="${height}" font-family="sans-serif" font-size="11">
<rect width="100%" height="100%" fill="#fff"/>
${chart('Calls: median by laboratories in the register', of('flat'), 0)}
${chart('Jobs: median by laboratories in the register', of('job'), width + right)}
</svg>
`
}
