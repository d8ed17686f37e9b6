// What belongs to this machine: it holds at once, for every window, and never enters the register.
import { act, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { usePreferences } from '../../../../renderer/stores/preferences'
import { axeFinds } from '../../components/harness'
import { choice, openSettings } from './harness'

const stored = () => (JSON.parse(localStorage.getItem('so.preferences') ?? '{}') as { state?: object }).state

it('speaks another language at once, tells the shell for its menus, and remembers it', async () => {
  const { user, told } = await openSettings()
  await user.click(choice('Ngôn ngữ', 'English (tiếng Anh)'))
  expect(await screen.findByRole('heading', { name: 'Settings' })).toBeInTheDocument()
  expect(document.documentElement.lang).toBe('en')
  expect(told.filter(([verb]) => verb === 'setLanguage')).toEqual([
    ['setLanguage', 'vi'],
    ['setLanguage', 'en'],
  ])
  expect(stored()).toMatchObject({ language: 'en' })
})

it('wears the chosen theme at once, by arrow keys too', async () => {
  const { user } = await openSettings()
  const scheme = () => document.documentElement.dataset['mantineColorScheme']
  await user.click(choice('Giao diện', 'Tối'))
  expect(scheme()).toBe('dark')
  await user.keyboard('{ArrowLeft}')
  expect(choice('Giao diện', 'Sáng')).toBeChecked()
  expect(scheme()).toBe('light')
  await user.click(choice('Giao diện', 'Theo máy'))
  expect(stored()).toMatchObject({ theme: 'auto' })
})

it('keeps the height of rows on this machine and writes nothing into the register', async () => {
  const { user, ask } = await openSettings()
  const { seq } = await ask('register.info', {})
  await user.click(choice('Cỡ dòng', 'Thấp'))
  expect(stored()).toMatchObject({ density: 'compact' })
  expect((await ask('register.info', {})).seq).toBe(seq)
})

it('takes over at once what another window of this machine chose', async () => {
  await openSettings()
  const theirs = JSON.stringify({ state: { language: 'en', theme: 'dark', density: 'comfortable' }, version: 0 })
  localStorage.setItem('so.preferences', theirs)
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'so.preferences', newValue: theirs })))
  expect(await screen.findByRole('radio', { name: 'High' })).toBeChecked()
  expect(usePreferences.getState()).toMatchObject({ language: 'en', theme: 'dark' })
})

it('shows the zoom wherever it was changed, and steps no further than its ends', async () => {
  const { user, told, zoomIs } = await openSettings()
  expect(screen.getByRole('group', { name: 'Cỡ chữ' })).toHaveTextContent('110%')
  await user.click(screen.getByRole('button', { name: 'Phóng to' }))
  zoomIs(200)
  expect(screen.getByRole('group', { name: 'Cỡ chữ' })).toHaveTextContent('200%')
  const larger = screen.getByRole('button', { name: 'Phóng to' })
  await user.click(larger)
  expect(larger).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Thu nhỏ' }))
  await user.click(screen.getByRole('button', { name: 'Về 100%' }))
  expect(told.filter(([verb]) => verb === 'zoom')).toEqual([
    ['zoom', 1],
    ['zoom', -1],
    ['zoom', 0],
  ])
})

it('is sound to axe', async () => {
  const { container } = await openSettings()
  await waitFor(() => expect(screen.getByText('so.scn')).toBeInTheDocument())
  expect(await axeFinds(container)).toEqual([])
})
