// The report check on Sổ Quảng Ninh in a temporary folder: same router, same rules as in the app; only the process border is missing.
import { notifications, Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReactElement } from 'react'
import { onTestFinished } from 'vitest'
import { openRegistry } from '../../../../db/registry'
import { useKeyboard } from '../../../../renderer/actions/keyboard'
import { CheckScreen } from '../../../../renderer/features/check/CheckScreen'
import { emptyForm, useCheckStore } from '../../../../renderer/features/check/checkStore'
import { useDayStore } from '../../../../renderer/stores/day'
import { useNavigation } from '../../../../renderer/stores/navigation'
import { startTexts } from '../../../../renderer/texts/texts'
import { newClient } from '../../../../renderer/useCall'
import { copyNewRegister } from '../../../support/made-register'
import { Provided, screenOf } from '../../components/harness'

const clock = { now: () => Date.parse('2026-11-23T03:42:00.000Z') }

export async function openCheck(): Promise<UserEvent> {
  const folder = mkdtempSync(join(tmpdir(), 'scn-check-'))
  const file = join(folder, 'so.scn')
  await copyNewRegister(file, { clock, actor: 'Lan', input: { kind: 'quang-ninh' } })
  const registry = await openRegistry({ file, clock })
  onTestFinished(async () => {
    await registry.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const session = registry.session({ actor: 'Lan', role: 'admin' })
  startTexts('vi')
  localStorage.clear()
  notifications.clean()
  screenOf({ width: 1366, height: 768 })
  useDayStore.setState({ today: '2026-11-23', asOf: null, recorded: null })
  useCheckStore.setState({ tab: 'report', form: emptyForm, asked: null, text: '', askedText: null })
  useNavigation.setState({ places: [{ screen: 'check', params: {} }], at: 0 })
  Object.assign(window, {
    registry: {
      call: async (name: string, input: unknown) => structuredClone(await session.call(name, input)),
      onChanged: registry.onChanged,
      onProgress: () => () => undefined,
      onState: () => () => undefined,
    },
  })
  const user = userEvent.setup()
  render(<Window />, { wrapper: Provided })
  return user
}

function Window(): ReactElement {
  return (
    <QueryClientProvider client={newClient()}>
      <Keys />
    </QueryClientProvider>
  )
}

const here = (): string => 'check'

function Keys(): ReactElement {
  useKeyboard(here)
  return (
    <main>
      <Notifications />
      <CheckScreen />
    </main>
  )
}

export const box = (label: string): HTMLElement => screen.getByLabelText(label, { selector: 'input, textarea' })
export const verdict = (word: string): Promise<HTMLElement> => screen.findByText(word, { selector: '[data-verdict] p' })
