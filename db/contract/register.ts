// Calls about the register as a whole: which one is open, its lists, settings, drafts and running jobs.
import { z } from 'zod'
import { Day, Id } from '../model/fields'
import * as input from '../model/inputs'
import { isAutoLock } from '../model/people'
import type { RecordedMoment } from '../model/recorded'
import type { CheckedRegister, OpenedRegister, RegisterInfo, RecentRegister, Reference } from '../model/shapes/register'
import { isSigningForm, officeKeys } from '../model/documents/office'
import type { Saved } from '../model/shapes/answer'
import { admins, everyone, nothing, output, type Entry } from './entry'

const { FileRef } = input

export const registerCalls = {
  /** The open register: name, kind, number of living laboratories, `seq` of the last change set, fingerprint of the log, role; `readOnly` false or why. */
  'register.info': { kind: 'read', allow: everyone, input: nothing, output: output<RegisterInfo>() },
  /** Makes a new register and opens it. `labs` (32), `seed` (1) and `day` (today) shape the sample only: equal ones give equal laboratories, ids included.
      Throws file_exists, file_missing (no such folder). */
  'register.create': {
    kind: 'write',
    allow: admins,
    input: z.strictObject({
      kind: z.enum(['quang-ninh', 'sample', 'empty']),
      name: z.string().trim().min(1).max(80).optional(),
      labs: z.int().min(1).max(40000).optional(),
      seed: z.int().optional(),
      day: Day.optional(),
    }),
    output: output<RegisterInfo>(),
  },
  /** Whether a register file would open, before anything is asked or changed. Throws as register.open does. */
  'register.check': {
    kind: 'read',
    allow: everyone,
    signedOut: true,
    input: z.strictObject({ file: FileRef }),
    output: output<CheckedRegister>(),
  },
  /** Opens a register file, with `copy` a copy of it in the app's own folder. Throws file_missing, not_a_register, newer_register, damaged_register, read_only; then the register open before stays open.
      A backup (known by the manifest beside it) becomes a register in the app's own folder and stays as it is; a locked one needs its `passphrase`. Throws passphrase_needed,
      wrong_passphrase, bad_file (backup.*) too. A register with accounts tells its name only: the window has to sign in there. */
  'register.open': {
    kind: 'write',
    allow: everyone,
    signedOut: true,
    input: z.strictObject({
      file: FileRef,
      copy: z.boolean().optional(),
      passphrase: z.string().min(1).max(200).optional(),
    }),
    output: output<OpenedRegister>(),
  },
  /** Registers opened on this machine, the last one first; `present` false where the file is gone. */
  'register.recent': {
    kind: 'read',
    allow: everyone,
    signedOut: true,
    input: nothing,
    output: output<RecentRegister[]>(),
  },
  /** Opens one of them by the id of its entry. Throws what register.open throws, not_found. */
  'register.openRecent': {
    kind: 'write',
    allow: everyone,
    signedOut: true,
    input: z.strictObject({ id: Id }),
    output: output<OpenedRegister>(),
  },
  /**
   * The last set at or before an instant (ISO 8601 UTC); null: the register did not exist yet. Its seq, sent beside any read, answers as the
   * register stood then. Always asked of the living register.
   */
  'register.recordedAt': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ at: z.iso.datetime() }),
    output: output<RecordedMoment | null>(),
  },
  /** Schemes, fields in their order; issuers by today's name; standards and administrative units, old and new. */
  'reference.get': { kind: 'read', allow: everyone, input: nothing, output: output<Reference>() },
  /** Settings of the register by key; what was never set is left out. */
  'settings.get': { kind: 'read', allow: everyone, input: nothing, output: output<Record<string, string>>() },
  /** Sets one, null clears it. `auto_lock`: minutes until an idle window locks, 1 to 480, '0' never, 15 unless set. Logged, not undone. */
  'settings.set': {
    kind: 'write',
    allow: admins,
    input: z
      .strictObject({
        key: z.enum([...officeKeys, 'auto_lock']),
        value: z.string().normalize('NFC').trim().max(400).nullable(),
      })
      .refine(({ key, value }) => key !== 'auto_lock' || value === null || isAutoLock(value), {
        path: ['value'],
        error: 'not_minutes',
      })
      .refine(({ key, value }) => key !== 'signing_form' || value === null || isSigningForm(value), {
        path: ['value'],
        error: 'not_a_form',
      }),
    output: output<Saved>(),
  },
  /** Drafts of open forms lie in this machine's profile, by form key and, with accounts, by person; `value` is the form's own JSON. */
  'drafts.list': {
    kind: 'read',
    allow: everyone,
    input: nothing,
    output: output<{ key: string; value: string; savedAt: string }[]>(),
  },
  'drafts.put': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ key: z.string().min(1).max(200), value: z.string().max(1_000_000).nullable() }),
    output: output<null>(),
  },
  /** Writes an unexpected error of a window into the log, of its stack only the frames; `number` is what the person was told. Also before the sign-in. */
  'errors.report': {
    kind: 'read',
    allow: everyone,
    signedOut: true,
    input: z.strictObject({ number: z.string().regex(/^\d{4}$/), text: z.string().max(4000) }),
    output: output<null>(),
  },
  /** Stops a running export or import by the id that its progress tells; it then throws cancelled. */
  'jobs.cancel': { kind: 'read', allow: everyone, input: z.strictObject({ job: Id }), output: output<null>() },
} satisfies Record<string, Entry>
