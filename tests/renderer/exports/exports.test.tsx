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
import { ExpiriesScreen } from '../../../renderer/features/tasks/ExpiriesScreen'
import { usePlace } from '../../../renderer/stores/navigation'
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
