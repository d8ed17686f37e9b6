// What is kept of a password: scrypt with a salt of its own and its parameters beside it, so that they can be raised later.
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { z } from 'zod'

/** 128 MB and some tenths of a second for each guess (OWASP's first choice for scrypt). */
const STRENGTH = { N: 2 ** 17, r: 8, p: 1 }
const SALT_BYTES = 16
const KEY_BYTES = 32

const base64 = z.base64()
/** JSON of `account_secret.secret`; `failures` wrong tries in a row, the last one at `last`. */
export const Secret = z.strictObject({
  kdf: z.literal('scrypt'),
  N: z.int().min(2),
  r: z.int().min(1),
  p: z.int().min(1),
  salt: base64,
  hash: base64,
  failures: z.int().min(0),
  last: z.string().nullable(),
})
export type Secret = z.infer<typeof Secret>

function derive(password: string, salt: Buffer, { N, r, p }: Pick<Secret, 'N' | 'r' | 'p'>): Promise<Buffer> {
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r }
  return new Promise((done, fail) => {
    scrypt(password, salt, KEY_BYTES, options, (error, key) => (error ? fail(error) : done(key)))
  })
}

export async function secretOf(password: string): Promise<Secret> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(password, salt, STRENGTH)
  const kept = { salt: salt.toString('base64'), hash: hash.toString('base64') }
  return { kdf: 'scrypt', ...STRENGTH, ...kept, failures: 0, last: null }
}

/** Stands in for the secret of somebody who does not exist: a wrong name takes as long as a wrong password. */
const decoy = { ...STRENGTH, salt: randomBytes(SALT_BYTES).toString('base64'), hash: null }

export async function isPassword(password: string, secret: Secret | null): Promise<boolean> {
  const { salt, hash, ...strength } = secret ?? decoy
  const found = await derive(password, Buffer.from(salt, 'base64'), strength)
  return hash !== null && timingSafeEqual(found, Buffer.from(hash, 'base64'))
}
