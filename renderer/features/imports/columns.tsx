// Columns of the preview: row, what becomes of it, laboratory, remark, then every column of the file in which something happens.
import { useMemo, type JSX } from 'react'
import type { ImportPreview, ImportRow } from '../../../db/model/shapes/exchange'
import type { Column } from '../../components/grid/column'
import { useTexts } from '../../texts/texts'
import { CellChange } from './CellChange'
import classes from './imports.module.css'
import { isNote, problemText, remark, type Words } from './problems'
import { Verdict, VerdictSign } from './Verdict'

/** For the rows listed; a column in which nothing happens to any of them is left out. */
export function usePreviewColumns(preview: ImportPreview, rows: readonly ImportRow[]): readonly Column<ImportRow>[] {
  const { t, language } = useTexts()
  return useMemo(
    () => [...rowColumns({ t, language }, preview, rows), ...fileColumns({ t, language }, preview, rows)],
    [t, language, preview, rows],
  )
}

function rowColumns(texts: Words, preview: ImportPreview, rows: readonly ImportRow[]): Column<ImportRow>[] {
  const { t } = texts
  const name = preview.columns.find(({ field }) => field === 'nameVi')?.heading ?? null
  const remarks: Column<ImportRow> = {
    id: 'remark',
    label: t('imports.columns.remark'),
    width: 480,
    grow: 1,
    text: (row) => row.problems.map((problem) => remark(texts, problem)).join(' '),
    render: (row) => <Remarks row={row} texts={texts} />,
  }
  return [
    { id: 'row', label: t('imports.columns.row'), width: 64, number: true, text: (row) => String(row.row) },
    {
      id: 'verdict',
      label: t('imports.columns.verdict'),
      width: 116,
      text: (row) => t(`imports.verdicts.${row.verdict}`),
      render: (row) => <Verdict of={row.verdict} />,
    },
    {
      id: 'label',
      label: t('imports.columns.label'),
      width: 260,
      grow: 1,
      text: (row) => cellText(row, name) ?? labelOf(texts, row),
      render: (row) =>
        changes(row, name) ? (
          <Cell row={row} heading={name} texts={texts} names />
        ) : (
          <span title={labelOf(texts, row)}>{labelOf(texts, row)}</span>
        ),
    },
    ...(rows.some(({ problems }) => problems.length > 0) ? [remarks] : []),
  ]
}

function fileColumns(texts: Words, preview: ImportPreview, rows: readonly ImportRow[]): Column<ImportRow>[] {
  return touched(preview, rows).map((heading) => ({
    id: `file ${heading}`,
    label: heading,
    width: 210,
    text: (row) => cellText(row, heading) ?? '',
    render: (row) => <Cell row={row} heading={heading} texts={texts} />,
  }))
}

export const labelOf = ({ t }: Words, row: ImportRow): string =>
  row.label === '' ? t('imports.details.unnamed') : row.label

/** Headings, in the file's order, under which something happens to a row; the name stands in a column of its own. */
function touched({ columns }: ImportPreview, rows: readonly ImportRow[]): string[] {
  const found = new Set(
    rows.flatMap(({ cells, problems }) => [...cells.map(({ column }) => column), ...problems.map((p) => p.column)]),
  )
  return columns.filter(({ field, heading }) => field !== 'nameVi' && found.has(heading)).map(({ heading }) => heading)
}

const cellOf = (row: ImportRow, heading: string | null): ImportRow['cells'][number] | undefined =>
  row.cells.find(({ column }) => column === heading)

/** A name is shown as a cell only where it changes. */
const changes = (row: ImportRow, heading: string | null): boolean => (cellOf(row, heading)?.before ?? null) !== null

function cellText(row: ImportRow, heading: string | null): string | null {
  const cell = cellOf(row, heading)
  if (cell === undefined) return null
  return cell.before === null ? cell.after : `${cell.before} → ${cell.after ?? ''}`
}

interface CellProps {
  row: ImportRow
  heading: string | null
  texts: Words
  names?: boolean
}

function Cell({ row, heading, texts, names = false }: CellProps): JSX.Element | null {
  const cell = cellOf(row, heading)
  const problems = row.problems.filter(({ column }) => column === heading)
  if (cell === undefined && problems.length === 0) return null
  const said = problems.length === 0 ? null : problems.every(isNote) ? 'noted' : 'error'
  const words = problems.map((problem) => problemText(texts, problem)).join(' ')
  return (
    <CellChange
      before={cell?.before ?? (row.verdict === 'change' && cell !== undefined ? '' : null)}
      after={cell?.after ?? null}
      said={said}
      names={names}
      title={words || (cellText(row, heading) ?? '')}
    />
  )
}

function Remarks({ row: { problems }, texts }: { row: ImportRow; texts: Words }): JSX.Element | null {
  if (problems.length === 0) return null
  const words = problems.map((problem) => remark(texts, problem)).join(' ')
  return (
    <span className={classes['remarks']} title={words}>
      <VerdictSign of={problems.every(isNote) ? 'noted' : 'error'} />
      {words}
    </span>
  )
}
