// Checks that need more than one field; forms show them while typing, the registry enforces them. A rule's words are texts keyed by `rule`.
import { firstDay, lastDay, type PartialDate } from './dates/partial'
import { parseCode } from './codes/parse'
import type { FieldProblem } from './errors'
import type { CodeValue } from './fields'

interface Dated {
  effective?: PartialDate | null | undefined
  expiry?: PartialDate | null | undefined
}

/** An end cannot lie before its beginning; imprecise dates are judged by what is possible. `signed` stands in for an unknown effective date. */
export function checkActs(acts: readonly Dated[], signed: PartialDate | null): FieldProblem[] {
  return acts.flatMap((act, at) => {
    const start = act.effective ?? signed
    if (!start || !act.expiry || act.expiry.iso === 'none') return []
    const from = firstDay(start.iso)
    if (from === null || lastDay(act.expiry.iso) >= from) return []
    return [
      {
        field: `acts.${at}.expiry`,
        rule: 'expiry_before_effective',
        params: { expiry: act.expiry.iso, effective: start.iso },
      },
    ]
  })
}

/** A code as typed → stored value; refuses what cannot be a code (VILAS 18O, number 0) and offers what was probably meant. Unknown layouts stand as typed. */
export function readCode(typed: string | null): { value: CodeValue | null } | { problem: FieldProblem } {
  if (typed === null || typed === '') return { value: null }
  const parsed = parseCode(typed)
  if (parsed.ok) return { value: { raw: typed, canonical: parsed.value.canonical } }
  if (parsed.problem === 'unknown_scheme' || parsed.problem === 'unknown_layout')
    return { value: { raw: typed, canonical: null } }
  return {
    problem: {
      field: 'code',
      rule: `code.${parsed.problem}`,
      params: { typed, ...(parsed.suggestion ? { suggestion: parsed.suggestion } : {}) },
    },
  }
}
