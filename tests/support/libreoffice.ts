// LibreOffice as an independent reader: converts a file with a profile of its own, and reads the cells of a flat OpenDocument sheet.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll } from 'vitest'
import { temporaryFolder } from './register'

// one for a test file: LibreOffice takes longer to make it than to convert
const profile = mkdtempSync(join(tmpdir(), 'scn-office-'))
afterAll(() => rmSync(profile, { recursive: true, force: true }))

/** Converts and returns the path of the new file. `filter`: how the file is to be read, with its options. */
export function convert(file: string, format: 'fods' | 'xlsx' | 'xls' | 'ods' | 'pdf', filter?: string): string {
  const folder = temporaryFolder()
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      ...(filter === undefined ? [] : [`--infilter=${filter}`]),
      '--convert-to',
      format,
      '--outdir',
      folder,
      file,
    ],
    { stdio: 'pipe', timeout: 110_000 },
  )
  return join(folder, `${basename(file, extname(file))}.${format}`)
}

export interface OfficeCell {
  /** `string`, `float`, `date`, … as LibreOffice understood it; null: blank */
  type: string | null
  /** the text, the number or the ISO day */
  value: string
  formula: boolean
}

const BLANK: OfficeCell = { type: null, value: '', formula: false }
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decode = (xml: string): string =>
  xml.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex: string, decimal: string, name: string) =>
    name ? (entities[name] ?? '') : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  )

/** Every row of the first sheet up to its last cell that holds something. */
export function readFods(file: string): OfficeCell[][] {
  const sheet = /<table:table [^]*?<\/table:table>/.exec(readFileSync(file, 'utf8'))![0]
  return repeated(sheet, 'table:table-row').map((row) => withoutTail(repeated(row, 'table:table-cell').map(toCell)))
}

/** The elements of one name, each as often as it says it stands there (not more than a list can hold). */
function repeated(xml: string, name: string): string[] {
  const elements = xml.match(new RegExp(`<${name}(?:\\s[^>]*?)?(?:/>|>[^]*?</${name}>)`, 'g')) ?? []
  return elements.flatMap((element) => {
    const count = Number(/^<[^>]*number-(?:columns|rows)-repeated="(\d+)"/.exec(element)?.[1] ?? 1)
    return Array.from({ length: count > 1_000 ? 1 : count }, () => element)
  })
}

function toCell(element: string): OfficeCell {
  const attribute = (name: string) => new RegExp(`^<[^>]*office:${name}="([^"]*)"`).exec(element)?.[1]
  const type = attribute('value-type') ?? null
  const paragraphs = [...element.matchAll(/<text:p(?:\s[^>]*?)?(?:\/>|>([^]*?)<\/text:p>)/g)].map(([, text = '']) =>
    textOf(text),
  )
  const value =
    type === 'date' ? attribute('date-value') : type === 'float' ? attribute('value') : paragraphs.join('\n')
  return { type, value: value ?? '', formula: /^<[^>]*table:formula=/.test(element) }
}

function textOf(xml: string): string {
  const plain = xml
    .replaceAll(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count?: string) => ' '.repeat(Number(count ?? 1)))
    .replaceAll(/<text:tab\/>/g, '\t')
    .replaceAll(/<text:line-break\/>/g, '\n')
  return decode(plain.replaceAll(/<[^>]+>/g, ''))
}

function withoutTail(cells: OfficeCell[]): OfficeCell[] {
  const last = cells.findLastIndex((cell) => cell.type !== null)
  return cells.slice(0, last + 1).map((cell) => (cell.type === null ? BLANK : cell))
}
