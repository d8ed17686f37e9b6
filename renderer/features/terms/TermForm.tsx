// One pair of words, new or changed, under the list. Only what was changed is sent; a value that somebody else changed meanwhile is told
// at its field once, and the next save writes over it knowingly.
import { Button } from '@mantine/core'
import { useEffect, useState, type FormEvent, type JSX } from 'react'
import { useForm, type Control } from 'react-hook-form'
import type { FieldProblem } from '../../../db/model/errors'
import type { TermRow } from '../../../db/model/shapes/terms'
import { useActions } from '../../actions/action'
import { showProblems } from '../../components/fields/fieldError'
import { SelectField } from '../../components/fields/SelectField'
import { TextField } from '../../components/fields/TextField'
import { toast } from '../../components/toast'
import { failureSentence } from '../../texts/failureText'
import { useTexts, type Texts } from '../../texts/texts'
import { useSend } from '../../useCall'
import classes from './terms.module.css'
import { nameOfPair } from './trashTerm'

interface Values {
  term: string | null
  kind: TermRow['kind']
  other: string | null
}

export interface TermFormProps {
  /** null: a new pair */
  row: TermRow | null
  /** `seq` of the list now */
  seq: number
  onDone: () => void
}

export function TermForm({ row, seq, onDone }: TermFormProps): JSX.Element {
  const { t } = useTexts()
  const { control, save, saving } = useTermForm({ row, seq, onDone })
  useActions([{ id: 'terms.save', label: 'terms.save', shortcut: 'Ctrl+S', hidden: true, run: save }])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save()
  }
  const kinds = (['same', 'within'] as const).map((value) => ({ value, label: t(`terms.kinds.${value}`) }))
  return (
    <div className={classes['below']}>
      <form
        className={classes['form']}
        aria-label={t(row === null ? 'terms.add' : 'terms.actions.edit')}
        noValidate
        onSubmit={submit}
      >
        <TextField control={control} name="term" label={t('terms.columns.term')} required />
        <SelectField control={control} name="kind" label={t('terms.columns.kind')} options={kinds} />
        <TextField control={control} name="other" label={t('terms.columns.other')} required />
        <div className={classes['end']}>
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={saving}>
            {t('terms.save')}
          </Button>
        </div>
      </form>
    </div>
  )
}

function useTermForm({ row, seq, onDone }: TermFormProps): {
  control: Control<Values>
  save: () => void
  saving: boolean
} {
  const texts = useTexts()
  const { t } = texts
  const [opened] = useState<Values>(() => row ?? { term: null, kind: 'same', other: null })
  const [seen, setSeen] = useState(seq)
  const [send, saving] = useSend('terms.save')
  const { control, handleSubmit, setError, setFocus } = useForm<Values>({ defaultValues: opened })
  useEffect(() => setFocus('term', { shouldSelect: true }), [setFocus])
  const told = (problems: readonly FieldProblem[] = []): boolean => showProblems(texts, setError, problems)
  const save = async (values: Values): Promise<void> => {
    const empty = (['term', 'other'] as const).filter((name) => (values[name] ?? '').trim() === '')
    if (told(empty.map((field) => ({ field, rule: 'required' })))) return
    const whole = { term: values.term ?? '', kind: values.kind, other: values.other ?? '' }
    const answer = await send(row === null ? { change: whole } : { id: row.id, seen, change: changed(whole, opened) })
    if (answer.ok) {
      toast({ text: t('terms.saved', { name: nameOfPair(whole) }), key: 'terms.saved' })
      return onDone()
    }
    const { error } = answer
    if (error.code === 'conflict') setSeen(seq)
    if (!told(error.fields?.map((each) => atField(each, error.code === 'conflict', texts))))
      toast({ text: t('terms.failed', { why: failureSentence(t, error) }), tone: 'failed' })
  }
  return { control, saving, save: () => void (saving || handleSubmit(save)()) }
}

/** The problem as the form's field tells it; of a conflict with what the other person wrote. */
function atField(problem: FieldProblem, isConflict: boolean, { t }: Texts): FieldProblem {
  const field = problem.field.replace(/^change\./, '')
  if (!isConflict) return { ...problem, field }
  const { theirs } = problem
  const isKind = theirs === 'same' || theirs === 'within'
  return {
    ...problem,
    field,
    rule: 'conflict',
    theirs: field === 'kind' && isKind ? t(`terms.kinds.${theirs}`) : theirs,
  }
}

function changed(now: Pick<TermRow, 'term' | 'kind' | 'other'>, opened: Values): Partial<typeof now> {
  return {
    ...(now.term !== opened.term && { term: now.term }),
    ...(now.kind !== opened.kind && { kind: now.kind }),
    ...(now.other !== opened.other && { other: now.other }),
  }
}
