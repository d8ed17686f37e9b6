// What a key does in a sheet, as in Excel: arrows, Tab and Enter move, letters type over, F2 edits, Esc takes back what is being typed.
// A key that is none of these is left to the field or to the window.
import type { Place, Sheet } from './sheet'
import * as sheets from './sheet'

export interface KeyPressed {
  key: string
  ctrl: boolean
  shift: boolean
  alt: boolean
}

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

/** The sheet after the key; null: not ours. `page`: rows on one page. */
export function afterKey(sheet: Sheet, press: KeyPressed, page: number): Sheet | null {
  const { key, ctrl, alt } = press
  if (alt) return null
  if (key === 'Enter' && !ctrl) return move(sheet, press.shift ? -1 : 1, 0)
  if (key === 'Tab' && !ctrl) return afterTab(sheet, press.shift)
  if (sheet.typing !== null) return whileTyping(sheet, press)
  return ctrl ? withCtrl(sheet, press) : moving(sheet, press, page)
}

const move = (sheet: Sheet, rows: number, columns: number, extend = false): Sheet =>
  sheets.goTo(sheet, { row: sheet.at.row + rows, column: sheet.at.column + columns }, extend)

/** On to the next cell, at the end of a row to the next row; null at the very ends: the focus leaves. */
function afterTab(sheet: Sheet, back: boolean): Sheet | null {
  const { row, column } = sheet.at
  const last = sheet.columns.length - 1
  if (back) {
    if (column > 0) return move(sheet, 0, -1)
    return row > 0 ? sheets.goTo(sheet, { row: row - 1, column: last }) : null
  }
  if (column < last) return move(sheet, 0, 1)
  const done = sheets.commit(sheet)
  return row < sheets.lastRow(done) ? sheets.goTo(done, { row: row + 1, column: 0 }) : null
}

function whileTyping(sheet: Sheet, { key, ctrl }: KeyPressed): Sheet | null {
  if (key === 'Escape') return sheets.cancel(sheet)
  const { text, mode } = sheet.typing!
  if (key === 'F2') return sheets.type(sheet, text, mode === 'edit' ? 'type' : 'edit')
  const step = steps[key]
  return step !== undefined && mode === 'type' && !ctrl ? move(sheet, step.row, step.column) : null
}

function moving(sheet: Sheet, { key, shift }: KeyPressed, page: number): Sheet | null {
  const step = steps[key]
  if (step !== undefined) return move(sheet, step.row, step.column, shift)
  const { row } = sheet.at
  if (key === 'Home') return sheets.goTo(sheet, { row, column: 0 }, shift)
  if (key === 'End') return sheets.goTo(sheet, { row, column: sheet.columns.length - 1 }, shift)
  if (key === 'PageDown') return move(sheet, page, 0, shift)
  if (key === 'PageUp') return move(sheet, -page, 0, shift)
  if (key === 'Delete' || key === 'Backspace') return sheets.clear(sheet)
  return key === 'F2' ? sheets.type(sheet, sheets.cellAt(sheet, sheet.at), 'edit') : null
}

function withCtrl(sheet: Sheet, { key, shift }: KeyPressed): Sheet | null {
  const { row, column } = sheet.at
  const { rows, columns } = sheet
  const ends: Readonly<Record<string, Place>> = {
    ArrowUp: { row: 0, column },
    ArrowDown: { row: Math.max(0, rows.length - 1), column },
    ArrowLeft: { row, column: 0 },
    ArrowRight: { row, column: columns.length - 1 },
    Home: { row: 0, column: 0 },
    End: { row: Math.max(0, rows.length - 1), column: columns.length - 1 },
  }
  const end = ends[key]
  if (end !== undefined) return sheets.goTo(sheet, end, shift)
  const letter = key.toLowerCase()
  if (letter === 'a')
    return sheets.select(
      sheet,
      { row: 0, column: 0 },
      { row: Math.max(0, rows.length - 1), column: columns.length - 1 },
    )
  if (letter === 'd' && !shift) return sheets.fillDown(sheet)
  if (letter === 'z') return shift ? sheets.redo(sheet) : sheets.undo(sheet)
  if (letter === 'y') return sheets.redo(sheet)
  if (key === 'Enter') return sheets.insertRow(sheet)
  return key === 'Delete' ? sheets.removeRows(sheet) : null
}
