// The entry grid on a real register: drafts, conflicts, lineage, and who may not.
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { EntryScreen } from '../../../../renderer/features/scope/EntryScreen'
import { lineId } from '../../../../renderer/features/scope/kept'
import { useDayStore } from '../../../../renderer/stores/day'
import { useKeyboard } from '../../../../renderer/actions/keyboard'
import { openDesk, type Desk } from '../desk'

function Screen({ laboratory, annex }: { laboratory: string; annex: string }) {
  useKeyboard(here)
  return <EntryScreen params={{ laboratory, annex }} />
}
const here = () => 'scopeEntry'

async function begin(role: 'clerk' | 'viewer' = 'clerk') {
  const desk = await openDesk('empty', role)
  const made = role === 'viewer' ? null : await twoIssues(desk)
  return { desk, ...made }
}

async function twoIssues({ ask }: Desk) {
  const { id: laboratory } = await ask('labs.save', { change: { nameVi: 'Phòng A (hư cấu)' } })
  const { id: accreditation } = await ask('accreditations.save', {
    change: { code: 'VILAS 9187', covers: [{ laboratory, site: null }] },
  })
  const annexes: string[] = []
  for (const day of ['2023-01-01', '2026-01-01']) {
    const { id } = await ask('decisions.save', {
      change: {
        kind: 'QD',
        signed: { iso: day },
        acts: [{ accreditation, kind: 'recognition', effective: { iso: day } }],
      },
    })
    const page = await ask('labs.get', { id: laboratory })
    const act = page.accreditations[0]!.decisions.find((decision) => decision.id === id)!.acts[0]!.id
    annexes.push((await ask('annexes.save', { change: { act, form: 'AFL 01/12', extent: 'complete' } })).id)
  }
  return { laboratory, old: annexes[0]!, annex: annexes[1]! }
}

const field = () => screen.findByLabelText<HTMLTextAreaElement>(/, dòng \d+$/)
async function stand(): Promise<HTMLTextAreaElement> {
  const found = await field()
  act(() => found.focus())
  return found
}
const paste = (element: HTMLElement, text: string) =>
  fireEvent.paste(element, { clipboardData: { getData: () => text } })
const line = (testVi: string) => ({ matrixVi: 'Nước', testVi, method: 'TCVN 6492:2011' })

beforeEach(() => useDayStore.setState({ asOf: null, recorded: null }))

describe('entering many lines', () => {
  it('saves new and changed rows together, and nothing twice', async () => {
    const { desk, laboratory, annex } = await begin()
    await desk.ask('scope.saveMany', { annex: annex!, rows: [line('pH'), line('Fe')] })
    desk.show(<Screen laboratory={laboratory!} annex={annex!} />)
    await stand()
    await desk.user.keyboard('{ArrowRight}pH mới{Enter}{Enter}Mn{Control>}s{/Control}')
    await screen.findByText('Đã lưu 2 dòng vào sổ.')
    expect((await desk.ask('annexes.get', { id: annex! })).lines.map(({ testVi }) => testVi)).toEqual([
      'pH mới',
      'Fe',
      'Mn',
    ])
    await desk.user.keyboard('{Control>}s{/Control}')
    await screen.findByText('Không có gì mới để lưu.')
  })

  it('says at the cell what another has written meanwhile, and saving again keeps one’s own', async () => {
    const { desk, laboratory, annex } = await begin()
    const { ids } = await desk.ask('scope.saveMany', { annex: annex!, rows: [line('pH'), line('Fe')] })
    desk.show(<Screen laboratory={laboratory!} annex={annex!} />)
    await stand()
    await desk.ask('scope.save', { id: ids[1]!, change: { testVi: 'Sắt' } })
    await desk.user.keyboard('{ArrowDown}{ArrowRight}Fe tổng{Enter}{Control>}s{/Control}')
    await screen.findByText('Lan đã sửa thành “Sắt”. Lưu lần nữa để giữ chữ của bạn, hoặc gõ lại.', { selector: 'p' })
    expect((await desk.ask('annexes.get', { id: annex! })).lines[1]!.testVi).toBe('Sắt')
    await desk.user.keyboard('{Control>}s{/Control}')
    await screen.findByText('Đã lưu 1 dòng vào sổ.')
    expect((await desk.ask('annexes.get', { id: annex! })).lines[1]!.testVi).toBe('Fe tổng')
  })

  it('links a repeated line of the issue before, and offers one that is much like it', async () => {
    const { desk, laboratory, old, annex } = await begin()
    const { ids } = await desk.ask('scope.saveMany', {
      annex: old!,
      rows: [line('Xác định pH'), { ...line('Xác định Fe'), range: '1' }],
    })
    desk.show(<Screen laboratory={laboratory!} annex={annex!} />)
    paste(await stand(), 'Nước\tXác định pH\t\tTCVN 6492:2011\nNước\tXac dinh Fe\t2\tTCVN 6492:2011')
    await screen.findByText(/Nối tiếp dòng của phụ lục trước, trùng từng chữ/)
    await desk.user.click(await screen.findByRole('button', { name: 'Nối tiếp 1 dòng của phụ lục trước' }))
    act(() => document.querySelector('textarea')!.focus())
    await desk.user.keyboard('{Control>}s{/Control}')
    await screen.findByText('Đã lưu 2 dòng vào sổ.')
    expect((await desk.ask('annexes.get', { id: annex! })).lines.map(({ continues }) => continues)).toEqual(ids)
  })

  it('keeps what was typed over leaving, and lets go of it when told', async () => {
    const { desk, laboratory, annex } = await begin()
    await desk.ask('scope.saveMany', { annex: annex!, rows: [line('pH')] })
    const first = desk.show(<Screen laboratory={laboratory!} annex={annex!} />)
    await stand()
    await desk.user.keyboard('{ArrowRight}pH sửa dở')
    first.unmount()
    // somebody adds a line before the draft is taken up again
    await desk.ask('scope.save', { change: { annex: annex!, inclusion: 'included', testVi: 'Mn' } })
    desk.show(<Screen laboratory={laboratory!} annex={annex!} />)
    await screen.findByText('2 dòng · chưa lưu, đã giữ bản nháp')
    expect(screen.getAllByRole('gridcell').map((cell) => cell.textContent)).toEqual(
      expect.arrayContaining(['pH sửa dở', 'Mn']),
    )
    await desk.user.click(screen.getByRole('button', { name: 'Bỏ bản nháp' }))
    await screen.findByText('2 dòng')
    expect(screen.getAllByRole('gridcell').map((cell) => cell.textContent)).toEqual(
      expect.arrayContaining(['pH', 'Mn']),
    )
    await waitFor(async () => expect(await desk.ask('drafts.list', {})).toEqual([]))
  })

  it('a draft that outlived its saving adds nothing twice: its rows are the lines that were saved', async () => {
    const { desk, laboratory, annex } = await begin()
    const { unmount } = desk.show(<Screen laboratory={laboratory!} annex={annex!} />)
    await stand()
    await desk.user.keyboard('Nước{Tab}pH{Enter}{ArrowLeft}Nước{Tab}Fe{Enter}')
    unmount()
    const [draft] = await desk.ask('drafts.list', {})
    const kept = JSON.parse(draft!.value) as { entry: string; rows: { key: string; cells: Record<string, string> }[] }
    const rows = kept.rows
      .filter(({ cells }) => cells['testVi'])
      .map(({ key, cells }) => ({ newId: lineId(kept.entry, key), ...cells }))
    expect(rows.length).toBe(2)
    await desk.ask('scope.saveMany', { annex: annex!, rows }) // the saving; the program was killed before the draft went
    desk.show(<Screen laboratory={laboratory!} annex={annex!} />)
    await stand()
    await waitFor(async () => expect(await desk.ask('drafts.list', {})).toEqual([]))
    await desk.user.keyboard('{Control>}s{/Control}')
    await screen.findByText('Không có gì mới để lưu.')
    const { lines } = await desk.ask('annexes.get', { id: annex! })
    expect(lines.map(({ testVi }) => testVi)).toEqual(['pH', 'Fe'])
  })

  it('sends an emptied line to the trash and says so', async () => {
    const { desk, laboratory, annex } = await begin()
    await desk.ask('scope.saveMany', { annex: annex!, rows: [line('pH'), line('Fe')] })
    desk.show(<Screen laboratory={laboratory!} annex={annex!} />)
    await stand()
    await desk.user.keyboard('{Control>}{Delete}{/Control}{Control>}s{/Control}')
    await screen.findByText('Đã chuyển 1 dòng vào thùng rác.')
    expect((await desk.ask('annexes.get', { id: annex! })).lines.map(({ testVi }) => testVi)).toEqual(['Fe'])
  })

  it('says why nothing can be entered to who may only look, or looks at another day', async () => {
    const { desk } = await begin('viewer')
    desk.show(<Screen laboratory="" annex="" />)
    await screen.findByText('Tài khoản của bạn không được làm việc này. Hãy nhờ người quản trị sổ.')
    act(() => useDayStore.setState({ asOf: '2025-01-01' }))
    await screen.findByText('Đang xem sổ tại ngày 01/01/2025, chỉ để đọc. Hãy về hôm nay để sửa.')
  })
})
