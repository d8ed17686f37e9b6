// The counts of a preview; pressing one lists those rows only.
import type { JSX } from 'react'
import { useTexts } from '../../texts/texts'
import classes from './imports.module.css'
import type { RowFilter } from './importStore'
import { VerdictSign } from './Verdict'

const order: readonly RowFilter[] = ['all', 'error', 'conflict', 'new', 'change', 'noted', 'same']

export interface FilterCountsProps {
  counts: Record<RowFilter, number>
  filter: RowFilter
  onFilter: (filter: RowFilter) => void
}

export function FilterCounts({ counts, filter, onFilter }: FilterCountsProps): JSX.Element {
  const { t, n } = useTexts()
  const word = (each: RowFilter): string => {
    if (each === 'all' || each === 'noted') return t(`imports.${each}`)
    return t(`imports.verdicts.${each}`)
  }
  return (
    <div role="group" aria-label={t('imports.filter')} className={classes['counts']}>
      {order
        .filter((each) => each !== 'conflict' || counts.conflict > 0)
        .map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === filter}
            aria-disabled={counts[each] === 0 || undefined}
            onClick={counts[each] === 0 ? undefined : () => onFilter(each)}
          >
            {each !== 'all' && <VerdictSign of={each} />}
            {word(each)} <b>{n(counts[each])}</b>
          </button>
        ))}
    </div>
  )
}
