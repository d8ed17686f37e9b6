// Opens what edits many laboratories at once: those chosen in the list; a sheet takes the whole list as filtered while no two are chosen.
import { create } from 'zustand'
import { MOST_AT_ONCE, type LabQuery } from '../../../../db/model/inputs'
import { call } from '../../../api'
import { toast } from '../../../components/toast'
import { useNavigation } from '../../../stores/navigation'
import { failureSentence } from '../../../texts/failureText'
import type { Texts } from '../../../texts/texts'
import { openForm } from '../forms/openForm'
import { useListStore } from '../list/listStore'
import type { Kind } from './table'

/** Most laboratories that one sheet opens with. */
export const SHEET_MOST = 500

interface OpenedLabs {
  labs: readonly string[]
  /** how many the list had, of which `labs` are the first */
  all: number
}

/** What the sheet was opened with; the place itself names only the kind. */
export const useOpenedLabs = create<OpenedLabs>()(() => ({ labs: [], all: 0 }))

const chosen = (): string[] => [...useListStore.getState().chosen.keys()]

function tooMany({ t, n }: Texts, most: number): void {
  toast({ key: 'many', tone: 'failed', text: t('many.tooMany', { most: n(most) }) })
}

export function openBulk(texts: Texts): void {
  const labs = chosen()
  if (labs.length === 0) return toast({ key: 'many', tone: 'failed', text: texts.t('many.nothing') })
  if (labs.length > MOST_AT_ONCE) return tooMany(texts, MOST_AT_ONCE)
  openForm({ form: 'many', labs })
}

export async function openSheet(texts: Texts, kind: Kind, query: LabQuery): Promise<void> {
  const labs = chosen()
  if (labs.length > SHEET_MOST) return tooMany(texts, SHEET_MOST)
  if (labs.length > 1) useOpenedLabs.setState({ labs, all: labs.length })
  else {
    const list = await call('labs.list', { ...query, limit: SHEET_MOST })
    if (!list.ok) return toast({ key: 'many', tone: 'failed', text: failureSentence(texts.t, list.error) })
    useOpenedLabs.setState({ labs: list.value.rows.map(({ id }) => id), all: list.value.total })
  }
  useNavigation.getState().go('labsSheet', { of: kind })
}
