// What a form reads when it opens: as it was at that moment, since what somebody saves later must not move under the typist's fingers.
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState, type JSX, type ReactNode } from 'react'
import type { CallName, Input, Output } from '../../../../db/contract'
import { LoadFailed } from '../../../components/LoadFailed'
import { Skeleton } from '../../../components/Skeleton'
import { ask, type Load } from '../../../useCall'
import { toFailure } from '../../../failure'
import { useTexts } from '../../../texts/texts'
import classes from './forms.module.css'
import { useFormStore } from './openForm'
import { PanelFrame } from './PanelFrame'

/** Asked anew at each opening and held: what the page beside holds may be older than the record just saved. Reference lists: useCall. */
export function useOpened<N extends CallName>(name: N, input: Input<N>, enabled = true): Load<Output<N>> {
  return useHeld([name, input], enabled ? () => ask(name, input) : null)
}

/** The first answer of `read`, whatever comes later; null: not asked, the load stays pending. */
export function useHeld<T>(key: readonly unknown[], read: (() => Promise<T>) | null): Load<T> {
  const [opening] = useState(() => useFormStore.getState().opening)
  const query = useQuery({
    queryKey: ['form', opening, ...key],
    queryFn: () => read?.() ?? Promise.reject(new Error('asked for nothing')),
    enabled: read !== null,
    gcTime: 0,
  })
  const { refetch: again, data } = query
  const refetch = useCallback(() => void again(), [again])
  const [first, setFirst] = useState<{ data: T } | null>(null)
  if (first === null && data !== undefined) setFirst({ data })
  const held = first?.data ?? data
  if (held !== undefined) return { state: 'ready', data: held, refreshing: false, refetch }
  const error = query.isError ? toFailure(query.error) : null
  return error !== null && error.code !== 'disconnected'
    ? { state: 'error', error, refetch }
    : { state: 'pending', refetch }
}

/** The panel while its record is on its way, or cannot be had. */
export function NotYet({ title, load }: { title: string; load: Load<unknown> }): JSX.Element {
  return (
    <PanelFrame title={title}>
      {load.state === 'error' ? <LoadFailed error={load.error} onRetry={load.refetch} /> : <Skeleton />}
    </PanelFrame>
  )
}

/** The record is not there any more: thrown away by somebody else, or of another register. */
export function MissingRecord({ title }: { title: string }): JSX.Element {
  const { t } = useTexts()
  return (
    <PanelFrame title={title}>
      <p role="alert" className={classes['form']}>
        {t('forms.missing')}
      </p>
    </PanelFrame>
  )
}

/** Shows the form when everything it reads is there; the first load that is not stands for all. */
export function WhenRead<const L extends readonly Load<unknown>[]>(props: {
  title: string
  loads: L
  children: (data: { [K in keyof L]: L[K] extends Load<infer T> ? T : never }) => ReactNode
}): JSX.Element {
  const missing = props.loads.find((load) => load.state !== 'ready')
  if (missing !== undefined) return <NotYet title={props.title} load={missing} />
  const data = props.loads.map((load) => (load.state === 'ready' ? load.data : undefined))
  return <>{props.children(data as { [K in keyof L]: L[K] extends Load<infer T> ? T : never })}</>
}
