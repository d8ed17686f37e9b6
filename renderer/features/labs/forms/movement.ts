// Moving through a form by keyboard: the first field on opening, Enter to the next field as in a spreadsheet, Alt+Enter for a new line.
// Saving is never on Enter alone, so an input method that ends a word with Enter saves nothing.
import { useEffect, type KeyboardEvent, type RefObject } from 'react'
import { isComposing } from '../../../actions/shortcut'

const FIELDS = 'input:not([type=hidden], [tabindex="-1"], :disabled), select:not(:disabled), textarea:not(:disabled)'
/** fields in which Enter means “done here” */
const DONE = 'input:not([type=checkbox], [type=radio]), select, textarea'

/** Enter goes to the next field; past the last one to the save button. In several lines Alt+Enter (and Shift+Enter) starts a new one. */
export function moveOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.defaultPrevented || isComposing(event.nativeEvent)) return
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  const { target } = event
  if (!(target instanceof HTMLElement) || !target.matches(DONE)) return
  if (event.altKey) return target instanceof HTMLTextAreaElement ? newLine(event, target) : undefined
  event.preventDefault()
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>(FIELDS)]
  const next = fields[fields.indexOf(target) + 1]
  const save = event.currentTarget.closest('[data-region="form"]')?.querySelector<HTMLElement>('footer button')
  ;(next ?? save)?.focus()
}

function newLine(event: KeyboardEvent, area: HTMLTextAreaElement): void {
  event.preventDefault()
  area.setRangeText('\n', area.selectionStart, area.selectionEnd, 'end')
  area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertLineBreak' }))
}

/** Takes the focus to the first field once the form is there, of a new record to the first empty one; F6 and opening the same form again find it by its mark. */
export function useFocusFirst(form: RefObject<HTMLFormElement | null>, isNew: boolean): void {
  useEffect(() => {
    const fields = [...(form.current?.querySelectorAll<HTMLInputElement>(FIELDS) ?? [])]
    const first = (isNew ? fields.find(({ value }) => value === '') : undefined) ?? fields[0]
    if (first === undefined) return
    first.dataset['autofocus'] = ''
    first.focus({ preventScroll: true })
  }, [form, isNew])
}
