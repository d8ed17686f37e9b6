// What the program must remember and nobody else may read: kept under the system's own key for this person (safeStorage), in one small file of the
// profile. Where the system has no such keeper nothing is kept: a file that merely looks locked would be worse than asking again.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/** The part of Electron's safeStorage that is used here. */
export interface Keeper {
  isEncryptionAvailable(): boolean
  /** Linux alone: 'basic_text' is no keeper, its key is the same everywhere */
  getSelectedStorageBackend?(): string
  encryptString(text: string): Buffer
  decryptString(bytes: Buffer): string
}

export interface SecretStore {
  available: boolean
  /** what still opens, by name */
  read(): Record<string, string>
  /** False: it could not be kept. */
  keep(name: string, value: string): boolean
}

const Stored = z.record(z.string().max(100), z.base64()).catch({})

export function openSecrets(file: string, keeper: Keeper, platform: string): SecretStore {
  const available =
    keeper.isEncryptionAvailable() && (platform !== 'linux' || keeper.getSelectedStorageBackend?.() !== 'basic_text')
  const stored = (): Record<string, string> => Stored.parse(readJson(file))
  return {
    available,
    read: () =>
      available
        ? Object.fromEntries(
            Object.entries(stored()).flatMap(([name, bytes]): [string, string][] => {
              const value = opened(keeper, bytes)
              return value === null ? [] : [[name, value]]
            }),
          )
        : {},
    keep(name, value) {
      if (!available) return false
      return writeWhole(file, { ...stored(), [name]: keeper.encryptString(value).toString('base64') })
    },
  }
}

/** Another person of this machine, or another machine: then it is asked for again. */
function opened(keeper: Keeper, bytes: string): string | null {
  try {
    return keeper.decryptString(Buffer.from(bytes, 'base64'))
  } catch {
    return null
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // not there yet, or damaged: both mean asking again
    return {}
  }
}

function writeWhole(file: string, value: unknown): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.part`, JSON.stringify(value), { mode: 0o600 })
    renameSync(`${file}.part`, file)
    return true
  } catch {
    // asked for again at the next start
    return false
  }
}
