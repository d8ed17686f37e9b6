// An exported list held against its own manifest: untouched, changed in one cell, a line more or less, put in another order.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkExport } from '../../db/exchange/check-export'
import { exportRows } from '../../db/exchange/export-list'
import { exportTable } from '../../db/exchange/export-table'
import { alignment } from '../../db/exchange/writing/align'
import { MANIFEST } from '../../db/exchange/writing/manifest'
import { sealer } from '../../db/exchange/writing/seal'
import { zipChunks } from '../../db/exchange/writing/zip'
import { contentOf, zipParts } from '../../db/exchange/zip-parts'
import { unwatched } from '../../db/jobs/job'
import { fingerprint } from '../../db/store/log'
import { writeSet } from '../../db/store/write'
import { addLab, DAY, NOW, temporaryFolder } from '../support/register'
import { csvOf, fileOf, quangNinhFile } from './support'

type Format = 'xlsx' | 'ods' | 'csv'
const COLUMNS = ['nameVi', 'codes', 'expiry', 'daysLeft']
/** title, day, filter, order, count, an empty line: the headings stand in line 7 */
const HEADER = 7

async function exported(format: Format) {
  const { file: register, db } = await quangNinhFile()
  const path = join(temporaryFolder(), `ra.${format}`)
  const about = { day: DAY, language: 'vi' as const, made: NOW, app: '0.1.0' }
  const written = await exportRows({ ...about, register, path, format, query: {}, columns: COLUMNS }, unwatched)
  return { path, register, db, written, check: () => checkExport({ path, register, language: 'vi' }, unwatched) }
}

/** The file again with its list changed by hand. */
async function retouch(path: string, change: (list: string) => string): Promise<void> {
  if (path.endsWith('.csv')) return writeFileSync(path, change(readFileSync(path, 'utf8')))
  const bytes = readFileSync(path)
  const own = path.endsWith('.ods') ? 'content.xml' : 'xl/worksheets/sheet1.xml'
  const entries = zipParts(bytes)!.map((part) => {
    const text = Buffer.from(contentOf(bytes, part)!).toString('utf8')
    return { name: part.name, content: () => [part.name === own ? change(text) : text] }
  })
  const pieces: Uint8Array[] = []
  for await (const piece of zipChunks(entries)) pieces.push(piece)
  writeFileSync(path, Buffer.concat(pieces))
}

describe.each(['xlsx', 'ods', 'csv'] as const)('a list exported as %s', (format) => {
  it('is as it was exported, and says of itself what the answer to the export said', async () => {
    const { check, written, db } = await exported(format)
    const checked = await check()
    expect(checked).toMatchObject({
      file: `ra.${format}`,
      verdict: 'as_exported',
      register: 'same',
      differences: [],
      more: 0,
    })
    expect(checked.manifest).toEqual({
      title: 'Danh sách phòng thí nghiệm',
      day: DAY,
      made: NOW,
      app: '0.1.0',
      register: fingerprint(db),
      rows: written.rows,
      cells: written.cells,
      fingerprint: written.fingerprint,
    })
    expect([written.rows, written.cells]).toEqual([12, 48])
  })
  it('changed in one letter names that cell alone, and what stands there now', async () => {
    const { check, path } = await exported(format)
    await retouch(path, (list) => list.replace('Xăng dầu B12', 'Xăng dầu B13'))
    const { verdict, differences } = await check()
    expect(verdict).toBe('differs')
    expect(differences).toMatchObject([{ kind: 'cell', column: 'A', heading: 'Tên phòng' }])
    expect(differences[0]?.found).toContain('Xăng dầu B13')
    expect(differences[0]!.line).toBeGreaterThan(HEADER)
  })
  it('changed above its header is not as it was exported either', async () => {
    const { check, path } = await exported(format)
    await retouch(path, (list) => list.replace('Tại ngày 23/11/2026', 'Tại ngày 23/11/2025'))
    expect(await check()).toMatchObject({
      verdict: 'differs',
      differences: [{ line: 2, column: 'A', found: 'Tại ngày 23/11/2025' }],
    })
  })
  it('changed in a day or a number names each cell', async () => {
    const { check, path } = await exported(format)
    const changes: Record<Format, (list: string) => string> = {
      csv: (list) => list.replace(/;(\d\d\/\d\d\/\d{4});(-?\d+)\r\n/, ';01/01/2031;9999\r\n'),
      xlsx: (list) =>
        list.replace(/s="2"><v>\d+<\/v>(.*?)s="3"><v>-?\d+<\/v>/, 's="2"><v>47849</v>$1s="3"><v>9999</v>'),
      ods: (list) =>
        list.replace(
          /office:date-value="[^"]*"(.*?)office:value="[^"]*"/,
          'office:date-value="2031-01-01"$1office:value="9999"',
        ),
    }
    await retouch(path, changes[format])
    const { differences } = await check()
    expect(differences.map(({ column, found }) => [column, found])).toEqual([
      ['C', '01/01/2031'],
      ['D', '9999'],
    ])
  })
})

describe('of a text', () => {
  const rowsOf = (list: string): string[] => list.split('\r\n')
  it('a line that is gone and one that was put in are told as such', async () => {
    const { check, path } = await exported('csv')
    await retouch(path, (list) =>
      rowsOf(list)
        .toSpliced(HEADER + 2, 1)
        .join('\r\n'),
    )
    expect((await check()).differences).toMatchObject([{ kind: 'line_missing', line: HEADER + 3, column: null }])
    const other = await exported('csv')
    await retouch(other.path, (list) =>
      rowsOf(list)
        .toSpliced(HEADER + 2, 0, 'Phòng lạ (hư cấu);;;')
        .join('\r\n'),
    )
    expect((await other.check()).differences).toMatchObject([{ kind: 'line_added', line: HEADER + 3, column: null }])
  })
  it('the same lines in another order are called that', async () => {
    const { check, path } = await exported('csv')
    await retouch(path, (list) => {
      const lines = rowsOf(list)
      return [...lines.slice(0, HEADER), ...lines.slice(HEADER, -2).toReversed(), ...lines.slice(-2)].join('\r\n')
    })
    expect(await check()).toMatchObject({ verdict: 'reordered', differences: [] })
  })
  it('what stands to the right of the list or behind its manifest counts too', async () => {
    const { check, path } = await exported('csv')
    await retouch(path, (list) =>
      rowsOf(list)
        .with(HEADER + 1, `${rowsOf(list)[HEADER + 1]};thêm`)
        .join('\r\n'),
    )
    expect((await check()).differences).toMatchObject([{ kind: 'cell', line: HEADER + 2, column: 'E', found: 'thêm' }])
    const other = await exported('csv')
    await retouch(other.path, (list) => `${list}Phòng lạ (hư cấu)\r\n`)
    expect((await other.check()).verdict).toBe('differs')
  })
})

describe('a file', () => {
  it('without a manifest, or with half of one, is said to have none', async () => {
    const { file: register } = await quangNinhFile()
    const plain = fileOf('la.csv', csvOf(['Tên phòng', 'Mã số'], [['Phòng A (hư cấu)', 'VILAS 901']]))
    expect(await checkExport({ path: plain, register, language: 'vi' }, unwatched)).toMatchObject({
      verdict: 'no_manifest',
      manifest: null,
    })
    const { path, check } = await exported('csv')
    await retouch(path, (list) => list.replace(/;marks=.{8}/, ';marks='))
    expect((await check()).verdict).toBe('no_manifest')
  })
  it('is still as exported when the register has moved on, and that is said', async () => {
    const { check, db } = await exported('xlsx')
    writeSet(db, { actor: 'an', now: NOW }, (tx) => addLab(tx, 'Phòng mới (hư cấu)'))
    expect(await check()).toMatchObject({ verdict: 'as_exported', register: 'changed' })
  })
})

describe('a table of a screen', () => {
  it('too long for a mark a cell tells the stretch of lines', async () => {
    const { file: register } = await quangNinhFile()
    const path = join(temporaryFolder(), 'viec.csv')
    const rows = Array.from({ length: 12_000 }, (_, at) => [`việc ${at}`, { day: '2026-11-25' }, at])
    const columns = (['text', 'date', 'number'] as const).map((kind) => ({ heading: kind, kind, width: 12 }))
    const about = { title: 'Việc', about: ['a'], day: DAY, language: 'vi' as const, made: NOW, app: '0.1.0' }
    await exportTable({ ...about, register, path, format: 'csv', columns, rows }, unwatched)
    expect((await checkExport({ path, register, language: 'vi' }, unwatched)).verdict).toBe('as_exported')
    await retouch(path, (list) => list.replace('việc 6000;', 'việc khác;'))
    const { differences } = await checkExport({ path, register, language: 'vi' }, unwatched)
    // title, day, one line about, an empty one, the headings: row 6000 is line 6006
    expect(differences).toMatchObject([{ kind: 'cell', column: 'A', found: null }])
    const { line, lastLine } = differences[0]!
    expect([line <= 6006, lastLine >= 6006, lastLine - line]).toEqual([true, true, 3])
  })
})

describe('marks', () => {
  it('tell a number from the text of it and a day from its words, and know nothing of blanks', () => {
    const seal = (...line: Parameters<ReturnType<typeof sealer>['add']>[0]) => {
      const own = sealer(2, 1)
      own.add(line)
      return own.close().fingerprint
    }
    expect(seal(16)).not.toBe(seal('16'))
    expect(seal({ day: '2026-11-25' })).not.toBe(seal('25/11/2026'))
    expect(seal('a')).toBe(seal('a', ''))
    expect(seal('a', null)).toBe(seal('a'))
    expect(seal('a', 'b')).not.toBe(seal('b', 'a'))
  })
  it('are laid side by side so that one line more or less does not make all others differ', () => {
    const steps = (before: string, after: string) =>
      [...alignment(before.split(''), after.split(''))].map((step) => `${step.kind} ${step.at}`)
    expect(steps('abcdef', 'abcdef')).toEqual([])
    expect(steps('abcdef', 'abXdef')).toEqual(['changed 2'])
    expect(steps('abcdef', 'abdef')).toEqual(['gone 2'])
    expect(steps('abcdef', 'abcXdef')).toEqual(['added 3'])
    expect(steps('abcdef', 'abcde')).toEqual(['gone 5'])
    expect(steps('abc', 'xyz')).toEqual(['changed 0', 'changed 1', 'changed 2'])
  })
})

it('a cell that says what a manifest begins with is a cell', async () => {
  const { file: register } = await quangNinhFile()
  const path = join(temporaryFolder(), 'viec.csv')
  const about = { title: 'Việc', about: [], day: DAY, language: 'vi' as const, made: NOW, app: '0.1.0' }
  const columns = [{ heading: 'a', kind: 'text' as const, width: 12 }]
  await exportTable({ ...about, register, path, format: 'csv', columns, rows: [[MANIFEST], ['b']] }, unwatched)
  expect((await checkExport({ path, register, language: 'vi' }, unwatched)).verdict).toBe('as_exported')
})
