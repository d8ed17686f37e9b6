// The row with the focus, whole: each cell as exported, in the register and in the file, side by side, with the choice between the last two.
import { Button, Radio } from '@mantine/core'
import { use, type JSX } from 'react'
import { cellChoices, cellKey, choiceOf, type RowChoice } from '../../../db/model/book-choices'
import type { BookCase, BookCell, BookPreview, BookRow } from '../../../db/model/shapes/book'
import { ActorContext } from '../../components/changes/actor'
import { formatInstant } from '../../texts/instants'
import { useTexts } from '../../texts/texts'
import { labelOf } from './columns'
import { problemText } from './problems'
import { Verdict, VerdictSign, type Shown } from './Verdict'
import classes from './workbook.module.css'
import { chooseAllOf, chooseCell, chooseRow, useWorkbookStore } from './workbookStore'

export interface RowDetailsProps {
  row: BookRow
  preview: BookPreview
  disabled: boolean
}

export function RowDetails({ row, preview, disabled }: RowDetailsProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const sheet = preview.sheets.find((each) => each.sheet === row.sheet)?.name ?? ''
  const conflicts = row.cells.filter(({ kind }) => kind === 'conflict').length
  return (
    <section className={classes['details']}>
      <h2>{labelOf(t, row)}</h2>
      <p className={classes['kind']}>
        {sheet} · {row.row === null ? row.code : t('workbook.details.row', { row: row.row, code: row.code })} ·{' '}
        <Verdict of={row.verdict as Shown} />
      </p>
      {row.problems.map((problem) => (
        <p key={problem.rule} className={classes['said']} data-verdict="error">
          <VerdictSign of="error" />
          <span>{problemText(texts, problem)}</span>
        </p>
      ))}
      {row.case !== null && row.verdict !== 'error' && <CaseQuestion row={row} about={row.case} disabled={disabled} />}
      {conflicts > 1 && row.case !== 'trashed' && (
        <div className={classes['buttons']}>
          <Button size="compact-sm" variant="default" disabled={disabled} onClick={() => chooseAllOf(row, 'ours')}>
            {t('workbook.details.rowOurs')}
          </Button>
          <Button size="compact-sm" variant="default" disabled={disabled} onClick={() => chooseAllOf(row, 'theirs')}>
            {t('workbook.details.rowTheirs')}
          </Button>
        </div>
      )}
      <ul>
        {row.cells.map((cell) => (
          <CellDetails key={cell.column} row={row} cell={cell} disabled={disabled} />
        ))}
      </ul>
    </section>
  )
}

const answersOf: Record<BookCase, readonly RowChoice[]> = {
  missing: ['keep', 'trash'],
  trashed: ['keep', 'restore'],
  again: ['keep', 'add'],
}

function CaseQuestion({ row, about, disabled }: { row: BookRow; about: BookCase; disabled: boolean }): JSX.Element {
  const { t } = useTexts()
  const said = useWorkbookStore((state) => state.choices.rows[row.key])
  // only the trash has to be answered; the others have a usual answer
  const value = said ?? (about === 'trashed' ? null : 'keep')
  return (
    <Radio.Group
      name={`row ${row.key}`}
      label={t(`workbook.cases.${about}`)}
      description={t(`workbook.explain.${about}`)}
      value={value}
      onChange={(answer) => chooseRow(row, answer as RowChoice)}
    >
      <div className={classes['answers']}>
        {answersOf[about].map((answer) => (
          <Radio
            key={answer}
            value={answer}
            disabled={disabled}
            label={t(`workbook.answers.${about}.${answer as 'keep'}`)}
          />
        ))}
      </div>
    </Radio.Group>
  )
}

interface CellDetailsProps {
  row: BookRow
  cell: BookCell
  disabled: boolean
}

function CellDetails({ row, cell, disabled }: CellDetailsProps): JSX.Element {
  const texts = useTexts()
  const { t, language } = texts
  const nameOf = use(ActorContext)
  const choices = useWorkbookStore((state) => state.choices)
  const asks =
    ['conflict', 'change', 'emptied'].includes(cell.kind) && row.case !== 'trashed' && row.verdict !== 'error'
  const whole = row.case === 'again' && choices.rows[row.key] === 'add'
  const takes = cell.kind === 'emptied' ? 'workbook.details.clear' : 'workbook.details.takeTheirs'
  const none = <span className={classes['dim']}>{t('records.values.empty')}</span>
  return (
    <li data-kind={cell.kind}>
      <h3>{cell.heading}</h3>
      {cell.kind === 'new' ? (
        <p className={classes['value']}>{cell.theirs}</p>
      ) : (
        <dl>
          {cell.kind === 'conflict' && (
            <div>
              <dt>{t('workbook.details.base')}</dt>
              <dd>{cell.base ?? none}</dd>
            </div>
          )}
          <div>
            <dt>{t('workbook.details.ours')}</dt>
            <dd>
              {cell.ours ?? none}
              {cell.by !== undefined && cell.at !== undefined && (
                <span className={classes['by']}>
                  {t('workbook.details.by', { who: nameOf(cell.by), when: formatInstant(cell.at, language) })}
                </span>
              )}
            </dd>
          </div>
          <div>
            <dt>{t('workbook.details.theirs')}</dt>
            <dd>{cell.theirs ?? none}</dd>
          </div>
        </dl>
      )}
      {cell.problem !== undefined && (
        <p className={classes['said']} data-verdict={cell.kind === 'error' ? 'error' : 'asked'}>
          <VerdictSign of={cell.kind === 'error' ? 'error' : 'asked'} />
          <span>{problemText(texts, cell.problem)}</span>
        </p>
      )}
      {asks && cell.problem === undefined && !whole && (
        <div
          role="radiogroup"
          aria-label={t('workbook.details.choice', { heading: cell.heading })}
          className={classes['answers']}
        >
          {cellChoices.map((choice) => (
            <Radio
              key={choice}
              name={cellKey(row, cell)}
              checked={choiceOf(row, cell, choices) === choice}
              disabled={disabled}
              label={t(choice === 'ours' ? 'workbook.details.takeOurs' : takes)}
              onChange={() => chooseCell(row, cell.column, choice)}
            />
          ))}
        </div>
      )}
    </li>
  )
}
