// The rows of a DataGrid that are on the screen. All rows have one height, so the window over the list is one division. The scroller is
// measured when it scrolls or changes its size, before that frame is painted; asked while something is being drawn it would lay the page out anew.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useRowHeight } from '../density'

/** rows drawn above and below what is seen: a slow turn of the wheel meets drawn rows */
const OVERSCAN = 4

/** How the whole list lies in its scroller; the scrolling itself changes nothing of it. */
export interface GridPlace {
  rowHeight: number
  /** scrolls as little as needed to show the row whole */
  reveal: (index: number) => void
  /** rows that fit on one page */
  page: () => number
}

export function useGridPlace(scroller: HTMLDivElement | null): GridPlace {
  const rowHeight = useRowHeight()
  return {
    rowHeight,
    reveal: (index) => scroller !== null && revealRow(scroller, index, rowHeight),
    page: () => Math.max(1, Math.ceil((scroller?.clientHeight ?? 0) / rowHeight) - 2),
  }
}

export interface RowsInSight {
  /** indices to draw, ascending */
  first: number
  last: number
  /** most rows that are drawn at once; it changes only with the height of the list */
  places: number
}

/** Draws anew with each row scrolled by: only what holds the rows asks for it. */
export function useRowsInSight(
  scroller: HTMLDivElement | null,
  { count, rowHeight, onRange }: { count: number; rowHeight: number; onRange?: OnRange | undefined },
): RowsInSight {
  const [seen] = useState<Seen>(() => ({ top: 0, height: 0, rows: { top: 0, fit: 0 } }))
  // one watch for both: a second would ask for the scroller's place when the rows have changed already, which lays the page out
  const subscribe = useCallback((tell: () => void) => watch(scroller, seen, tell), [scroller, seen])
  const { top, fit } = useSyncExternalStore(subscribe, () => inRows(seen, rowHeight))
  const last = Math.min(count - 1, top + fit + OVERSCAN)
  const first = Math.max(0, Math.min(top, count - fit) - OVERSCAN)
  const isMeasured = fit > 0
  useEffect(() => {
    if (isMeasured && last >= first) onRange?.(first, last)
  }, [isMeasured, first, last, onRange])
  return { first, last: isMeasured ? last : -1, places: fit + 2 * OVERSCAN + 1 }
}

type OnRange = (start: number, end: number) => void

/** What of the list is seen, in px, and in rows when it was last asked. */
interface Seen {
  top: number
  height: number
  rows: { top: number; fit: number }
}

/** The same object while the same rows are seen. */
function inRows(seen: Seen, rowHeight: number): Seen['rows'] {
  const [top, fit] = [Math.floor(seen.top / rowHeight), Math.ceil(seen.height / rowHeight)]
  if (top !== seen.rows.top || fit !== seen.rows.fit) seen.rows = { top, fit }
  return seen.rows
}

function watch(scroller: HTMLDivElement | null, seen: Seen, tell: () => void): () => void {
  if (scroller === null) return () => undefined
  const measure = (): void => {
    seen.top = scroller.scrollTop
    seen.height = scroller.clientHeight
    tell()
  }
  const resized = new ResizeObserver(measure)
  resized.observe(scroller)
  scroller.addEventListener('scroll', measure, { passive: true })
  measure()
  return () => {
    resized.disconnect()
    scroller.removeEventListener('scroll', measure)
  }
}

/** The sticky header covers one row's height at the top; the scroll bar is outside clientHeight. */
function revealRow(scroller: HTMLDivElement, index: number, rowHeight: number): void {
  const top = index * rowHeight
  const seen = scroller.clientHeight - rowHeight
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (top + rowHeight > scroller.scrollTop + seen) scroller.scrollTop = top + rowHeight - seen
}
