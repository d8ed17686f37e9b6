// The files of a page, and whether their bytes are still those that were attached: compared when the page is shown, when the list changes
// and when somebody asks; not at every saving, since each comparison reads them all.
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { AttachmentShown, FileState } from '../../../../db/model/shapes/attachments'
import { call } from '../../../api'
import { useCall, type Load } from '../../../useCall'
import { recordsOf } from './fileWords'

export function useFiles(page: LabPage): Load<{ files: AttachmentShown[] }> {
  const records = useMemo(() => recordsOf(page), [page])
  return useCall('attachments.of', { records })
}

export interface Compared {
  /** by id of the attaching; undefined: as the list says */
  states: ReadonlyMap<string, FileState>
  again: () => Promise<{ checked: number; wrong: number } | null>
}

const NONE: ReadonlyMap<string, FileState> = new Map()

export function useCompared(page: LabPage, files: readonly AttachmentShown[]): Compared {
  const records = useMemo(() => recordsOf(page), [page])
  const [states, setStates] = useState(NONE)
  const again = useCallback(async () => {
    const answer = await call('attachments.check', { records })
    if (!answer.ok) return null
    const { checked, wrong } = answer.value
    setStates(new Map(wrong.map(({ id, state }) => [id, state])))
    return { checked, wrong: wrong.length }
  }, [records])
  const listed = files.map(({ id, state }) => `${id} ${state}`).join()
  useEffect(() => {
    if (listed === '') return
    void again()
    // a new page of the same laboratory after each saving is no reason to read everything again
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `again` changes with every answer about the page
  }, [listed])
  return { states, again }
}
