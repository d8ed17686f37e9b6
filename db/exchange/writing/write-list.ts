// One list into one file, whatever its format: what stands above it, its lines as they come, and the manifest. Nothing is held but the line at hand.
import { basename } from 'node:path'
import type { Job } from '../../jobs/job'
import type { ExportedList } from '../../model/shapes/exchange'
import { say, type Language } from '../../model/texts/say'
import type { Cell } from '../cells'
import { csvLines, type CsvLine } from '../csv'
import { writeFileWhole } from '../write-file'
import { headerLine, type BookOut, type OutLine, type SheetColumn, type SheetOut } from './book'
import { bandFor, manifestLine, manifestSheet, type Sealed } from './manifest'
import { odsChunks } from './ods'
import { sealer } from './seal'
import { xlsxChunks } from './xlsx'

export type ListFormat = 'xlsx' | 'ods' | 'csv'

export interface ListOut {
  title: string
  /** lines under the title */
  about: readonly string[]
  columns: readonly SheetColumn[]
  lines: Iterable<OutLine>
  /** how many lines there will be, headings of groups too */
  total: number
  /** as-of day, instant of writing, version of the program, fingerprint of the register */
  of: { day: string; made: string; app: string; register: string }
  language: Language
}

export async function writeList(
  list: ListOut,
  { path, format }: { path: string; format: ListFormat },
  watch: Job,
): Promise<ExportedList> {
  const { language, title } = list
  const above = [title, ...list.about]
  const sealing = sealedLines(list, above, format, watch)
  const main: SheetOut = {
    name: say(language, 'exchange.sheet'),
    above,
    columns: list.columns,
    lines: sealing.lines,
    foot: () => foot(language, sealing.manifest()),
  }
  const book: BookOut = {
    sheets: [main, manifestSheet(language, sealing.manifest)],
    title,
    creator: say(language, 'menu.app'),
  }
  const chunks =
    format === 'csv'
      ? csvLines(textLines(main, sealing.manifest))
      : format === 'ods'
        ? odsChunks(book)
        : xlsxChunks(book)
  const written = await writeFileWhole(path, chunks, () => watch.check())
  const { rows, cells, fingerprint } = sealing.manifest()
  return { file: basename(path), rows, cells, fingerprint, ...written }
}

/** The lines, sealed as they pass; the manifest is whole when they have. */
function sealedLines(
  list: ListOut,
  above: readonly string[],
  format: ListFormat,
  watch: Job,
): { lines: Iterable<OutLine>; manifest: () => Sealed } {
  const { columns, total, title, of, language } = list
  const width = columns.length
  const band = bandFor(format === 'csv' ? 'text' : 'book', total + headerLine(above), width)
  const seal = sealer(width, band)
  let rows = 0
  let made: Sealed | null = null
  function* lines(): Generator<OutLine, void, undefined> {
    for (const line of above) seal.add([line])
    for (let line = above.length + 1; line < headerLine(above); line += 1) seal.add([])
    seal.add(columns.map(({ heading }) => heading))
    for (const line of list.lines) {
      if ('cells' in line) rows += 1
      seal.add('cells' in line ? line.cells : [line.heading])
      yield line
    }
    watch.check()
    made = {
      ...of,
      ...seal.close(),
      title,
      sheet: say(language, 'exchange.sheet'),
      rows,
      cells: rows * width,
      kinds: columns.map(({ kind }) => kind),
    }
  }
  return {
    lines: { [Symbol.iterator]: lines },
    manifest() {
      if (made === null) throw new Error('the manifest was asked before the lines were written')
      return made
    },
  }
}

function* textLines(sheet: SheetOut, manifest: () => Sealed): Generator<CsvLine, void, undefined> {
  for (const line of sheet.above) yield [line]
  if (sheet.above.length > 0) yield []
  yield sheet.columns.map(({ heading }) => heading)
  for (const line of sheet.lines) yield 'cells' in line ? line.cells : [line.heading]
  yield manifestLine(manifest()) satisfies Cell[]
}

/** At the foot of each page on paper: which file it is a print of. */
const foot = (language: Language, { title, fingerprint }: Sealed): string =>
  say(language, 'exports.foot', { title, fingerprint: shortFingerprint(fingerprint) })

/** The first letters in fours, as people compare them. */
const shortFingerprint = (fingerprint: string): string => (fingerprint.slice(0, 16).match(/.{4}/g) ?? []).join(' ')
