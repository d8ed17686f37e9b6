// Holds an exported list against its own manifest: as it was exported, in another order, or which cells are no longer what was written.
// What stood there before is not known: the manifest keeps marks, not values.
import { basename } from 'node:path'
import type { Job } from '../jobs/job'
import type { ExportCheck, ExportDifference } from '../model/shapes/exchange'
import type { Language } from '../model/texts/say'
import { fingerprint } from '../store/log'
import { textOf, type Cell } from './cells'
import { withSnapshot } from './connection'
import { readExported } from './export-file'
import { limits, type Limits } from './limits'
import { alignment } from './writing/align'
import type { Sealed } from './writing/manifest'
import { MARK_LETTERS, sealer } from './writing/seal'
import { columnLetters } from './writing/xlsx-sheet'

export interface CheckJob {
  path: string
  /** the register that is open */
  register: string
  language: Language
}

const MOST_SHOWN = 200

export async function checkExport(
  { path, register }: CheckJob,
  watch: Job,
  most: Limits = limits,
): Promise<ExportCheck> {
  const file = basename(path).normalize('NFC')
  const read = await readExported(path, most)
  watch.check()
  if (read === null) return { file, verdict: 'no_manifest', manifest: null, register: null, differences: [], more: 0 }
  const { sealed, lines } = read
  const now = await withSnapshot(register, fingerprint)
  const found = compare(sealed, lines)
  const { title, day, made, app, rows, cells } = sealed
  return {
    file,
    manifest: { title, day, made, app, rows, cells, register: sealed.register, fingerprint: sealed.fingerprint },
    register: now === sealed.register ? 'same' : 'changed',
    ...found,
  }
}

type Compared = Pick<ExportCheck, 'verdict' | 'differences' | 'more'>

function compare(sealed: Sealed, lines: readonly (readonly Cell[])[]): Compared {
  const columns = sealed.kinds.length
  const whole = sealer(columns, sealed.band)
  for (const line of lines) whole.add(line)
  const present = whole.close()
  const extra = beyond(lines, columns)
  if (present.fingerprint === sealed.fingerprint && extra.length === 0)
    return { verdict: 'as_exported', differences: [], more: 0 }
  const [before, after] = [bands(sealed.marks, columns), bands(present.marks, columns)]
  if (extra.length === 0 && before.length === after.length && sameSet(before, after))
    return { verdict: 'reordered', differences: [], more: 0 }
  const differences = [...differencesOf({ sealed, before, after, lines }), ...extra]
  return {
    verdict: 'differs',
    differences: differences.slice(0, MOST_SHOWN),
    more: Math.max(0, differences.length - MOST_SHOWN),
  }
}

/** Marks of one band each. */
function bands(marks: string, columns: number): string[] {
  const length = columns * MARK_LETTERS
  return Array.from({ length: marks.length / length }, (_, at) => marks.slice(at * length, (at + 1) * length))
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join() === other.toSorted().join()

interface Sides {
  sealed: Sealed
  before: readonly string[]
  after: readonly string[]
  lines: readonly (readonly Cell[])[]
}

function* differencesOf({ sealed, before, after, lines }: Sides): Generator<ExportDifference, void, undefined> {
  const { band, kinds } = sealed
  const headings = headingsOf(lines, kinds.length)
  const place = (at: number): Pick<ExportDifference, 'line' | 'lastLine'> => ({
    line: at * band + 1,
    lastLine: Math.min((at + 1) * band, Math.max(sealed.lines, lines.length)),
  })
  for (const step of alignment(before, after)) {
    if (step.kind !== 'changed') {
      yield {
        kind: step.kind === 'gone' ? 'line_missing' : 'line_added',
        ...place(step.at),
        column: null,
        heading: null,
        found: null,
      }
      continue
    }
    const [own, other] = [before[step.from]!, after[step.at]!]
    for (const column of kinds.keys()) {
      const mark = (marks: string): string => marks.slice(column * MARK_LETTERS, (column + 1) * MARK_LETTERS)
      if (mark(own) === mark(other)) continue
      yield {
        kind: 'cell',
        ...place(step.at),
        column: columnLetters(column),
        heading: headings[column] ?? null,
        found: band === 1 ? textOf(lines[step.at]?.[column] ?? null) : null,
      }
    }
  }
}

/** What has been written to the right of the list. */
function beyond(lines: readonly (readonly Cell[])[], columns: number): ExportDifference[] {
  return lines.flatMap((cells, at) =>
    cells.flatMap((cell, column) => {
      const found = column < columns ? null : textOf(cell)
      if (found === null) return []
      return [
        { kind: 'cell' as const, line: at + 1, lastLine: at + 1, column: columnLetters(column), heading: null, found },
      ]
    }),
  )
}

/** The headings as they stand: the first line with every column filled, as those above the header never are. */
function headingsOf(lines: readonly (readonly Cell[])[], columns: number): (string | null)[] {
  const header = lines
    .slice(0, 20)
    .find((cells) =>
      Array.from({ length: columns }, (_, at) => textOf(cells[at] ?? null)).every((text) => text !== null),
    )
  return (header ?? []).map((cell) => textOf(cell))
}
