// A long list read in pages as the screen needs them, for DataGrid: count, rowAt and onRange. Pages stay cached by call and input;
// while a filter changes the old rows stay until a page of the new answer is there.
import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
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
  /** as onRange, where the rows on the screen do not follow each other: parts of the list are folded away */
  onIndices: (indices: readonly number[]) => void
  /** loads a far range for a selection, both ends included */
  loadRows: (start: number, end: number) => Promise<Row[]>
  /** the rows still belong to the filter before */
  refreshing: boolean
  refetch: () => void
}

/** A class of its own, so that the query library does not compare all rows with those of the pages before, value by value, with every scroll. */
class Answers {
  readonly pages: (Page<unknown> | undefined)[]
  readonly error: Error | null
  constructor(results: UseQueryResult<Page<unknown>>[]) {
    this.pages = results.map((result) => result.data)
    this.error = results.find((result) => result.isError)?.error ?? null
  }
}

const combine = (results: UseQueryResult<Page<unknown>>[]): Answers => new Answers(results)

const pageOf = (index: number): number => Math.floor(index / PAGE)

export function useRows<N extends PagedCall>(name: N, filter: Filter<N>): Rows<RowOf<N>> {
  const client = useQueryClient()
  useRecordedState()
  const wanted = JSON.stringify(filter)
  // the filter whose rows are shown: the last one that was answered
  const [shown, setShown] = useState(wanted)
  const [seen, setSeen] = useState<readonly number[]>(firstPage)
  const next = usePages<N>(name, wanted, seen)
  const before = usePages<N>(name, shown, seen)
  const answered = next.total !== undefined
  if (answered && shown !== wanted) setShown(wanted)
  const { total, numbers, pages } = answered ? next : before
  const rowAt = useCallback(
    (index: number) => pages[numbers.indexOf(pageOf(index))]?.rows[index % PAGE] as RowOf<N> | undefined,
    [pages, numbers],
  )
  const onIndices = useCallback((indices: readonly number[]) => {
    const pages = [...new Set(indices.map(pageOf))].toSorted((a, b) => a - b)
    if (pages.length > 0) setSeen((now) => (now.join() === pages.join() ? now : pages))
  }, [])
  const onRange = useCallback((start: number, end: number) => onIndices(range(start, end)), [onIndices])
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
    onIndices,
    loadRows,
    refreshing: !answered && total !== undefined,
    refetch,
  }
}

const firstPage: readonly number[] = [0]

const range = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start + 1) }, (_, at) => start + at)

interface Pages extends Pick<Answers, 'pages' | 'error'> {
  /** the numbers of `pages`, ascending */
  numbers: readonly number[]
  /** rows of the whole list; undefined while no page is there */
  total: number | undefined
}

/** The pages on the screen with one more at each side, so that scrolling seldom meets an empty row. */
function usePages<N extends PagedCall>(name: N, filterKey: string, seen: readonly number[]): Pages {
  const client = useQueryClient()
  const inputOf = (number: number): Input<N> => pageInput<N>(filterKey, number * PAGE, PAGE)
  const [first = 0, last = first] = [seen[0], seen.at(-1)]
  const total = client.getQueryData<Page<unknown>>(queryKey(name, inputOf(first)))?.total ?? 0
  const before = Math.max(0, first - 1)
  const after = Math.max(last, Math.min(last + 1, pageOf(total - 1)))
  const numbers = useMemo(() => [...new Set([before, ...seen, after])].toSorted((a, b) => a - b), [before, seen, after])
  const answers = useQueries({
    queries: numbers.map((number) => {
      const input = inputOf(number)
      return { queryKey: queryKey(name, input), queryFn: () => askPage<N>(name, input) }
    }),
    combine,
  })
  const { pages, error } = answers
  return { pages, error, numbers, total: pages.find((page) => page !== undefined)?.total }
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
