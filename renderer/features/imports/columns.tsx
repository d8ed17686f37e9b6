// Columns of the preview: row, what becomes of it, laboratory, remark, then every column of the file in which something happens.
import { useMemo, type JSX } from 'react'
import type { ImportPreview, ImportRow } from '../../../db/model/exchange-shapes'
import type { Column } from '../../components/grid/column'
import { useTexts } from '../../texts/texts'
import { CellChange } from './CellChange'
import classes from './imports.module.css'
import { isNote, problemText, remark, type Words } from './problems'
import { Verdict, VerdictSign } from './Verdict'

export function usePreviewColumns(preview: ImportPreview): readonly Column<ImportRow>[] {
  const { t, language } = useTexts()
  return useMemo(() => previewColumns({ t, language }, preview), [t, language, preview])
}

function previewColumns(texts: Words, preview: ImportPreview): Column<ImportRow>[] {
  const { t } = texts
  const name = preview.columns.find(({ field }) => field === 'nameVi')?.heading ?? null
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
      text: (row) => cellText(row, name) ?? labelOf(texts, row),
      render: (row) => (changes(row, name) ? <Cell row={row} heading={name} texts={texts} /> : labelOf(texts, row)),
    },
    {
      id: 'remark',
      label: t('imports.columns.remark'),
      width: 360,
      text: (row) => row.problems.map((problem) => remark(texts, problem)).join(' '),
      render: (row) => <Remarks row={row} texts={texts} />,
    },
    ...touched(preview).map((heading) => ({
      id: `file ${heading}`,
      label: heading,
      width: 180,
      text: (row: ImportRow) => cellText(row, heading) ?? '',
      render: (row: ImportRow) => <Cell row={row} heading={heading} texts={texts} />,
    })),
  ]
}

export const labelOf = ({ t }: Words, row: ImportRow): string =>
  row.label === '' ? t('imports.details.unnamed') : row.label

/** Headings, in the file's order, under which some row has a change or a problem; the name stands in a column of its own. */
function touched({ columns, rows }: ImportPreview): string[] {
  const found = new Set(
    rows.flatMap(({ cells, problems }) => [...cells.map(({ column }) => column), ...problems.map((p) => p.column)]),
  )
  return columns.filter(({ field, heading }) => field !== 'nameVi' && found.has(heading)).map(({ heading }) => heading)
}

const cellOf = (row: ImportRow, heading: string | null): ImportRow['cells'][number] | undefined =>
  row.cells.find(({ column }) => column === heading)

/** The name is shown as a cell only where it changes or something is said about it. */
const changes = (row: ImportRow, heading: string | null): boolean =>
  (cellOf(row, heading)?.before ?? null) !== null || row.problems.some(({ column }) => column === heading)

function cellText(row: ImportRow, heading: string | null): string | null {
  const cell = cellOf(row, heading)
  if (cell === undefined) return null
  return cell.before === null ? cell.after : `${cell.before} → ${cell.after ?? ''}`
}

interface CellProps {
  row: ImportRow
  heading: string | null
  texts: Words
}

function Cell({ row, heading, texts }: CellProps): JSX.Element | null {
  const cell = cellOf(row, heading)
  const problems = row.problems.filter(({ column }) => column === heading)
  if (cell === undefined && problems.length === 0) return null
  const said = problems.length === 0 ? null : problems.every(isNote) ? 'noted' : 'error'
  const words = problems.map((problem) => problemText(texts, problem)).join(' ')
  return (
    <CellChange
      before={cell?.before ?? null}
      after={cell?.after ?? null}
      said={said}
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
