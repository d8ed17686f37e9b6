// A grouped grid: its lines are headings and, under the open ones, rows. Rows keep the index they have in the whole list, where those of
// one group follow each other; a closed group only hides its own.
import { useCallback, useMemo } from 'react'

export interface GridGroup {
  key: string
  label: string
  /** rows of it */
  count: number
  /** the count in words: “12 phòng” */
  words: string
}

export interface Grouping {
  /** in the order of the rows */
  groups: readonly GridGroup[]
  /** keys of those whose rows are hidden */
  closed: ReadonlySet<string>
  onClosed: (closed: ReadonlySet<string>) => void
  /** records of the list, each once, closed groups too: what “all” of them means */
  total: number
  /** rows on the screen, by index in the whole list; load them */
  onIndices?: (indices: readonly number[]) => void
}

export class Heading {
  constructor(
    readonly group: GridGroup,
    readonly isOpen: boolean,
  ) {}
}

export type Line<Row> = Row | Heading

interface Section {
  heading: Heading
  /** line of the heading */
  line: number
  /** index of its first row */
  first: number
}

export interface Lines<Row> {
  count: number
  lineAt: (line: number) => Line<Row> | undefined
  keyOf: (line: Line<Row>) => string
  onRange: ((start: number, end: number) => void) | undefined
  loadLines: ((start: number, end: number) => Promise<readonly Row[]>) | undefined
  /** all rows, hidden ones too; undefined: none is hidden */
  loadAll: (() => Promise<readonly Row[]>) | undefined
  toggle: (heading: Heading) => void
  /** line of the heading under which the line stands */
  headingOf: (line: number) => number
}

export interface LinesSource<Row> {
  count: number
  rowAt: (index: number) => Row | undefined
  rowKey: (row: Row) => string
  onRange?: ((start: number, end: number) => void) | undefined
  loadRows?: ((start: number, end: number) => Promise<readonly Row[]>) | undefined
  grouping?: Grouping | undefined
}

function sectionsOf({ groups, closed }: Grouping): { sections: Section[]; count: number } {
  const sections: Section[] = []
  let line = 0
  let first = 0
  for (const group of groups) {
    const isOpen = !closed.has(group.key)
    sections.push({ heading: new Heading(group, isOpen), line, first })
    line += 1 + (isOpen ? group.count : 0)
    first += group.count
  }
  return { sections, count: line }
}

/** The last section that begins at or before the line. */
function sectionAt(sections: readonly Section[], line: number): Section | undefined {
  let [low, high] = [0, sections.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sections[middle]?.line ?? 0) <= line) low = middle + 1
    else high = middle
  }
  return sections[low - 1]
}

/** Stretches of rows that follow each other in the whole list, of the lines from `start` to `end`. */
function stretches(sections: readonly Section[], start: number, end: number): [first: number, last: number][] {
  const found: [number, number][] = []
  for (const { heading, line, first } of sections) {
    if (line > end || !heading.isOpen) continue
    const from = first + Math.max(0, start - line - 1)
    const to = first + Math.min(heading.group.count, end - line) - 1
    const last = found.at(-1)
    if (to < from) continue
    if (last !== undefined && last[1] + 1 === from) last[1] = to
    else found.push([from, to])
  }
  return found
}

const every = ([from, to]: [number, number]): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** The lines of a grid; without a grouping they are its rows. */
export function useGridLines<Row>(source: LinesSource<Row>): Lines<Row> {
  const { count, rowAt, rowKey, onRange, loadRows, grouping } = source
  const groups = grouping?.groups
  const closed = grouping?.closed
  const onIndices = grouping?.onIndices
  const grouped = useMemo(
    () => (groups === undefined || closed === undefined ? null : sectionsOf({ groups, closed } as Grouping)),
    [groups, closed],
  )
  const lineAt = useCallback(
    (line: number): Line<Row> | undefined => {
      if (grouped === null) return rowAt(line)
      const section = line < 0 || line >= grouped.count ? undefined : sectionAt(grouped.sections, line)
      if (section === undefined) return undefined
      return line === section.line ? section.heading : rowAt(section.first + line - section.line - 1)
    },
    [grouped, rowAt],
  )
  const onLines = useCallback(
    (start: number, end: number) =>
      onIndices?.(grouped === null ? [] : stretches(grouped.sections, start, end).flatMap(every)),
    [grouped, onIndices],
  )
  if (grouped === null || grouping === undefined) {
    const plain = { count, lineAt, keyOf: rowKey as Lines<Row>['keyOf'], onRange, loadLines: loadRows }
    return { ...plain, loadAll: undefined, toggle: () => undefined, headingOf: () => -1 }
  }
  return {
    count: grouped.count,
    lineAt,
    keyOf: (line) => (line instanceof Heading ? `group ${line.group.key}` : rowKey(line)),
    onRange: onLines,
    loadLines:
      loadRows &&
      (async (start, end) =>
        (await Promise.all(stretches(grouped.sections, start, end).map(([from, to]) => loadRows(from, to)))).flat()),
    loadAll: loadRows && grouping.closed.size > 0 ? () => loadRows(0, count - 1) : undefined,
    toggle: ({ group, isOpen }) =>
      grouping.onClosed(
        new Set(isOpen ? [...grouping.closed, group.key] : [...grouping.closed].filter((key) => key !== group.key)),
      ),
    headingOf: (line) => sectionAt(grouped.sections, line)?.line ?? -1,
  }
}

/** A selection without the headings that lie between its rows. */
export function rowsOnly<Row>(selected: ReadonlyMap<string, Line<Row>>): ReadonlyMap<string, Row> {
  return new Map([...selected].filter((entry): entry is [string, Row] => !(entry[1] instanceof Heading)))
}
