// Lays drawn blocks out on sheets: measured once, then dealt out. A table breaks between rows and repeats its heading; what is taller than the
// room it gets is cut between lines. Page numbers stand centred in the top margin, not on a first page (Nghị định 30/2020/NĐ-CP).
import { cutAt } from './cut'
import { setLines } from './lines'
import { HEAD, KEEP, RESTART } from './marks'

/** px of a line at most, so that no two or three lines are left alone */
const FEW_LINES = 90
/** px that measuring may be off */
const SLACK = 0.75
/** px from the top of the sheet to its number */
const NUMBER_TOP = 34

interface Frame {
  /** of the paper, as CSS */
  width: string
  height: string
  padding: string
  style: string
  className: string
  /** px between the margins */
  room: number
}

export function layOut(page: Document): number {
  const sections = [...page.querySelectorAll<HTMLElement>('section.docx')]
  if (sections[0] === undefined) throw new Error('nothing to draw')
  for (const table of page.querySelectorAll<HTMLTableElement>('table')) fixColumns(table)
  for (const paragraph of page.querySelectorAll<HTMLElement>('section.docx p')) setLines(paragraph)
  const size = getComputedStyle(sections[0])
  const rule = page.createElement('style')
  rule.textContent = `@page { size: ${size.width} ${size.minHeight}; margin: 0 }`
  page.head.append(rule)
  const sheets = sections.flatMap((section) => deal(section))
  number(sheets)
  for (const section of sections) section.remove()
  page.body.append(...sheets)
  return sheets.length
}

/** As wide as Word says, also where a table goes on over several sheets. */
function fixColumns(table: HTMLTableElement): void {
  const columns = [...table.querySelectorAll<HTMLElement>(':scope > colgroup > col')]
  const width = columns.reduce((sum, column) => sum + (Number.parseFloat(column.style.width) || 0), 0)
  if (width > 0) Object.assign(table.style, { tableLayout: 'fixed', width: `${width}pt` })
}

function frameOf(section: HTMLElement): Frame {
  const { width, minHeight, padding, paddingTop, paddingBottom } = getComputedStyle(section)
  return {
    width,
    height: minHeight,
    padding,
    style: section.getAttribute('style') ?? '',
    className: section.className,
    room: Number.parseFloat(minHeight) - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom),
  }
}

function newSheet(frame: Frame): HTMLElement {
  const sheet = document.createElement('section')
  sheet.className = `${frame.className} sheet`
  Object.assign(sheet.style, { width: frame.width, height: frame.height, minHeight: '0', padding: frame.padding })
  return sheet
}

interface Piece {
  element: HTMLElement
  top: number
  bottom: number
}

const measured = (element: HTMLElement): Piece => {
  const { top, bottom } = element.getBoundingClientRect()
  return { element, top, bottom }
}

/** The sheets of one section. Everything is measured where it was drawn, before anything moves. */
function deal(section: HTMLElement): HTMLElement[] {
  const frame = frameOf(section)
  const queue = [...section.children].flatMap((article) => [...article.children] as HTMLElement[]).map(measured)
  const sheets: HTMLElement[] = []
  let parts: HTMLElement[] = []
  let start: number | null = null
  const close = (): void => {
    const sheet = newSheet(frame)
    sheet.append(...parts)
    sheets.push(sheet)
    parts = []
    start = null
  }
  for (let at = 0; at < queue.length; at += 1) {
    const piece = queue[at]!
    start ??= piece.top
    const limit = start + frame.room + SLACK
    if (piece.bottom <= limit) {
      parts.push(piece.element)
      continue
    }
    const [fits, rest] = split(piece, limit, parts.length === 0)
    if (fits !== null) parts.push(fits)
    // a heading is not left alone at the foot of a sheet
    else while (parts.length > 1 && parts.at(-1)!.classList.contains(KEEP)) queue.splice(at, 0, measured(parts.pop()!))
    close()
    if (rest === null) continue
    if (fits === null && queue[at] !== piece) at -= 1
    else {
      queue[at] = rest
      at -= 1
    }
  }
  if (parts.length > 0 || sheets.length === 0) close()
  return sheets
}

/** What fits above `limit` and what does not; `alone`: nothing stands above it, so that something must fit. */
function split(piece: Piece, limit: number, alone: boolean): [HTMLElement | null, Piece | null] {
  if (piece.element.tagName === 'TABLE') return splitTable(piece, limit, alone)
  if (!alone && piece.bottom - piece.top < FEW_LINES) return [null, piece]
  const above = cutAt(piece.element, limit)
  if (above === null) return alone ? [piece.element, null] : [null, piece]
  return [above, measured(piece.element)]
}

function splitTable(piece: Piece, limit: number, alone: boolean): [HTMLElement | null, Piece | null] {
  const table = piece.element
  const rows = [...table.querySelectorAll<HTMLElement>(':scope > tr, :scope > tbody > tr')]
  const heads = rows.filter((row) => row.classList.contains(HEAD))
  const body = rows.slice(heads.length)
  const fitting = body.filter((row) => row.getBoundingClientRect().bottom <= limit)
  // the last row does not go on alone
  if (body.length - fitting.length === 1 && fitting.length > 2) fitting.pop()
  const next = body[fitting.length]
  if (next === undefined) return [table, null]
  const above = table.cloneNode(false) as HTMLElement
  const columns = table.querySelector(':scope > colgroup')
  if (columns !== null) above.append(columns.cloneNode(true))
  above.append(...heads.map((row) => row.cloneNode(true)))
  if (fitting.length === 0) {
    // a row taller than a sheet is cut; another waits for the next sheet
    const cut = alone ? cutAt(next, limit) : null
    if (cut === null) return alone ? [table, null] : [null, piece]
    above.append(cut)
  } else above.append(...fitting)
  return [above, measured(table)]
}

/** From 2 on; counted anew where a section says so. */
function number(sheets: readonly HTMLElement[]): void {
  let count = 0
  for (const sheet of sheets) {
    count = sheet.querySelector(`.${RESTART}`) === null ? count + 1 : 1
    if (count === 1) continue
    const shown = document.createElement('p')
    shown.className = 'number'
    shown.style.top = `${NUMBER_TOP}px`
    shown.textContent = String(count)
    sheet.append(shown)
  }
}
