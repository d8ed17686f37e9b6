// The counts of a comparison; pressing one lists those pairs only.
import type { JSX } from 'react'
import { differences, type LinePair } from '../../../db/model/scope/compare'
import { capital } from '../../texts/capital'
import { useTexts } from '../../texts/texts'
import classes from './scope.module.css'

export const filters = ['different', 'added', 'removed', ...differences, 'unsure', 'kept', 'same', 'all'] as const
export type Filter = (typeof filters)[number]

export function isIn({ kind, sure, differences: found }: LinePair<unknown>, filter: Filter): boolean {
  if (filter === 'all') return true
  if (filter === 'different') return kind === 'added' || kind === 'removed' || kind === 'changed' || !sure
  if (filter === 'unsure') return !sure
  return filter === 'added' || filter === 'removed' || filter === 'kept' || filter === 'same'
    ? kind === filter
    : found.includes(filter)
}

export interface PairFilterProps {
  filters: readonly Filter[]
  pairs: readonly LinePair<unknown>[]
  chosen: Filter
  onChoose: (filter: Filter) => void
}

export function PairFilter({ filters: shown, pairs, chosen, onChoose }: PairFilterProps): JSX.Element {
  const { t, n, language } = useTexts()
  return (
    <div role="group" aria-label={t('scope.compare.filter')} className={classes['filters']}>
      {shown.map((filter) => (
        <button key={filter} type="button" aria-pressed={filter === chosen} onClick={() => onChoose(filter)}>
          {capital(t(`scope.kinds.${filter}`), language)} <b>{n(pairs.filter((pair) => isIn(pair, filter)).length)}</b>
        </button>
      ))}
    </div>
  )
}
