// What an exported file says of itself, to be held against it later: on a hidden sheet of a workbook, on the last line of a text.
import { GROUP_MARK, type OutLine, type SheetColumn, type SheetOut } from './book'
import type { ColumnKind } from '../form'
import { textOf, type Cell } from '../cells'
import { MARK_LETTERS, type Seal } from './seal'
import { say, type Language } from '../../model/texts/say'
import type { ExportManifest } from '../../model/shapes/exchange'

/** The first cell of a manifest: nothing else begins so. */
export const MANIFEST = 'so-cong-nhan/ban-ke'
const VERSION = 1

export interface Sealed extends ExportManifest, Seal {
  /** name of the sheet it speaks of */
  sheet: string
  /** kind of each column, by which the cells of a text are read back */
  kinds: readonly ColumnKind[]
}

const letters: Record<ColumnKind, string> = { text: 't', code: 'c', date: 'd', number: 'n' }
const kindOf = (letter: string): ColumnKind =>
  (Object.keys(letters) as ColumnKind[]).find((kind) => letters[kind] === letter) ?? 'text'

const keys = [
  'title',
  'sheet',
  'day',
  'made',
  'app',
  'register',
  'rows',
  'cells',
  'lines',
  'kinds',
  'fingerprint',
  'band',
] as const
type Key = (typeof keys)[number]

const LONGEST = 30_000

function entries(manifest: Sealed): [Key | 'marks', string][] {
  const values: Record<Key, string> = {
    title: manifest.title,
    sheet: manifest.sheet,
    day: manifest.day,
    made: manifest.made,
    app: manifest.app,
    register: manifest.register,
    rows: String(manifest.rows),
    cells: String(manifest.cells),
    lines: String(manifest.lines),
    kinds: manifest.kinds.map((kind) => letters[kind]).join(''),
    fingerprint: manifest.fingerprint,
    band: String(manifest.band),
  }
  const marks = Array.from({ length: Math.ceil(manifest.marks.length / LONGEST) }, (_, at): ['marks', string] => [
    'marks',
    manifest.marks.slice(at * LONGEST, (at + 1) * LONGEST),
  ])
  return [...keys.map((key): [Key, string] => [key, values[key]]), ...marks]
}

const text = (width: number): SheetColumn => ({ heading: '', kind: 'text', width, hidden: false })

/** The hidden sheet: key, value and what it means. `manifest` is asked when the sheet before it is written. */
export function manifestSheet(language: Language, manifest: () => Sealed): SheetOut {
  return {
    name: say(language, 'exports.sheetOfManifest'),
    above: [],
    hidden: true,
    columns: [{ ...text(22), heading: MANIFEST }, { ...text(70), heading: String(VERSION) }, text(50)],
    lines: {
      *[Symbol.iterator](): Generator<OutLine, void, undefined> {
        for (const [key, value] of entries(manifest()))
          yield { cells: [key, value, say(language, `exports.manifest.${key}`)] }
      },
    },
  }
}

/** The last line of a text. */
export const manifestLine = (manifest: Sealed): string[] => [
  MANIFEST,
  String(VERSION),
  ...entries(manifest).map(([key, value]) => `${key}=${value}`),
]

export const isManifest = (cells: readonly Cell[]): boolean => cells[0] === MANIFEST

/** In a text, where a list may hold that word itself. */
export const isManifestLine = (cells: readonly Cell[]): boolean =>
  isManifest(cells) && typeof cells[2] === 'string' && cells[2].startsWith('title=')

/** From the lines of either form, the first being the one that begins with MANIFEST. Null: it is not whole. */
export function readManifest(lines: readonly (readonly Cell[])[]): Sealed | null {
  const [first, ...rest] = lines
  if (first === undefined || textOf(first[1] ?? null) !== String(VERSION)) return null
  const pairs =
    first.length > 3
      ? first.slice(2).map((cell) => pairOf(textOf(cell) ?? ''))
      : rest.map((cells) => [textOf(cells[0] ?? null) ?? '', textOf(cells[1] ?? null) ?? ''] as const)
  const of = (key: Key): string => pairs.find(([name]) => name === key)?.[1] ?? ''
  const kinds = Array.from(of('kinds'), kindOf)
  const number = (key: Key): number => Number.parseInt(of(key), 10)
  const found: Sealed = {
    title: of('title'),
    sheet: of('sheet'),
    day: of('day'),
    made: of('made'),
    app: of('app'),
    register: of('register'),
    rows: number('rows'),
    cells: number('cells'),
    lines: number('lines'),
    band: number('band'),
    kinds,
    fingerprint: of('fingerprint'),
    marks: pairs.flatMap(([name, value]) => (name === 'marks' ? [value] : [])).join(''),
  }
  return isWhole(found) ? found : null
}

function pairOf(field: string): readonly [string, string] {
  const at = field.indexOf('=')
  return [field.slice(0, at), field.slice(at + 1)]
}

function isWhole({ fingerprint, rows, cells, lines, band, kinds, marks }: Sealed): boolean {
  const counted = [rows, cells, lines, band].every((number) => Number.isSafeInteger(number) && number >= 0)
  return (
    counted &&
    band > 0 &&
    /^[0-9a-f]{64}$/.test(fingerprint) &&
    marks.length === Math.ceil(lines / band) * kinds.length * MARK_LETTERS
  )
}

/** Cells a workbook has marks for, and a text, whose marks have to fit one field. */
const MOST_MARKS = { book: 400_000, text: LONGEST / MARK_LETTERS }

/** One line a band where that is not too much. */
export const bandFor = (room: keyof typeof MOST_MARKS, lines: number, columns: number): number =>
  Math.max(1, Math.ceil(lines / Math.max(1, Math.floor(MOST_MARKS[room] / columns))))

export const groupHeading = (label: string, words: string): string => `${GROUP_MARK}${label} (${words})`
