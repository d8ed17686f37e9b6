// “Văn bản” on a real register with a real worker: the paper that is chosen is the paper that is written. Only the drawing is the shell's (tests/e2e).
import { act, screen, waitFor, within } from '@testing-library/react'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import type { JSX } from 'react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { DocumentsScreen } from '../../../../renderer/features/documents/DocumentsScreen'
import { forgetPaper, usePapers } from '../../../../renderer/features/documents/paperStore'
import { openPaper, usePaperWish } from '../../../../renderer/stores/paperWish'
import { paragraphsOf } from '../../../documents/desk'
import { builtWorker } from '../../../support/worker'
import { axeFinds } from '../../components/harness'
import { openDesk, type Desk } from '../desk'

// pdf.js draws in a worker on a canvas, and there is neither here
vi.mock('../../../../renderer/components/pdf/pdf', () => ({
  openPdf: () =>
    Promise.resolve({
      pages: 2,
      sizeOf: () => Promise.resolve({ width: 595, height: 842 }),
      draw: () => Promise.resolve(),
      close: () => undefined,
    }),
}))

let workerFile = ''
beforeAll(async () => {
  workerFile = await builtWorker()
}, 60_000)
afterEach(forgetPaper)

const button = (name: string | RegExp) => screen.findByRole('button', { name })
const choose = async ({ user }: Desk, paper: RegExp): Promise<void> =>
  user.click(await screen.findByRole('radio', { name: paper }))

interface Office {
  desk: Desk
  /** paragraphs of the Word file that was drawn last */
  drawn: () => string[]
  /** what the person chooses next in a picker */
  picks: (name: string) => void
  shell: Record<string, unknown>
}

async function office(kind: 'quang-ninh' | 'empty' = 'quang-ninh'): Promise<Office> {
  const desk = await openDesk(kind, 'clerk', workerFile)
  let words: string[] = []
  let picked = ''
  const shell: Record<string, unknown> = {
    stopPaper: () => Promise.resolve(),
    lend: (_kind: string, name: string) => Promise.resolve(desk.grant(`${name}.docx`, 'write')),
    drawPaper: () => {
      words = paragraphsOf(readFileSync(join(desk.folder, `${usePaperWish.getState().wish.kind}.docx`)))
      return Promise.resolve({ pdf: new Uint8Array([1]), pages: 2 })
    },
    savePaper: (_ref: string, ending: string) => {
      copyFileSync(join(desk.folder, `${usePaperWish.getState().wish.kind}.docx`), join(desk.folder, picked))
      return Promise.resolve({ ref: 'saved', name: picked || ending })
    },
    pickSave: () => Promise.resolve(desk.grant(picked, 'write')),
    pickOpen: () => Promise.resolve(desk.grant(picked, 'read')),
    openLent: () => Promise.resolve(false),
    reveal: () => Promise.resolve(),
  }
  Object.assign(window, { shell })
  return { desk, drawn: () => words, picks: (name) => (picked = name), shell }
}

it('a sheet needs its laboratory, found by unmarked words, and is then made of that one', async () => {
  const { desk, drawn } = await office()
  const { container } = desk.show(<DocumentsScreen />)
  await choose(desk, /^Phiếu thông tin phòng/)
  expect(await button('Lập văn bản')).toBeDisabled()
  expect(screen.getByText('Chọn phòng cần lập phiếu.')).toBeInTheDocument()
  expect(await axeFinds(container)).toEqual([])
  await desk.user.type(screen.getByRole('combobox', { name: 'Phòng' }), 'xang dau')
  await desk.user.click(await screen.findByRole('option', { name: 'Phòng thử nghiệm Xăng dầu B12' }))
  await desk.user.click(await button('Lập văn bản'))
  await screen.findByText('Phiếu thông tin phòng · 2 trang A4')
  expect(drawn()).toContain('Phòng thử nghiệm Xăng dầu B12')
  expect(screen.getAllByRole('img', { name: /^Trang \d$/ })).toHaveLength(2)
  // the same laboratory is still meant for the history of its one accreditation
  await choose(desk, /^Lịch sử công nhận/)
  await waitFor(async () => expect(await button('Lập văn bản')).toBeEnabled())
  await desk.user.click(await button('Lập văn bản'))
  await screen.findByText('Lịch sử công nhận · 2 trang A4')
  expect(drawn()).toContain('VILAS 016')
}, 60_000)

it('of several accreditations one is chosen, and a laboratory without any has no history', async () => {
  const { desk } = await office('empty')
  const { id } = await desk.ask('labs.save', { change: { nameVi: 'Phòng A (hư cấu)' } })
  await desk.ask('labs.save', { change: { nameVi: 'Phòng B (hư cấu)' } })
  for (const code of ['VILAS 9981', 'LAS-XD 9982'])
    await desk.ask('accreditations.save', { change: { code, covers: [{ laboratory: id, site: null }] } })
  desk.show(<DocumentsScreen />)
  await choose(desk, /^Lịch sử công nhận/)
  const lab = await screen.findByRole('combobox', { name: 'Phòng' })
  await desk.user.click(lab)
  await desk.user.click(await screen.findByRole('option', { name: 'Phòng A (hư cấu)' }))
  await desk.user.click(await screen.findByRole('combobox', { name: 'Công nhận' }))
  expect(await button('Lập văn bản')).toBeDisabled()
  await desk.user.click(await screen.findByRole('option', { name: /LAS-XD 9982/ }))
  await waitFor(async () => expect(await button('Lập văn bản')).toBeEnabled())
  await desk.user.clear(lab)
  await desk.user.click(await screen.findByRole('option', { name: 'Phòng B (hư cấu)' }))
  await screen.findByText('Phòng này chưa có công nhận nào trong sổ.')
  expect(await button('Lập văn bản')).toBeDisabled()
}, 60_000)

it('a letter is written to all whose accreditation ends soon, or to the one that is chosen; with nobody it says so', async () => {
  const { desk, drawn } = await office()
  desk.show(<DocumentsScreen />)
  await choose(desk, /^Công văn nhắc gia hạn/)
  await desk.user.click(await button('Lập văn bản'))
  await screen.findByText(/^Công văn nhắc gia hạn · 2 trang A4/)
  const letters = (): number => drawn().filter((text) => text.startsWith('Kính gửi: ')).length
  expect(letters()).toBe(2)
  expect(drawn().filter((text) => text.includes('Vân tay sổ')).length).toBeGreaterThan(0)
  await desk.user.type(await screen.findByRole('combobox', { name: 'Phòng' }), 'vinacontrol')
  await desk.user.click(await screen.findByRole('option', { name: /Vinacontrol/ }))
  await desk.user.click(await button('Lập văn bản'))
  await waitFor(() => expect(letters()).toBe(1))
  await choose(desk, /^Danh sách phòng/)
  await choose(desk, /^Công văn nhắc gia hạn/)
  expect(await screen.findByRole('combobox', { name: 'Phòng' })).toHaveValue('')
  const other = await office('empty')
  other.desk.show(<DocumentsScreen />)
  await act(async () => openPaper({ kind: 'reminder' }))
  expect((await screen.findAllByRole('alert'))[0]).toHaveTextContent('không có gì để nhắc')
}, 60_000)

it('what another screen asks for is made at once, saved, and says where Word is missing', async () => {
  const { desk, drawn, picks, shell } = await office()
  const found = await desk.ask('labs.list', { text: 'xang dau' })
  const { id, nameVi: name } = found.rows[0]!
  desk.show(<DocumentsScreen />)
  await act(async () => openPaper({ kind: 'lab', id }, { id, name }))
  await screen.findByText('Phiếu thông tin phòng · 2 trang A4')
  expect(screen.getByRole('combobox', { name: 'Phòng' })).toHaveValue(name)
  picks('phieu.docx')
  await desk.user.click(await button('Lưu Word'))
  await screen.findByText('Đã lưu phieu.docx.')
  expect(paragraphsOf(readFileSync(join(desk.folder, 'phieu.docx')))).toEqual(drawn())
  await desk.user.click(await button('Mở bằng Word'))
  await screen.findByText('Máy này không có phần mềm mở tệp Word. Hãy lưu PDF hoặc in.')
  shell['drawPaper'] = () => Promise.reject(new Error('broken'))
  await desk.user.click(await button('Lập văn bản'))
  await screen.findByText(/^Chưa dàn trang được văn bản này\./)
  expect(await button('Lưu PDF')).toBeDisabled()
}, 60_000)

it('a template of the office is taken, a broken one says where, and the original comes back', async () => {
  const { desk, picks, drawn } = await office()
  desk.show(<DocumentsScreen />)
  await choose(desk, /^Danh sách phòng thí nghiệm/)
  await desk.user.click(screen.getByRole('radio', { name: 'Mẫu' }))
  const fields = within(await screen.findByRole('table'))
  expect(fields.getByText('{so_phong}')).toBeInTheDocument()
  expect(fields.getByRole('cell', { name: 'Số phòng' })).toBeInTheDocument()
  picks('mau.docx')
  await desk.user.click(await button('Lưu mẫu ra tệp…'))
  await screen.findByText('Đã lưu mẫu ra mau.docx.')
  const path = join(desk.folder, 'mau.docx')
  const edit = (from: string, to: string): void => {
    const zip = new PizZip(readFileSync(path))
    const xml = zip.file('word/document.xml')!.asText()
    expect(xml).toContain(from)
    zip.file('word/document.xml', xml.replace(from, to))
    writeFileSync(path, zip.generate({ type: 'uint8array' }))
  }
  edit('{so_phong}', '{so_phogn}')
  await desk.user.click(await button('Nhận mẫu đã sửa…'))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent(/đoạn \d+.*văn bản này không có trường \{so_phogn\}/)
  expect(screen.getByText('Đang dùng mẫu gốc của phần mềm.')).toBeInTheDocument()
  edit('Tổng số: {so_phogn}', 'Cả tỉnh có {so_phong}')
  await desk.user.click(await button('Nhận mẫu đã sửa…'))
  await screen.findByText(/^Đang dùng mẫu của cơ quan, Lan đưa vào lúc/)
  expect(screen.queryByRole('alert')).toBeNull()
  await desk.user.click(screen.getByRole('radio', { name: 'Xem trước' }))
  await desk.user.click(await button('Lập văn bản'))
  await waitFor(() => expect(drawn()).toContain('Cả tỉnh có 12 phòng.'))
  await desk.user.click(screen.getByRole('radio', { name: 'Mẫu' }))
  await desk.user.click(await button('Dùng lại mẫu gốc'))
  await screen.findByText('Đang dùng mẫu gốc của phần mềm.')
}, 60_000)

const Whole = (): JSX.Element => {
  usePapers()
  return <DocumentsScreen />
}

it('with another register nothing of the paper stays', async () => {
  const { desk } = await office()
  const { onChanged } = window.registry
  const told: Parameters<typeof onChanged>[0][] = []
  window.registry.onChanged = (tell) => (told.push(tell), onChanged(tell))
  desk.show(<Whole />)
  const { id, nameVi: name } = (await desk.ask('labs.list', {})).rows[0]!
  await act(async () => openPaper({ kind: 'lab', id }, { id, name }))
  await screen.findByText('Phiếu thông tin phòng · 2 trang A4')
  // what is written in this register leaves the paper where it is
  await act(() => desk.ask('labs.save', { id, change: { note: 'mẫu' } }))
  expect(screen.getByText('Phiếu thông tin phòng · 2 trang A4')).toBeInTheDocument()
  act(() => told.forEach((tell) => tell(['*'])))
  await screen.findByText('Chưa lập văn bản')
  expect(screen.getByRole('radio', { name: /^Báo cáo tình hình/ })).toBeChecked()
  expect(usePaperWish.getState().lab).toBeNull()
}, 60_000)
