// The rows of a DataGrid that are on the screen. All rows have one height, so the window over the list is one division;
// it is read straight from the scroller, so that no painted frame shows rows that are not there yet.
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { useRowHeight } from '../density'

const OVERSCAN = 8

export interface GridRows {
  rowHeight: number
  /** px of the whole list */
  height: number
  /** indices to draw, ascending */
  first: number
  last: number
  /** scrolls as little as needed to show the row whole */
  reveal: (index: number) => void
  /** rows that fit on one page */
  page: () => number
}

export function useGridRows(
  scroller: HTMLDivElement | null,
  count: number,
  onRange?: (start: number, end: number) => void,
): GridRows {
  const rowHeight = useRowHeight()
  const subscribe = useCallback((tell: () => void) => watch(scroller, tell), [scroller])
  const top = useSyncExternalStore(subscribe, () => Math.floor((scroller?.scrollTop ?? 0) / rowHeight))
  const fit = useSyncExternalStore(subscribe, () => Math.ceil((scroller?.clientHeight ?? 0) / rowHeight))
  const last = Math.min(count - 1, top + fit + OVERSCAN)
  const first = Math.max(0, Math.min(top, count - fit) - OVERSCAN)
  const isMeasured = fit > 0
  useEffect(() => {
    if (isMeasured && last >= first) onRange?.(first, last)
  }, [isMeasured, first, last, onRange])
  return {
    rowHeight,
    height: count * rowHeight,
    first,
    last: isMeasured ? last : -1,
    reveal: (index) => scroller !== null && revealRow(scroller, index, rowHeight),
    page: () => Math.max(1, fit - 2),
  }
}

function watch(scroller: HTMLDivElement | null, tell: () => void): () => void {
  if (scroller === null) return () => undefined
  const resized = new ResizeObserver(tell)
  resized.observe(scroller)
  scroller.addEventListener('scroll', tell, { passive: true })
  return () => {
    resized.disconnect()
    scroller.removeEventListener('scroll', tell)
  }
}

/** The sticky header covers one row's height at the top; the scroll bar is outside clientHeight. */
function revealRow(scroller: HTMLDivElement, index: number, rowHeight: number): void {
  const top = index * rowHeight
  const seen = scroller.clientHeight - rowHeight
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (top + rowHeight > scroller.scrollTop + seen) scroller.scrollTop = top + rowHeight - seen
}
