// A list goes out as its screen shows it, and is held against its own manifest: real screens, a real register, real files.
import { act, screen, within } from '@testing-library/react'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JSX } from 'react'
import { beforeAll, expect, it } from 'vitest'
import { readWhole } from '../../../db/exchange/spreadsheet'
import { textOf } from '../../../db/exchange/cells'
import { runAction } from '../../../renderer/actions/action'
import { CheckExport } from '../../../renderer/exports/CheckExport'
import { useExportFormat } from '../../../renderer/exports/exportStore'
import { JournalScreen } from '../../../renderer/features/journal/JournalScreen'
import { FiguresScreen } from '../../../renderer/features/figures/FiguresScreen'
import { TrashScreen } from '../../../renderer/features/trash/TrashScreen'
import { ExpiriesScreen } from '../../../renderer/features/tasks/ExpiriesScreen'
import { usePlace } from '../../../renderer/stores/navigation'
import { convert, readFods, type OfficeCell } from '../../support/libreoffice'
import { builtWorker } from '../../support/worker'
import { openDesk, type Desk } from '../features/desk'

let workerFile = ''
beforeAll(async () => {
  workerFile = await builtWorker()
}, 60_000)

const Expiries = (): JSX.Element => <ExpiriesScreen params={usePlace().params} />

interface Told {
  saved: [kind: string, name: string][]
  opened: string[]
  revealed: string[]
}

/** `file`: the name a person gives every file, in the desk's folder. */
async function office(file: string): Promise<{ desk: Desk; told: Told; path: string }> {
  const desk = await openDesk('quang-ninh', 'clerk', workerFile)
  useExportFormat.setState({ format: 'xlsx' })
  const told: Told = { saved: [], opened: [], revealed: [] }
  Object.assign(window, {
    shell: {
      pickSave: (kind: string, name: string) => {
        told.saved.push([kind, name])
        return Promise.resolve(desk.grant(file, 'write'))
      },
      pickOpen: () => Promise.resolve(desk.grant(file, 'read')),
      openSaved: (ref: string) => Promise.resolve(told.opened.push(ref) > 0),
      reveal: (ref: string) => Promise.resolve(told.revealed.push(ref)),
    },
  })
  return { desk, told, path: join(desk.folder, file) }
}

const exportAs = async ({ user }: Desk, format: RegExp): Promise<void> => {
  await user.click(await screen.findByRole('button', { name: 'Xuất' }))
  await user.click(await screen.findByRole('menuitem', { name: format }))
}

it('the list of expiries goes out with its head, its columns and real days, and can be opened at once', async () => {
  const { desk, told, path } = await office('han.xlsx')
  desk.show(<Expiries />)
  await screen.findByRole('gridcell', { name: '25/11/2026' })
  await exportAs(desk, /Excel/)
  await desk.user.click(await screen.findByRole('button', { name: 'Mở tệp' }))
  expect(told.saved).toEqual([['xlsx', 'Hạn hiệu lực 23-11-2026.xlsx']])
  expect(told.opened).toHaveLength(1)
  const [sheet, manifest] = await readWhole(new Uint8Array(readFileSync(path)), 'xlsx', 1_000)
  const lines = sheet!.rows.map(({ cells }) => cells)
  expect(lines.slice(0, 2).map(([cell]) => cell)).toEqual(['Hạn hiệu lực', 'Tại ngày 23/11/2026'])
  expect(manifest?.hidden).toBe(true)
  const headings = screen.getAllByRole('columnheader').map((each) => each.textContent)
  const at = lines.findIndex((cells) => cells[0] === headings[0])
  expect(lines[at]?.filter((cell) => cell !== null)).toEqual(headings)
  const rows = within(screen.getByRole('grid')).getAllByRole('row').slice(1)
  const shown = rows.map((row) => within(row).getAllByRole('gridcell')[0]?.textContent)
  expect(shown.length).toBeGreaterThan(1)
  expect(lines.slice(at + 1).map((cells) => textOf(cells[0] ?? null) ?? '')).toEqual(shown)
  expect(lines.slice(at + 1).some((cells) => typeof cells[0] === 'object' && cells[0] !== null)).toBe(true)
}, 60_000)

it('the next export is offered in the format of the last one, by the key too', async () => {
  const { desk, told } = await office('han.ods')
  desk.show(<Expiries />)
  await screen.findAllByRole('row')
  await exportAs(desk, /LibreOffice/)
  await screen.findByRole('button', { name: 'Mở thư mục' })
  await act(async () => runAction('expiries.export', { screen: 'here', typing: false }))
  expect(told.saved.map(([kind]) => kind)).toEqual(['ods', 'ods'])
}, 60_000)

it('the journal goes out whole, one line a saving, and a check finds the one cell that was changed', async () => {
  const { desk, path } = await office('nhat-ky.csv')
  await desk.ask('labs.save', { change: { nameVi: 'Phòng thử (hư cấu)' }, reason: '=1+1' })
  desk.show(
    <>
      <JournalScreen />
      <CheckExport />
    </>,
  )
  await exportAs(desk, /csv/)
  await screen.findByRole('button', { name: 'Mở tệp' })
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(`;'=1+1;`)
  expect(text).toMatch(/\r\n23\/11\/2026;10:42;/)
  const check = () => act(async () => runAction('exchange.check', { screen: 'here', typing: false }))
  await check()
  const dialog = await screen.findByRole('dialog', { name: 'Kiểm tra tệp đã xuất' })
  expect(await within(dialog).findByText('Tệp “nhat-ky.csv” đúng nguyên như lúc xuất.')).toBeInTheDocument()
  expect(within(dialog).getByText('sổ đang mở đúng như lúc xuất')).toBeInTheDocument()
  writeFileSync(path, text.replace(`;'=1+1;`, ';khác;'))
  await check()
  const cells = (await within(dialog).findAllByRole('row')).map((row) => row.textContent)
  expect(cells).toHaveLength(2)
  expect(cells[1]).toContain('Lý do')
  expect(cells[1]).toContain('khác')
}, 60_000)

/** The headings and rows below the head block, as LibreOffice shows them. */
function inLibreOffice(path: string, heading: string): { head: string[]; rows: OfficeCell[][] } {
  const all = readFods(convert(path, 'fods', ...(path.endsWith('.csv') ? [CSV_READ_AS_TEXT] : [])))
  const at = all.findIndex(([cell]) => cell?.value === heading)
  return { head: all.slice(0, at).map(([cell]) => cell?.value ?? ''), rows: all.slice(at) }
}
/** `;` between, every column as text: what a person gets who tells LibreOffice so */
const CSV_READ_AS_TEXT = 'Text - txt - csv (StarCalc):59,34,76,1,1/2/2/2/3/2/4/2/5/2,1066,false,false'
const valuesOf = (rows: readonly OfficeCell[][]): string[][] => rows.map((cells) => cells.map(({ value }) => value))
const exported = async (desk: Desk, format: RegExp): Promise<void> => {
  await exportAs(desk, format)
  await screen.findByRole('button', { name: 'Mở tệp' })
}
/** As the grid shows them, headings first. */
const gridOf = (grid: HTMLElement): string[][] =>
  within(grid)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent ?? ''))

it.each([
  ['ods', /LibreOffice/],
  ['xlsx', /Excel/],
  ['csv', /csv/],
] as const)(
  'the trash goes out as %s: each record with its day and time, without the buttons',
  async (format, item) => {
    const { desk, path } = await office(`thung-rac.${format}`)
    const { id } = await desk.ask('labs.save', { change: { nameVi: '=1+1 Phòng đã bỏ (hư cấu)' } })
    await desk.ask('records.trash', { entity: 'laboratory', id })
    desk.show(<TrashScreen />)
    const grid = await screen.findByRole('grid', { name: 'Thùng rác' })
    await within(grid).findByText('=1+1 Phòng đã bỏ (hư cấu)')
    await exported(desk, item)
    const name = format === 'csv' ? "'=1+1 Phòng đã bỏ (hư cấu)" : '=1+1 Phòng đã bỏ (hư cấu)'
    const { rows } = inLibreOffice(path, 'Loại')
    expect(valuesOf(rows.slice(0, 2))).toEqual([
      ['Loại', 'Tên', 'Đưa vào lúc', 'Giờ', 'Người làm'],
      ['Phòng thí nghiệm', name, format === 'csv' ? '23/11/2026' : '2026-11-23', '10:42', 'Lan'],
    ])
    if (format !== 'csv')
      expect(rows[1]?.map(({ type }) => type)).toEqual(['string', 'string', 'date', 'string', 'string'])
    expect(rows.flat().some(({ formula }) => formula)).toBe(false)
  },
  90_000,
)

it('a figure goes out with its rule, what it was on the other day, and every name as the screen shows it', async () => {
  const { desk, told, path } = await office('so-lieu.xlsx')
  const Figures = (): JSX.Element => <FiguresScreen params={usePlace().params} />
  desk.show(<Figures />)
  const grid = await screen.findByRole('grid', { name: /^Danh sách: / })
  const shown = gridOf(grid)
  expect(shown.length).toBeGreaterThan(1)
  await exported(desk, /Excel/)
  expect(told.saved[0]?.[1]).toMatch(/ 23-11-2026\.xlsx$/)
  const { head, rows } = inLibreOffice(path, shown[0]![0]!)
  expect(valuesOf(rows.filter((cells) => cells.length > 0))).toEqual(shown)
  const rule = screen.getByRole('region', { name: head[0]! }).querySelector('header p')?.textContent
  expect(head).toContain(rule)
  expect(head.some((line) => line.includes('23/11/2025'))).toBe(true)
}, 90_000)
