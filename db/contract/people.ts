// Calls about people: who may sign in, who does, and the accounts. A register without accounts is one person's, who may do everything.
// Passwords go in and never come out: no answer, error, log line or entry of the change log holds one or what is kept of it.
import * as people from '../model/people'
import type { Account, Door } from '../model/shapes/people'
import type { Saved } from '../model/shapes/answer'
import { admins, everyone, nothing, output, type Entry } from './entry'

export const peopleCalls = {
  /** Who may sign in to the open register. Answered also before anybody has. */
  'people.door': { kind: 'read', allow: everyone, signedOut: true, input: nothing, output: output<Door>() },
  /** Signs this window in. Throws invalid_input at `password`: rule wrong_password (params `seconds`: to wait before the next try) or wait (params `seconds`:
      left). Wrong tries in a row are counted in the file before the password is looked at. */
  'people.signIn': { kind: 'read', allow: everyone, signedOut: true, input: people.SignIn, output: output<null>() },
  /** Locks this window: from here on it is as before the sign-in. */
  'people.signOut': { kind: 'read', allow: everyone, signedOut: true, input: nothing, output: output<null>() },
  /** All accounts in the order of their names. */
  'people.list': { kind: 'read', allow: admins, input: nothing, output: output<Account[]>() },
  /** Adds an account. The first must be an administrator (rule first_admin); from then on every window has to sign in. Throws duplicate (rule name_taken).
      Not undone. */
  'people.add': { kind: 'write', allow: admins, input: people.NewAccount, output: output<Saved>() },
  /** Changes the shown name or the role, disables or enables an account. Its windows are signed out at once where role or `disabled` changed. Throws in_use
      (rule last_admin): somebody must remain who may do everything. Not undone. */
  'people.change': { kind: 'write', allow: admins, input: people.AccountChange, output: output<Saved>() },
  /** Gives somebody a new password and ends the wait; their windows are signed out. Not undone. */
  'people.resetPassword': { kind: 'write', allow: admins, input: people.PasswordReset, output: output<null>() },
  /** Changes one's own password; one's other windows are signed out. Throws invalid_input at `current` as people.signIn does; forbidden without accounts. */
  'people.changePassword': { kind: 'write', allow: everyone, input: people.PasswordChange, output: output<null>() },
} satisfies Record<string, Entry>
