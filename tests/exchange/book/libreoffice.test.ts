// LibreOffice opens the working copy and saves it anew: every cell reads the same, hidden things stay, and what a person edited there merges right.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import { readRecord } from '../../../db/store/columns'
import { convert } from '../../support/libreoffice'
import { temporaryFolder, write } from '../../support/register'
import { quangNinhFile } from '../support'
import { bringBack, compare, edited, exported, set, told } from './support'

const NASTY = '=1+1; 016; 1E5; _x0041_; <&>"\' đ Đ ươ\nhai dòng 😀'

it('LibreOffice saves it as xlsx and as ods, and both come back without a change; hidden stays hidden and lists stay lists', async () => {
  const register = await quangNinhFile()
  const [lab] = register.db.prepare<[], { id: string }>('SELECT id FROM laboratory ORDER BY rid').all()
  write(register.db, (tx) => tx.change('laboratory', lab!.id, { note: NASTY, phone: '016' }))
  const path = await exported(register)
  const saved = convert(path, 'xlsx')
  for (const [format, file] of [
    ['xlsx', saved],
    ['ods', convert(saved, 'ods')],
  ] as const) {
    const { preview } = await compare(register, file)
    expect([preview.rows, preview.sheets.flatMap(({ notes }) => notes), preview.base, preview.format]).toEqual([
      [],
      [],
      'log',
      format,
    ])
  }
  const [ours, theirs] = await Promise.all([path, saved].map((file) => readXlsx(readFileSync(file))))
  expect(theirs!.sheets.map(({ name }) => name)).toEqual(ours!.sheets.map(({ name }) => name))
  expect(theirs!.sheets.map(({ hidden, veryHidden }) => hidden === true || veryHidden === true)).toEqual(
    ours!.sheets.map(({ hidden, veryHidden }) => hidden === true || veryHidden === true),
  )
  const labs = theirs!.sheets.find(({ name }) => name === 'Phòng thí nghiệm')!
  expect(labs.columns?.slice(0, 4).map(({ hidden }) => hidden === true)).toEqual([true, true, true, false])
  expect(labs.dataValidations?.length).toBe(
    ours!.sheets.find(({ name }) => name === 'Phòng thí nghiệm')!.dataValidations?.length,
  )
  // cell by cell, as values
  for (const [at, sheet] of ours!.sheets.entries()) {
    const plain = (rows: readonly (readonly unknown[])[]) =>
      rows.map((row) =>
        row
          .map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : JSON.stringify(cell ?? '')))
          .join('\u0001')
          .replace(/\u0001+$/, ''),
      )
    expect(
      plain(theirs!.sheets[at]!.rows).filter((row) => row !== ''),
      sheet.name,
    ).toEqual(plain(sheet.rows).filter((row) => row !== ''))
  }
}, 120_000)

it('edited, saved by LibreOffice, and edited in the register meanwhile, it merges three ways', async () => {
  const register = await quangNinhFile()
  const labs = register.db.prepare<[], { id: string }>('SELECT id FROM laboratory ORDER BY rid').all()
  const path = await exported(register)
  const changed = await edited(path, (sheet) => {
    const rows = sheet('Phòng thí nghiệm')
    set(rows, rows.rows[1]!, 'Điện thoại', '0203 000 001')
    set(rows, rows.rows[2]!, 'Điện thoại', '0203 000 002')
    set(rows, rows.spare(), 'Tên', 'Phòng thêm trong LibreOffice (hư cấu)')
  })
  const folder = temporaryFolder()
  copyFileSync(changed, join(folder, 'cua-toi.xlsx'))
  const saved = convert(join(folder, 'cua-toi.xlsx'), 'ods')
  write(register.db, (tx) => tx.change('laboratory', labs[1]!.id, { phone: 'sửa trong sổ' }), 'bình')
  const plan = await compare(register, saved)
  expect(told(plan).map((text) => text.replaceAll(/: .*/g, ''))).toEqual([
    'change P1\n  Điện thoại change',
    'conflict P2\n  Điện thoại conflict',
    expect.stringMatching(/^new P\d+\n {2}Tên new$/),
  ])
  bringBack(register, plan, { cells: { [`${labs[1]!.id}/laboratory.phone`]: 'ours' } })
  expect(labs.slice(0, 2).map(({ id }) => readRecord(register.db, 'laboratory', id)['phone'])).toEqual([
    '0203 000 001',
    'sửa trong sổ',
  ])
  const again = await compare(register, saved)
  expect(again.preview.counts).toMatchObject({ new: 0, change: 0, conflict: 1 })
}, 120_000)
