// Calls of the support bundle: shown file by file, then saved where the person says. Also where no register opens.
import { z } from 'zod'
import { FileRef } from '../model/inputs'
import type { SupportBundle } from '../model/shapes/support'
import { everyone, output, type Entry } from './entry'

const Version = z.string().regex(/^[\w.+-]{0,40}$/)
const MOST_TEXT = 4_000_000

export const supportCalls = {
  /** Versions, counts and the log, without anything personal. `shell`: versions that only the window knows. */
  'support.preview': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ shell: z.strictObject({ electron: Version, chrome: Version }) }),
    output: output<SupportBundle>(),
  },
  /** Writes a zip of exactly the files that were shown. Throws file_locked, disk_full, read_only. */
  'support.save': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({
      file: FileRef,
      files: z
        .array(
          z.strictObject({ name: z.string().regex(/^[a-z]+(\.\d)?\.(json|log)$/), text: z.string().max(MOST_TEXT) }),
        )
        .min(1)
        .max(10),
    }),
    output: output<{ bytes: number }>(),
  },
} satisfies Record<string, Entry>
