// Where a form leads once its record is saved. A laboratory is entered step by step: its places, its accreditations, their decisions,
// annexes and lines of scope; each new record offers the next step, and the laboratory's page stands beside it.
import { presentPlace, useNavigation, type Place } from '../../../stores/navigation'
import type { Translate } from '../../../texts/texts'
import { useFormStore, type Next } from './openForm'

/** Where to go on after a new record: a form, or a screen of its own. */
export interface Step {
  /** “Thêm địa điểm” */
  label: string
  /** “Lưu và thêm địa điểm” */
  save: string
  target: (id: string) => NonNullable<Next>
}

type StepKey = 'site' | 'anotherSite' | 'accreditation' | 'decision' | 'annex' | 'scopeGrid' | 'scopeLine'

export function stepTo(t: Translate, key: StepKey, target: Step['target']): Step {
  return { label: t(`forms.steps.${key}.add`), save: t(`forms.steps.${key}.save`), target }
}

export function isShown(place: Place): boolean {
  const present = presentPlace()
  return present.screen === place.screen && present.params['id'] === place.params['id']
}

/** Closes the form, or goes on to the one that comes next, beside the page of its laboratory. */
export function leaveFor(next: Next): void {
  const laboratory = next !== null && typeof next === 'object' && 'laboratory' in next ? next.laboratory : undefined
  if (laboratory !== undefined && !isShown(labPlace(laboratory))) useNavigation.getState().go('lab', { id: laboratory })
  useFormStore.getState().goTo(next)
}

export const labPlace = (id: string): Place => ({ screen: 'lab', params: { id } })
