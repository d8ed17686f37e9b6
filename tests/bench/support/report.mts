// Tells what the measures found: `node report.js PARTS FOLDER all|some`. With `some` the rows of the other measures stay as they were.
import { readFileSync, readdirSync, writeFileSync, existsSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { growthOf, growthRows, plot } from './growth'
import { misses, type Row } from './measure'

const [, , parts, folder, whole] = process.argv as string[]

interface Report {
  date: string
  machine: string
  versions: Record<string, string>
  rows: (Row & { measure: string; date: string })[]
}

const sqlite = (): string => {
  const db = new Database(':memory:')
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get()!
  db.close()
  return version
}

const date = new Date().toISOString()
const target = join(folder!, 'bench.json')
const before = existsSync(target) ? (JSON.parse(readFileSync(target, 'utf8')) as Report) : null
const fresh = readdirSync(parts!).map((file) => ({
  measure: file.replace('.json', ''),
  rows: JSON.parse(readFileSync(join(parts!, file), 'utf8')) as Row[],
}))
const asked = new Set(fresh.map(({ measure }) => measure))
const kept = whole === 'all' ? [] : (before?.rows ?? []).filter(({ measure }) => !asked.has(measure))
const rows = [...kept, ...fresh.flatMap(({ measure, rows: own }) => own.map((row) => ({ measure, date, ...row })))]
rows.sort((a, b) => (a.measure < b.measure ? -1 : a.measure > b.measure ? 1 : 0))

const number = (value: number | null): string =>
  value === null ? '' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
const count = (value: number | null): string => value?.toLocaleString('en-US') ?? ''
const wanted = ({ limit, unit }: Row): string =>
  [
    ...(limit.ratio === undefined ? [] : [`ratio ${limit.ratio}`]),
    ...(limit.p50 === undefined ? [] : [`p50 ${count(limit.p50)} ${unit}`]),
    ...(limit.p99 === undefined ? [] : [`p99 ${limit.p99} ${unit}`]),
    ...(limit.rss === undefined ? [] : [`${limit.rss} MB`]),
  ].join(', ')
const verdict = (row: Row): string => {
  const missed = misses(row)
  if (missed.length === 0) return Object.keys(row.limit).length === 0 ? '' : 'met'
  return row.floor === undefined ? `**missed** (${missed.join(', ')})` : `floor (${missed.join(', ')}): ${row.floor}`
}
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const heading = [
  'measure',
  'labs',
  'ours p50',
  'p99',
  'reference p50',
  'ratio',
  'against',
  'RSS MB',
  'rows',
  'limit',
  '',
]
const table = [
  line(heading),
  line(heading.map((_, at) => (at > 0 && at < 6 ? '--:' : '---'))),
  ...rows.map((row) =>
    line([
      row.name,
      count(row.labs),
      `${number(row.ours)} ${row.unit}`,
      number(row.p99),
      number(row.reference),
      number(row.ratio),
      row.against ?? '',
      row.rss.toFixed(0),
      count(row.rows),
      wanted(row),
      verdict(row),
    ]),
  ),
].join('\n')
const series = growthOf(rows)
const growth = growthRows(series)

const report: Report = {
  date,
  machine: `${cpus()[0]!.model}, ${cpus().length} processors, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${process.platform}`,
  versions: { node: process.versions.node, v8: process.versions.v8, sqlite: sqlite() },
  rows,
}
const about = `${date.slice(0, 16).replace('T', ' ')} UTC; ${report.machine}; ${Object.entries(report.versions)
  .map(([name, version]) => `${name} ${version}`)
  .join(', ')}.`
const shown = `${about}\n\n${table}\n\n${growth.table}`
console.log(shown)
writeFileSync(target, `${JSON.stringify(report, null, 1)}\n`)
writeFileSync(join(folder!, 'growth.svg'), plot(series))
const readme = join(folder!, 'README.md')
const [start, end] = ['<!-- what `npm run bench` found -->', '<!-- end -->']
const text = readFileSync(readme, 'utf8')
writeFileSync(
  readme,
  `${text.slice(0, text.indexOf(start) + start.length)}\n\n${shown}\n\n${text.slice(text.indexOf(end))}`,
)
const failed = rows.filter((row) => asked.has(row.measure) && row.floor === undefined && misses(row).length > 0)
for (const row of failed) console.error(`${row.name} (${row.labs ?? ''}): ${misses(row).join(', ')}`)
for (const text of growth.failed) console.error(text)
if (failed.length > 0 || growth.failed.length > 0) process.exitCode = 1
