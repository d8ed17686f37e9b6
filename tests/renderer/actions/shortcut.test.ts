// Which key presses are ours: comparing, showing, and staying out of the way of fields and input methods.
import { describe, expect, it } from 'vitest'
import {
  ariaShortcut,
  belongsToField,
  isComposing,
  matches,
  showShortcut,
  type KeyPress,
} from '../../../renderer/actions/shortcut'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
})

describe('matches', () => {
  it.each([
    ['Ctrl+K', press('k', { ctrlKey: true }), true],
    ['Ctrl+K', press('K', { ctrlKey: true }), true],
    ['Ctrl+K', press('k', { metaKey: true }), true],
    ['Ctrl+K', press('k', { ctrlKey: true, shiftKey: true }), false],
    ['Ctrl+K', press('k'), false],
    ['Ctrl+K', press('л', { ctrlKey: true, code: 'KeyK' }), true],
    ['?', press('?', { shiftKey: true }), true],
    ['?', press('?'), true],
    ['F6', press('F6'), true],
    ['F6', press('F6', { shiftKey: true }), false],
    ['Shift+F6', press('F6', { shiftKey: true }), true],
    ['Alt+ArrowLeft', press('ArrowLeft', { altKey: true }), true],
    ['Alt+ArrowLeft', press('ArrowLeft'), false],
  ])('%s and %o: %s', (shortcut, event, expected) => expect(matches(shortcut, event)).toBe(expected))
})

it.each([press('a', { isComposing: true }), press('Process'), press('a', { keyCode: 229 })])(
  'knows an input method at work: %o',
  (event) => expect(isComposing(event)).toBe(true),
)

it.each([
  [press('z', { ctrlKey: true }), true],
  [press('v', { ctrlKey: true }), true],
  [press('?'), true],
  [press('ArrowLeft', { altKey: true }), true],
  [press('k', { ctrlKey: true }), false],
  [press('s', { ctrlKey: true }), false],
  [press('F6'), false],
])('leaves to a text field what is its own: %o → %s', (event, expected) => expect(belongsToField(event)).toBe(expected))

it('shows shortcuts as people and readers expect them', () => {
  expect(showShortcut('Alt+ArrowLeft')).toBe('Alt+←')
  expect(ariaShortcut('Ctrl+K')).toBe('Control+K')
})
