// A long list read in pages as the screen needs them, for DataGrid: count, rowAt and onRange. Pages stay cached by call and input;
// while a filter changes the old rows stay until a page of the new answer is there.
import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { CallName, Input, Output } from '../db/contract'
import type { Page } from '../db/model/shapes/answer'
import { toFailure, type Failure } from './failure'
import { ask, queryKey, useRecordedState } from './useCall'

/** Calls that answer one page of a list. */
export type PagedCall = { [N in CallName]: Output<N> extends Page<unknown> ? N : never }[CallName]
export type RowOf<N extends PagedCall> = Output<N> extends Page<infer Row> ? Row : never
export type Filter<N extends PagedCall> = Omit<Input<N>, 'offset' | 'limit'>

const PAGE = 100
/** rows one request may bring at most (contract: `limit`) */
const MOST = 1000

export interface Rows<Row> {
  state: 'pending' | 'error' | 'ready'
  error: Failure | null
  /** rows of the whole list */
  count: number
  rowAt: (index: number) => Row | undefined
  onRange: (start: number, end: number) => void
  /** loads a far range for a selection, both ends included */
  loadRows: (start: number, end: number) => Promise<Row[]>
  /** the rows still belong to the filter before */
  refreshing: boolean
  refetch: () => void
}

interface Answers {
  pages: (Page<unknown> | undefined)[]
  error: Error | null
}

function combine(results: UseQueryResult<Page<unknown>>[]): Answers {
  return {
    pages: results.map((result) => result.data),
    error: results.find((result) => result.isError)?.error ?? null,
  }
}

const pageOf = (index: number): number => Math.floor(index / PAGE)

export function useRows<N extends PagedCall>(name: N, filter: Filter<N>): Rows<RowOf<N>> {
  const client = useQueryClient()
  useRecordedState()
  const wanted = JSON.stringify(filter)
  // the filter whose rows are shown: the last one that was answered
  const [shown, setShown] = useState(wanted)
  const [range, setRange] = useState({ first: 0, last: 0 })
  const next = usePages<N>(name, wanted, range)
  const before = usePages<N>(name, shown, range)
  const answered = next.total !== undefined
  if (answered && shown !== wanted) setShown(wanted)
  const { total, first, pages } = answered ? next : before
  const rowAt = useCallback(
    (index: number) => pages[pageOf(index) - first]?.rows[index % PAGE] as RowOf<N> | undefined,
    [pages, first],
  )
  const onRange = useCallback(
    (start: number, end: number) =>
      setRange((now) =>
        now.first === pageOf(start) && now.last === pageOf(end) ? now : { first: pageOf(start), last: pageOf(end) },
      ),
    [setRange],
  )
  const loadRows = useCallback((start: number, end: number) => loadRange<N>(name, wanted, start, end), [name, wanted])
  const refetch = useCallback(() => void client.refetchQueries({ queryKey: [name] }), [client, name])
  const error = next.error === null ? null : toFailure(next.error)
  const failed = error !== null && error.code !== 'disconnected'
  return {
    state: failed ? 'error' : total === undefined ? 'pending' : 'ready',
    error,
    count: total ?? 0,
    rowAt,
    onRange,
    loadRows,
    refreshing: !answered && total !== undefined,
    refetch,
  }
}

interface PageRange {
  first: number
  last: number
}

interface Pages extends Answers {
  /** number of the first of `pages` */
  first: number
  /** rows of the whole list; undefined while no page is there */
  total: number | undefined
}

/** The pages on the screen with one more at each side, so that scrolling seldom meets an empty row. */
function usePages<N extends PagedCall>(name: N, filterKey: string, range: PageRange): Pages {
  const client = useQueryClient()
  const inputOf = (number: number): Input<N> => pageInput<N>(filterKey, number * PAGE, PAGE)
  const total = client.getQueryData<Page<unknown>>(queryKey(name, inputOf(range.first)))?.total ?? 0
  const first = Math.max(0, range.first - 1)
  const last = Math.max(range.last, Math.min(range.last + 1, pageOf(total - 1)))
  const answers = useQueries({
    queries: Array.from({ length: last - first + 1 }, (_, index) => {
      const input = inputOf(first + index)
      return { queryKey: queryKey(name, input), queryFn: () => askPage<N>(name, input) }
    }),
    combine,
  })
  return { ...answers, first, total: answers.pages.find((page) => page !== undefined)?.total }
}

function pageInput<N extends PagedCall>(filterKey: string, offset: number, limit: number): Input<N> {
  return { ...(JSON.parse(filterKey) as Filter<N>), offset, limit } as unknown as Input<N>
}

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
