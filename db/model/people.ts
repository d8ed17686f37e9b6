// Accounts of a register: what may be typed, how long a wrong password makes one wait, how long a desk may stand idle.
import { z } from 'zod'
import { Id } from './fields'
import { roles } from './vocabulary'

export const PASSWORD_MIN = 8
const PASSWORD_MAX = 200
/** Minutes without a key or a mouse before the screen locks, unless the register says otherwise; '0' in the setting: never. */
export const AUTO_LOCK_DEFAULT = 15
export const AUTO_LOCK_MAX = 480

const NO_CONTROLS = /^[^\p{Cc}\p{Cf}]*$/u

/** What a person is called in the list and in the log; it never changes. */
export const AccountName = z.string().normalize('NFC').trim().min(1).max(80).regex(NO_CONTROLS)
const Display = z.string().normalize('NFC').trim().max(200)
/** One that is being chosen. Spaces count; composed so that every keyboard types the same. */
export const NewPassword = z.string().normalize('NFC').min(PASSWORD_MIN).max(PASSWORD_MAX)
/** One that is being proved. */
const Password = z.string().normalize('NFC').max(PASSWORD_MAX)

export const SignIn = z.strictObject({ name: AccountName, password: Password })
export const NewAccount = z.strictObject({
  name: AccountName,
  display: Display.optional(),
  role: z.enum(roles),
  password: NewPassword,
})
export const AccountChange = z.strictObject({
  id: Id,
  display: Display.nullable().optional(),
  role: z.enum(roles).optional(),
  disabled: z.boolean().optional(),
})
export const PasswordReset = z.strictObject({ id: Id, password: NewPassword })
export const PasswordChange = z.strictObject({ current: Password, password: NewPassword })

const FREE_TRIES = 3
const FIRST_WAIT = 5
const LONGEST_WAIT = 900

/** Seconds to wait after that many wrong passwords in a row: none for three, then 5, 10, 20 … up to a quarter of an hour. */
export function waitAfter(failures: number): number {
  return failures < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures - FREE_TRIES, 20))
}

/** Minutes until the screen locks as a setting holds it (undefined: never set); null: never. */
export function autoLockOf(setting: string | undefined): number | null {
  if (setting === undefined) return AUTO_LOCK_DEFAULT
  return setting === '0' ? null : Number(setting)
}

export const isAutoLock = (value: string): boolean => /^(0|[1-9]\d{0,2})$/.test(value) && Number(value) <= AUTO_LOCK_MAX
