// From a reason to the part of the laboratory's page where the record that proves it stands.
import type { RecordRef } from '../../../db/model/check/report'
import { useNavigation } from '../../stores/navigation'

export type Section = 'accreditations' | 'decisions' | 'scope' | 'sites' | 'sources'

const sections: Partial<Record<RecordRef['entity'], Section>> = {
  accreditation: 'accreditations',
  accreditation_standard: 'accreditations',
  decision: 'decisions',
  annex: 'decisions',
  signatory: 'decisions',
  scope_line: 'scope',
  site: 'sites',
  statement: 'sources',
}

/** Null: the record has no place of its own; the page itself is opened. */
export const sectionOf = (record: RecordRef | null): Section | null => (record && sections[record.entity]) ?? null

export function openLab(id: string, section: Section | null = null): void {
  useNavigation.getState().go('lab', section === null ? { id } : { id, section })
}
