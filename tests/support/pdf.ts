// A PDF as pdf.js reads it: the text of each page in its order, the fonts it is in, the number in its top margin, lines that stand too close.
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
  /** lines nearer to the one above than their own letters are high with their marks */
  crowded: string[]
}

interface Piece {
  str: string
  width: number
  transform: unknown[]
}

function crowdedOf(pieces: readonly Piece[]): string[] {
  const boxes = pieces
    .filter(({ str }) => str.trim() !== '')
    .map(({ str, width, transform }) => {
      const [, , , size, left, base] = transform.map(Number) as [number, number, number, number, number, number]
      return { str, left, right: left + width, base, size }
    })
  return boxes.flatMap((lower) =>
    boxes
      .filter(({ base, left, right }) => {
        const apart = base - lower.base
        return apart > 2 && apart < lower.size * 1.05 && Math.min(right, lower.right) - Math.max(left, lower.left) > 1
      })
      .map((upper) => `${upper.str} / ${lower.str}`),
  )
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
      crowded: crowdedOf(pieces),
    })
  }
  return pages
}
