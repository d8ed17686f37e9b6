// Places where somebody else changed, meanwhile, what this form changes too: base, mine, theirs, and by whom and when.
import { get, type FieldValues } from 'react-hook-form'
import type { FieldProblem } from '../../../../db/model/errors'
import { same, tidy, type Clash, type Values } from './values'

export interface Choice extends Clash {
  /** who wrote theirs and when; null: not told (a draft compared with the register of today) */
  by: string | null
  at: string | null
  chosen: 'mine' | 'theirs' | null
}

/** Adds to each clash who wrote theirs; the registry names the field of its own table, so the value tells which place is meant. */
export function choicesOf(clashes: readonly Clash[], problems: readonly FieldProblem[]): Choice[] {
  return clashes.map((clash) => {
    const last = clash.path.split('.').at(-1) ?? ''
    const told =
      problems.find((problem) => problem.field === last && same(problem.theirs, clash.theirs)) ??
      problems.find((problem) => same(problem.theirs, clash.theirs) || same(raw(problem.theirs), clash.theirs)) ??
      problems.find((problem) => problem.field === last)
    return { ...clash, by: told?.by ?? null, at: told?.at ?? null, chosen: null }
  })
}

/** A stored code is text with its canonical form; the form holds the text. */
function raw(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'raw' in value ? value.raw : value
}

export function unchosen(choices: readonly Choice[]): Choice | undefined {
  return choices.find((choice) => choice.chosen === null)
}

/** The state on which the form's values stand, as a draft must remember it: where nothing was chosen yet, the state before the clash. */
export function baseForDraft<V extends FieldValues>(base: V, choices: readonly Choice[]): Values {
  const copy = structuredClone(tidy(base)) as Values
  for (const { path, base: before, chosen } of choices) {
    if (chosen !== null) continue
    const parts = path.split('.')
    const key = parts.pop() ?? ''
    const parent: unknown = parts.length === 0 ? copy : get(copy, parts.join('.'))
    if (typeof parent === 'object' && parent !== null) (parent as Values)[key] = tidy(before)
  }
  return copy
}
