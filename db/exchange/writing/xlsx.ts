// A workbook of Excel, written in a stream: the sheets first, then what speaks of them. Its dress: header frozen and repeated on paper,
// filter over all columns, A4 landscape one page wide. Text cells carry the text format, so that what is typed there later stays text.
import { headerLine, xml, type BookOut, type SheetOut } from './book'
import { sheetXml, type SheetEnd } from './xlsx-sheet'
import { HEAD, MAIN, STYLES } from './xlsx-styles'
import { zipChunks, type ZipEntry } from './zip'

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export function xlsxChunks(book: BookOut): AsyncGenerator<Uint8Array, void, undefined> {
  return zipChunks(xlsxParts(book))
}

/** The parts of the zip, in order; each is made when it is read. */
export function* xlsxParts(book: BookOut): Generator<ZipEntry, void, undefined> {
  const ends: SheetEnd[] = []
  const { sheets } = book
  const one = (name: string, text: () => string): ZipEntry => ({ name, content: () => [HEAD + text()] })
  yield one('[Content_Types].xml', () => contentTypes(sheets.length))
  yield one('_rels/.rels', () => RELS)
  for (const [at, sheet] of sheets.entries())
    yield { name: `xl/worksheets/sheet${at + 1}.xml`, content: () => sheetXml(sheet, at === 0, ends) }
  yield { name: 'xl/styles.xml', content: () => [STYLES] }
  yield one('xl/workbook.xml', () => workbook(sheets, ends))
  yield one('xl/_rels/workbook.xml.rels', () => workbookRels(sheets.length))
  yield one('docProps/core.xml', () => core(book))
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1)

const contentTypes = (count: number): string =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${numbers(
    count,
  )
    .map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPE}.worksheet+xml"/>`)
    .join(
      '',
    )}<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const RELS = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const workbookRels = (count: number): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${numbers(count)
    .map((at) => `<Relationship Id="rId${at}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at}.xml"/>`)
    .join('')}<Relationship Id="rId${count + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`

const core = ({ title, creator }: BookOut): string =>
  `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title><dc:creator>${xml(creator)}</dc:creator></cp:coreProperties>`

function workbook(sheets: readonly SheetOut[], ends: readonly SheetEnd[]): string {
  const listed = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${xml(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  )
  // names of one kind stand together, as Excel itself writes them
  const shown = [...sheets.entries()].filter(([, { hidden }]) => !hidden)
  const own = ({ name }: SheetOut): string => `'${xml(name.replaceAll("'", "''"))}'`
  const filters = shown.map(
    ([at, sheet]) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${own(sheet)}!${ends[at]?.filter ?? '$A$1'}</definedName>`,
  )
  const titles = shown.map(([at, sheet]) => {
    const line = headerLine(sheet.above)
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${own(sheet)}!$${line}:$${line}</definedName>`
  })
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${listed.join('')}</sheets><definedNames>${[...filters, ...titles].join('')}</definedNames></workbook>`
}
