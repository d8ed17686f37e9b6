// Widths of a list's columns: as laid out, with the one being dragged over them, and the tracks that header, rows and cells share.
import { useState, type CSSProperties } from 'react'
import { template, withWidths, type Column, type ColumnLayout, type NewLayout } from './column'

type OnLayout = ((layout: NewLayout) => void) | undefined
type SetWidth = (column: string, width: number, done: boolean) => void

/** The widths in use: as laid out, with the one being dragged over them. The layout is told when the dragging ends. */
export function useWidths(layout: ColumnLayout, onLayout: OnLayout): [Readonly<Record<string, number>>, SetWidth] {
  const [dragged, setDragged] = useState<Readonly<Record<string, number>>>({})
  const setWidth: SetWidth = (column, width, done) => {
    const next = { ...dragged, [column]: width }
    if (done && onLayout !== undefined) {
      onLayout(withWidths(layout, next))
      setDragged({})
    } else {
      setDragged(next)
    }
  }
  return [{ ...layout.widths, ...dragged }, setWidth]
}

export function trackStyle<Row>(
  shown: readonly Column<Row>[],
  widths: Readonly<Record<string, number>>,
  check: boolean,
  rowHeight: number,
): CSSProperties {
  const tracks = template(shown, { widths, hidden: null }, check)
  return { '--columns': tracks.columns, '--least': `${tracks.least}px`, '--row': `${rowHeight}px` } as CSSProperties
}
