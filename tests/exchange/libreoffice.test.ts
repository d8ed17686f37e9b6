// What LibreOffice makes of our workbook, cell by cell: dates are dates, 016 is 016, =1+1 is text, đ is đ. And what we make of its files.
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isDay, type Cell } from '../../db/exchange/cells'
import { checkExport } from '../../db/exchange/check-export'
import { exportRows, formRows } from '../../db/exchange/export-list'
import { listForm, type ColumnKind } from '../../db/exchange/form'
import { planImport } from '../../db/exchange/import/plan'
import { MANIFEST } from '../../db/exchange/writing/manifest'
import { unwatched } from '../../db/jobs/job'
import { formatDate } from '../../db/model/dates/partial'
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

/** The kinds of the columns, as a person names them when opening a text: text, day (d/m/y), number; parted by `;`, UTF-8, Vietnamese. */
const csvFilter = (kinds: readonly ColumnKind[]): string =>
  `Text - txt - csv (StarCalc):59,34,76,1,${kinds.map((kind, at) => `${at + 1}/${{ text: 2, code: 2, date: 4, number: 1 }[kind]}`).join('/')},1066,false,false`

/** In a text what could be a formula stands behind an apostrophe; a year alone in a column of days is read as the number it looks like. */
function asText(cell: Cell, kind: ColumnKind): OfficeCell {
  if (typeof cell !== 'string') return asOffice(cell)
  if (kind === 'date' && /^\d{4}$/.test(cell)) return asOffice(Number(cell))
  return asOffice(/^'*[=+\-@]/.test(cell) ? `'${cell}` : cell)
}

const HEAD = ['Danh sách phòng thí nghiệm', `Tại ngày ${formatDate(DAY)}`, 'Điều kiện: không lọc']

it.each(['xlsx', 'ods', 'csv'] as const)(
  'LibreOffice reads every cell of the exported %s as it was meant',
  async (format) => {
    const { file, db } = await nastyRegister()
    const path = join(temporaryFolder(), `danh-sach.${format}`)
    const exported = await exportRows(
      { register: file, path, format, query: {}, day: DAY, language: 'vi', columns: null, made: NOW, app: '0.1.0' },
      unwatched,
    )
    const rows = [...formRows(db, { query: {}, day: DAY, language: 'vi' }, unwatched)].map((row) =>
      listForm.map(({ kind, read }) => (format === 'csv' ? asText(read(row), kind) : asOffice(read(row)))),
    )
    const header = listForm.map((column) => asOffice(say('vi', `exchange.columns.${column.key}`)))
    const filter = format === 'csv' ? csvFilter(listForm.map(({ kind }) => kind)) : undefined
    const read = readFods(convert(path, 'fods', filter)).filter((row) => row.length > 0)
    expect(exported.rows).toBe(12 + NASTY.length)
    expect(read.slice(0, 3)).toEqual(HEAD.map((text) => [asOffice(text)]))
    const from = read.findIndex((row) => row[0]?.value === 'STT')
    expect(from).toBe(5)
    expect(read.slice(from, from + 1 + exported.rows)).toEqual([header, ...rows])
    const rest = read.slice(from + 1 + exported.rows)
    expect(rest.map((row) => row[0]?.value)).toEqual(format === 'csv' ? [MANIFEST] : [])
    const kinds = new Map<string | null, number>()
    for (const cell of read.flat()) kinds.set(cell.type, (kinds.get(cell.type) ?? 0) + 1)
    expect(kinds.get('date')).toBeGreaterThan(NASTY.length / 3)
    expect(read.flat().filter((cell) => cell.formula)).toEqual([])
  },
  120_000,
)

it('a list opened and saved again by LibreOffice is the same list, as .xls and .ods too, and its manifest says so', async () => {
  const { file } = await nastyRegister()
  const path = join(temporaryFolder(), 'danh-sach.xlsx')
  await exportRows(
    {
      register: file,
      path,
      format: 'xlsx',
      query: {},
      day: DAY,
      language: 'vi',
      columns: null,
      made: NOW,
      app: '0.1.0',
    },
    unwatched,
  )
  const again = { xlsx: convert(path, 'xlsx'), xls: convert(path, 'xls'), ods: convert(path, 'ods') }
  const { preview } = await planImport(
    { register: file, source: { path: again.xlsx }, choices: {}, day: DAY },
    unwatched,
  )
  expect(preview.rows.filter((row) => row.verdict !== 'same' || row.problems.length > 0)).toEqual([])
  expect(preview.counts.same).toBe(12 + NASTY.length)
  for (const format of ['xls', 'ods'] as const) {
    const other = await planImport(
      { register: file, source: { path: again[format] }, choices: {}, day: DAY },
      unwatched,
    )
    expect([format, other.preview.counts]).toEqual([format, preview.counts])
  }
  for (const format of ['xlsx', 'ods', 'xls'] as const) {
    const checked = await checkExport({ path: again[format], register: file, language: 'vi' }, unwatched)
    expect([format, checked.verdict, checked.differences]).toEqual([format, 'as_exported', []])
  }
}, 120_000)
