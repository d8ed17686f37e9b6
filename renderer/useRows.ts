// A long list read in pages as the screen needs them, for DataGrid: count, rowAt and onRange. Pages stay cached by call and input;
// while a filter changes the old rows stay until a page of the new answer is there.
import { notifyManager, QueriesObserver, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { CallName, Input, Output } from '../db/contract'
import type { Page } from '../db/model/shapes/answer'
import { toFailure, type Failure } from './failure'
import { ask, askAhead, queryKey, useRecordedState } from './useCall'

/** Calls that answer one page of a list. */
export type PagedCall = { [N in CallName]: Output<N> extends Page<unknown> ? N : never }[CallName]
export type RowOf<N extends PagedCall> = Output<N> extends Page<infer Row> ? Row : never
export type Filter<N extends PagedCall> = Omit<Input<N>, 'offset' | 'limit'>

type PageInput<N extends PagedCall> = Input<N> & { offset: number }
type PageKey<N extends PagedCall> = readonly [N, PageInput<N>, number | null]

const PAGE = 64
/** rows read ahead of those on the screen at each side, so that scrolling seldom meets an empty row */
const AHEAD = 32
/** rows one request may bring at most (contract: `limit`) */
const MOST = 1000

export interface Rows<Row> {
  state: 'pending' | 'error' | 'ready'
  error: Failure | null
  /** rows of the whole list */
  count: number
  rowAt: (index: number) => Row | undefined
  onRange: (start: number, end: number) => void
  /** as onRange, where the rows on the screen do not follow each other: parts of the list are folded away */
  onIndices: (indices: readonly number[]) => void
  /** loads a far range for a selection, both ends included */
  loadRows: (start: number, end: number) => Promise<Row[]>
  /** the rows still belong to the filter before */
  refreshing: boolean
  refetch: () => void
}

const pageOf = (index: number): number => Math.floor(index / PAGE)

export function useRows<N extends PagedCall>(name: N, filter: Filter<N>): Rows<RowOf<N>> {
  const client = useQueryClient()
  useRecordedState()
  const wanted = JSON.stringify(filter)
  const [seen, setSeen] = useState<readonly number[]>(firstPage)
  // the last question that was answered: it is shown until the next one is
  const [last, keep] = useState<Pages | null>(null)
  const known = last?.filterKey === wanted ? last.total : undefined
  const next = usePages<N>(name, wanted, { seen, total: known })
  if (next.total !== undefined && last !== next) keep(next)
  const answered = next.total !== undefined || known !== undefined
  const shown = answered ? next : (last ?? next)
  const { numbers, pages, filterKey } = shown
  const total = shown.total ?? known
  const rowAt = useCallback(
    (index: number) => pages[numbers.indexOf(pageOf(index))]?.rows[index % PAGE] as RowOf<N> | undefined,
    [pages, numbers],
  )
  const onIndices = useCallback((indices: readonly number[]) => {
    const pages = [...new Set(indices.flatMap(pagesAround))].toSorted((a, b) => a - b)
    if (pages.length > 0) setSeen((now) => (now.join() === pages.join() ? now : pages))
  }, [])
  const onRange = useCallback((start: number, end: number) => onIndices(range(start, end)), [onIndices])
  // of the rows that are shown: another question may be on its way
  const loadRows = useCallback(
    (start: number, end: number) => loadRange<N>(name, filterKey, start, end),
    [name, filterKey],
  )
  const refetch = useCallback(() => void client.refetchQueries({ queryKey: [name] }), [client, name])
  const error = next.error === null ? null : toFailure(next.error)
  const failed = error !== null && error.code !== 'disconnected'
  return {
    state: failed ? 'error' : total === undefined ? 'pending' : 'ready',
    error,
    count: total ?? 0,
    rowAt,
    onRange,
    onIndices,
    loadRows,
    refreshing: !answered && total !== undefined,
    refetch,
  }
}

const firstPage: readonly number[] = [0]

const pagesAround = (index: number): number[] => [pageOf(Math.max(0, index - AHEAD)), pageOf(index + AHEAD)]

const range = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start + 1) }, (_, at) => start + at)

interface Pages {
  filterKey: string
  pages: readonly (Page<unknown> | undefined)[]
  /** the numbers of `pages`, ascending */
  numbers: readonly number[]
  /** rows of the whole list; undefined while no page is there */
  total: number | undefined
  error: Error | null
}

interface Sight {
  /** numbers of the pages wanted, ascending */
  seen: readonly number[]
  /** rows of the whole list; undefined until they are known: then only the first of the pages is read */
  total: number | undefined
}

/** The pages around what is on the screen. What it gives stays the same until a page comes or fails: that one was asked for draws nothing anew. */
function usePages<N extends PagedCall>(name: N, filterKey: string, { seen, total }: Sight): Pages {
  const client = useQueryClient()
  const isThere = (number: number): boolean => total !== undefined && number <= pageOf(total - 1)
  const asked = JSON.stringify(
    seen
      .filter((number, at) => at === 0 || isThere(number))
      .map((number) => queryKey(name, pageInput<N>(filterKey, number * PAGE, PAGE))),
  )
  const keys = useMemo(() => JSON.parse(asked) as PageKey<N>[], [asked])
  const answers = useAnswers<N>(client, keys)
  return useMemo(() => {
    const pages = answers.map(({ data }) => data)
    return {
      filterKey,
      pages,
      numbers: keys.map(([, input]) => pageOf(input.offset)),
      total: pages.find((page) => page !== undefined)?.total,
      error: answers.find(({ error }) => error !== null)?.error ?? null,
    }
  }, [filterKey, keys, answers])
}

interface PageAnswer {
  data: Page<unknown> | undefined
  error: Error | null
}

/** What the query library knows of each, kept up to date. Its own hook draws anew when a question is put, when it is under way and when it ends. */
function useAnswers<N extends PagedCall>(client: QueryClient, keys: readonly PageKey<N>[]): readonly PageAnswer[] {
  const queries = useMemo(
    () => keys.map((queryKey) => ({ queryKey, queryFn: () => askPage<N>(queryKey[0], queryKey[1]) })),
    [keys],
  )
  const [observer] = useState(() => new QueriesObserver(client, []))
  useEffect(() => observer.setQueries(queries), [observer, queries])
  const subscribe = useCallback((tell: () => void) => observer.subscribe(notifyManager.batchCalls(tell)), [observer])
  const read = useMemo(() => reading(client, keys), [client, keys])
  return useSyncExternalStore(subscribe, read)
}

/** Gives the same list as before while it holds the same. */
function reading<N extends PagedCall>(client: QueryClient, keys: readonly PageKey<N>[]): () => readonly PageAnswer[] {
  let last: readonly PageAnswer[] | null = null
  return () => {
    const now = keys.map((key): PageAnswer => {
      const state = client.getQueryState<Page<unknown>>(key)
      return { data: state?.data, error: state?.error ?? null }
    })
    const isSame = last?.every(({ data, error }, at) => data === now[at]?.data && error === now[at]?.error) === true
    return isSame && last !== null ? last : (last = now)
  }
}

function pageInput<N extends PagedCall>(filterKey: string, offset: number, limit: number): PageInput<N> {
  return { ...(JSON.parse(filterKey) as Filter<N>), offset, limit } as unknown as PageInput<N>
}

/** Asks for the first page ahead, as `useRows` will. */
export const askFirstRows = <N extends PagedCall>(client: QueryClient, name: N, filter: Filter<N>): Promise<void> =>
  askAhead(client, name, pageInput<N>(JSON.stringify(filter), 0, PAGE))

const askPage = async <N extends PagedCall>(name: N, input: Input<N>): Promise<Page<unknown>> =>
  (await ask(name, input)) as Page<unknown>

async function loadRange<N extends PagedCall>(
  name: N,
  filterKey: string,
  start: number,
  end: number,
): Promise<RowOf<N>[]> {
  const rows: RowOf<N>[] = []
  for (let offset = start; offset <= end; offset += MOST) {
    const page = await askPage<N>(name, pageInput<N>(filterKey, offset, Math.min(MOST, end - offset + 1)))
    rows.push(...(page.rows as RowOf<N>[]))
  }
  return rows
}
