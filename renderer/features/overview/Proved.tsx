// What the register can prove by itself. A number is a link only where the list behind it is exactly what was counted.
import { Tooltip } from '@mantine/core'
import type { JSX } from 'react'
import type { Overview } from '../../../db/model/overview'
import { useTexts } from '../../texts/texts'
import { openLabs } from './openLabs'
import classes from './overview.module.css'

export function Proved({ overview, main }: { overview: Overview; main: string | null }): JSX.Element {
  const { t, n } = useTexts()
  const { sourced, vilas } = overview.provable
  const sentence = t('overview.published.sourced', { count: sourced, shown: n(sourced), vilas: n(vilas) })
  return (
    <section>
      <h3>{t('overview.published.proved')}</h3>
      <Tooltip label={t('overview.published.provedRule')}>
        <p className={classes['proved']} tabIndex={0} aria-description={t('overview.published.provedRule')}>
          {sentence}
          {main === null ? '.' : `; ${t('overview.published.unmatched', { main })}`}
        </p>
      </Tooltip>
      {isVilasList(overview) && (
        <button type="button" className={classes['link']} onClick={() => openLabs({ scheme: ['VILAS'] })}>
          {t('overview.published.openVilas')}
        </button>
      )}
    </section>
  )
}

/** Whether the list of VILAS laboratories is exactly the ones counted: all of them have a source. */
function isVilasList({ provable, byScheme }: Overview): boolean {
  const listed = byScheme.find((row) => row.key === 'VILAS')?.labs ?? 0
  return listed > 0 && listed === provable.vilas
}
