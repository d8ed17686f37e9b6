// The row of the preview with the focus, whole: each cell from what to what, and what is said about it right beside it.
import type { JSX } from 'react'
import type { ImportRow } from '../../../db/model/shapes/exchange'
import { useTexts } from '../../texts/texts'
import { Answers, CellFix } from './Answers'
import { labelOf } from './columns'
import classes from './imports.module.css'
import { isNote, problemText, type RowProblem } from './problems'
import { Verdict, VerdictSign } from './Verdict'

export interface RowDetailsProps {
  row: ImportRow
  /** key of the form by heading */
  fieldOf: (heading: string | null) => string | null
}

export function RowDetails({ row, fieldOf }: RowDetailsProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const headings = [
    ...new Set([...row.cells.map(({ column }) => column), ...row.problems.flatMap((p) => p.column ?? [])]),
  ]
  return (
    <section className={classes['details']}>
      <h2>{labelOf(texts, row)}</h2>
      <p className={classes['kind']}>
        {t('imports.details.row', { row: row.row })} · <Verdict of={row.verdict} />
      </p>
      <Said row={row.row} field={null} problems={row.problems.filter(({ column }) => column === null)} />
      {headings.length === 0 && row.problems.length === 0 && <p>{t('imports.details.nothing')}</p>}
      <ul>
        {headings.map((heading) => (
          <CellDetails key={heading} row={row} heading={heading} field={fieldOf(heading)} />
        ))}
      </ul>
    </section>
  )
}

interface CellDetailsProps {
  row: ImportRow
  heading: string
  field: string | null
}

function CellDetails({ row, heading, field }: CellDetailsProps): JSX.Element {
  const { t } = useTexts()
  const cell = row.cells.find(({ column }) => column === heading)
  const problems = row.problems.filter(({ column }) => column === heading)
  return (
    <li>
      <h3>{heading}</h3>
      {cell !== undefined && (
        <dl>
          {row.verdict !== 'new' && (
            <div>
              <dt>{t('imports.details.before')}</dt>
              <dd>{cell.before === null ? t('records.values.empty') : <del>{cell.before}</del>}</dd>
            </div>
          )}
          <div>
            <dt>{t('imports.details.after')}</dt>
            <dd>
              <ins>{cell.after}</ins>
            </dd>
          </div>
        </dl>
      )}
      <Said row={row.row} field={field} problems={problems} />
      {field !== null && problems.length > 0 && (
        <CellFix key={`${row.row} ${cell?.after ?? ''}`} row={row.row} field={field} text={cell?.after ?? ''} />
      )}
    </li>
  )
}

interface SaidProps {
  row: number
  field: string | null
  problems: readonly RowProblem[]
}

function Said({ row, field, problems }: SaidProps): JSX.Element {
  const texts = useTexts()
  return (
    <>
      {problems.map((problem) => (
        <div key={problem.rule}>
          <p className={classes['said']} data-verdict={isNote(problem) ? 'noted' : 'error'}>
            <VerdictSign of={isNote(problem) ? 'noted' : 'error'} />
            <span>{problemText(texts, problem)}</span>
          </p>
          <Answers row={row} field={field} problem={problem} />
        </div>
      ))}
    </>
  )
}
