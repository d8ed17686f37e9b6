// Inputs of the calls about work: which work is asked for, and putting one thing off.
import { z } from 'zod'
import { Day, Id } from '../fields'
import { LADDER_TOP, taskKinds } from './kinds'

const Kind = z.enum(taskKinds)

export const TaskQuery = z.strictObject({
  day: Day.optional(),
  kind: z.union([Kind, z.array(Kind).max(taskKinds.length)]).optional(),
  /** days to the end within which an accreditation counts as expiring */
  within: z.int().min(0).max(LADDER_TOP).optional(),
  includeSnoozed: z.boolean().optional(),
  offset: z.int().min(0).optional(),
  limit: z.int().min(1).max(1000).optional(),
})
export type TaskQuery = z.infer<typeof TaskQuery>

export const Snooze = z.strictObject({
  /** of the accreditation or laboratory, as the work names it */
  record: Id,
  about: Kind,
  /** the day on which it returns, after today; null: now */
  until: Day.nullable(),
  reason: z.string().normalize('NFC').trim().max(500).nullable().optional(),
})
export type Snooze = z.infer<typeof Snooze>
