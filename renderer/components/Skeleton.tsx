// Grey lines where text will stand: nothing for the first 300 ms, so that quick answers do not flicker.
import type { JSX } from 'react'
import { useTexts } from '../texts/texts'
import classes from './page.module.css'

export function Skeleton({ lines = 4 }: { lines?: number }): JSX.Element {
  const { t } = useTexts()
  return (
    <div role="status" aria-label={t('common.loading')} className={classes['skeleton']}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} data-short={line % 3 === 2 || undefined} />
      ))}
    </div>
  )
}
