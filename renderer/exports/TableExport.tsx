// The export of a list that a window holds: its columns as they are shown, its rows as they were asked for.
import type { JSX } from 'react'
import { MOST_TABLE_ROWS } from '../../db/model/exports'
import { useActions } from '../actions/action'
import { call } from '../api'
import { shownColumns, widthOf, type Column, type ColumnLayout } from '../components/grid/column'
import { useDay } from '../stores/day'
import { useTexts } from '../texts/texts'
import { exportAction, ExportMenu } from './ExportMenu'
import { useSaveTable, type Save } from './saveTable'

export interface TableExportProps<Row> {
  /** id of its action */
  id: string
  title: string
  /** what narrows the list, in words */
  about: readonly string[]
  columns: readonly Column<Row>[]
  layout: ColumnLayout
  /** rows of the list; of one whose end is not known, those read so far */
  count: number
  /** its end is not known */
  isOpen?: boolean
  /** the first so many rows, in the order of the list */
  rows: (most: number) => readonly Row[] | Promise<readonly Row[]>
  /** one of several lists on the screen: beside its heading, without the key */
  small?: boolean
}

export function TableExport<Row>(props: TableExportProps<Row>): JSX.Element {
  const save = useTable(props)
  const { id, count, small = false } = props
  useActions(small ? [] : [exportAction(id, save, () => count > 0)])
  return <ExportMenu onExport={save} empty={count === 0} small={small} />
}

type Cell = string | number | null | { day: string }

/** px of a letter in a cell, about */
const LETTER = 7

function useTable<Row>({ title, about, columns, layout, count, isOpen = false, rows }: TableExportProps<Row>): Save {
  const { t, n, language } = useTexts()
  const day = useDay()
  return useSaveTable(title, async ({ ref }, format) => {
    const shown = shownColumns(columns, layout)
    const found = await rows(isOpen ? MOST_TABLE_ROWS : Math.min(count, MOST_TABLE_ROWS))
    const counted =
      found.length < count
        ? t('exports.about.first', { shown: n(found.length), all: n(count) })
        : isOpen && found.length === MOST_TABLE_ROWS
          ? t('exports.about.only', { shown: n(found.length) })
          : t('exports.about.rows', { shown: n(found.length) })
    return call('exchange.exportTable', {
      file: ref,
      format,
      title,
      about: [...(about.length === 0 ? [t('exports.about.everything')] : about), counted],
      columns: shown.map((column) => ({
        heading: column.label,
        kind: kindOf(column),
        width: Math.min(70, Math.max(8, Math.round(widthOf(column, layout) / LETTER))),
      })),
      rows: found.map((row) => shown.map((column) => cellOf(column, row))),
      day,
      language,
    })
  })
}

const kindOf = <Row,>({ day, number }: Column<Row>): 'date' | 'number' | 'text' =>
  day !== undefined ? 'date' : number ? 'number' : 'text'

/** A whole day leaves as a day, a number as a number, everything else as the text it is. */
function cellOf<Row>(column: Column<Row>, row: Row): Cell {
  const day = column.day?.(row) ?? null
  if (day !== null && day.length === 10) return { day }
  const text = column.text(row)
  if (text === '') return null
  return column.number && /^-?\d{1,9}$/.test(text) ? Number(text) : text
}
