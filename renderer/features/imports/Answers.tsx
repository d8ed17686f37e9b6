// What can be done about a problem right in the preview: take a suggestion, say which laboratory is meant, split a row, write the cell anew.
import { Button, TextInput } from '@mantine/core'
import { useState, type JSX } from 'react'
import { useTexts } from '../../texts/texts'
import { fixCell, leaveRow, splitRow, takeRow } from './importStore'
import classes from './imports.module.css'
import type { RowProblem } from './problems'

/** Two sides that a person decides between. */
const CONFLICTS: ReadonlySet<string> = new Set([
  'changed_since',
  'differs_from_row',
  'contradicts_row',
  'sector_disagrees',
  'paper_differs',
])

export interface AnswersProps {
  row: number
  /** the column's key of the form; null: none, so that its cell cannot be written here */
  field: string | null
  problem: RowProblem
}

export function Answers({ row, field, problem: { rule, params = {} } }: AnswersProps): JSX.Element | null {
  const { t } = useTexts()
  const offers = String(params['offers'] ?? params['suggestion'] ?? '')
    .split('\n')
    .filter((offer) => offer !== '')
  const lab = params['lab']
  const asksWhich = lab !== undefined || rule === 'like_row'
  // an old area code is told as one number of a list: it cannot take the place of the cell
  const takes = field !== null && !rule.startsWith('note.') ? offers : []
  const decides = CONFLICTS.has(rule)
  if (takes.length === 0 && !asksWhich && rule !== 'several_labs' && !decides) return null
  return (
    <div className={classes['buttons']}>
      {field !== null &&
        takes.map((text) => (
          <Button
            key={text}
            size="compact-sm"
            variant="default"
            onClick={() => void fixCell({ row, key: field, text })}
          >
            {t('importReading.take', { text })}
          </Button>
        ))}
      {lab !== undefined && (
        <Button size="compact-sm" variant="default" onClick={() => void fixCell({ row, key: 'id', text: String(lab) })}>
          {t('importReading.same')}
        </Button>
      )}
      {asksWhich && (
        <Button size="compact-sm" variant="default" onClick={() => void fixCell({ row, key: 'id', text: 'mới' })}>
          {t('importReading.other')}
        </Button>
      )}
      {rule === 'changed_since' && (
        <Button size="compact-sm" variant="default" onClick={() => void takeRow(row)}>
          {t('importReading.takeFile')}
        </Button>
      )}
      {decides && (
        <Button size="compact-sm" variant="default" onClick={() => void leaveRow(row)}>
          {t('importReading.leaveRow')}
        </Button>
      )}
      {rule === 'several_labs' && (
        <Button size="compact-sm" variant="default" onClick={() => void splitRow(row)}>
          {t('importReading.split', { count: Number(params['count']), shown: String(params['count']) })}
        </Button>
      )}
    </div>
  )
}

export function CellFix({ row, field, text }: { row: number; field: string; text: string }): JSX.Element {
  const { t } = useTexts()
  const [typed, setTyped] = useState(text)
  return (
    <form
      className={classes['fixing']}
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== text) void fixCell({ row, key: field, text: typed })
      }}
    >
      <TextInput
        size="xs"
        aria-label={t('importReading.fix')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button size="xs" variant="default" type="submit" disabled={typed === text}>
        {t('importReading.fix')}
      </Button>
    </form>
  )
}
