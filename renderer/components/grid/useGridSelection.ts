// Focus and selection of a DataGrid. The row with the focus follows its record when the list changes under it;
// a selection reaching over rows that are not loaded fetches them first, so that copying never has to wait.
import { useEffect, useRef, useState } from 'react'
import { byKey, moveOf, rowsBetween, toggled, type Move, type Pressed } from './moves'

export type SelectionMode = 'none' | 'single' | 'multi'

export interface SelectionSource<Row> {
  count: number
  rowAt: (index: number) => Row | undefined
  rowKey: (row: Row) => string
  loadRows?: ((start: number, end: number) => Promise<readonly Row[]>) | undefined
  /** what “all” is where rows are hidden */
  loadAll?: (() => Promise<readonly Row[]>) | undefined
  /** the first answer is on its way: no rows yet does not mean that none are left */
  busy?: boolean
  mode: SelectionMode
  selected: ReadonlyMap<string, Row>
  onSelect: (selected: ReadonlyMap<string, Row>) => void
  onActive?: ((row: Row | undefined, index: number) => void) | undefined
  /** the row that has the focus at first: where the list was left */
  start?: { index: number; key: string } | undefined
}

interface Focus {
  index: number
  key: string | null
  /** where a Shift selection began */
  anchor: number
}

export interface GridSelection {
  active: number
  /** rows of a far range are being fetched */
  state: 'idle' | 'choosing' | 'failed'
  /** handles a moving key; the new row, or null when the key was not for us */
  press: (pressed: Pressed, page: number) => number | null
  click: (index: number, how: { ctrl: boolean; shift: boolean; check: boolean }) => void
  /** Space: selects or unselects the row with the focus */
  toggleActive: () => void
  selectAll: () => void
  clear: () => void
  /** as a key would lead there */
  goTo: (index: number) => void
  /** the list got the focus: its first row does, if none had it */
  enter: () => void
}

const nowhere: Focus = { index: -1, key: null, anchor: -1 }

export function useGridSelection<Row>(source: SelectionSource<Row>): GridSelection {
  const { count, rowAt, rowKey, mode, selected, onSelect, onActive, loadRows } = source
  const [left, setFocus] = useState<Focus>(
    source.start === undefined ? nowhere : { ...source.start, anchor: source.start.index },
  )
  const focus = located(left, source)
  const [state, setState] = useState<GridSelection['state']>('idle')
  const told = useRef(source.start?.key ?? null)
  const under = rowAt(focus.index)
  const isNowhere = count === 0 || focus.index < 0
  const isSettled = source.busy !== true && (isNowhere || under !== undefined)
  const key = isNowhere || under === undefined ? null : rowKey(under)
  useEffect(() => {
    // another record has come under the focus: the one before left the list, or is back in it
    if (!isSettled || key === told.current) return
    told.current = key
    onActive?.(under, focus.index)
  }, [isSettled, key, under, focus.index, onActive])

  const focusOn = (index: number, anchor: number): void => {
    const row = rowAt(index)
    told.current = row === undefined ? null : rowKey(row)
    setFocus({ index, anchor, key: told.current })
    onActive?.(row, index)
  }
  const selectRange = (from: number, to: number): void => {
    const { rows, complete } = rowsBetween(rowAt, from, to)
    onSelect(byKey(rows, rowKey))
    if (complete || loadRows === undefined) return setState('idle')
    selectLoaded(loadRows(Math.min(from, to), Math.max(from, to)))
  }
  const selectLoaded = (loading: Promise<readonly Row[]>): void => {
    setState('choosing')
    loading.then(
      (all) => {
        onSelect(byKey(all, rowKey))
        setState('idle')
      },
      () => setState('failed'),
    )
  }
  const selectOne = (index: number): void => {
    const row = rowAt(index)
    if (mode !== 'none') onSelect(row === undefined ? new Map() : byKey([row], rowKey))
  }
  const toggle = (index: number): void => {
    const row = rowAt(index)
    if (row !== undefined && mode === 'multi') onSelect(toggled(selected, row, rowKey))
  }
  const follow = (move: Move): number => {
    const anchor = move.extend ? (focus.anchor < 0 ? Math.max(0, focus.index) : focus.anchor) : move.to
    focusOn(move.to, anchor)
    if (mode === 'multi' && move.extend) selectRange(anchor, move.to)
    else if (!(mode === 'multi' && move.focusOnly)) selectOne(move.to)
    return move.to
  }
  return {
    active: focus.index,
    state,
    press: (pressed, page) => {
      const move = moveOf(pressed, focus.index, count, page)
      return move === null ? null : follow(move)
    },
    click: (index, how) => {
      if (mode === 'multi' && how.shift) return void follow({ to: index, extend: true, focusOnly: false })
      focusOn(index, index)
      if (mode === 'multi' && (how.ctrl || how.check)) toggle(index)
      else selectOne(index)
    },
    toggleActive: () => toggle(focus.index),
    selectAll: () => {
      if (mode !== 'multi' || count === 0) return
      if (source.loadAll === undefined) selectRange(0, count - 1)
      else selectLoaded(source.loadAll())
    },
    goTo: (to) => void follow({ to, extend: false, focusOnly: false }),
    clear: () => onSelect(new Map()),
    enter: () => focus.index < 0 && count > 0 && void follow({ to: 0, extend: false, focusOnly: mode === 'multi' }),
  }
}

/** The focus follows its record when rows come, go or change order; where the record is gone it stays at its place. */
function located<Row>(focus: Focus, { count, rowAt, rowKey }: SelectionSource<Row>): Focus {
  const at = rowAt(focus.index)
  if (focus.index < 0 || focus.key === null || (at !== undefined && rowKey(at) === focus.key)) return focus
  if (at === undefined && focus.index < count) return focus
  for (let index = 0; index < count; index++) {
    const row = rowAt(index)
    if (row !== undefined && rowKey(row) === focus.key) return { ...focus, index, anchor: index }
  }
  const index = Math.min(focus.index, count - 1)
  return { ...focus, index, anchor: index }
}
