// The journal in pages of whole savings, newest first, narrowed as asked.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Input } from '../../../db/contract'
import type { ChangeSetShown, Journal } from '../../../db/model/shapes/journal'
import { toFailure, type Failure } from '../../failure'
import { ask } from '../../useCall'

export type JournalFilter = Omit<Input<'changes.sets'>, 'before' | 'limit'>

export interface JournalPages {
  state: 'pending' | 'error' | 'ready'
  error: Failure | null
  sets: readonly ChangeSetShown[]
  /** what the journal can be narrowed to */
  known: Pick<Journal, 'actors' | 'kinds'>
  hasMore: boolean
  loadingMore: boolean
  /** still the answer to the question before */
  refreshing: boolean
  more: () => void
  refetch: () => void
}

export function useJournal(filter: JournalFilter): JournalPages {
  const query = useInfiniteQuery({
    queryKey: ['changes.sets', filter],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => ask('changes.sets', { ...filter, ...(pageParam !== null && { before: pageParam }) }),
    getNextPageParam: (page) => (page.hasMore ? (page.sets.at(-1)?.seq ?? null) : null),
    placeholderData: keepPreviousData,
  })
  const pages = query.data?.pages ?? []
  const error = query.isError ? toFailure(query.error) : null
  // while the registry restarts the frame says so, and what was read stays
  const failed = error !== null && (error.code !== 'disconnected' || query.data === undefined)
  return {
    state: failed ? 'error' : query.data === undefined ? 'pending' : 'ready',
    error: failed ? error : null,
    sets: pages.flatMap((page) => page.sets),
    known: pages[0] ?? { actors: [], kinds: [] },
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    refreshing: query.isPlaceholderData,
    more: () => void query.fetchNextPage(),
    refetch: () => void query.refetch(),
  }
}
