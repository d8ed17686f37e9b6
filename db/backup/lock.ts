// A backup under a passphrase. THE FORM of a locked file, so that any machine can open it with the passphrase alone:
//   44 bytes   “SCNLOCK1”, scrypt’s salt (16) and log2 N, r, p (1 each), one byte 0, 16 bytes of the file’s own
//   then       pieces of 64 KiB, each AES-256-GCM with its tag (16) behind it; the last one is shorter or marked as the last
// The key of a file is HKDF(scrypt(passphrase), the file’s own bytes). The nonce counts the pieces and says which is the last, the head is
// authenticated with each: a flipped byte, a piece left out, moved or cut off is found. The passphrase itself is kept nowhere.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { z } from 'zod'
import { RegistryError } from '../model/errors'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

/** What belongs to a passphrase and may be known: how its key is made, and by what a right one is recognised. */
export const Lock = z.object({
  salt: hex(16),
  logN: z.int().min(14).max(20),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
  check: hex(32),
})
export type Lock = z.infer<typeof Lock>

/** A lock with its key; lives in memory, and in the system’s own keeper of secrets. */
export interface Key {
  lock: Lock
  secret: string
}

/** 128 MB and some tenths of a second for each guess. */
const COST = { logN: 17, r: 8, p: 1 }
const MAGIC = Buffer.from('SCNLOCK1')
const HEAD = 44
const TAG = 16
const PIECE = 64 * 1024

export const keyId = ({ salt }: Lock): string => salt.slice(0, 16)

function derive(passphrase: string, { salt, logN, r, p }: Omit<Lock, 'check'>): Promise<Buffer> {
  const cost = { N: 2 ** logN, r, p, maxmem: 2 ** logN * r * 256 }
  return new Promise((give, refuse) =>
    scrypt(passphrase.normalize('NFC'), Buffer.from(salt, 'hex'), 32, cost, (error, key) =>
      error === null ? give(key) : refuse(error),
    ),
  )
}

const checkOf = (secret: Buffer): string => createHmac('sha256', secret).update('so-cong-nhan check').digest('hex')

/** A lock of its own for a new passphrase. */
export async function newKey(passphrase: string): Promise<Key> {
  const about = { salt: randomBytes(16).toString('hex'), ...COST }
  const secret = await derive(passphrase, about)
  return { lock: { ...about, check: checkOf(secret) }, secret: secret.toString('hex') }
}

/** Throws wrong_passphrase. */
export async function openLock(lock: Lock, passphrase: string): Promise<Key> {
  const secret = await derive(passphrase, lock)
  if (checkOf(secret) !== lock.check) throw new RegistryError('wrong_passphrase', 'not the passphrase of this backup')
  return { lock, secret: secret.toString('hex') }
}

const fileKey = (secret: string, own: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'hex'), own, 'so-cong-nhan backup', 32))

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt32BE(number, 4)
  bytes[11] = last ? 1 : 0
  return bytes
}

/** Bytes of a locked file whose content has so many. */
export const lockedSize = (bytes: number): number => HEAD + bytes + TAG * Math.max(1, Math.ceil(bytes / PIECE))

function withFiles<T>(from: string, to: string | null, use: (source: number, target: number | null) => T): T {
  const source = openSync(from, 'r')
  try {
    const target = to === null ? null : openSync(to, 'wx')
    try {
      const result = use(source, target)
      if (target !== null) fsyncSync(target)
      return result
    } finally {
      if (target !== null) closeSync(target)
    }
  } finally {
    closeSync(source)
  }
}

/** Fills as much as there is; fewer bytes only at the end of the file. */
function readFully(fd: number, into: Buffer): number {
  let read = 0
  while (read < into.length) {
    const more = readSync(fd, into, read, into.length - read, null)
    if (more === 0) break
    read += more
  }
  return read
}

function writeFully(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at)
}

/** Writes `from` locked to the new file `to`, flushed. */
export function lockFile(from: string, to: string, { lock, secret }: Key): void {
  withFiles(from, to, (source, target) => {
    const own = randomBytes(16)
    const head = Buffer.concat([MAGIC, Buffer.from(lock.salt, 'hex'), Buffer.from([lock.logN, lock.r, lock.p, 0]), own])
    const key = fileKey(secret, own)
    writeFully(target!, head)
    const pieces = Math.max(1, Math.ceil(fstatSync(source).size / PIECE))
    const piece = Buffer.alloc(PIECE)
    for (let number = 0; number < pieces; number += 1) {
      const read = readFully(source, piece)
      const cipher = createCipheriv('aes-256-gcm', key, nonce(number, number === pieces - 1))
      cipher.setAAD(head)
      writeFully(target!, Buffer.concat([cipher.update(piece.subarray(0, read)), cipher.final(), cipher.getAuthTag()]))
    }
  })
}

const changed = (): RegistryError =>
  new RegistryError('bad_file', 'not the bytes that were locked', [{ field: 'backup', rule: 'backup.changed' }])

/** Opens `from` into the new file `to` (null: only reads it through). Returns the SHA-256 of the content. Throws bad_file with rule backup.changed where
    one byte is not as it was written; what was written of `to` then counts for nothing. */
export function unlockFile(from: string, to: string | null, { secret }: Key): string {
  return withFiles(from, to, (source, target) => {
    const head = Buffer.alloc(HEAD)
    const size = fstatSync(source).size
    if (readFully(source, head) < HEAD || !head.subarray(0, MAGIC.length).equals(MAGIC)) throw changed()
    const key = fileKey(secret, head.subarray(HEAD - 16))
    const hash = createHash('sha256')
    const pieces = Math.ceil((size - HEAD) / (PIECE + TAG))
    if (pieces < 1) throw changed()
    const piece = Buffer.alloc(PIECE + TAG)
    for (let number = 0; number < pieces; number += 1) {
      const read = readFully(source, piece)
      const opened = openPiece(piece.subarray(0, read), { key, head, iv: nonce(number, number === pieces - 1) })
      hash.update(opened)
      if (target !== null) writeFully(target, opened)
    }
    return hash.digest('hex')
  })
}

function openPiece(piece: Buffer, { key, head, iv }: { key: Buffer; head: Buffer; iv: Buffer }): Buffer {
  if (piece.length < TAG) throw changed()
  const decipher = createDecipheriv('aes-256-gcm', key, iv)
  decipher.setAAD(head)
  decipher.setAuthTag(piece.subarray(piece.length - TAG))
  try {
    return Buffer.concat([decipher.update(piece.subarray(0, piece.length - TAG)), decipher.final()])
  } catch {
    // GCM tells no more than that it does not fit
    throw changed()
  }
}
