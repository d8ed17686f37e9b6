// The keeper of secrets: sealed by the system, never written where the system cannot seal, asked again where it does not open.
import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openSecrets, type Keeper } from '../../electron/secrets'

const SECRET = 'bí mật 0123'

/** Seals as the system would, with a key of its own: of another person nothing opens. */
const keeperOf = (key: number, backend = 'gnome_libsecret', available = true): Keeper => ({
  isEncryptionAvailable: () => available,
  getSelectedStorageBackend: () => backend,
  encryptString: (text) => Buffer.from([key, ...Buffer.from(text).map((byte) => byte ^ key)]),
  decryptString(bytes) {
    if (bytes[0] !== key) throw new Error('not sealed here')
    return Buffer.from(bytes.subarray(1).map((byte) => byte ^ key)).toString()
  },
})

function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scn-secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'profile', 'secrets.json')
}

it('gives back what was kept, also after a start, and writes it sealed only', () => {
  const path = file()
  expect(openSecrets(path, keeperOf(7), 'linux').keep('backup.a', SECRET)).toBe(true)
  expect(openSecrets(path, keeperOf(7), 'linux').keep('backup.b', 'hai')).toBe(true)
  expect(openSecrets(path, keeperOf(7), 'linux').read()).toEqual({ 'backup.a': SECRET, 'backup.b': 'hai' })
  expect(readFileSync(path, 'utf8')).not.toContain('0123')
})

it.each([
  ['says that it cannot', keeperOf(7, 'gnome_libsecret', false), 'win32'],
  ['has but a key that is the same everywhere', keeperOf(7, 'basic_text'), 'linux'],
])('keeps nothing where the system %s', (_why, keeper, platform) => {
  const path = file()
  const secrets = openSecrets(path, keeper, platform)
  expect([secrets.available, secrets.keep('backup.a', SECRET), secrets.read()]).toEqual([false, false, {}])
  expect(existsSync(path)).toBe(false)
})

it('asks again where another person sealed it, or the file is spoilt', () => {
  const path = file()
  openSecrets(path, keeperOf(7), 'linux').keep('backup.a', SECRET)
  expect(openSecrets(path, keeperOf(8), 'linux').read()).toEqual({})
  writeFileSync(path, '{"backup.a": 5')
  expect(openSecrets(path, keeperOf(7), 'linux').read()).toEqual({})
})
