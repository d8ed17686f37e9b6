// Rows that cannot be imported go to a workbook with their reasons; mended there, the very workbook is imported.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx, writeXlsx, type CellValue } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { saveRejects } from '../../../db/exchange/import/rejects'
import { planTable } from '../../../db/exchange/import/plan'
import { readTable } from '../../../db/exchange/read-table'
import { unwatched } from '../../../db/jobs/job'
import type { ImportChoices } from '../../../db/model/imports'
import { DAY, temporaryFolder } from '../../support/register'
import { fileOf, quangNinhFile, verdicts } from '../support'

const CSV = `Tên phòng;Mã số;Hạng;Điện thoại;Ngày hết hạn
Phòng A (hư cấu);VILAS 901;1;0203 3000 001;
Phòng B (hư cấu);VILAS 18O;2;0203 3000 002;31/02/2026
Phòng C (hư cấu);VILAS 903;3;0203 3000 003;
Phòng C (hư cấu);VIMCERTS 903;3;0203 3000 009;
`

async function saved(choices: ImportChoices = {}) {
  const register = await quangNinhFile()
  const path = fileOf('vao.csv', CSV)
  const table = await readTable({ path }, choices)
  const { preview } = planTable(register.db, table, DAY, unwatched)
  const to = join(temporaryFolder(), 'chua-nhap.xlsx')
  const job = { register: register.file, source: { path }, choices, day: DAY, language: 'vi' as const, path: to }
  const written = await saveRejects({ ...job, preview: preview.fingerprint }, unwatched)
  return { register, job, to, written, sheet: (await readXlsx(readFileSync(to))).sheets[0]! }
}

describe('the workbook of rows not imported', () => {
  it('has the columns of the file, the number of each row and every reason in words; good rows are not in it', async () => {
    const { written, sheet } = await saved()
    const [head = [], ...rows] = sheet.rows
    expect(head).toEqual(['Dòng', 'Tên phòng', 'Mã số', 'Hạng', 'Điện thoại', 'Ngày hết hạn', 'Lý do chưa nhập'])
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['3', 'Phòng B (hư cấu)', 'VILAS 18O'],
      ['4', 'Phòng C (hư cấu)', 'VILAS 903'],
      ['5', 'Phòng C (hư cấu)', 'VIMCERTS 903'],
    ])
    const reasons = rows.map((row) => String(row[6]))
    expect(reasons[0]).toMatch(
      /^Mã số: “VILAS 18O” có chữ cái lẫn trong số.*\nNgày hết hạn: “31\/02\/2026”: tháng này không có ngày đó/,
    )
    expect(reasons.slice(1)).toEqual([
      'Điện thoại: Ô này khác với dòng 5 về cùng một phòng. Hãy ghi giống nhau hoặc để trống.',
      'Điện thoại: Ô này khác với dòng 4 về cùng một phòng. Hãy ghi giống nhau hoặc để trống.',
    ])
    expect([written.file, written.rows]).toEqual(['chua-nhap.xlsx', 3])
  })
  it('is imported once its cells were mended, its number and reason columns in no one’s way', async () => {
    const { register, to, sheet } = await saved()
    const mended = sheet.rows.map((row: CellValue[], at) =>
      row.map((cell, column) => {
        if (at === 1 && column === 2) return 'VILAS 180'
        if (at === 1 && column === 5) return '28/02/2026'
        return at === 3 && column === 4 ? '0203 3000 003' : cell
      }),
    )
    writeFileSync(to, await writeXlsx({ sheets: [{ name: 'Danh sách', rows: mended }] }))
    const planned = planTable(register.db, await readTable({ path: to }), DAY, unwatched)
    expect(verdicts(planned)).toEqual(['new', 'new', 'change'])
    expect(planned.preview.columns.map(({ heading, field }) => [heading, field])).toEqual([
      ['Dòng', null],
      ['Tên phòng', 'nameVi'],
      ['Mã số', 'codes'],
      ['Hạng', null],
      ['Điện thoại', 'phone'],
      ['Ngày hết hạn', 'decisionExpiry'],
      ['Lý do chưa nhập', null],
    ])
  })
  it('has cells as they were put right in the preview, and is refused for another preview than was seen', async () => {
    const fixes = [{ row: 3, key: 'codes', text: 'VILAS 180' }]
    const { job, sheet } = await saved({ fixes })
    expect(sheet.rows[1]?.slice(0, 3)).toEqual(['3', 'Phòng B (hư cấu)', 'VILAS 180'])
    await expect(saveRejects({ ...job, preview: '0'.repeat(64) }, unwatched)).rejects.toMatchObject({
      code: 'file_changed',
    })
  })
})

it('is written from a terminal too: the path in `to` is the person’s own choice of file', () => {
  const folder = temporaryFolder()
  const run = (call: string, input: object): Record<string, unknown> =>
    JSON.parse(
      execFileSync(
        process.execPath,
        ['build/registry.mjs', call, JSON.stringify(input), '--file', join(folder, 'so.scn'), '--today', DAY],
        { stdio: ['ignore', 'pipe', 'ignore'], timeout: 110_000 },
      ).toString(),
    ) as Record<string, unknown>
  run('register.create', { kind: 'empty' })
  const file = fileOf('vao.csv', CSV)
  const { fingerprint } = run('exchange.importPreview', { file })
  const to = join(folder, 'loi.xlsx')
  expect(run('exchange.saveRejects', { file, preview: fingerprint, to })).toMatchObject({ file: 'loi.xlsx', rows: 3 })
  expect(existsSync(to)).toBe(true)
}, 120_000)
