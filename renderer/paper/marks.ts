// What Word says of a paragraph or row and the drawing library reads but does not draw: rows that head a table on every page, paragraphs that
// stay with the next one, sections whose pages are counted anew. They become classes of the drawn elements.

interface Element_ {
  type?: string
  className?: string
  isHeader?: boolean | undefined
  keepNext?: boolean
  sectionProps?: Section
  children?: Element_[]
}
interface Section {
  pageNumber?: { start?: number }
}
interface Word {
  documentPart: { body: { children: Element_[]; props?: Section } }
}

export const HEAD = 'row-head'
export const KEEP = 'keep-next'
export const RESTART = 'count-anew'

const mark = (element: Element_, name: string): void => {
  element.className = [element.className, name].filter(Boolean).join(' ')
}

export function markBlocks(word: unknown): void {
  const { children, props } = (word as Word).documentPart.body
  let first: Element_ | null = null
  for (const element of children) {
    first ??= element
    markWithin(element)
    if (element.sectionProps === undefined) continue
    markStart(first, element.sectionProps)
    first = null
  }
  if (first !== null) markStart(first, props)
}

function markStart(first: Element_, section: Section | undefined): void {
  if (section?.pageNumber?.start === 1) mark(first, RESTART)
}

function markWithin(element: Element_): void {
  // the library reads the mark's value, and Word writes it without one
  if ('isHeader' in element && element.isHeader !== false) mark(element, HEAD)
  if (element.keepNext === true) mark(element, KEEP)
  for (const child of element.children ?? []) if (child.type === 'row' || child.type === 'table') markWithin(child)
}
