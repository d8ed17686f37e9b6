// Moving through a form by keyboard: the first field on opening, Enter to the next field as in a spreadsheet. Saving is never on Enter
// alone, so an input method that ends a word with Enter saves nothing.
import { useEffect, type KeyboardEvent, type RefObject } from 'react'
import { isComposing } from '../../../actions/shortcut'

const FIELDS = 'input:not([type=hidden], [tabindex="-1"], :disabled), select:not(:disabled), textarea:not(:disabled)'
/** fields in which Enter means “done here”; several lines keep it for themselves */
const SINGLE = 'input:not([type=checkbox], [type=radio]), select'

/** Enter in a one-line field goes to the next field; past the last one to the save button. */
export function moveOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.defaultPrevented || isComposing(event.nativeEvent)) return
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const { target } = event
  if (!(target instanceof HTMLElement) || !target.matches(SINGLE)) return
  event.preventDefault()
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>(FIELDS)]
  const next = fields[fields.indexOf(target) + 1]
  const save = event.currentTarget.closest('[data-region="form"]')?.querySelector<HTMLElement>('footer button')
  ;(next ?? save)?.focus()
}

/** Takes the focus to the first field once the form is there; F6 and opening the same form again find it by its mark. */
export function useFocusFirst(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>(FIELDS)
    if (first === null || first === undefined) return
    first.dataset['autofocus'] = ''
    first.focus({ preventScroll: true })
  }, [form])
}
