// Shortcuts as text (“Ctrl+Shift+Z”, “F2”, “?”, “Alt+ArrowLeft”): comparing them with key events and showing them to people.
// Ctrl also means ⌘ on macOS.

interface Keys {
  key: string
  ctrl: boolean
  alt: boolean
  shift: boolean
}

/** What a key event carries that decides a shortcut. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'keyCode'
>

const arrows: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' }
const words: Record<string, string> = { Control: 'Ctrl', ' ': 'Space' }
/** What the text field itself does with Ctrl: undo, redo, clipboard, select all, and the moves of the caret. */
const editing = new Set(['z', 'y', 'a', 'c', 'x', 'v', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Backspace', 'Delete'])

function read(shortcut: string): Keys {
  const parts = shortcut.split('+')
  const key = parts.at(-1) ?? ''
  return { key, ctrl: parts.includes('Ctrl'), alt: parts.includes('Alt'), shift: parts.includes('Shift') }
}

/** The Latin letter of the key where the layout types another script; otherwise the key itself, letters in lower case. */
function keyOf(event: KeyPress): string {
  if (event.key.length > 1) return event.key
  const key = event.key.toLowerCase()
  const plain = /^[\x20-\x7e]$/.test(key)
  return plain || !/^Key[A-Z]$/.test(event.code) ? key : event.code.slice(3).toLowerCase()
}

/** True while an input method (Telex, VNI) is putting a letter together: no key belongs to us then. */
export function isComposing(event: Pick<KeyPress, 'isComposing' | 'keyCode' | 'key'>): boolean {
  return event.isComposing || event.keyCode === 229 || event.key === 'Process'
}

export function matches(shortcut: string, event: KeyPress): boolean {
  const wanted = read(shortcut)
  const key = wanted.key.length === 1 ? wanted.key.toLowerCase() : wanted.key
  if (keyOf(event) !== key) return false
  // a sign such as “?” may need Shift on one keyboard and not on another
  const shiftFree = key.length === 1 && !/[a-z0-9]/.test(key)
  return (
    (event.ctrlKey || event.metaKey) === wanted.ctrl &&
    event.altKey === wanted.alt &&
    (shiftFree || event.shiftKey === wanted.shift)
  )
}

/** Keys that stay with a text field while somebody types in it: everything without Ctrl, and Ctrl+Z, C, V … */
export function belongsToField(event: KeyPress): boolean {
  if (/^F\d+$/.test(event.key)) return false
  if (!event.ctrlKey && !event.metaKey) return true
  return editing.has(keyOf(event))
}

/** For people: `Alt+←`. */
export function showShortcut(shortcut: string): string {
  return shortcut
    .split('+')
    .map((part) => arrows[part] ?? words[part] ?? part)
    .join('+')
}

/** For `aria-keyshortcuts`: `Control+K`. */
export function ariaShortcut(shortcut: string): string {
  return shortcut.replace('Ctrl', 'Control')
}
