// Columns of both tables of the answer. The answer itself stands first and is copied with the rest, so that a pasted table says why.
import { useMemo, type JSX } from 'react'
import { IconCheck, IconX } from '@tabler/icons-react'
import type { CapabilityRow } from '../../../db/model/capability'
import { formatDate } from '../../../db/model/dates/partial'
import { FlagWord } from '../../components/FlagWord'
import type { Column } from '../../components/grid/column'
import { StatusIcon } from '../../components/StatusIcon'
import { useTexts, type Texts } from '../../texts/texts'
import classes from './capability.module.css'
import { answerOf, marksOf, methodOf, notesOf } from './words'

/** one layout for both tables */
export const LAYOUT = 'capability'

const both = (vi: string | null, en: string | null): string => vi ?? en ?? ''

const known = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(', ')

/** Narrow enough that a screen of 1366 px shows all; what stands hidden is copied all the same. */
const WIDTHS: Readonly<Record<'can' | 'could', Readonly<Record<string, number>>>> = {
  can: {
    answer: 106,
    lab: 150,
    site: 94,
    matrix: 112,
    test: 134,
    method: 120,
    range: 84,
    expiry: 124,
    checked: 106,
    code: 84,
  },
  could: { answer: 226, lab: 150, site: 100, matrix: 112, test: 180, method: 120, expiry: 124, code: 84 },
}

export function useCapabilityColumns(group: 'can' | 'could'): Column<CapabilityRow>[] {
  const texts = useTexts()
  return useMemo(() => {
    const { t, language } = texts
    const day = (iso: string | null): string => (iso === null ? '' : formatDate(iso, language))
    const columns: Omit<Column<CapabilityRow>, 'label' | 'width' | 'hidden'>[] = [
      {
        id: 'answer',
        fixed: true,
        text: (row) => [answerOf(texts, row), ...notesOf(texts, row)].join('; '),
        render: (row) => <AnswerCell row={row} texts={texts} />,
      },
      { id: 'lab', grow: 1, fixed: true, text: (row) => row.lab.name },
      {
        id: 'site',
        text: (row) => known([row.site, row.area]),
        render: (row) => <span title={known([row.site, row.area])}>{row.area ?? row.site}</span>,
      },
      { id: 'matrix', text: (row) => both(row.matrixVi, row.matrixEn) },
      { id: 'test', text: (row) => both(row.testVi, row.testEn) },
      { id: 'technique', text: (row) => row.technique ?? '' },
      { id: 'method', text: methodOf },
      { id: 'range', text: (row) => row.range ?? '' },
      { id: 'status', text: (row) => t(`status.${row.status}`) },
      {
        id: 'expiry',
        day: (row) => row.expiry,
        text: (row) => day(row.expiry),
        render: (row) => <End row={row} texts={texts} />,
      },
      { id: 'checked', day: (row) => row.checkedOn, text: (row) => day(row.checkedOn) || t('capability.unchecked') },
      { id: 'code', text: (row) => row.code ?? '' },
    ]
    return columns.map((column) => {
      const width = WIDTHS[group][column.id]
      const label = t(`capability.columns.${column.id as 'lab'}`)
      return { ...column, label, width: width ?? 120, hidden: width === undefined }
    })
  }, [texts, group])
}

/** The end with the sign of the status; its word for readers and on hover. */
function End({ row, texts }: { row: CapabilityRow; texts: Texts }): JSX.Element {
  const word = texts.t(`status.${row.status}`)
  return (
    <span className={classes['end']} title={word}>
      <StatusIcon status={row.status} />
      <span className="seen-by-readers">{word}: </span>
      {row.expiry === null ? '' : formatDate(row.expiry, texts.language)}
    </span>
  )
}

/** In the list one word says that there is more to say; the whole stands on hover, in the details and in what is copied. */
function AnswerCell({ row, texts }: { row: CapabilityRow; texts: Texts }): JSX.Element {
  const Sign = row.why === null ? IconCheck : IconX
  const marks = marksOf(texts, row)
  const answer = answerOf(texts, row)
  return (
    <span className={classes['answer']} data-can={row.why === null} title={[answer, ...notesOf(texts, row)].join('; ')}>
      <Sign size={15} stroke={2} aria-hidden />
      <span className={row.why === null && marks.length > 0 ? 'seen-by-readers' : classes['answerWord']}>{answer}</span>
      {marks.map((mark) => (
        <FlagWord key={mark} word={mark} />
      ))}
    </span>
  )
}
