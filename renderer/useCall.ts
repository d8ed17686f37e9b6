// What the database knows, read by components: cached by call and input, asked again after every change and every reconnection.
// While an input changes the last answer stays, marked `refreshing`; nothing jumps.
import { QueryClient, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { CallName, Input, Output } from '../db/contract'
import { call, recordedFor, type Answer } from './api'
import { CallFailed, toFailure, type Failure } from './failure'
import { useDayStore } from './stores/day'

export type Load<T> =
  | { state: 'pending'; refetch: () => void }
  | { state: 'error'; error: Failure; refetch: () => void }
  | { state: 'ready'; data: T; refreshing: boolean; refetch: () => void }

export interface CallOptions {
  /** false: not asked (yet); the load stays pending */
  enabled?: boolean
  /** false for a single record: another one's answer must not stand there while this one is on its way */
  keep?: boolean
}

/** One client per window. Answers never grow stale by time, only by changes: the registry says when. */
export function newClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 5 * 60_000,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  })
  // that no register is open decides which screen is shown: a screen that asks as it appears must not make it undecided again
  client.setQueryDefaults(['register.info'], { retryOnMount: false })
  return client
}

export type QueryKey<N extends CallName> = readonly [N, Input<N>, number | null]

/** What an answer is kept under: the call, its input, and the earlier state of the register it was asked of. */
export const queryKey = <N extends CallName>(name: N, input: Input<N>): QueryKey<N> => [
  name,
  input,
  recordedFor(name) ?? null,
]

/** Draws anew when another state of the register is looked at: keys and answers are then others. */
export const useRecordedState = (): number | null => useDayStore((state) => state.recorded?.seq ?? null)

/** A call's answer as react-query wants it: the value, or a thrown CallFailed. */
export async function ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await call(name, input)
  if (!answer.ok) throw new CallFailed(answer.error)
  return answer.value
}

/** Asks ahead: where the answer is wanted it is there, or on its way. An error is kept like an answer, never thrown. */
export const askAhead = <N extends CallName>(client: QueryClient, name: N, input: Input<N>): Promise<void> =>
  client.prefetchQuery({ queryKey: queryKey(name, input), queryFn: () => ask(name, input) })

export function useCall<N extends CallName>(name: N, input: Input<N>, options: CallOptions = {}): Load<Output<N>> {
  useRecordedState()
  const query = useQuery<Output<N>, Error, Output<N>, QueryKey<N>>({
    queryKey: queryKey(name, input),
    queryFn: () => ask(name, input),
    enabled: options.enabled ?? true,
    placeholderData: (previous) => (options.keep === false ? undefined : previous),
  })
  const { refetch: again } = query
  const refetch = useCallback(() => void again(), [again])
  const error = query.isError ? toFailure(query.error) : null
  // while the registry restarts the frame says so, the last answer stays, and everything is asked again afterwards
  if (error !== null && error.code !== 'disconnected') return { state: 'error', error, refetch }
  if (query.data === undefined) return { state: 'pending', refetch }
  return { state: 'ready', data: query.data, refreshing: query.isPlaceholderData || error !== null, refetch }
}

/** Sends one kind of write and says whether one is on its way. What changed is refetched by the registry's own word. */
export function useSend<N extends CallName>(name: N): [(input: Input<N>) => Promise<Answer<Output<N>>>, boolean] {
  const [open, setOpen] = useState(0)
  const send = useCallback(
    async (input: Input<N>) => {
      setOpen((count) => count + 1)
      try {
        return await call(name, input)
      } finally {
        setOpen((count) => count - 1)
      }
    },
    [name],
  )
  return [send, open > 0]
}
