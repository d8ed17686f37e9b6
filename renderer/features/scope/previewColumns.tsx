// Columns of the rows read in an annex's text: only those that the text fills, with what is doubtful about a row first.
import { useMemo } from 'react'
import type { AnnexReading, ReadRow } from '../../../db/model/scope/reading'
import { FlagWord } from '../../components/FlagWord'
import type { Column } from '../../components/grid/column'
import { useTexts } from '../../texts/texts'
import classes from './scope.module.css'

const fields = [
  'matrixVi',
  'testVi',
  'quantity',
  'range',
  'cmc',
  'method',
  'field',
  'matrixEn',
  'testEn',
  'technique',
  'note',
] as const
const widths: Partial<Record<(typeof fields)[number], number>> = { testVi: 230, method: 180, field: 90, range: 150 }

export function usePreviewColumns({ rows }: AnnexReading): Column<ReadRow>[] {
  const { t } = useTexts()
  return useMemo(() => {
    const doubts = (row: ReadRow): string => row.doubts.map((doubt) => t(`scope.doubts.${doubt}`)).join(', ')
    const inclusion = (row: ReadRow): string =>
      row.inclusion === 'included' ? '' : t(`records.choices.inclusions.${row.inclusion}`)
    const columns: Column<ReadRow>[] = [
      { id: 'number', label: t('scope.preview.number'), width: 52, text: (row) => row.number ?? '' },
      ...fields
        .filter((id) => id === 'testVi' || id === 'method' || rows.some((row) => row[id] !== null))
        .map((id) => ({
          id,
          label: t(`scope.columns.${id}`),
          width: widths[id] ?? 150,
          ...(id === 'testVi' ? { grow: 2 } : {}),
          text: (row: ReadRow) => (row[id] ?? '').replaceAll('\n', ' ⏎ '),
          ...(id === 'matrixVi' && {
            render: (row: ReadRow) => (
              <span
                className={row.inherited.includes('matrix') ? classes['inherited'] : undefined}
                title={row.matrixVi ?? ''}
              >
                {row.matrixVi}
              </span>
            ),
          }),
        })),
    ]
    if (rows.some((row) => row.inclusion !== 'included'))
      columns.splice(3, 0, { id: 'inclusion', label: t('scope.columns.inclusion'), width: 110, text: inclusion })
    if (rows.some((row) => row.doubts.length > 0))
      columns.splice(1, 0, {
        id: 'doubts',
        label: t('scope.preview.doubts'),
        width: 150,
        text: doubts,
        render: (row) =>
          row.doubts.length === 0 ? (
            ''
          ) : (
            <span title={doubts(row)}>
              <FlagWord word={doubts(row)} />
            </span>
          ),
      })
    return columns
  }, [t, rows])
}
