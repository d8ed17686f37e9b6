// A register whose file is spoilt, closed or open: told in words a person can act on, never a crash, and a refused file is left as it is.
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../db/registers/sample/random'
import { openRegistry } from '../../db/registry'
import { temporaryFolder } from '../support/register'
import { openSpoilt, spoil, spoilWhileOpen } from './faults'

const TIMES = process.env['SCN_LONG'] === '1' ? 500 : 25
const folder = mkdtempSync(join(tmpdir(), 'scn-faults-'))
const source = join(folder, 'nguồn.scn')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  const registry = await openRegistry({ file: source, clock: Date })
  const made = await registry.session({ actor: 'an' }).call('register.create', { kind: 'quang-ninh' })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  await registry.close()
})

describe('a closed register', () => {
  it.each(['flipped', 'truncated'] as const)('that was %s is refused untouched or answers', async (fault) => {
    const random = seededRandom(fault === 'flipped' ? 5 : 6)
    const file = join(temporaryFolder(), 'so.scn')
    const codes = new Set<string>()
    for (let at = 1; at <= TIMES; at += 1) {
      const { codes: found, faults } = await openSpoilt(source, file, fault, random)
      expect([at, faults]).toEqual([at, []])
      for (const code of found) codes.add(code)
    }
    expect([...codes].some((code) => code !== 'ok')).toBe(true)
  })
})

describe('a closed register whose own values are spoilt', () => {
  it.each(['register_name', 'register_id', 'replica'])(
    'is refused before a byte of it is written (%s)',
    async (key) => {
      const file = join(temporaryFolder(), 'so.scn')
      const bytes = readFileSync(source)
      const marked = Buffer.from(bytes.toString('latin1').replaceAll(key, key.toUpperCase()), 'latin1')
      expect(marked.equals(bytes)).toBe(false)
      writeFileSync(file, marked)
      await expect(openRegistry({ file, clock: Date })).rejects.toMatchObject({ code: 'damaged_register' })
      expect(readFileSync(file).equals(marked)).toBe(true)
    },
  )
})

describe('an open register', () => {
  it.each(['flipped', 'truncated'] as const)('that is %s meanwhile says so', async (fault) => {
    const random = seededRandom(fault === 'flipped' ? 7 : 8)
    const file = join(temporaryFolder(), 'so.scn')
    for (let at = 1; at <= TIMES; at += 1) {
      const { faults } = await spoilWhileOpen(source, file, (open) => spoil(open, fault, random))
      expect([at, faults]).toEqual([at, []])
    }
  })

  it('that is removed tells nothing saved that would be gone with it', async () => {
    const file = join(temporaryFolder(), 'so.scn')
    const { codes, faults } = await spoilWhileOpen(source, file, (open) => rmSync(open))
    expect(faults).toEqual([])
    expect(codes[4]).toBe('register_moved')
  })

  it('that is moved away saves nothing until it is back, then goes on', async () => {
    const file = join(temporaryFolder(), 'so.scn')
    copyFileSync(source, file)
    const registry = await openRegistry({ file, clock: Date })
    const session = registry.session({ actor: 'an' })
    const save = () => session.call('organizations.save', { change: { nameVi: 'Công ty Mẫu (hư cấu)' } })
    renameSync(file, `${file}.x`)
    expect(await save()).toMatchObject({ ok: false, error: { code: 'register_moved' } })
    renameSync(`${file}.x`, file)
    expect(await save()).toMatchObject({ ok: true })
    await registry.close()
  })

  it('whose place another file has taken saves nothing into either', async () => {
    const file = join(temporaryFolder(), 'so.scn')
    let other: Buffer | null = null
    const { codes } = await spoilWhileOpen(source, file, (open) => {
      copyFileSync(source, `${open}.x`)
      renameSync(`${open}.x`, open)
      other = readFileSync(open)
    })
    expect(codes[4]).toBe('register_moved')
    expect(readFileSync(file).equals(other!)).toBe(true)
  })
})
