// Cuts a drawn element between two lines: what stands above a height moves into a copy of the element, with the same looks.

/** The part above `limit`; null: not even one line fits. The element keeps the rest. */
export function cutAt(element: HTMLElement, limit: number): HTMLElement | null {
  if (element.tagName === 'TR') return cutRow(element, limit)
  const at = lastAbove(element, limit)
  if (at === null) return null
  const range = document.createRange()
  range.setStart(element, 0)
  range.setEnd(at.node, at.offset)
  const above = element.cloneNode(false) as HTMLElement
  above.append(range.extractContents())
  return above
}

/** Every cell of a row by itself; a cell of which nothing fits stays empty above. */
function cutRow(row: HTMLElement, limit: number): HTMLElement | null {
  const cells = [...row.children] as HTMLElement[]
  const cuts = cells.map((cell) => cutAt(cell, limit))
  if (cuts.every((cut) => cut === null)) return null
  const above = row.cloneNode(false) as HTMLElement
  above.append(...cuts.map((cut, at) => cut ?? cells[at]!.cloneNode(false)))
  return above
}

interface Point {
  node: Text
  offset: number
}

/** The end of the last word whose line ends above `limit`. */
function lastAbove(element: HTMLElement, limit: number): Point | null {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let last: Point | null = null
  for (let node = texts.nextNode() as Text | null; node !== null; node = texts.nextNode() as Text | null) {
    if (node.data === '') continue
    range.selectNodeContents(node)
    if (range.getBoundingClientRect().bottom <= limit) {
      last = { node, offset: node.data.length }
      continue
    }
    const offset = wordsAbove(node, range, limit)
    return offset > 0 ? { node, offset } : last
  }
  return last
}

/** How much of the text stands above the limit, by halving over its words. */
function wordsAbove(node: Text, range: Range, limit: number): number {
  const ends = [...node.data.matchAll(/\S+\s*/g)].map((word) => word.index + word[0].length)
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    range.setStart(node, 0)
    range.setEnd(node, ends[middle - 1]!)
    if (range.getBoundingClientRect().bottom <= limit) low = middle
    else high = middle - 1
  }
  return low === 0 ? 0 : ends[low - 1]!
}
