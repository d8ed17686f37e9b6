// What keys, clicks and copying do in a DataGrid. Events from inner buttons and links are theirs, not the grid's.
import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react'
import type { Column } from './column'
import { copyRows } from './copy'
import { Heading, type Line, type Lines } from './grouping'
import { inListOrder } from './moves'
import type { GridPlace } from './useGridRows'
import type { GridSelection, SelectionMode } from './useGridSelection'

export interface GridEventsSource<Row> {
  lines: Lines<Row>
  columns: readonly Column<Row>[]
  mode: SelectionMode
  selected: ReadonlyMap<string, Row>
  rows: GridPlace
  choose: GridSelection
  onOpen: ((row: Row) => void) | undefined
  onEdit: ((row: Row) => void) | undefined
  onCopied: (rows: number) => void
}

export interface GridEvents {
  onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void
  onMouseDown: (event: MouseEvent<HTMLDivElement>) => void
  onFocus: (event: FocusEvent<HTMLDivElement>) => void
  onClick: (event: MouseEvent<HTMLDivElement>) => void
  onDoubleClick: (event: MouseEvent<HTMLDivElement>) => void
  onMouseOver: (event: MouseEvent<HTMLDivElement>) => void
  onMouseOut: (event: MouseEvent<HTMLDivElement>) => void
}

export function useGridEvents<Row>(source: GridEventsSource<Row>): GridEvents {
  const { lines, choose, rows } = source
  const byMouse = useRef(false)
  const active = choose.active < 0 ? undefined : lines.lineAt(choose.active)
  return {
    onKeyDown: (event) => {
      if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return
      const moved = choose.press(event, rows.page())
      if (moved !== null) rows.reveal(moved)
      if (moved !== null || pressFold(source, active, event) || pressOther(source, active, event))
        event.preventDefault()
    },
    onMouseDown: (event) => {
      byMouse.current = true
      if (event.shiftKey) event.preventDefault()
      if (event.shiftKey && event.target instanceof Element && onInner(event.target) === null)
        event.currentTarget.focus()
    },
    onFocus: (event) => {
      if (event.target === event.currentTarget && !byMouse.current) choose.enter()
      byMouse.current = false
    },
    onClick: (event) => {
      const place = placeOf(event)
      if (place === null) return
      const line = lines.lineAt(place.index)
      if (line instanceof Heading) {
        choose.goTo(place.index)
        return lines.toggle(line)
      }
      choose.click(place.index, { ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, check: place.onBox })
    },
    onDoubleClick: (event) => {
      const place = placeOf(event)
      const row = place === null || place.onBox ? undefined : lines.lineAt(place.index)
      if (row !== undefined && !(row instanceof Heading)) source.onOpen?.(row)
    },
    onMouseOver: ({ target }) => {
      if (isCut(target)) target.title = target.textContent
    },
    onMouseOut: ({ target }) => {
      if (isWords(target)) target.removeAttribute('title')
    },
  }
}

/** A cell of words alone; what a column draws itself says itself what it is. */
const isWords = (target: EventTarget): target is HTMLElement =>
  target instanceof HTMLElement && target.role === 'gridcell' && target.childElementCount === 0
/** Its words do not fit: whoever points at it reads them whole. Only that cell is looked at, not every one that is drawn. */
const isCut = (target: EventTarget): target is HTMLElement => isWords(target) && target.scrollWidth > target.clientWidth

/** Nothing is marked as text in a grid, so the browser tells the page's body of a copy: it is heard there while the grid has the focus. */
export function useGridCopy<Row>(scroller: HTMLElement | null, source: GridEventsSource<Row>): void {
  const copy = useRef<(event: ClipboardEvent) => void>(undefined)
  useEffect(() => {
    copy.current = (event) => {
      const { lines, choose, selected } = source
      const active = choose.active < 0 ? undefined : lines.lineAt(choose.active)
      const list = { count: lines.count, rowAt: lines.lineAt, keyOf: lines.keyOf }
      const chosen = (
        selected.size > 0 ? inListOrder<Line<Row>>(selected, list) : active === undefined ? [] : [active]
      ).filter((line): line is Row => !(line instanceof Heading))
      if (document.activeElement !== scroller || chosen.length === 0) return
      const copied = copyRows(source.columns, chosen)
      event.preventDefault()
      event.clipboardData?.setData('text/plain', copied.text)
      event.clipboardData?.setData('text/html', copied.html)
      source.onCopied(chosen.length)
    }
  })
  useEffect(() => {
    const onCopy = (event: ClipboardEvent): void => copy.current?.(event)
    document.addEventListener('copy', onCopy)
    return () => document.removeEventListener('copy', onCopy)
  }, [])
}

/** ← closes a group or leads from a row to its heading, → opens it and then leads in; Enter does either. */
function pressFold<Row>(source: GridEventsSource<Row>, active: Line<Row> | undefined, event: KeyboardEvent): boolean {
  const { lines, choose, rows } = source
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || active === undefined) return false
  const goTo = (line: number): true => {
    choose.goTo(line)
    rows.reveal(line)
    return true
  }
  const heading = lines.headingOf(choose.active)
  if (!(active instanceof Heading)) return event.key === 'ArrowLeft' && heading >= 0 && goTo(heading)
  const wanted = { ArrowLeft: false, ArrowRight: true, Enter: !active.isOpen }[event.key]
  if (wanted === undefined) return false
  if (wanted !== active.isOpen) lines.toggle(active)
  else if (event.key === 'ArrowRight') return goTo(heading + 1)
  return true
}

function pressOther<Row>(source: GridEventsSource<Row>, active: Line<Row> | undefined, event: KeyboardEvent): boolean {
  const ctrl = event.ctrlKey || event.metaKey
  const multi = source.mode === 'multi'
  const row = active instanceof Heading ? undefined : active
  if (event.key === 'Enter' && !ctrl && !event.altKey && source.onOpen !== undefined && row !== undefined)
    source.onOpen(row)
  else if (event.key === 'F2' && source.onEdit !== undefined && row !== undefined) source.onEdit(row)
  else if (event.key === ' ' && multi) source.choose.toggleActive()
  else if (event.key.toLowerCase() === 'a' && ctrl && multi) source.choose.selectAll()
  else if (event.key === 'Escape' && multi && source.selected.size > 1) source.choose.clear()
  else return false
  return true
}

const onInner = (target: Element): Element | null => target.closest('a, button, input, select, [role=columnheader]')

function placeOf(event: MouseEvent<HTMLDivElement>): { index: number; onBox: boolean } | null {
  const target = event.target
  if (!(target instanceof Element) || onInner(target) !== null) return null
  const row = target.closest<HTMLElement>('[data-index]')
  return row === null ? null : { index: Number(row.dataset['index']), onBox: target.closest('[data-check]') !== null }
}
