// Files a person chose: their kinds, safe names for new ones, and grants instead of paths.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { grantFiles, kindOf, safeName, withEnding } from '../../electron/files'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scn-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const touch = (name: string): string => {
  const path = join(folder, name)
  writeFileSync(path, '')
  return path
}

describe('a suggested name', () => {
  it('keeps Vietnamese letters and gets our ending once', () => {
    expect(safeName('Danh sách phòng 23-11-2026', 'xlsx', 'Danh sách')).toBe('Danh sách phòng 23-11-2026.xlsx')
    expect(safeName('Danh sách.XLSX', 'xlsx', 'Danh sách')).toBe('Danh sách.xlsx')
    expect(safeName('a.xlsx', 'csv', 'Danh sách')).toBe('a.xlsx.csv')
  })

  it.each(['', ' . ', '../..', 'CON', 'lpt1', '\u202e', '///'])(
    '%j becomes the usual name or a harmless one',
    (name) => {
      expect(safeName(name, 'csv', 'Danh sách')).toBe('Danh sách.csv')
    },
  )

  it('never names a folder, a device or a hidden file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeName(name, 'xlsx', 'Danh sách')
        expect(safe).toMatch(/^[^. /\\:][^/\\:*?"<>|\p{Cc}]*\.xlsx$/u)
        expect(safe.length).toBeLessThanOrEqual(125)
      }),
    )
  })
})

describe('a path from the save picker', () => {
  it('stays as chosen when it has the ending', () => {
    const path = touch('có.XLSX')
    expect(withEnding(path, 'xlsx')).toBe(path)
  })

  it('gets the ending, and a number where that would overwrite a file nobody was asked about', () => {
    touch('a.xlsx')
    touch('a (2).xlsx')
    expect(withEnding(join(folder, 'b'), 'xlsx')).toBe(join(folder, 'b.xlsx'))
    expect(withEnding(join(folder, 'a'), 'xlsx')).toBe(join(folder, 'a (3).xlsx'))
    expect(withEnding(join(folder, 'tháng 11.2026'), 'csv')).toBe(join(folder, 'tháng 11.2026.csv'))
  })
})

describe('grants', () => {
  const asked: [string, string][] = []
  const files = () =>
    grantFiles((path, purpose) => {
      asked.push([path, purpose])
      return Promise.resolve(`grant:${asked.length}`)
    })
  beforeEach(() => asked.splice(0))

  it('stand for one path and one purpose, and show only its name', async () => {
    const granted = files()
    expect(await granted.forReading('/kho/sổ.scn')).toEqual({ ref: 'grant:1', name: 'sổ.scn' })
    expect(await granted.forWriting('/kho/ra.xlsx')).toEqual({ ref: 'grant:2', name: 'ra.xlsx' })
    expect(asked).toEqual([
      ['/kho/sổ.scn', 'read'],
      ['/kho/ra.xlsx', 'write'],
    ])
    expect(granted.pathOf('grant:2')).toBe('/kho/ra.xlsx')
    expect(granted.pathOf('grant:9')).toBeUndefined()
  })

  it('are given for a dropped file of a kind we read', async () => {
    const path = touch('Nhập.CSV')
    expect(await files().forDropped(path)).toEqual({ ref: 'grant:1', name: 'Nhập.CSV', kind: 'spreadsheet' })
    expect(kindOf('a.scn')).toBe('register')
  })

  it('are not given for a folder, a missing file or another kind', async () => {
    mkdirSync(join(folder, 'thư mục.scn'))
    const granted = files()
    for (const path of [join(folder, 'thư mục.scn'), join(folder, 'không có.scn'), touch('a.exe'), touch('scn')])
      expect(await granted.forDropped(path)).toBeNull()
    expect(asked).toEqual([])
  })
})
