// Lines as high as Word makes them: by the largest letters of the paragraph, and “single” by the font's own measure. The drawing library leaves both
// to the browser, which would take the height of its own default font.

/** of Times New Roman, in its size */
const SINGLE = 1.149

export function setLines(paragraph: HTMLElement): void {
  const said = paragraph.style.lineHeight
  const sizes = [...paragraph.querySelectorAll('span')].map((run) => pixels(getComputedStyle(run).fontSize))
  const before = getComputedStyle(paragraph)
  const spacing = before.lineHeight === 'normal' ? 1 : pixels(before.lineHeight) / pixels(before.fontSize)
  if (sizes.length > 0) paragraph.style.fontSize = `${Math.max(...sizes)}px`
  // an exact height stays
  if (said.includes('pt')) return
  const height = (spacing * SINGLE).toFixed(3)
  paragraph.style.lineHeight = height
  if (paragraph.textContent === '') paragraph.style.minHeight = `${height}em`
}

const pixels = (size: string): number => Number.parseFloat(size)
