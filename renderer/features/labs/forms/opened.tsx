// What a form reads when it opens: as it was at that moment, since what somebody saves later must not move under the typist's fingers.
import { useState, type JSX, type ReactNode } from 'react'
import type { CallName, Input, Output } from '../../../../db/contract'
import { LoadFailed } from '../../../components/LoadFailed'
import { Skeleton } from '../../../components/Skeleton'
import { useCall, type CallOptions, type Load } from '../../../useCall'
import { useTexts } from '../../../texts/texts'
import classes from './forms.module.css'
import { PanelFrame } from './PanelFrame'

/** The first answer, held. Reference lists need no holding: use useCall. */
export function useOpened<N extends CallName>(name: N, input: Input<N>, options: CallOptions = {}): Load<Output<N>> {
  const load = useCall(name, input, { keep: false, ...options })
  const [first, setFirst] = useState<Load<Output<N>> | null>(null)
  if (first === null && load.state === 'ready') setFirst(load)
  return first ?? load
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
