// From a figure to the names behind it: the labs list with exactly the filter that was counted (the list reads it from the place).
import type { LabFilter } from '../../../db/model/inputs'
import { useNavigation } from '../../stores/navigation'

export function openLabs(filter: Omit<LabFilter, 'day'>): void {
  useNavigation.getState().go('labs', { filter: JSON.stringify(filter) })
}

export function openLab(id: string): void {
  useNavigation.getState().go('lab', { id })
}
