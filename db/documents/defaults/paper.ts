// The pieces of the default templates in the form of Nghị định 30/2020/NĐ-CP: A4, Times New Roman, margins 20–25 above and below, 30–35 left,
// 15–20 right, letterhead, signature, page numbers centred at the top from page 2. Measures in twips (1/20 pt), sizes in half points.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx'

export type Block = Paragraph | Table
export const FONT = 'Times New Roman'
const A4 = { short: 11_906, long: 16_838 }
const MARGIN = { top: 1_134, bottom: 1_134, left: 1_701, right: 851, header: 510, footer: 340 }
export const WIDTH = {
  portrait: A4.short - MARGIN.left - MARGIN.right,
  landscape: A4.long - MARGIN.left - MARGIN.right,
}
export type Orientation = keyof typeof WIDTH

export const size = { body: 28, table: 24, small: 18 } as const
type Style = Omit<IRunOptions, 'text' | 'children'>
type Place = Omit<IParagraphOptions, 'text' | 'children' | 'run'>

/** One paragraph of one run. */
export function line(text: string, style: Style = {}, place: Place = {}): Paragraph {
  return new Paragraph({ ...place, children: [new TextRun({ text, font: FONT, size: size.body, ...style })] })
}

export const centred = (text: string, style: Style = {}, place: Place = {}): Paragraph =>
  line(text, style, { alignment: AlignmentType.CENTER, ...place })
/** Body text: justified, first line set in, as a letter is written. */
export const body = (text: string, style: Style = {}): Paragraph =>
  line(text, style, {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: 720 },
    spacing: { before: 60, after: 60 },
  })
/** A tag that opens or closes a repeated piece stands in a paragraph of its own, which goes away when the paper is filled. */
export const mark = (tag: string): Paragraph => line(`{${tag}}`, { size: size.table })
export const heading = (text: string): Paragraph =>
  line(text, { bold: true }, { spacing: { before: 160, after: 60 }, keepNext: true })
const gap = (times: number): Paragraph[] => Array.from({ length: times }, () => line('', { size: size.body }))

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
} as const

/** A rule in the middle of a column, `length` long. */
function rule(length: number, column: number): Paragraph {
  const side = Math.round((column - length) / 2)
  return new Paragraph({
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 0 } },
    spacing: { before: 60, after: 0, line: 60, lineRule: LineRuleType.EXACT },
    children: [],
  })
}

function columns(widths: readonly number[], cells: readonly Paragraph[][]): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, at) =>
            new TableCell({
              width: { size: widths[at]!, type: WidthType.DXA },
              margins: { left: 40, right: 40 },
              borders: { top: none, bottom: none, left: none, right: none },
              children,
            }),
        ),
      }),
    ],
  })
}

/** Agency above and department with its rule, number (and what it is about, of a letter) on the left; the nation's name and motto, place and date on the right. */
export function letterhead(orientation: Orientation, about: string | null = null): Block[] {
  const right = orientation === 'portrait' ? 5_200 : 7_000
  const left = WIDTH[orientation] - right
  return [
    columns(
      [left, right],
      [
        [
          centred('{co_quan_cap_tren}', { size: 24 }),
          centred('{co_quan}', { size: 26, bold: true }),
          rule(1_300, left - 80),
          centred('{so_ky_hieu}', { size: 26 }, { spacing: { before: 80 } }),
          ...(about === null ? [] : [centred(about, { size: 24 }, { spacing: { before: 40 } })]),
        ],
        [
          centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 24, bold: true }),
          centred('Độc lập - Tự do - Hạnh phúc', { size: 26, bold: true }),
          rule(3_060, right - 80),
          centred('{dia_danh_ngay}', { size: 28, italics: true }, { spacing: { before: 80 } }),
        ],
      ],
    ),
    line('', { size: 16 }),
  ]
}

/** The paper's name and what it is about, with a short rule under it. */
export function title(name: string, about: readonly string[], orientation: Orientation): Block[] {
  return [
    centred(name, { bold: true }, { spacing: { before: 60 } }),
    ...about.map((text) => centred(text, { bold: true })),
    rule(1_500, WIDTH[orientation]),
    line('', { size: 12 }),
  ]
}

/** Who gets the paper and what it was made from, on the left; who signs on the right. */
export function signature(orientation: Orientation): Block[] {
  const left = Math.round(WIDTH[orientation] * 0.48)
  return [
    line('', { size: 20 }),
    columns(
      [left, WIDTH[orientation] - left],
      [
        [
          line('Nơi nhận:', { size: 24, bold: true, italics: true }),
          mark('#noi_nhan'),
          line('{dong}', { size: 22 }),
          mark('/noi_nhan'),
          provenance(),
        ],
        [
          centred('{quyen_han_ky}', { bold: true }, { keepNext: true }),
          ...gap(4),
          centred('{nguoi_ky}', { bold: true }),
        ],
      ],
    ),
  ]
}

/** The state of the register that the figures are from. */
export const provenance = (): Paragraph =>
  line(
    'Lập từ sổ lúc {luc_lap}, sau lần ghi số {lan_ghi}. Vân tay sổ: {van_tay}',
    { size: size.small, italics: true },
    { spacing: { before: 120 } },
  )

/** The rules by which the paper counts. */
export const rules = (): Block[] => [
  line('Cách đếm:', { size: 24, bold: true, italics: true }, { spacing: { before: 160 }, keepNext: true }),
  mark('#quy_tac'),
  line('- {dong}', { size: 22, italics: true }, { alignment: AlignmentType.JUSTIFIED }),
  mark('/quy_tac'),
]

export interface ColumnSpec {
  head: string
  tag: string
  /** share of the width */
  share: number
  align?: 'center' | 'right'
  bold?: true
}

const ink = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const

/** A table with a row for each of `each`; its heading stands on every page. */
export function table(each: string, specs: readonly ColumnSpec[], orientation: Orientation): Block {
  const whole = specs.reduce((sum, { share }) => sum + share, 0)
  const widths = specs.map(({ share }) => Math.round((WIDTH[orientation] * share) / whole))
  const cell = (at: number, text: string, style: Style, align: ColumnSpec['align']): TableCell =>
    new TableCell({
      width: { size: widths[at]!, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: 70, right: 70, top: 30, bottom: 30 },
      children: [line(text, { size: size.table, ...style }, { alignment: align ?? AlignmentType.LEFT })],
    })
  const last = specs.length - 1
  return new Table({
    width: { size: WIDTH[orientation], type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: ink, bottom: ink, left: ink, right: ink, insideHorizontal: ink, insideVertical: ink },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: specs.map(({ head }, at) => cell(at, head, { bold: true }, 'center')),
      }),
      new TableRow({
        cantSplit: true,
        children: specs.map(({ tag, align, bold }, at) => {
          const opened = `${at === 0 ? `{#${each}}` : ''}{${tag}}${at === last ? `{/${each}}` : ''}`
          return cell(at, opened, bold ? { bold } : {}, align)
        }),
      }),
    ],
  })
}

/** What stands in place of a list that has nothing. */
export const nothing = (tag: string, words: string): Block[] => [
  mark(`^${tag}`),
  line(words, { italics: true, size: size.table }, { spacing: { before: 60 } }),
  mark(`/${tag}`),
]

export async function pack(
  orientation: Orientation,
  blocks: readonly Block[],
  about: { title: string; restart?: true },
): Promise<Uint8Array> {
  const numbered = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: 26 })],
  })
  const file = new Document({
    title: about.title,
    creator: 'Sổ Công nhận',
    styles: {
      default: { document: { run: { font: FONT, size: size.body }, paragraph: { spacing: { before: 0, after: 0 } } } },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              width: A4.short,
              height: A4.long,
              orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: MARGIN,
            pageNumbers: { start: 1 },
          },
        },
        headers: {
          default: new Header({ children: [numbered] }),
          first: new Header({ children: [new Paragraph('')] }),
        },
        children: [...blocks],
      },
    ],
  })
  return Packer.toBuffer(file)
}
