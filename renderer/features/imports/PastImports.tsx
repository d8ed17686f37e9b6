// Imports that were written into this register, newest first: from which file, by its hash, by whom, and the way to take exactly one back.
import type { JSX } from 'react'
import type { PastImport } from '../../../db/model/shapes/exchange'
import { Panel } from '../../components/Page'
import { formatInstant } from '../../texts/instants'
import { useTexts } from '../../texts/texts'
import { useActorName } from '../../useActorName'
import { useCall } from '../../useCall'
import classes from './imports.module.css'
import { TakeImportBack } from './TakeImportBack'

export function PastImports(): JSX.Element | null {
  const { t } = useTexts()
  const past = useCall('exchange.imports', {})
  if (past.state !== 'ready' || past.data.length === 0) return null
  return (
    <Panel title={t('importReading.past.title')}>
      <ul className={classes['past']}>
        {past.data.map((each) => (
          <Past key={each.set} past={each} />
        ))}
      </ul>
    </Panel>
  )
}

const SOURCE = /^(.*) \(sha256 ([0-9a-f]{64})\)$/s

function Past({ past }: { past: PastImport }): JSX.Element {
  const { t, n, language } = useTexts()
  const nameOf = useActorName()
  const [, file = past.source ?? '', hash = ''] = SOURCE.exec(past.source ?? '') ?? []
  const counts = [
    t('importReading.past.created', { count: past.created, shown: n(past.created) }),
    ...(past.changed > 0 ? [t('importReading.past.changed', { count: past.changed, shown: n(past.changed) })] : []),
  ]
  return (
    <li data-undone={past.undone || undefined}>
      <div>
        <p className={classes['strong']}>{file}</p>
        <p>{[formatInstant(past.at, language), nameOf(past.actor), counts.join(', ')].join(' · ')}</p>
        <p className={classes['dim']}>{past.reason}</p>
        {hash !== '' && (
          <p className={classes['hash']} title={hash}>
            {t('importReading.past.hash', { hash })}
          </p>
        )}
      </div>
      {past.undone ? (
        <span className={classes['dim']}>{t('importReading.past.undone')}</span>
      ) : (
        <TakeImportBack set={past.set} />
      )}
    </li>
  )
}
