// The support bundle in the window: every file is shown before it is saved, and exactly what was shown is saved.
import { screen, within } from '@testing-library/react'
import { strFromU8, unzipSync } from 'fflate'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SupportButton } from '../../../renderer/support/SupportButton'
import { axeFinds } from '../components/harness'
import { openDesk, type Desk } from '../features/desk'

/** `picks`: the name given to the bundle; null: the person thinks better of it. */
async function office(picks: string | null): Promise<{ desk: Desk; dialog: HTMLElement; path: string }> {
  const desk = await openDesk('empty', 'admin')
  await desk.ask('labs.save', { change: { nameVi: 'Phòng Bí Mật (hư cấu)' } })
  Object.assign(window, {
    shell: {
      versions: { electron: '33.2.1', chrome: '130.0.0' },
      pickSave: () => Promise.resolve(picks === null ? null : desk.grant(picks, 'write')),
    },
  })
  desk.show(<SupportButton />)
  await desk.user.click(await screen.findByRole('button', { name: 'Gói hỗ trợ…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Gói hỗ trợ' })
  await within(dialog).findByRole('tab', { name: 'versions.json' })
  return { desk, dialog, path: join(desk.folder, picks ?? 'x') }
}

it('shows every file whole, and saves what was shown though the register went on meanwhile', async () => {
  const { desk, dialog, path } = await office('goi.zip')
  expect(await axeFinds(dialog)).toEqual([])
  const shown: Record<string, string> = {}
  for (const tab of within(dialog).getAllByRole('tab')) {
    await desk.user.click(tab)
    shown[tab.textContent] = within(dialog).getByRole('tabpanel').textContent
  }
  expect(Object.keys(shown)).toEqual(expect.arrayContaining(['versions.json', 'register.json']))
  expect(shown['versions.json']).toContain('33.2.1')
  expect(JSON.stringify(shown)).not.toContain('Bí Mật')
  await desk.ask('labs.save', { change: { nameVi: 'Phòng sau (hư cấu)' } })
  await desk.user.click(within(dialog).getByRole('button', { name: 'Lưu gói…' }))
  await screen.findByText('Đã lưu gói hỗ trợ “goi.zip”.')
  const saved = Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [name, strFromU8(bytes)])
  expect(Object.fromEntries(saved)).toEqual(shown)
})

it('saves nothing when the person thinks better of it, and says what went wrong', async () => {
  const { desk, dialog, path } = await office(null)
  const save = within(dialog).getByRole('button', { name: 'Lưu gói…' })
  await desk.user.click(save)
  expect(existsSync(path)).toBe(false)
  expect(dialog).toBeVisible()
  Object.assign(window.shell, { pickSave: () => Promise.resolve(desk.grant('goi.zip', 'write')) })
  desk.failing('support.save')
  await desk.user.click(save)
  expect(await screen.findByText(/Có lỗi|lỗi/)).toBeVisible()
  expect(dialog).toBeVisible()
})
