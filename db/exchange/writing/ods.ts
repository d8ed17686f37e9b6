// A workbook of OpenDocument, in a stream, in the same dress as the one of Excel: header frozen, filtered and repeated on paper, days as days,
// texts in the text format, A4 landscape with page numbers.
import { formatDate } from '../../model/dates/partial'
import { isDay, type Cell } from '../cells'
import { headerLine, xml, type BookOut, type OutLine, type SheetOut } from './book'
import { automaticStyles, cellStyle, columnStyle, MIMETYPE, NAMESPACES, pageStyles } from './ods-styles'
import { columnLetters } from './xlsx-sheet'
import { zipChunks, type ZipEntry } from './zip'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

export function odsChunks(book: BookOut): AsyncGenerator<Uint8Array, void, undefined> {
  return zipChunks(parts(book))
}

function* parts(book: BookOut): Generator<ZipEntry, void, undefined> {
  yield { name: 'mimetype', content: () => [MIMETYPE], stored: true }
  yield { name: 'content.xml', content: () => content(book) }
  yield { name: 'styles.xml', content: () => [HEAD + pageStyles(book.sheets[0]?.foot?.() ?? '')] }
  yield { name: 'meta.xml', content: () => [HEAD + meta(book)] }
  yield { name: 'settings.xml', content: () => [HEAD + settings(book.sheets)] }
  yield { name: 'META-INF/manifest.xml', content: () => [HEAD + MANIFEST] }
}

const MANIFEST = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIMETYPE}"/>${[
  'content.xml',
  'styles.xml',
  'meta.xml',
  'settings.xml',
]
  .map((path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`)
  .join('')}</manifest:manifest>`

const meta = ({ title, creator }: BookOut): string =>
  `<office:document-meta ${NAMESPACES} office:version="1.3"><office:meta><dc:title>${xml(title)}</dc:title><dc:creator>${xml(creator)}</dc:creator></office:meta></office:document-meta>`

function* content(book: BookOut): Generator<string, void, undefined> {
  yield `${HEAD}<office:document-content ${NAMESPACES} office:version="1.3">${automaticStyles(book.sheets)}<office:body><office:spreadsheet>`
  const filters: string[] = []
  for (const [at, sheet] of book.sheets.entries()) {
    const last = yield* table(sheet, at)
    if (sheet.hidden) continue
    const name = `'${sheet.name.replaceAll("'", "''")}'`
    const range = `${name}.A${headerLine(sheet.above)}:${name}.${columnLetters(sheet.columns.length - 1)}${last}`
    filters.push(
      `<table:database-range table:name="__Anonymous_Sheet_DB__${at}" table:target-range-address="${xml(range)}" table:display-filter-buttons="true"/>`,
    )
  }
  yield `<table:database-ranges>${filters.join('')}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`
}

/** Returns the number of its last line. */
function* table(sheet: SheetOut, place: number): Generator<string, number, undefined> {
  const { columns, above, hidden } = sheet
  yield `<table:table table:name="${xml(sheet.name)}" table:style-name="${hidden ? 'unseen' : 'sheet'}">`
  for (const [at, column] of columns.entries())
    yield `<table:table-column table:style-name="${columnStyle(place, at)}" table:default-cell-style-name="${cellStyle[column.kind]}"${column.hidden ? ' table:visibility="collapse"' : ''}/>`
  for (const [at, text] of above.entries()) yield rowOf(textCell(at === 0 ? 'title' : 'above', text))
  if (above.length > 0) yield rowOf('<table:table-cell table:style-name="above"/>')
  yield `<table:table-header-rows>${rowOf(columns.map(({ heading }) => textCell('header', heading)).join(''))}</table:table-header-rows>`
  let line = headerLine(above)
  let under: 'open' | 'closed' | undefined
  for (const each of sheet.lines) {
    line += 1
    const next = 'heading' in each ? undefined : each.under
    if (next !== under) {
      yield `${under === undefined ? '' : '</table:table-row-group>'}${next === undefined ? '' : `<table:table-row-group${next === 'closed' ? ' table:display="false"' : ''}>`}`
      under = next
    }
    yield lineXml(each, columns)
  }
  yield `${under === undefined ? '' : '</table:table-row-group>'}</table:table>`
  return line
}

const rowOf = (cells: string): string => `<table:table-row table:style-name="row">${cells}</table:table-row>`

function lineXml(line: OutLine, columns: SheetOut['columns']): string {
  if ('heading' in line)
    return rowOf(
      `${textCell('group', line.heading)}${'<table:table-cell table:style-name="group"/>'.repeat(columns.length - 1)}`,
    )
  let cells = ''
  for (let at = 0; at < line.cells.length; at += 1)
    cells += cellXml(cellStyle[columns[at]?.kind ?? 'text'], line.cells[at] ?? null)
  const hide = line.under === 'closed' ? ' table:visibility="collapse"' : ''
  return `<table:table-row table:style-name="row"${hide}>${cells}</table:table-row>`
}

function cellXml(style: string, cell: Cell): string {
  const start = `<table:table-cell table:style-name="${style}"`
  if (cell === null || cell === '') return `${start}/>`
  if (typeof cell === 'string') return textCell(style, cell)
  if (typeof cell === 'boolean')
    return `${start} office:value-type="boolean" office:boolean-value="${cell}"><text:p>${cell ? 'TRUE' : 'FALSE'}</text:p></table:table-cell>`
  if (isDay(cell))
    return `${start} office:value-type="date" office:date-value="${cell.day}"><text:p>${formatDate(cell.day)}</text:p></table:table-cell>`
  return `${start} office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`
}

const textCell = (style: string, text: string): string =>
  `<table:table-cell table:style-name="${style}" office:value-type="string">${paragraphs(text)}</table:table-cell>`

/** Spaces side by side and tabs have elements of their own; a line of the text is a paragraph. */
function paragraphs(text: string): string {
  const safe = xml(text)
  if (!/[\n\t]| {2}|^ | $/.test(safe)) return `<text:p>${safe}</text:p>`
  return safe
    .split('\n')
    .map((line) => {
      const spaced = line
        .replaceAll(/ {2,}|^ | $/g, (run) => `<text:s text:c="${run.length}"/>`)
        .replaceAll('\t', '<text:tab/>')
      return `<text:p>${spaced}</text:p>`
    })
    .join('')
}

const item = (name: string, type: string, value: string | number): string =>
  `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`

/** Where each sheet is frozen. */
function settings(sheets: readonly SheetOut[]): string {
  const frozen = sheets
    .filter(({ hidden }) => !hidden)
    .map(({ name, above }) => {
      const line = headerLine(above)
      return `<config:config-item-map-entry config:name="${xml(name)}">${[
        item('HorizontalSplitMode', 'short', 0),
        item('VerticalSplitMode', 'short', 2),
        item('VerticalSplitPosition', 'int', line),
        item('ActiveSplitRange', 'short', 2),
        item('PositionTop', 'int', 0),
        item('PositionBottom', 'int', line),
      ].join('')}</config:config-item-map-entry>`
    })
  return `<office:document-settings ${NAMESPACES} office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${frozen.join('')}</config:config-item-map-named>${item('ActiveTable', 'string', xml(sheets[0]?.name ?? ''))}</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`
}
