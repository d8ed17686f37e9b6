// The answer to a question, read on as far as needed: the first rows are shown as soon as they are there, and what the register has not looked through
// yet is asked for until a screenful is. While another question is on its way the last answer stays.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Capability, CapabilityRow } from '../../../db/model/capability'
import { toFailure, type Failure } from '../../failure'
import { useDay } from '../../stores/day'
import { ask } from '../../useCall'

/** Rows with which one screen is full: of those who can, or of reasons. */
const ENOUGH = { can: 20, could: 40 }
/** Answers fetched without a person asking for more: some ten thousand lines. */
const MOST_PAGES = 40

export interface Answer {
  state: 'idle' | 'pending' | 'error' | 'ready'
  error: Failure | null
  refetch: () => void
  /** the first answer: day and understanding */
  first: Capability | null
  /** accreditations of which nobody knows what they cover; null: not counted */
  unscoped: number | null
  can: readonly CapabilityRow[]
  could: readonly CapabilityRow[]
  /** `can` may grow with the next answer */
  open: boolean
  hasMore: boolean
  /** more is being asked for without a person's doing */
  goesOn: boolean
  more: () => void
  loadingMore: boolean
  /** still the answer to the question before */
  refreshing: boolean
}

export function useCapability(query: string): Answer {
  const day = useDay()
  const asked = query.trim()
  const answers = useInfiniteQuery({
    queryKey: ['capability.find', { query: asked, day }] as const,
    queryFn: ({ pageParam }) =>
      ask('capability.find', { query: asked, day, ...(pageParam !== null && { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = answers
  const pages = asked === '' ? [] : (answers.data?.pages ?? [])
  const can = pages.flatMap((page) => page.can)
  const could = pages.flatMap((page) => page.could)
  const isEnough = can.length >= ENOUGH.can || could.length >= ENOUGH.could || pages.length >= MOST_PAGES
  const goesOn = hasNextPage && !isPlaceholderData && !isEnough
  useEffect(() => {
    if (goesOn && !isFetchingNextPage) void fetchNextPage()
  }, [goesOn, isFetchingNextPage, fetchNextPage])
  const error = answers.isError ? toFailure(answers.error) : null
  const failed = error !== null && error.code !== 'disconnected'
  return {
    state: asked === '' ? 'idle' : failed ? 'error' : pages.length === 0 ? 'pending' : 'ready',
    error: failed ? error : null,
    refetch: () => void answers.refetch(),
    first: pages[0] ?? null,
    unscoped: pages.at(-1)?.unscoped ?? null,
    can,
    could,
    open: pages.at(-1)?.complete === false,
    hasMore: hasNextPage,
    goesOn,
    more: () => void fetchNextPage(),
    loadingMore: isFetchingNextPage,
    // without a question nothing is on its way, whatever is kept from the last one
    refreshing: asked !== '' && isPlaceholderData,
  }
}
