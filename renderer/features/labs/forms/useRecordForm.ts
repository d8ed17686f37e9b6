// The life of one open form: what was read, what is typed, and the road of a save through checks, other people's changes and a registry
// that restarts. Nothing typed is touched by any of it; one save at a time.
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useForm, type FieldValues, type Path, type PathValue, type UseFormReturn } from 'react-hook-form'
import type { Saved } from '../../../../db/model/shapes/answer'
import { showProblems } from '../../../components/fields/fieldError'
import { toast } from '../../../components/toast'
import { useConnection } from '../../../stores/connection'
import { useNavigation, type Place } from '../../../stores/navigation'
import { failureSentence } from '../../../texts/failureText'
import { useTexts } from '../../../texts/texts'
import { choicesOf, unchosen } from './clashes'
import type { Draft } from './drafts'
import { formFields, resolverOf, type RecordSpec } from './recordSpec'
import { saveRecord, standingOf, type Outcome, type Standing } from './saveRecord'
import { isShown, leaveFor } from './steps'
import type { After, Trouble } from './trouble'
import { useKept } from './useKept'
import { differences, join, same, type Values } from './values'

export interface RecordForm<V extends FieldValues, C extends object> {
  form: UseFormReturn<V, unknown, C>
  /** null: not in the register yet */
  id: string | null
  saving: boolean
  trouble: Trouble | null
  save: (after: After) => void
  /** takes mine or theirs at one place where both changed */
  choose: (path: string, side: 'mine' | 'theirs') => void
  /** lets go of what was typed, also of its draft; the panel closes elsewhere */
  drop: () => void
}

const RETRY_MS = 400
const REPEATS = 3

export function useRecordForm<V extends FieldValues, C extends object>(
  spec: RecordSpec<V, C>,
  draft: Draft | null,
  locked: boolean,
): RecordForm<V, C> {
  const [opened] = useState(() => opening(spec, draft))
  const form = useForm<V, unknown, C>({
    defaultValues: opened.values as never,
    resolver: resolverOf(spec.schema, spec.check),
    mode: 'onTouched',
  })
  const [standing] = useState(() =>
    standingOf<V>({
      id: spec.id,
      seen: spec.id === null ? (draft?.seen ?? spec.start.seen) : spec.start.seen,
      base: spec.start.values,
      // the program may have died between the saving and the draft's going: what it holds may be there already
      unsure: spec.id === null && draft !== null,
    }),
  )
  const [id, setId] = useState(spec.id)
  const [trouble, setTrouble] = useState<Trouble | null>(opened.trouble)
  const kept = useKept(form, spec, { standing, draft, trouble })
  const road = useRoad(spec, { form, standing, kept, setTrouble, setId })
  const [saving, setSaving] = useState(false)
  const busy = useRef(false)

  const save = (after: After): void => {
    if (busy.current || locked) return
    if (trouble?.kind === 'choices' && unchosen(trouble.choices) !== undefined) return focusChoice()
    busy.current = true
    setSaving(true)
    void road(after).finally(() => {
      busy.current = false
      setSaving(false)
    })
  }
  useRetry(trouble, save)

  const choose = (path: string, side: 'mine' | 'theirs'): void => {
    if (trouble?.kind !== 'choices') return
    const choices = trouble.choices.map((each) => (each.path === path ? { ...each, chosen: side } : each))
    const choice = choices.find((each) => each.path === path)
    if (choice !== undefined) write(form, path, side === 'mine' ? choice.mine : choice.theirs)
    setTrouble({ kind: 'choices', choices })
  }
  return { form, id, saving, trouble, save, choose, drop: kept.drop }
}

function opening<V extends FieldValues, C extends object>(
  spec: RecordSpec<V, C>,
  draft: Draft | null,
): { values: V; trouble: Trouble | null } {
  const now = spec.start.values
  if (draft === null) return { values: now, trouble: null }
  const known = Object.fromEntries(Object.entries(draft.values).filter(([key]) => Object.hasOwn(now, key)))
  const { values, clashes } = join<V>({ ...now, ...draft.base }, { ...now, ...known }, now, spec.lists)
  return { values, trouble: clashes.length === 0 ? null : { kind: 'choices', choices: choicesOf(clashes, []) } }
}

function write<V extends FieldValues, C extends object>(
  form: UseFormReturn<V, unknown, C>,
  path: string,
  value: unknown,
): void {
  form.setValue(path as Path<V>, value as PathValue<V, Path<V>>, { shouldDirty: true })
}

/** The first place that still waits for a choice. */
function focusChoice(): void {
  document.querySelector<HTMLElement>('[data-choice="open"] button')?.focus()
}

/** Leaves the form as wanted; the target may be for the record just saved. */
function leave({ target = null, step }: After, id: string): void {
  leaveFor(step === undefined ? target : step(id))
}

interface RoadParts<V extends FieldValues, C extends object> {
  form: UseFormReturn<V, unknown, C>
  standing: Standing<V>
  kept: ReturnType<typeof useKept>
  setTrouble: (trouble: Trouble | null) => void
  setId: (id: string | null) => void
}

function wayTo({ screen, params }: Place, label: string): { label: string; run: () => void } {
  return { label, run: () => useNavigation.getState().go(screen, params) }
}

/** The road of one save, from the check of what is typed to its outcome. */
function useRoad<V extends FieldValues, C extends object>(
  spec: RecordSpec<V, C>,
  { form, standing, kept, setTrouble, setId }: RoadParts<V, C>,
): (after: After) => Promise<void> {
  const texts = useTexts()

  const rebase = (sent: V, theirs: { values: V; seen: number }): ReturnType<typeof join<V>> => {
    const joined = join<V>(sent, structuredClone(form.getValues()), theirs.values, spec.lists)
    for (const [path, value] of differences(form.getValues() as Values, joined.values as Values))
      write(form, path, value)
    standing.move({ seen: theirs.seen, base: theirs.values })
    return joined
  }

  const saved = async ({ id: savedId, seq }: Saved, sent: V, after: After): Promise<void> => {
    const typedSince = !same(sent, form.getValues())
    const isNew = standing.present().id === null
    standing.move({ id: savedId, base: sent, unsure: false })
    setTrouble(null)
    kept.settle()
    const leaves = after.goal === 'close' && !typedSince
    const name = spec.nameOf(sent)
    const page =
      leaves && isNew && (after.target ?? null) === null && after.step === undefined ? spec.page?.(savedId) : undefined
    const way = page === undefined || isShown(page) ? {} : { action: wayTo(page, texts.t('forms.openPage')) }
    toast({ text: texts.t('forms.saved', { name }), key: 'form.saved', ...way })
    if (leaves) return leave(after, savedId)
    if (after.goal === 'next' && spec.next !== undefined && !typedSince) {
      const values = spec.next.values(sent)
      standing.move({ id: null, base: values, seen: seq })
      form.reset(values, { keepFieldsRef: true })
      setId(null)
      kept.settle()
      return form.setFocus(spec.next.focus)
    }
    setId(savedId)
    const fresh = await spec.read(savedId).catch(() => null)
    // without a fresh read the old `seen` stays: at worst a later save is asked about a value of our own
    if (fresh !== null) rebase(sent, fresh)
    kept.settle()
  }

  const finish = async (outcome: Outcome<V>, sent: V, after: After): Promise<'again' | 'done'> => {
    if (outcome.kind === 'unchanged') {
      setTrouble(null)
      if (after.goal === 'close') leave(after, standing.present().id ?? '')
      else toast({ text: texts.t('forms.unchanged') })
    } else if (outcome.kind === 'saved') await saved(outcome.saved, sent, after)
    else if (outcome.kind === 'clash') {
      const { base } = standing.present()
      const { clashes } = rebase(base, outcome.theirs)
      if (clashes.length === 0) return 'again'
      setTrouble({ kind: 'choices', choices: choicesOf(clashes, outcome.problems) })
    } else if (outcome.kind === 'unanswered') {
      standing.move({ unsure: standing.present().id === null })
      setTrouble({ kind: 'waiting', after })
    } else if (outcome.kind === 'problems') {
      const known = formFields(outcome.problems, spec.answerFields).filter(({ field }) => spec.labelOf(field) !== '')
      const shown = showProblems<V>(texts, form.setError, known)
      setTrouble(shown ? { kind: 'fields' } : { kind: 'said', sentence: failureSentence(texts.t, outcome.failure) })
    } else setTrouble({ kind: 'said', sentence: failureSentence(texts.t, outcome.failure) })
    return 'done'
  }

  return async (after) => {
    for (let attempt = 0; attempt < REPEATS; attempt++) {
      let next: 'again' | 'done' = 'done'
      await form.handleSubmit(
        async (parsed) => {
          const sent = structuredClone(form.getValues())
          next = await finish(await saveRecord(spec, standing.present(), parsed), sent, after)
        },
        () => setTrouble({ kind: 'fields' }),
      )()
      if (next === 'done') return
    }
  }
}

/** Sends again what a restarting registry could not answer, as soon as it is back. */
function useRetry(trouble: Trouble | null, save: (after: After) => void): void {
  const ready = useConnection((connection) => connection.state === 'ready')
  const held = useRef(save)
  useLayoutEffect(() => {
    held.current = save
  })
  useEffect(() => {
    if (trouble?.kind !== 'waiting' || !ready) return
    const timer = setTimeout(() => held.current(trouble.after), RETRY_MS)
    return () => clearTimeout(timer)
  }, [trouble, ready])
}
