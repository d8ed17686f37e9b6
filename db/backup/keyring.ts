// Keys of locked backups that this process knows: typed here, or kept by the system’s own keeper of secrets, which only the shell can ask. They
// never go into a register, a log, a manifest or an answer.
import { RegistryError } from '../model/errors'
import { keyId, type Key, type Lock } from './lock'

export interface Secrets {
  /** names and values kept on this machine for this person */
  kept: Readonly<Record<string, string>>
  /** False: this machine has no keeper that is safe. */
  keep(name: string, value: string): Promise<boolean>
  available: boolean
}

/** Nothing is kept: the command line, and tests that do not ask for it. */
export const noSecrets: Secrets = { kept: {}, keep: () => Promise.resolve(false), available: false }

export interface Keyring {
  readonly canKeep: boolean
  find(lock: Lock): Key | null
  /** Throws passphrase_needed. */
  need(lock: Lock | null): Key | null
  /** Whether it will be known after the next start too. */
  isKept(lock: Lock): boolean
  add(key: Key): Promise<void>
}

export const needsPassphrase = (): RegistryError => new RegistryError('passphrase_needed', 'the backup is locked')

const nameOf = (lock: Lock): string => `backup.${keyId(lock)}`

export function keyring(secrets: Secrets): Keyring {
  const known = new Map(Object.entries(secrets.kept))
  const kept = new Set(known.keys())
  const find = (lock: Lock): Key | null => {
    const secret = known.get(nameOf(lock))
    return secret === undefined ? null : { lock, secret }
  }
  return {
    canKeep: secrets.available,
    find,
    need(lock) {
      if (lock === null) return null
      const key = find(lock)
      if (key === null) throw needsPassphrase()
      return key
    },
    isKept: (lock) => kept.has(nameOf(lock)),
    async add({ lock, secret }) {
      known.set(nameOf(lock), secret)
      if (await secrets.keep(nameOf(lock), secret)) kept.add(nameOf(lock))
    },
  }
}
