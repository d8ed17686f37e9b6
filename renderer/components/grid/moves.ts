// Which row a key leads to, and what a selection becomes; no React, so that the rules can be read and tested alone.

export interface Move {
  /** the row to go to */
  to: number
  /** Shift: the selection reaches from its anchor to there */
  extend: boolean
  /** Ctrl: only the focus moves, the selection stays */
  focusOnly: boolean
}

export interface Pressed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** Target row of a key, null when it is no moving key; `page` is how many rows one page holds. */
export function moveOf(pressed: Pressed, at: number, count: number, page: number): Move | null {
  if (count === 0 || pressed.altKey) return null
  const ctrl = pressed.ctrlKey || pressed.metaKey
  // Ctrl+PageUp and Ctrl+PageDown are the screen's: to its next part, its next filter
  if (ctrl && pressed.key.startsWith('Page')) return null
  const steps: Record<string, number> = {
    ArrowDown: at < 0 ? 0 : at + 1,
    ArrowUp: at < 0 ? count - 1 : at - 1,
    PageDown: Math.max(at, 0) + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }
  const to = steps[pressed.key]
  if (to === undefined) return null
  return { to: Math.min(count - 1, Math.max(0, to)), extend: pressed.shiftKey, focusOnly: ctrl && !pressed.shiftKey }
}

/** Rows of a range that are loaded, and whether one is missing. */
export function rowsBetween<Row>(
  rowAt: (index: number) => Row | undefined,
  from: number,
  to: number,
): { rows: Row[]; complete: boolean } {
  const rows: Row[] = []
  const [low, high] = from <= to ? [from, to] : [to, from]
  for (let index = low; index <= high; index++) {
    const row = rowAt(index)
    if (row !== undefined) rows.push(row)
  }
  return { rows, complete: rows.length === high - low + 1 }
}

export function byKey<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]))
}

export function toggled<Row>(
  selected: ReadonlyMap<string, Row>,
  row: Row,
  keyOf: (row: Row) => string,
): ReadonlyMap<string, Row> {
  const next = new Map(selected)
  if (!next.delete(keyOf(row))) next.set(keyOf(row), row)
  return next
}

/** Selected rows in the order of the list, as fresh as the list has them; rows the list has not loaded come last. */
export function inListOrder<Row>(
  selected: ReadonlyMap<string, Row>,
  list: { count: number; rowAt: (index: number) => Row | undefined; keyOf: (row: Row) => string },
): Row[] {
  const left = new Map(selected)
  const rows: Row[] = []
  for (let index = 0; index < list.count && left.size > 0; index++) {
    const row = list.rowAt(index)
    if (row !== undefined && left.delete(list.keyOf(row))) rows.push(row)
  }
  return [...rows, ...left.values()]
}
