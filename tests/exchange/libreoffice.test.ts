// What LibreOffice makes of our workbook, cell by cell: dates are dates, 016 is 016, =1+1 is text, đ is đ. And what we make of its files.
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isDay, type Cell } from '../../db/exchange/cells'
import { exportRows, formRows } from '../../db/exchange/export-list'
import { listForm } from '../../db/exchange/form'
import { planImport } from '../../db/exchange/import/plan'
import { unwatched } from '../../db/jobs/job'
import { say } from '../../db/model/texts/say'
import { writeSet } from '../../db/store/write'
import { saveDecision } from '../../db/store/save-decision'
import { saveAccreditation, saveLab, saveOrganization, saveRecord } from '../../db/store/saves'
import { convert, readFods, type OfficeCell } from '../support/libreoffice'
import { DAY, NOW, temporaryFolder } from '../support/register'
import { quangNinhFile } from './support'

const NASTY = [
  '=1+1',
  '016',
  '+84 203 3826 338',
  '-80',
  '@x',
  "'016",
  '1E5',
  '25/11/2026',
  'TRUE',
  'Đo lường – Hiệu chuẩn, đ Đ ươ',
  'hai\ndòng',
  'a  b',
  '<&>"\'',
  '_x0041_',
  '😀',
  '0,5',
  '24.081',
]

async function nastyRegister() {
  const register = await quangNinhFile()
  writeSet(register.db, { actor: 'an', now: NOW }, (tx) => {
    const owner = saveOrganization(tx, { change: { nameVi: '=Cơ quan (hư cấu)', sector: 'health' } }, DAY)
    for (const [at, text] of NASTY.entries()) {
      const change = {
        nameVi: `${text} ${at}`,
        nameEn: text,
        phone: text,
        email: text,
        website: text,
        note: text,
        owner,
      }
      const lab = saveLab(tx, { change }, { day: DAY, instant: NOW })
      saveRecord(tx, 'site', { change: { laboratory: lab, address: text } })
      const accreditation = saveAccreditation(
        tx,
        { change: { code: `LAS-XD 24.${String(at + 1).padStart(3, '0')}`, covers: [{ laboratory: lab, site: null }] } },
        NOW,
      )
      const expiry = { iso: ['2026-11-25', '2026-11', '2026', 'none', '2027-02-28'][at % 5]! }
      saveDecision(
        tx,
        {
          change: {
            kind: 'QD',
            number: text,
            acts: [{ accreditation, kind: 'recognition', effective: { iso: '2023-11' }, expiry }],
          },
        },
        NOW,
      )
    }
  })
  return register
}

const asOffice = (cell: Cell): OfficeCell => {
  if (cell === null) return { type: null, value: '', formula: false }
  if (typeof cell === 'number') return { type: 'float', value: String(cell), formula: false }
  return isDay(cell)
    ? { type: 'date', value: cell.day, formula: false }
    : { type: 'string', value: String(cell), formula: false }
}

it('LibreOffice reads every cell of the exported list as it was meant', async () => {
  const { file, db } = await nastyRegister()
  const path = join(temporaryFolder(), 'danh-sach.xlsx')
  const exported = await exportRows(
    { register: file, path, format: 'xlsx', query: {}, day: DAY, language: 'vi', columns: null },
    unwatched,
  )
  const rows = [...formRows(db, { query: {}, day: DAY, language: 'vi' }, unwatched)].map((row) =>
    listForm.map((column) => asOffice(column.read(row))),
  )
  const header = listForm.map((column) => asOffice(say('vi', `exchange.columns.${column.key}`)))
  const read = readFods(convert(path, 'fods')).filter((row) => row.length > 0)
  expect(read.length).toBe(exported.rows + 1)
  expect(read).toEqual([header, ...rows])
  const kinds = new Map<string | null, number>()
  for (const cell of read.flat()) kinds.set(cell.type, (kinds.get(cell.type) ?? 0) + 1)
  expect(kinds.get('date')).toBeGreaterThan(NASTY.length / 3)
}, 120_000)

it('a list opened and saved again by LibreOffice is the same list, as .xls and .ods too', async () => {
  const { file } = await nastyRegister()
  const path = join(temporaryFolder(), 'danh-sach.xlsx')
  await exportRows(
    { register: file, path, format: 'xlsx', query: {}, day: DAY, language: 'vi', columns: null },
    unwatched,
  )
  const { preview } = await planImport(
    { register: file, source: { path: convert(path, 'xlsx') }, choices: {}, day: DAY },
    unwatched,
  )
  expect(preview.rows.filter((row) => row.verdict !== 'same' || row.problems.length > 0)).toEqual([])
  expect(preview.counts.same).toBe(12 + NASTY.length)
  for (const format of ['xls', 'ods'] as const) {
    const other = await planImport(
      { register: file, source: { path: convert(path, format) }, choices: {}, day: DAY },
      unwatched,
    )
    expect([format, other.preview.counts]).toEqual([format, preview.counts])
  }
}, 120_000)
