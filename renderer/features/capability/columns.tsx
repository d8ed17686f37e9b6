// Columns of both tables of the answer. The answer itself stands first and is copied with the rest, so that a pasted table says why.
import { useMemo, type JSX } from 'react'
import { IconCheck, IconX } from '@tabler/icons-react'
import type { CapabilityRow } from '../../../db/model/capability'
import { formatDate } from '../../../db/model/dates/partial'
import { FlagWord } from '../../components/FlagWord'
import type { Column } from '../../components/grid/column'
import { StatusBadge } from '../../components/StatusBadge'
import { useTexts, type Texts } from '../../texts/texts'
import classes from './capability.module.css'
import { answerOf, methodOf, notesOf } from './words'

/** one layout for both tables */
export const LAYOUT = 'capability'

const both = (vi: string | null, en: string | null): string => vi ?? en ?? ''

export function useCapabilityColumns(group: 'can' | 'could'): Column<CapabilityRow>[] {
  const texts = useTexts()
  return useMemo(() => {
    const { t, language } = texts
    const day = (iso: string | null): string => (iso === null ? '' : formatDate(iso, language))
    const columns: Omit<Column<CapabilityRow>, 'label'>[] = [
      {
        id: 'answer',
        width: group === 'can' ? 150 : 230,
        fixed: true,
        text: (row) => [answerOf(texts, row), ...notesOf(texts, row)].join('; '),
        render: (row) => <AnswerCell row={row} texts={texts} />,
      },
      { id: 'lab', width: 210, grow: true, fixed: true, text: (row) => row.lab.name },
      { id: 'site', width: 130, text: (row) => [row.site, row.area].filter((part) => part !== null).join(', ') },
      { id: 'matrix', width: 150, text: (row) => both(row.matrixVi, row.matrixEn) },
      { id: 'test', width: 210, text: (row) => both(row.testVi, row.testEn) },
      { id: 'technique', width: 110, hidden: true, text: (row) => row.technique ?? '' },
      { id: 'method', width: 150, text: methodOf },
      { id: 'range', width: 130, text: (row) => row.range ?? '' },
      { id: 'code', width: 92, text: (row) => row.code ?? '' },
      {
        id: 'status',
        width: 176,
        hidden: group === 'could',
        text: (row) => t(`status.${row.status}`),
        render: (row) => <StatusBadge status={row.status} daysLeft={row.daysLeft} />,
      },
      { id: 'expiry', width: 98, text: (row) => day(row.expiry) },
      { id: 'checked', width: 92, text: (row) => day(row.checkedOn) || t('capability.unchecked') },
    ]
    return columns.map((column) => ({ ...column, label: t(`capability.columns.${column.id as 'lab'}`) }))
  }, [texts, group])
}

function AnswerCell({ row, texts }: { row: CapabilityRow; texts: Texts }): JSX.Element {
  const Sign = row.why === null ? IconCheck : IconX
  const notes = notesOf(texts, row)
  const answer = answerOf(texts, row)
  return (
    <span className={classes['answer']} data-can={row.why === null} title={[answer, ...notes].join('; ')}>
      <Sign size={15} stroke={2} aria-hidden />
      <span className={classes['answerWord']}>{row.why === null && notes.length > 0 ? '' : answer}</span>
      {notes.map((note) => (
        <FlagWord key={note} word={note} />
      ))}
    </span>
  )
}
