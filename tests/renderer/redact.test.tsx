// A personal value taken out on request: what will go is told first, a reason is asked, and history then says that it went.
import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { REDACTED } from '../../db/model/redacted'
import { RedactContext } from '../../renderer/components/changes/redact'
import { FieldHistory } from '../../renderer/features/labs/page/FieldHistory'
import { RedactDialog } from '../../renderer/redact/RedactDialog'
import { closeRedact, useRedactValue } from '../../renderer/redact/redactStore'
import { useRecordWords } from '../../renderer/useRecordWords'
import { axeFinds } from './components/harness'
import { openDesk } from './features/desk'
import { builtWorker } from '../support/worker'

// the whole dialog with real jobs, on a machine that others use too
vi.setConfig({ testTimeout: 60_000 })

let workerFile = ''
beforeAll(async () => {
  workerFile = await builtWorker()
})
beforeEach(closeRedact)

function Page({ lab }: { lab: string }) {
  const words = useRecordWords()
  return (
    <RedactContext value={useRedactValue()}>
      <FieldHistory of={{ record: lab, entity: 'laboratory', field: 'phone' }} words={words} />
      <RedactDialog />
    </RedactContext>
  )
}

const NUMBER = '0912 345 678'
const button = { name: `Xóa theo yêu cầu Điện thoại: ${NUMBER}` }

describe('taking a value out on request', () => {
  it('tells what goes and what stays, asks why, and history then says so in the place of the value', async () => {
    const desk = await openDesk('empty', 'admin', workerFile)
    const { id } = await desk.ask('labs.save', { change: { nameVi: 'Phòng A', phone: NUMBER } })
    await desk.ask('labs.save', { id, change: { phone: '0203 3825 111', note: `Số cũ ${NUMBER}` } })
    await desk.ask('labs.save', { change: { nameVi: 'Phòng B', phone: NUMBER } })
    desk.show(<Page lab={id} />)
    await desk.user.click(await screen.findByRole('button', button))
    const dialog = await screen.findByRole('dialog', { name: 'Xóa giá trị theo yêu cầu' })
    await within(dialog).findByText(`Điện thoại: ${NUMBER}`)
    expect(within(dialog).getByText(/được ghi 1 lần/)).toBeVisible()
    expect(within(dialog).getByText(/Còn 1 chỗ có giá trị này nằm trong một đoạn dài hơn/)).toBeVisible()
    expect(within(dialog).getByText('Không thể hoàn tác.')).toBeVisible()
    expect(await axeFinds(dialog)).toEqual([])
    const run = within(dialog).getByRole('button', { name: 'Xóa hẳn giá trị' })
    await desk.user.click(run)
    expect(within(dialog).getByText('Hãy ghi lý do, ít nhất 3 chữ.')).toBeVisible()
    await desk.user.click(within(dialog).getByRole('checkbox', { name: 'Xóa cả ở 1 chỗ khác ghi đúng như vậy' }))
    await desk.user.type(within(dialog).getByRole('textbox', { name: /Lý do/ }), 'Theo đơn của ông Hà')
    await desk.user.click(run)
    await screen.findByText('Đã xóa theo yêu cầu ở 2 chỗ ghi trong nhật ký.', {}, { timeout: 15_000 })
    await waitFor(() => expect(screen.queryByText(NUMBER)).toBeNull())
    const told = await desk.ask('changes.list', { recordId: id, entity: 'laboratory', field: 'phone' })
    expect(told.map(({ after }) => after)).toEqual(['0203 3825 111', REDACTED])
    expect((await desk.ask('labs.list', {})).rows.map(({ phone }) => phone)).toEqual(['0203 3825 111', null])
  })

  it('is offered to administrators alone', async () => {
    const desk = await openDesk('empty', 'clerk')
    const { id } = await desk.ask('labs.save', { change: { nameVi: 'Phòng A', phone: NUMBER } })
    desk.show(<Page lab={id} />)
    expect(await screen.findByText(NUMBER)).toBeVisible()
    expect(screen.queryByRole('button', button)).toBeNull()
  })
})
