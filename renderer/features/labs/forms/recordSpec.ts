// What one kind of record tells the form machinery: how it is checked, read again, sent and called. And the check itself: the contract's
// own schema plus rules over several fields, as errors at the fields.
import type { ReactNode } from 'react'
import { set, type FieldErrors, type FieldValues, type Path, type Resolver } from 'react-hook-form'
import type { z } from 'zod'
import type { CallName } from '../../../../db/contract'
import type { EntityName } from '../../../../db/model/entities'
import type { FieldProblem } from '../../../../db/model/errors'
import type { Saved } from '../../../../db/model/shapes/answer'
import type { Answer } from '../../../api'
import type { Place } from '../../../stores/navigation'
import type { Step } from './steps'
import type { ListKinds, Values } from './values'

/** A record as read: its values in the form and the `seq` of that read. */
export interface Read<V> {
  values: V
  seen: number
}

export interface RecordSpec<V extends FieldValues, C extends object> {
  /** key of the draft: of the record, or (null) of the new one in the making */
  keyOf: (id: string | null) => string
  call: CallName
  entity: EntityName
  /** null: a new record */
  id: string | null
  start: Read<V>
  schema: z.ZodType<C>
  /** rules over several fields, on what is typed now */
  check?: (values: V) => FieldProblem[]
  lists?: ListKinds
  /** parents that a new record carries beside its fields */
  parents?: Partial<C>
  /** drops from a change what did not change inside a list */
  narrow?: (change: Partial<C>, base: V) => Partial<C>
  /** field of the registry's answer → field of the form, where they differ */
  answerFields?: Readonly<Record<string, string>>
  send: (input: { id?: string; newId?: string; seen?: number; change: C }) => Promise<Answer<Saved>>
  /** reads the record again; throws CallFailed */
  read: (id: string) => Promise<Read<V>>
  /** what a person calls the record: “Phòng thử nghiệm Vàng Danh” */
  nameOf: (values: V) => string
  /** label of a field by its path; '' where the form has no such field */
  labelOf: (path: string) => string
  /** a value in words, for comparing two of them */
  wordsOf: (path: string, value: unknown) => ReactNode
  /** for “save and add next”: what the next new record starts with, and the field to go on from */
  next?: { values: (saved: V) => V; focus: Path<V> }
  /** what a clerk usually enters after this new record, the likeliest first */
  steps?: readonly Step[]
  /** where a new record is to be seen once its form is closed */
  page?: (id: string) => Place
}

/** The contract's schema as react-hook-form's check: errors carry the rule in `message`, its parameters stay with the field. */
export function resolverOf<V extends FieldValues, C extends object>(
  schema: z.ZodType<C>,
  check: ((values: V) => FieldProblem[]) | undefined,
): Resolver<V, unknown, C> {
  return (values) => {
    const parsed = schema.safeParse(values)
    const errors: FieldErrors = {}
    for (const { field, rule } of check?.(values) ?? []) set(errors, field, { type: 'rule', message: rule })
    for (const issue of parsed.error?.issues ?? []) {
      set(errors, issue.path.join('.'), { type: issue.code, message: issue.message })
    }
    if (parsed.success && Object.keys(errors).length === 0) return { values: parsed.data, errors: {} }
    return { values: {}, errors: errors as FieldErrors<V> }
  }
}

/** Field paths as the form knows them: the registry names `change.nameVi`, or a column of the name's own table. */
export function formFields(
  problems: readonly FieldProblem[],
  names: Readonly<Record<string, string>> = {},
): FieldProblem[] {
  return problems.map((problem) => {
    const field = problem.field.replace(/^change\./, '')
    return { ...problem, field: names[field] ?? field }
  })
}

/** Every error with its path, in the order of the record's fields. */
export function flatErrors(errors: Values, prefix = ''): { path: string; error: Values }[] {
  return Object.entries(errors).flatMap(([key, value]) => {
    if (typeof value !== 'object' || value === null || key === 'ref') return []
    const found = value as Values
    const path = `${prefix}${key}`
    return typeof found['type'] === 'string' ? [{ path, error: found }] : flatErrors(found, `${path}.`)
  })
}
