// From a thing to do to the place where it is done: the part of the laboratory's page that holds what is missing.
import type { Task, TaskKind } from '../db/model/tasks/kinds'
import { useNavigation } from './stores/navigation'

const parts: Record<TaskKind, string> = {
  expiring: 'decisions',
  expired: 'decisions',
  surveillance_overdue: 'accreditations',
  surveillance_due: 'accreditations',
  edition_withdrawn: 'decisions',
  scheme_issuer_disagree: 'accreditations',
  code_shared: 'accreditations',
  incomplete: 'accreditations',
  unsourced: 'sources',
}

export function openTask({ lab, about, flags }: Task): void {
  const dated = about === 'incomplete' && flags.some((flag) => flag === 'date_imprecise' || flag === 'start_unknown')
  useNavigation.getState().go('lab', { id: lab, section: dated ? 'decisions' : parts[about] })
}
