// The dress of a workbook of OpenDocument: styles of columns, cells and the page.
import type { ColumnKind } from '../form'
import { dress, xml, type SheetOut } from './book'

export const MIMETYPE = 'application/vnd.oasis.opendocument.spreadsheet'

const space = (name: string): string => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`
const compatible = (short: string, name: string): string =>
  `xmlns:${short}="urn:oasis:names:tc:opendocument:xmlns:${name}-compatible:1.0"`
export const NAMESPACES = [
  ...['office', 'style', 'text', 'table', 'meta', 'config'].map(space),
  'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  compatible('fo', 'xsl-fo'),
  compatible('svg', 'svg'),
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
].join(' ')

export const cellStyle: Record<ColumnKind, string> = { text: 'words', code: 'words', date: 'day', number: 'number' }
export const columnStyle = (sheet: number, at: number): string => `co${sheet}-${at}`

/** centimetres a letter of the default font is wide, as spreadsheet programs count widths of columns */
const LETTER = 0.193
const { font, titleSize, headerFill, groupFill, margins } = dress

const FONT = `<office:font-face-decls><style:font-face style:name="${font.name}" svg:font-family="${font.name}"/></office:font-face-decls>`
const text = (size: number, bold: boolean): string =>
  `<style:text-properties style:font-name="${font.name}" fo:font-size="${size}pt"${bold ? ' fo:font-weight="bold"' : ''}/>`
const cell = (name: string, data: string, properties: string, words = text(font.size, false)): string =>
  `<style:style style:name="${name}" style:family="table-cell"${data ? ` style:data-style-name="${data}"` : ''}><style:table-cell-properties ${properties}/>${words}</style:style>`

const CELLS = `<number:text-style style:name="N-text"><number:text-content/></number:text-style>
<number:date-style style:name="N-day"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
${cell('words', 'N-text', 'style:vertical-align="top" fo:wrap-option="wrap"')}
${cell('day', 'N-day', 'style:vertical-align="top"').replace('<style:text-properties', '<style:paragraph-properties fo:text-align="start"/><style:text-properties')}
${cell('number', '', 'style:vertical-align="top"')}
${cell('header', 'N-text', `style:vertical-align="middle" fo:wrap-option="wrap" fo:background-color="#${headerFill}" fo:border-bottom="0.5pt solid #000000"`, text(font.size, true))}
${cell('title', 'N-text', 'fo:wrap-option="no-wrap"', text(titleSize, true))}
${cell('above', 'N-text', 'fo:wrap-option="no-wrap"')}
${cell('group', 'N-text', `style:vertical-align="top" fo:background-color="#${groupFill}"`, text(font.size, true))}`

export function automaticStyles(sheets: readonly SheetOut[]): string {
  const columns = sheets.flatMap(({ columns: own }, sheet) =>
    own.map(
      ({ width }, at) =>
        `<style:style style:name="${columnStyle(sheet, at)}" style:family="table-column"><style:table-column-properties style:column-width="${(width * LETTER).toFixed(2)}cm"/></style:style>`,
    ),
  )
  return `${FONT}<office:automatic-styles>${columns.join('')}
<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>
<style:style style:name="sheet" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style>
<style:style style:name="unseen" style:family="table" style:master-page-name="Default"><style:table-properties table:display="false"/></style:style>
${CELLS}</office:automatic-styles>`
}

/** A4 landscape, one page wide, page numbers in the middle below, `foot` at the left. */
export function pageStyles(foot: string): string {
  const page = '<text:page-number>1</text:page-number>/<text:page-count>99</text:page-count>'
  return `<office:document-styles ${NAMESPACES} office:version="1.3">${FONT}<office:styles><style:default-style style:family="table-cell">${text(font.size, false)}</style:default-style></office:styles>
<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin-top="${margins.top}in" fo:margin-bottom="${margins.bottom / 2}in" fo:margin-left="${margins.side}in" fo:margin-right="${margins.side}in" style:scale-to-X="1" style:scale-to-Y="0"/><style:header-style/><style:footer-style><style:header-footer-properties fo:min-height="0.75cm" fo:margin-top="0.25cm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"><style:header style:display="false"/><style:footer><style:region-left><text:p>${xml(foot)}</text:p></style:region-left><style:region-center><text:p>${page}</text:p></style:region-center></style:footer></style:master-page></office:master-styles></office:document-styles>`
}
