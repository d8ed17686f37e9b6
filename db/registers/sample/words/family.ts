// The vocabulary of a scope: families of matrices and tests that go together. They multiply into tens of thousands of distinct terms.
import type { FieldKey } from '../../../data/reference'
import type { MethodKind } from '../methods'

/** Vietnamese and English. */
export type Words = readonly [vi: string, en: string]

export interface Family {
  field: FieldKey
  matrices: readonly Words[]
  /** what a matrix may be like; `['', '']` leaves it plain */
  states: readonly Words[]
  /** `{x}` stands for the subject */
  tests: readonly Words[]
  subjects: readonly Words[]
  /** empty: the test names no technique */
  techniques: readonly Words[]
  methods: readonly MethodKind[]
  /** `loq` has one limit, `span` a lowest and a highest value; `scale` bounds the numbers */
  range: {
    kind: 'loq' | 'span'
    units: readonly string[]
    scale: readonly [low: number, high: number]
    decimals: number
  }
}

/** “Chì (Pb)|Lead (Pb); Cadimi (Cd)|Cadmium (Cd)” → pairs; one text serves both languages where no bar stands. */
export function words(list: string): Words[] {
  return list.split(';').map((pair) => {
    const [vi = '', en = vi] = pair.split('|').map((word) => word.trim())
    return [vi, en]
  })
}

export const plain: Words = ['', '']
