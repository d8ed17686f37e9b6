// A PDF as pdf.js reads it: the text of each page in its order, the fonts it is in, the number in its top margin.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PdfPage {
  text: string
  /** what stands alone in the top margin; null: nothing */
  number: string | null
  fonts: string[]
  width: number
  height: number
  /** headings of our default tables as they read without spaces */
  heads: string[]
}

const HEADS = [
  'STTTênphòngCơquanchủquảnĐịabànMãsốTiêuchuẩnLĩnhvựcTìnhtrạngHiệulựcđến',
  'STTMãsốTênphòngCơquanchủquảnĐịabànĐiệnthoạiTìnhtrạngHiệulựcđếnCònlại',
  'ThờihạnSốphòng',
  'MãsốSốthứtựTênphòng',
]

export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const pdf = await getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    useSystemFonts: false,
    fontExtraProperties: true,
  }).promise
  const pages: PdfPage[] = []
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const page = await pdf.getPage(at)
    const { width, height } = page.getViewport({ scale: 1 })
    await page.getOperatorList()
    const { items } = await page.getTextContent()
    const pieces = items.flatMap((item) => ('str' in item ? [item] : []))
    const above = pieces.filter(({ str, transform }) => str.trim() !== '' && Number(transform[5]) > height - 50)
    const fonts = [...new Set(pieces.filter(({ str }) => str.trim() !== '').map(({ fontName }) => fontName))].map(
      (name) => (page.commonObjs.get(name) as { name: string }).name.replace(/^[A-Z]{6}\+/, ''),
    )
    const number = above
      .map(({ str }) => str)
      .join('')
      .trim()
    // the number is drawn last; it is told first, where it stands
    const rest = pieces.filter((piece) => !above.includes(piece)).map(({ str }) => str)
    pages.push({
      text: `${number}${rest.join('')}`,
      number: number === '' ? null : number,
      fonts,
      width,
      height,
      heads: HEADS,
    })
  }
  return pages
}
