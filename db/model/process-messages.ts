// What the shell and the registry process say to each other over parentPort. Windows never speak here.
import { z } from 'zod'
import { Day } from './fields'

/** What the shell hands the registry process at its start, as JSON in its first argument. */
export const ProcessSettings = z.strictObject({
  /** where registers lie */
  folder: z.string().min(1),
  /** drafts, recent registers, logs */
  profile: z.string().min(1),
  version: z.string(),
  /** fixes the registry's day */
  today: Day.optional(),
  /** the file to open instead of the most recent register */
  open: z.string().min(1).optional(),
  /** how the process before this one ended, null at the first start */
  previousExit: z.int().nullable(),
  /** the processes before ended again and again: the register stays closed until a person chooses; the number by which this is known */
  closed: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
})
export type ProcessSettings = z.infer<typeof ProcessSettings>

/** Shell → registry process. `window` comes with the window's port; `place` asks where the open register lies. */
export const ShellMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('window') }),
  z.strictObject({
    type: z.literal('grant'),
    id: z.int(),
    path: z.string().min(1),
    purpose: z.enum(['read', 'write']),
  }),
  z.strictObject({ type: z.literal('place'), id: z.int() }),
  /** an unexpected error of the shell, for the log; the person was told the number */
  z.strictObject({ type: z.literal('report'), number: z.string(), text: z.string() }),
  /** the first message to every process: what the system keeps for this person; never in arguments or environment, where others could read it */
  z.strictObject({ type: z.literal('secrets'), available: z.boolean(), kept: z.record(z.string(), z.string()) }),
  /** the answer to a wish to keep one */
  z.strictObject({ type: z.literal('kept'), id: z.int(), kept: z.boolean() }),
  z.strictObject({ type: z.literal('close') }),
])
export type ShellMessage = z.infer<typeof ShellMessage>

/** Registry process → shell: one more for the system to keep. */
export interface KeepMessage {
  type: 'keep'
  id: number
  name: string
  value: string
}

/** Registry process → shell. `refused`: the file named in the settings did not open, the default register did. */
export type ProcessMessage =
  | { type: 'ready'; refused: string | null }
  | { type: 'granted'; id: number; ref: string }
  | { type: 'located'; id: number; path: string | null }
