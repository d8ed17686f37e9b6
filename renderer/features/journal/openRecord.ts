// From a line of the journal to the page of the laboratory it is about. A name, an owner, a site or a coverage says at its creation which
// laboratory it belongs to; an accreditation is found in the list by its code.
import { Id } from '../../../db/model/fields'
import { call } from '../../api'
import type { RecordChange } from '../../components/changes/changeSets'
import type { OpenRecord } from '../../components/changes/RecordChangeView'
import { useNavigation } from '../../stores/navigation'

const OF_LABORATORY = new Set(['laboratory_name', 'laboratory_owner', 'site', 'coverage'])
const MOST = 500

export const openerOf: OpenRecord = (record) => {
  if (record.entity === 'laboratory') return () => openLab(record.record)
  if (record.entity === 'accreditation' && record.label !== '') return () => search(record.label)
  return OF_LABORATORY.has(record.entity) ? () => void openOwner(record) : null
}

function openLab(id: string): void {
  useNavigation.getState().go('lab', { id })
}

function search(text: string): void {
  useNavigation.getState().go('labs', { filter: JSON.stringify({ text }) })
}

async function openOwner(record: RecordChange): Promise<void> {
  const here = laboratoryIn(record.values)
  if (here !== null) return openLab(here)
  const answer = await call('changes.list', { recordId: record.record, limit: MOST })
  const creation = answer.ok
    ? answer.value.find((each) => each.record === record.record && each.field === null)
    : undefined
  const found = laboratoryIn(creation?.after)
  if (found !== null) openLab(found)
  else search(record.label)
}

function laboratoryIn(values: unknown): string | null {
  if (typeof values !== 'object' || values === null || !('laboratory' in values)) return null
  return Id.safeParse(values.laboratory).data ?? null
}
