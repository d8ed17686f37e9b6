// What stands over the rows of a DataGrid: skeleton rows while the first answer is on its way, and short words about copying.
import { useEffect, useState, type JSX } from 'react'
import { useTexts, type Translate } from '../../texts/texts'
import classes from './grid.module.css'
import type { GridSelection } from './useGridSelection'

const SKELETON_ROWS = 12
const SAID_MS = 2500

export function SkeletonRows({ columns }: { columns: number }): JSX.Element {
  return (
    <div className={classes['skeleton']} aria-hidden data-testid="skeleton">
      {Array.from({ length: SKELETON_ROWS }, (_, row) => (
        <div key={row}>
          {Array.from({ length: columns }, (_, column) => (
            <span key={column} className={classes['bone']} />
          ))}
        </div>
      ))}
    </div>
  )
}

/** Rows just copied, for a moment; then null. */
export function useCopied(): [number | null, (rows: number) => void] {
  const [copied, setCopied] = useState<{ rows: number } | null>(null)
  useEffect(() => {
    if (copied === null) return
    const timer = setTimeout(() => setCopied(null), SAID_MS)
    return () => clearTimeout(timer)
  }, [copied])
  return [copied?.rows ?? null, (rows) => setCopied({ rows })]
}

export function GridSaid({ copied, state }: { copied: number | null; state: GridSelection['state'] }): JSX.Element {
  const { t, n } = useTexts()
  return <output className={classes['said']}>{words(t, n, copied, state)}</output>
}

function words(
  t: Translate,
  n: (count: number) => string,
  copied: number | null,
  state: GridSelection['state'],
): string {
  if (state === 'choosing') return t('common.grid.choosing')
  if (state === 'failed') return t('common.grid.chooseFailed')
  return copied === null ? '' : t('common.grid.copied', { count: copied, shown: n(copied) })
}
