// The journal in pages, newest first. A page may end inside a saving; then the next page begins with that saving again, whole.
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ChangeShown } from '../../../db/model/shapes/history'
import { changeSets, type ChangeSet } from '../../components/changes/changeSets'
import { toFailure, type Failure } from '../../failure'
import { ask } from '../../useCall'

/** the most one request may bring (contract: `limit`) */
export const PAGE = 500

export interface Journal {
  state: 'pending' | 'error' | 'ready'
  error: Failure | null
  sets: readonly ChangeSet[]
  /** savings too large for one page: only their latest changes are here */
  cut: ReadonlySet<number>
  hasMore: boolean
  loadingMore: boolean
  more: () => void
  refetch: () => void
}

interface PageRead {
  changes: readonly ChangeShown[]
  /** a saving larger than a page, of which this page holds only a part */
  cut: number | null
  /** where the next page begins; null: this was the last */
  before: number | null
}

/** What a full page shows: whole savings only, unless a single one fills it. */
export function readPage(changes: readonly ChangeShown[], limit: number): PageRead {
  const last = changes.at(-1)?.seq
  if (last === undefined || changes.length < limit) return { changes, cut: null, before: null }
  const whole = changes.filter((change) => change.seq !== last)
  if (whole.length === 0) return { changes, cut: last, before: last }
  return { changes: whole, cut: null, before: last + 1 }
}

export function useJournal(): Journal {
  const query = useInfiniteQuery({
    queryKey: ['changes.list', 'journal'],
    initialPageParam: null as number | null,
    queryFn: async ({ pageParam }) =>
      readPage(await ask('changes.list', { limit: PAGE, ...(pageParam !== null && { before: pageParam }) }), PAGE),
    getNextPageParam: (page) => page.before,
  })
  const pages = query.data?.pages ?? []
  return {
    state: query.isError ? 'error' : query.data === undefined ? 'pending' : 'ready',
    error: query.isError ? toFailure(query.error) : null,
    sets: changeSets(pages.flatMap((page) => page.changes)),
    cut: new Set(pages.flatMap((page) => (page.cut === null ? [] : [page.cut]))),
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    refetch: () => void query.refetch(),
  }
}
