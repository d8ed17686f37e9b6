// The passphrase of backups on its screen: asked twice, told what forgetting it means, asked for again after a start, and left.
import { screen, waitFor, within } from '@testing-library/react'
import type { JSX } from 'react'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { LockPanel } from '../../../../renderer/features/backup/LockPanel'
import { useCall } from '../../../../renderer/useCall'
import { useCanEdit } from '../../../../renderer/useCanEdit'
import { builtWorker } from '../../../support/worker'
import { axeFinds } from '../../components/harness'
import { openDesk } from '../desk'

// scrypt takes its time on purpose
vi.setConfig({ testTimeout: 60_000 })

let workerFile = ''
beforeAll(async () => {
  workerFile = await builtWorker()
})

const RIGHT = 'mười hai con gà trống'
const patient = { timeout: 15_000 }

function Panel(): JSX.Element | null {
  const list = useCall('backups.list', {})
  const canEdit = useCanEdit()
  return list.state === 'ready' ? <LockPanel list={list.data} canEdit={canEdit} refetch={list.refetch} /> : null
}

const button = (name: string) => screen.findByRole('button', { name })

describe('the passphrase of backups', () => {
  it('is set when typed twice alike and long enough; then new backups are locked, until it is left', async () => {
    const desk = await openDesk('empty', 'admin', workerFile)
    desk.show(<Panel />)
    expect(await screen.findByText('Chưa đặt mật khẩu.')).toBeVisible()
    await desk.user.click(await button('Đặt mật khẩu…'))
    const dialog = await screen.findByRole('dialog', { name: 'Mật khẩu sao lưu' })
    expect(within(dialog).getByText(/Quên mật khẩu thì không ai mở được/)).toBeVisible()
    expect(within(dialog).getByText(/không có chỗ cất an toàn/)).toBeVisible()
    expect(await axeFinds(dialog)).toEqual([])
    await waitFor(() => expect(within(dialog).getByLabelText(/^Mật khẩu mới/)).toHaveFocus())
    const [first, again] = [within(dialog).getByLabelText(/^Mật khẩu mới/), within(dialog).getByLabelText(/^Nhập lại/)]
    expect([first, again].map((field) => field.getAttribute('type'))).toEqual(['password', 'password'])
    const run = within(dialog).getByRole('button', { name: 'Khóa các bản sao lưu' })
    await desk.user.type(first, 'ngắn quá')
    await desk.user.click(run)
    expect(within(dialog).getByText('Mật khẩu cần ít nhất 10 ký tự.')).toBeVisible()
    await desk.user.clear(first)
    await desk.user.type(first, RIGHT)
    await desk.user.type(again, 'mười hai con gà mái')
    await desk.user.click(run)
    expect(within(dialog).getByText('Hai lần nhập chưa giống nhau.')).toBeVisible()
    expect((await desk.ask('backups.list', {})).lock).toBeNull()
    await desk.user.clear(again)
    await desk.user.type(again, `${RIGHT}{Enter}`)
    await screen.findByText(/Đã đặt mật khẩu/, {}, patient)
    expect(await screen.findByText(/Đang dùng mật khẩu/)).toBeVisible()
    expect((await desk.ask('backups.make', {})).locked).toBe(true)
    await desk.user.click(await button('Thôi dùng mật khẩu'))
    await screen.findByText('Chưa đặt mật khẩu.', {}, patient)
    expect((await desk.ask('backups.make', {})).locked).toBe(false)
  })

  it('is shown to a viewer, who cannot change it', async () => {
    const desk = await openDesk('empty', 'viewer', workerFile)
    desk.show(<Panel />)
    expect(await button('Đặt mật khẩu…')).toBeDisabled()
  })

  it('is asked for where it is not known; a wrong one is told at its field and the right one is taken', async () => {
    const desk = await openDesk('empty', 'admin', workerFile)
    await desk.ask('backups.setPassphrase', { passphrase: RIGHT })
    // as after a start on a machine that keeps nothing
    const list = { ...(await desk.ask('backups.list', {})), lock: { known: false, kept: false } }
    const refetch = vi.fn()
    desk.show(<LockPanel list={list} canEdit refetch={refetch} />)
    const field = await screen.findByLabelText(/^Nhập mật khẩu sao lưu/)
    await desk.user.click(await button('Mở khóa'))
    expect(screen.getByText('Hãy nhập mật khẩu sao lưu.')).toBeVisible()
    await desk.user.type(field, 'không phải mật khẩu{Enter}')
    expect(await screen.findByText(/Mật khẩu sao lưu chưa đúng/, {}, patient)).toBeVisible()
    await desk.user.clear(field)
    await desk.user.type(field, `${RIGHT}{Enter}`)
    await waitFor(() => expect(refetch).toHaveBeenCalledOnce(), patient)
    expect(field).toHaveValue('')
  })
})
