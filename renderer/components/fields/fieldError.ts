// The sentence under a field. A check's message is a rule's key (its words: db/model/texts `rules`); what the registry answered
// arrives as a finished sentence of type `server`; zod's own messages are told by their kind.
import type { FieldError, FieldErrors, FieldValues, Path, UseFormSetError } from 'react-hook-form'
import type { FieldProblem } from '../../../db/model/errors'
import { isSayKey, say } from '../../../db/model/texts/say'
import type { Texts } from '../../texts/texts'

/** An error of a value that is an object (a partial date) lies one step deeper. */
type MaybeNested = FieldError | FieldErrors | undefined

function leaf(error: MaybeNested): FieldError | undefined {
  if (error === undefined) return undefined
  if (typeof error.type === 'string') return error as FieldError
  const inner = Object.values(error as Record<string, unknown>).find(
    (part) => typeof part === 'object' && part !== null,
  )
  return inner === undefined ? undefined : leaf(inner as MaybeNested)
}

export function ruleText(
  { t, language }: Texts,
  rule: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const key = `rules.${rule}`
  return isSayKey(key) ? say(language, key, params) : t('errors.field.invalid')
}

/** One sentence that says what to do; null without an error. */
export function fieldErrorText(texts: Texts, error: MaybeNested, isEmpty: boolean): string | null {
  const found = leaf(error)
  if (found === undefined) return null
  if (found.type === 'server') return found.message ?? texts.t('errors.field.invalid')
  if (isEmpty && found.type !== 'rule') return texts.t('errors.field.required')
  if (found.type === 'too_big') return texts.t('errors.field.tooLong')
  return ruleText(texts, found.message ?? '')
}

function problemText(texts: Texts, problem: FieldProblem): string {
  if (problem.rule !== 'conflict') return ruleText(texts, problem.rule, problem.params)
  return texts.t('errors.field.conflict', { by: problem.by ?? '', theirs: plain(problem.theirs) })
}

function plain(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  return value === null || value === undefined ? '—' : JSON.stringify(value)
}

/** Puts the registry's problems to their fields and the focus into the first; false when none of them names a field. */
export function showProblems<V extends FieldValues>(
  texts: Texts,
  setError: UseFormSetError<V>,
  problems: readonly FieldProblem[] = [],
): boolean {
  problems.forEach((problem, index) => {
    setError(
      problem.field as Path<V>,
      { type: 'server', message: problemText(texts, problem) },
      { shouldFocus: index === 0 },
    )
  })
  return problems.length > 0
}
