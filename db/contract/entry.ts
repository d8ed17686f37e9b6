// The form of a call, who may make it, and the inputs that many share.
import { z } from 'zod'
import { Day, Id } from '../model/fields'
import { roles, type Role } from '../model/vocabulary'

export interface Entry {
  kind: 'read' | 'write'
  allow: readonly Role[]
  /** also answered before anybody has signed in; left out: not */
  signedOut?: true
  input: z.ZodType
  output: unknown
}

declare const outputType: unique symbol
export type Carries<T> = { [outputType]?: T } | null
/** Carries the type of an answer; there is nothing at run time, answers come from trusted rows. */
export const output = <T>() => null as Carries<T>

export const everyone = roles
export const editors: readonly Role[] = ['admin', 'clerk']
export const admins: readonly Role[] = ['admin']
export const nothing = z.strictObject({})
export const onDay = z.strictObject({ id: Id, day: Day.optional() })
