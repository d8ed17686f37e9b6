// What the journal is narrowed to; kept while other screens are shown, so that coming back from a record finds the same lines.
import { create } from 'zustand'
import type { JournalFilter } from './useJournal'

export const useJournalFilter = create<{ filter: JournalFilter }>()(() => ({ filter: {} }))

/** `undefined` lets go of that part of the filter. */
export function narrow(part: { [K in keyof JournalFilter]?: JournalFilter[K] | undefined }): void {
  useJournalFilter.setState(({ filter }) => {
    const parts = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined && value !== '')
    return { filter: Object.fromEntries(parts) as JournalFilter }
  })
}

export const showAll = (): void => useJournalFilter.setState({ filter: {} })
