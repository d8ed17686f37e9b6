// The one listener for shortcuts. No key is ours while an input method composes, while a dialog is open, or, without Ctrl,
// while somebody types in a field.
import { useEffect } from 'react'
import { currentActions, isOffered, shortcutsOf, type ActionContext } from './action'
import { closeLast } from './closers'
import { belongsToField, isComposing, matches } from './shortcut'

const FIELDS =
  'textarea, select, [contenteditable="true"], input:not([type=checkbox], [type=radio], [type=button], [type=range])'
const OWN_ESCAPE = '[role=menu], [role=listbox], [role=dialog], [aria-expanded=true]'

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches(FIELDS)
}

/** A cell that one stands on without typing keeps letters and moves; with Alt (back, forward) a key goes on to the window. */
const goesOn = ({ altKey, target }: KeyboardEvent): boolean =>
  altKey && target instanceof HTMLElement && target.dataset['standing'] !== undefined

/** Handles one key press; true when an action ran. */
export function handleKey(event: KeyboardEvent, screen: string): boolean {
  if (event.defaultPrevented || isComposing(event)) return false
  if (document.querySelector('[aria-modal="true"]') !== null) return false
  const typing = isTyping(event.target)
  if (event.key === 'Escape') {
    const owned = event.target instanceof Element && event.target.closest(OWN_ESCAPE) !== null
    return !owned && closeLast()
  }
  if (typing && belongsToField(event) && !goesOn(event)) return false
  const context: ActionContext = { screen, typing }
  for (const action of currentActions()) {
    if (shortcutsOf(action).some((shortcut) => matches(shortcut, event)) && isOffered(action, context)) {
      event.preventDefault()
      action.run(context)
      return true
    }
  }
  return false
}

/** Listens on the window while the frame is shown. */
export function useKeyboard(screen: () => string): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      handleKey(event, screen())
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [screen])
}
