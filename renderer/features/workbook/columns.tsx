// Columns of the preview: sheet, row, what becomes of it, which record, what happens in it, and what was chosen.
import { useMemo } from 'react'
import { choiceOf, type BookChoices } from '../../../db/model/book-choices'
import type { BookCell, BookPreview, BookRow } from '../../../db/model/shapes/book'
import type { Column } from '../../components/grid/column'
import { useTexts, type Translate } from '../../texts/texts'
import { problemText, type Words } from './problems'
import { Verdict, type Shown } from './Verdict'
import { isAnswered, useWorkbookStore } from './workbookStore'

export function useBookColumns(preview: BookPreview): readonly Column<BookRow>[] {
  const { t, language } = useTexts()
  const choices = useWorkbookStore((state) => state.choices)
  return useMemo(() => columnsOf({ t, language }, preview, choices), [t, language, preview, choices])
}

function columnsOf(texts: Words, preview: BookPreview, choices: BookChoices): Column<BookRow>[] {
  const { t } = texts
  const names = new Map<string, string>(preview.sheets.map(({ sheet, name }) => [sheet, name]))
  return [
    {
      id: 'verdict',
      label: t('workbook.columns.verdict'),
      width: 116,
      text: (row) => t(`workbook.verdicts.${row.verdict as Shown}`),
      render: (row) => <Verdict of={row.verdict as Shown} />,
    },
    { id: 'sheet', label: t('workbook.columns.sheet'), width: 170, text: (row) => names.get(row.sheet) ?? '' },
    {
      id: 'row',
      label: t('workbook.columns.row'),
      width: 64,
      number: true,
      text: (row) => (row.row === null ? '' : String(row.row)),
    },
    { id: 'code', label: t('workbook.columns.code'), width: 84, text: (row) => row.code },
    { id: 'label', label: t('workbook.columns.label'), width: 240, text: (row) => row.label },
    { id: 'what', label: t('workbook.columns.what'), width: 420, grow: 1, text: (row) => whatWords(texts, row) },
    { id: 'choice', label: t('workbook.columns.choice'), width: 150, text: (row) => choiceWords(t, row, choices) },
  ]
}

export const labelOf = (t: Translate, row: BookRow): string =>
  row.label === '' ? t('workbook.details.unnamed') : row.label

/** In one line: what the whole row is about, then each cell from what to what. */
function whatWords(texts: Words, row: BookRow): string {
  const { t } = texts
  return [
    ...(row.case === null ? [] : [t(`workbook.cases.${row.case}`)]),
    ...row.problems.map((problem) => problemText(texts, problem)),
    ...row.cells.map((cell) => cellWords(texts, cell)),
  ].join('; ')
}

function cellWords(texts: Words, { heading, kind, ours, theirs, problem }: BookCell): string {
  const { t } = texts
  if (kind === 'error' && problem !== undefined) return `${heading}: ${problemText(texts, problem)}`
  if (kind === 'new') return `${heading}: ${theirs ?? ''}`
  const none = t('records.values.empty')
  return `${heading}: ${ours ?? none} → ${theirs ?? none}`
}

function choiceWords(t: Translate, row: BookRow, choices: BookChoices): string {
  if (row.verdict === 'error') return t('workbook.choice.leftOut')
  if (!isAnswered(row, choices)) return t('workbook.choice.open')
  if (row.case === 'missing' || row.case === 'trashed') return t(`workbook.choice.${choices.rows?.[row.key] ?? 'keep'}`)
  if (row.verdict === 'new') return t('workbook.choice.add')
  if (row.case === 'again' && choices.rows?.[row.key] === 'add') return t('workbook.choice.add')
  const taken = new Set(row.cells.map((cell) => choiceOf(row, cell, choices)))
  return t(
    taken.size > 1 ? 'workbook.choice.both' : taken.has('theirs') ? 'workbook.choice.theirs' : 'workbook.choice.ours',
  )
}
