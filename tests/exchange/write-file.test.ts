// Files appear whole or not at all; what the system refuses is told in words for people.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileError, writeFileWhole } from '../../db/exchange/write-file'
import { RegistryError } from '../../db/model/errors'
import { temporaryFolder } from '../support/register'

const bytes = (text: string) => Buffer.from(text)

describe('writeFileWhole', () => {
  it('writes all pieces, tells size and hash, leaves nothing beside', async () => {
    const folder = temporaryFolder()
    const written = await writeFileWhole(join(folder, 'a.csv'), [bytes('đo '), bytes('lường')])
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('đo lường')
    expect(written).toEqual({
      bytes: Buffer.byteLength('đo lường'),
      sha256: createHash('sha256').update('đo lường').digest('hex'),
    })
    expect(readdirSync(folder)).toEqual(['a.csv'])
  })
  it('keeps the old file when the work fails half-way or is stopped, and clears away what it began', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.csv'), 'old')
    const failing = function* () {
      yield bytes('new')
      throw new Error('half-way')
    }
    const slow = async function* () {
      yield bytes('new')
      await Promise.resolve()
      yield bytes('er')
    }
    let asked = 0
    const stop = () => {
      if ((asked += 1) > 1) throw new Error('stopped')
    }
    await expect(writeFileWhole(join(folder, 'a.csv'), failing())).rejects.toThrow('half-way')
    await expect(writeFileWhole(join(folder, 'a.csv'), slow(), stop)).rejects.toThrow('stopped')
    expect([readdirSync(folder), readFileSync(join(folder, 'a.csv'), 'utf8')]).toEqual([['a.csv'], 'old'])
  })
  it('says that the folder is gone, or that the name is one of a folder', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'sub'))
    const refused = async (path: string) => {
      try {
        await writeFileWhole(path, [bytes('x')])
      } catch (error) {
        if (error instanceof RegistryError) return [error.code, error.fields?.[0]?.rule]
      }
      return null
    }
    expect(await refused(join(folder, 'gone', 'a.csv'))).toEqual(['file_missing', 'file.no_folder'])
    expect((await refused(join(folder, 'sub')))?.[0]).toMatch(/bad_file|read_only|file_locked/)
    expect(readdirSync(folder)).toEqual(['sub'])
  })
})

describe('fileError', () => {
  it.each([
    ['ENOSPC', 'disk_full', 'file.disk_full'],
    ['EDQUOT', 'disk_full', 'file.disk_full'],
    ['EBUSY', 'file_locked', 'file.in_use'],
    ['EROFS', 'read_only', 'file.no_permission'],
    ['EACCES', 'read_only', 'file.no_permission'],
    ['ENOENT', 'file_missing', 'file.no_folder'],
  ])('makes %s %s', (system, code, rule) => {
    const error = fileError(Object.assign(new Error('x'), { code: system }), false)
    expect(error).toMatchObject({ code, fields: [{ field: 'file', rule }] })
  })
  it('leaves what nobody can act on as it is', () => {
    const odd = Object.assign(new Error('x'), { code: 'EIO' })
    expect([fileError(odd, false), fileError('text', true)]).toEqual([odd, 'text'])
  })
})
