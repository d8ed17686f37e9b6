// What the shell and the registry process say to each other over parentPort. Windows never speak here.
import { z } from 'zod'
import { roles } from './vocabulary'
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
})
export type ProcessSettings = z.infer<typeof ProcessSettings>

/** Shell → registry process. `window` comes with the window's port; `place` asks where the open register lies. */
export const ShellMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('window'), role: z.enum(roles).optional() }),
  z.strictObject({
    type: z.literal('grant'),
    id: z.int(),
    path: z.string().min(1),
    purpose: z.enum(['read', 'write']),
  }),
  z.strictObject({ type: z.literal('place'), id: z.int() }),
  /** an unexpected error of the shell, for the log; the person was told the number */
  z.strictObject({ type: z.literal('report'), number: z.string(), text: z.string() }),
  z.strictObject({ type: z.literal('close') }),
])
export type ShellMessage = z.infer<typeof ShellMessage>

/** Registry process → shell. `refused`: the file named in the settings did not open, the default register did. */
export type ProcessMessage =
  | { type: 'ready'; refused: string | null }
  | { type: 'granted'; id: number; ref: string }
  | { type: 'located'; id: number; path: string | null }
