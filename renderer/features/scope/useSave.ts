// Ctrl+S: what stops it stands at its cell and gets the cursor; else one saving. Conflicts stand at their cells too, with what the other wrote:
// saving again keeps one's own.
import { useState } from 'react'
import type { FieldProblem } from '../../../db/model/errors'
import { call } from '../../api'
import { ruleText } from '../../components/fields/fieldError'
import { goTo } from '../../components/sheet/sheet'
import { toast } from '../../components/toast'
import { useNavigation } from '../../stores/navigation'
import { failureSentence } from '../../texts/failureText'
import { useTexts, type Texts } from '../../texts/texts'
import { firstTrouble, type Lists } from './cells'
import { problemsByRow, toSend, type Sending } from './saveRows'
import type { Entry } from './useEntry'

export interface Saving {
  saving: boolean
  /** sentences of the last answer, by row key and column; they go when the cell is changed */
  answered: Readonly<Record<string, Readonly<Record<string, { text: string; cell: string }>>>>
  save: () => Promise<void>
}

export interface SaveQuestion {
  annex: string
  laboratory: string
  lists: Lists
}

const KEY = 'scope.saved'

export function useSave(entry: Entry, { annex, laboratory, lists }: SaveQuestion): Saving {
  const texts = useTexts()
  const { t } = texts
  const [saving, setSaving] = useState(false)
  const [answered, setAnswered] = useState<Saving['answered']>({})
  const stand = (row: number, column: string): void =>
    entry.change((now) => goTo(now, { row, column: Math.max(0, now.columns.indexOf(column)) }))
  const refused = async (
    failure: { code: string; fields?: FieldProblem[] },
    sent: Sending,
    sentence: string,
  ): Promise<void> => {
    const found = problemsByRow(failure.fields ?? [], sent.keys)
    const next: Record<string, Record<string, { text: string; cell: string }>> = {}
    for (const { key, column, problem } of found) {
      const cell = entry.kept.rows.find((row) => row.key === key)?.cells[column] ?? ''
      next[key] = { ...next[key], [column]: { text: problemWords(texts, problem), cell } }
    }
    setAnswered(next)
    const [first] = found
    if (first !== undefined)
      stand(
        entry.kept.rows.findIndex(({ key }) => key === first.key),
        first.column,
      )
    if (failure.code === 'conflict') {
      const fresh = await call('annexes.get', { id: annex })
      if (fresh.ok) entry.meet(fresh.value)
    }
    toast({
      key: KEY,
      tone: 'failed',
      text: found.length > 0 && failure.code === 'conflict' ? t('scope.save.conflict') : sentence,
    })
  }
  const save = async (): Promise<void> => {
    if (saving) return
    const trouble = firstTrouble(entry.kept.rows, lists)
    if (trouble !== null) {
      stand(trouble.row, trouble.column)
      return toast({ key: KEY, tone: 'failed', text: t('scope.save.trouble') })
    }
    if (!entry.changed) return toast({ key: KEY, text: t('scope.save.nothing') })
    const sent = toSend(entry.kept, lists)
    setSaving(true)
    const answer = await call('scope.saveMany', { annex, seen: entry.kept.seen, rows: sent.rows, remove: sent.remove })
    setSaving(false)
    if (!answer.ok) return refused(answer.error, sent, failureSentence(t, answer.error))
    setAnswered({})
    entry.settle(sent.keys, answer.value)
    toast({
      key: KEY,
      text: savedWords(texts, sent),
      action: {
        label: t('scope.back'),
        run: () => useNavigation.getState().go('lab', { id: laboratory, section: 'scope' }),
      },
    })
  }
  return { saving, answered, save }
}

/** Says what was written, not all that stands in the grid. */
function savedWords({ t, n }: Texts, { rows, remove }: Sending): string {
  const count = rows.filter((row) => row.id === undefined || Object.keys(row).length > 1).length
  const removed = t('scope.save.removed', { count: remove.length, shown: n(remove.length) })
  if (count === 0) return remove.length > 0 ? removed : t('scope.save.order')
  return [t('scope.save.done', { count, shown: n(count) }), ...(remove.length > 0 ? [removed] : [])].join(' ')
}

function problemWords(texts: Texts, problem: FieldProblem): string {
  if (problem.rule !== 'changed_since') return ruleText(texts, problem.rule, problem.params)
  const theirs = typeof problem.theirs === 'string' ? problem.theirs : '—'
  return texts.t('scope.save.theirs', { by: problem.by ?? '', theirs })
}
