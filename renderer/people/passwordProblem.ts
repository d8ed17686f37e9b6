// Why the registry refused something about people, as one sentence at the field it names.
import type { Failure } from '../failure'
import { failureSentence } from '../texts/failureText'
import type { Translate } from '../texts/texts'
import { people } from '../texts/vi/people'

export interface PeopleProblem {
  /** null: about the whole */
  field: string | null
  text: string
  /** to wait before the next try */
  seconds: number
}

type Rule = keyof typeof people.field
const isRule = (rule: string): rule is Rule => Object.hasOwn(people.field, rule)

export function peopleProblem(t: Translate, failure: Failure): PeopleProblem {
  const [first] = failure.fields ?? []
  if (first === undefined || !isRule(first.rule)) return { field: null, text: failureSentence(t, failure), seconds: 0 }
  const { field, rule, params = {} } = first
  return { field, text: t(`people.field.${rule}`, params), seconds: Number(params['seconds'] ?? 0) }
}
