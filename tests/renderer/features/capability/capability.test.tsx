// The screen on a real register: composing letters ask nothing, the last answer stays while the next is on its way, pages go on by themselves.
import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Capability } from '../../../../db/model/capability'
import { openRegistry } from '../../../../db/registry'
import { CapabilityScreen } from '../../../../renderer/features/capability/CapabilityScreen'
import { useCapabilityStore } from '../../../../renderer/features/capability/capabilityStore'
import { useRegistryLink } from '../../../../renderer/registryLink'
import { useConnection } from '../../../../renderer/stores/connection'
import { useDayStore } from '../../../../renderer/stores/day'
import { useNavigation, usePlace } from '../../../../renderer/stores/navigation'
import { startTexts } from '../../../../renderer/texts/texts'
import { newClient } from '../../../../renderer/useCall'
import { copyNewRegister } from '../../../support/made-register'
import { axeFinds, Provided, screenOf } from '../../components/harness'

const TODAY = '2026-11-23'
const clock = { now: () => Date.parse('2026-11-23T03:42:00.000Z') }

beforeEach(() => {
  screenOf({ width: 1200, height: 600 })
  useCapabilityStore.setState({ query: '' })
  useNavigation.setState({ places: [{ screen: 'capability', params: {} }], at: 0 })
})

/** The screen in a window; `queries` are the questions it asked. */
async function show(labs = 20): Promise<{ queries: string[]; answers: Capability[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'scn-capability-'))
  const file = join(folder, 'so.scn')
  await copyNewRegister(file, { clock, actor: 'Lan', input: { kind: 'sample', labs, seed: 3, day: TODAY } })
  const registry = await openRegistry({ file, clock })
  onTestFinished(async () => {
    await registry.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const session = registry.session({ actor: 'Lan', role: 'admin' })
  const queries: string[] = []
  const answers: Capability[] = []
  startTexts('vi')
  useDayStore.setState({ today: TODAY, asOf: null })
  useConnection.setState({ state: 'ready' })
  Object.assign(window, {
    registry: {
      call: async (name: string, input: unknown) => {
        const reply = await session.call(name, input)
        if (name === 'capability.find') queries.push((input as { query: string }).query)
        if (name === 'capability.find' && reply.ok) answers.push(reply.value as Capability)
        return structuredClone(reply)
      },
      onChanged: registry.onChanged,
      onProgress: () => () => undefined,
      onState: () => () => undefined,
    },
  })
  render(<Window />, { wrapper: Provided })
  return { queries, answers }
}

function Linked() {
  useRegistryLink()
  const { params } = usePlace()
  return <CapabilityScreen params={params} />
}

const Window = () => (
  <QueryClientProvider client={newClient()}>
    <main>
      <Linked />
    </main>
  </QueryClientProvider>
)

const box = () => screen.getByRole('searchbox', { name: 'Hỏi về năng lực thử nghiệm' })

describe('the box', () => {
  it('asks nothing before a question, offers four examples and answers the one pressed', async () => {
    const { queries } = await show()
    expect(queries).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'chì trong tôm' }))
    await screen.findByRole('list', { name: 'Đã hiểu là' })
    expect(box()).toHaveValue('chì trong tôm')
    expect(useNavigation.getState().places[0]?.params).toEqual({ query: 'chì trong tôm' })
  })

  it('waits while an input method composes', async () => {
    const { queries } = await show()
    const input = box()
    fireEvent.compositionStart(input)
    fireEvent.change(input, { target: { value: 'nươ' } })
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true })
    fireEvent.compositionEnd(input, { target: { value: 'nước' } })
    await waitFor(() => expect(queries).toEqual(['nước']))
  })

  it('gives the focus to the first table when ↓ came before the answer, until the next key', async () => {
    const { answers } = await show()
    await userEvent.click(box())
    fireEvent.change(box(), { target: { value: 'nước thải' } })
    fireEvent.keyDown(box(), { key: 'ArrowDown' })
    expect(screen.queryByRole('grid')).toBeNull()
    await waitFor(() => expect(screen.getByRole('grid', { name: 'Làm được' })).toHaveFocus())
    await userEvent.type(box(), ' mỏ')
    await waitFor(() => expect(answers.at(-1)?.query).toBe('nước thải mỏ'))
    expect(box()).toHaveFocus()
  })

  it('asks what an address asks', async () => {
    useNavigation.setState({ places: [{ screen: 'capability', params: { query: 'vilas 1' } }], at: 0 })
    await show()
    await screen.findByText('mã VILAS 001')
    expect(box()).toHaveValue('vilas 1')
  })
})

describe('the answer', () => {
  it('shows both groups with the reasons and breaks no rule of access', async () => {
    const { answers } = await show(60)
    await userEvent.type(box(), 'nuoc thai')
    await screen.findByText('nuoc thai: nước thải, wastewater, waste water')
    const can = await screen.findByRole('region', { name: 'Làm được' })
    const could = await screen.findByRole('region', { name: 'Chưa làm được, vì sao' })
    expect(within(can).getAllByRole('row').length).toBeGreaterThan(1)
    await waitFor(() => expect(could).toHaveTextContent(/hết hiệu lực từ|chỉ cho|đã hủy bỏ|chưa có hiệu lực/))
    expect(answers.at(-1)?.understood[0]).toMatchObject({ kind: 'term', name: 'nước thải' })
    expect(await axeFinds(screen.getByRole('main'))).toEqual([])
  })

  it('says that nobody can, and of an unknown code that the register has nothing of it', async () => {
    await show()
    await userEvent.type(box(), 'salmonella trong bê tông')
    // every key is asked, one after the other
    const inTurn = { timeout: 20_000 }
    await screen.findByText(
      'Ngày 23/11/2026, không có phòng nào trong sổ làm được “salmonella trong bê tông”.',
      {},
      inTurn,
    )
    await userEvent.clear(box())
    await userEvent.type(box(), 'VILAS 4321')
    await screen.findByText('Sổ không có dòng phạm vi nào của mã VILAS 4321.', {}, inTurn)
  })

  it('asks for more words where only a place or small words were typed', async () => {
    await show()
    await userEvent.type(box(), 'ở Hạ Long')
    await screen.findByText('Câu hỏi chưa có phép thử, sản phẩm, phương pháp hay mã số. Gõ thêm chữ.')
  })

  it('follows the day looked at', async () => {
    await show()
    await userEvent.type(box(), 'zzqq')
    await screen.findByText(/^Ngày 23\/11\/2026, không có phòng nào/)
    useDayStore.setState({ asOf: '2020-01-05' })
    await screen.findByText(/^Ngày 05\/01\/2020, không có phòng nào/)
  })
})
