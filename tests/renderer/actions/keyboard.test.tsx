// Actions and the keyboard together: who wins a shortcut, when no key is ours, and what Esc closes.
import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { runAction, useActions, type Action } from '../../../renderer/actions/action'
import { useCloser } from '../../../renderer/actions/closers'
import { useKeyboard } from '../../../renderer/actions/keyboard'

const here = () => 'labs'
const action = (id: string, shortcut: string, run: () => void, more: Partial<Action> = {}): Action => ({
  id,
  shortcut,
  run,
  label: 'forms.actions.save',
  ...more,
})

function Offer({ actions, layer = 'screen' }: { actions: readonly Action[]; layer?: 'screen' | 'frame' }) {
  useActions(actions, layer)
  return null
}
function Keys({ children }: { children?: React.ReactNode }) {
  useKeyboard(here)
  return (
    <>
      {children}
      <input aria-label="ô chữ" />
    </>
  )
}
const field = () => screen.getByRole('textbox', { name: 'ô chữ' })

describe('shortcuts', () => {
  it('run the action of the shown screen before one of the frame', async () => {
    const user = userEvent.setup()
    const [ofFrame, ofScreen] = [vi.fn<() => void>(), vi.fn<() => void>()]
    const { rerender } = render(
      <Keys>
        <Offer layer="frame" actions={[action('find', 'Ctrl+F', ofFrame)]} />
        <Offer actions={[action('filter', 'Ctrl+F', ofScreen)]} />
      </Keys>,
    )
    await user.keyboard('{Control>}f{/Control}')
    expect([ofScreen.mock.calls.length, ofFrame.mock.calls.length]).toEqual([1, 0])
    rerender(
      <Keys>
        <Offer layer="frame" actions={[action('find', 'Ctrl+F', ofFrame)]} />
      </Keys>,
    )
    await user.keyboard('{Control>}f{/Control}')
    expect([ofScreen.mock.calls.length, ofFrame.mock.calls.length]).toEqual([1, 1])
  })

  it('run nothing that is not offered now', async () => {
    const user = userEvent.setup()
    const run = vi.fn<() => void>()
    render(
      <Keys>
        <Offer actions={[action('save', 'F4', run, { when: ({ screen: key }) => key === 'elsewhere' })]} />
      </Keys>,
    )
    await user.keyboard('{F4}')
    expect(run).not.toHaveBeenCalled()
    expect(runAction('save', { screen: 'elsewhere', typing: false })).toBe(true)
    expect(run).toHaveBeenCalledOnce()
  })

  it('leave the keys alone while Telex composes a letter', () => {
    const run = vi.fn<() => void>()
    render(
      <Keys>
        <Offer actions={[action('palette', 'Ctrl+K', run), action('help', '?', run)]} />
      </Keys>,
    )
    for (const more of [{ isComposing: true }, { keyCode: 229 }]) {
      fireEvent.keyDown(field(), { key: 'k', ctrlKey: true, ...more })
      fireEvent.keyDown(document.body, { key: '?', ...more })
    }
    expect(run).not.toHaveBeenCalled()
  })

  it('leave the keys to a field while somebody types, except those with Ctrl', async () => {
    const user = userEvent.setup()
    const [help, palette, undo] = [vi.fn<() => void>(), vi.fn<() => void>(), vi.fn<() => void>()]
    render(
      <Keys>
        <Offer
          actions={[action('help', '?', help), action('palette', 'Ctrl+K', palette), action('undo', 'Ctrl+Z', undo)]}
        />
      </Keys>,
    )
    await user.type(field(), 'có?')
    await user.keyboard('{Control>}z{/Control}{Control>}k{/Control}')
    expect(field()).toHaveValue('có?')
    expect([help, palette, undo].map((run) => run.mock.calls.length)).toEqual([0, 1, 0])
    field().blur()
    await user.keyboard('{Control>}z{/Control}?')
    expect([help, undo].map((run) => run.mock.calls.length)).toEqual([1, 1])
  })

  it('do nothing behind an open dialog', async () => {
    const user = userEvent.setup()
    const run = vi.fn<() => void>()
    render(
      <Keys>
        <Offer actions={[action('palette', 'Ctrl+K', run)]} />
        <div role="dialog" aria-modal="true" aria-label="hỏi" />
      </Keys>,
    )
    await user.keyboard('{Control>}k{/Control}')
    expect(run).not.toHaveBeenCalled()
  })
})

function Pane({ close }: { close: () => void }) {
  useCloser(true, close)
  return null
}

describe('Esc', () => {
  it('closes what was opened last, one at a time', async () => {
    const user = userEvent.setup()
    const [first, last] = [vi.fn<() => void>(), vi.fn<() => void>()]
    const { rerender } = render(
      <Keys>
        <Pane key="a" close={first} />
        <Pane key="b" close={last} />
      </Keys>,
    )
    await user.keyboard('{Escape}')
    expect([first.mock.calls.length, last.mock.calls.length]).toEqual([0, 1])
    rerender(
      <Keys>
        <Pane key="a" close={first} />
      </Keys>,
    )
    await user.keyboard('{Escape}')
    expect([first.mock.calls.length, last.mock.calls.length]).toEqual([1, 1])
  })

  it('belongs first to an open menu or list', async () => {
    const close = vi.fn<() => void>()
    render(
      <Keys>
        <Pane close={close} />
        <div role="listbox" aria-label="danh sách" tabIndex={0} />
      </Keys>,
    )
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 'Escape' })
    expect(close).not.toHaveBeenCalled()
  })
})
