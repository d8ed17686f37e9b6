// Before a restore: what would change, in numbers and names, and that it can be taken back.
import { Button, Modal } from '@mantine/core'
import { useState, type JSX } from 'react'
import type { BackupDifference, BackupRow } from '../../../db/model/shapes/backup'
import dialog from '../../components/dialog.module.css'
import { LoadFailed } from '../../components/LoadFailed'
import { Skeleton } from '../../components/Skeleton'
import { capital } from '../../texts/capital'
import { formatInstant } from '../../texts/instants'
import { useTexts } from '../../texts/texts'
import { useCall } from '../../useCall'
import { useRecordWords } from '../../useRecordWords'
import classes from './backup.module.css'
import { useRestore } from './useBackups'

export function RestoreDialog({ row, onClose }: { row: BackupRow | null; onClose: () => void }): JSX.Element {
  const { t, language } = useTexts()
  return (
    <Modal
      opened={row !== null}
      onClose={onClose}
      size="lg"
      title={row === null ? '' : t('backup.restore.title', { at: formatInstant(row.madeAt, language) })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {row !== null && <Asked row={row} onClose={onClose} />}
    </Modal>
  )
}

function Asked({ row, onClose }: { row: BackupRow; onClose: () => void }): JSX.Element {
  const { t } = useTexts()
  const difference = useCall('backups.compare', { id: row.id }, { keep: false })
  const [busy, setBusy] = useState(false)
  const restore = useRestore(onClose)
  const same = difference.state === 'ready' && difference.data.sets === 0 && difference.data.counts.length === 0
  return (
    <>
      {difference.state === 'pending' && <Skeleton lines={4} />}
      {difference.state === 'error' && <LoadFailed error={difference.error} onRetry={difference.refetch} />}
      {difference.state === 'ready' &&
        (same ? <p>{t('backup.restore.same')}</p> : <Told difference={difference.data} />)}
      <div className={dialog['buttons']}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('common.cancel')}
        </Button>
        {!same && (
          <Button
            disabled={difference.state !== 'ready'}
            loading={busy}
            onClick={() => {
              setBusy(true)
              restore(row)
            }}
          >
            {t('backup.restore.do')}
          </Button>
        )}
      </div>
    </>
  )
}

const ways = ['added', 'changed', 'removed'] as const

function Told({ difference }: { difference: BackupDifference }): JSX.Element {
  const { t, n, language } = useTexts()
  const words = useRecordWords()
  const { sets, last, actors, counts, labs, moreLabs } = difference
  const since = { count: sets, shown: n(sets), last: formatInstant(last ?? '', language), actors: actors.join(', ') }
  return (
    <div className={dialog['text']}>
      <p>{sets === 0 || last === null ? t('backup.restore.noSince') : t('backup.restore.since', since)}</p>
      <p>{t('backup.restore.would')}</p>
      <ul className={classes['counts']}>
        {counts.map((count) => (
          <li key={count.entity}>
            <b>{capital(words.entity(count.entity), language)}</b>
            {' – '}
            {ways
              .filter((way) => count[way] > 0)
              .map((way) => t(`backup.restore.${way}`, { count: count[way], shown: n(count[way]) }))
              .join('; ')}
          </li>
        ))}
      </ul>
      {labs.length > 0 && (
        <>
          <p>{t('backup.restore.labs')}</p>
          <ul className={classes['counts']}>
            {labs.map(({ id, name, what }) => (
              <li key={id}>
                {name} <span className={classes['dim']}>({t(`backup.restore.lab.${what}`)})</span>
              </li>
            ))}
            {moreLabs > 0 && <li>{t('backup.restore.moreLabs', { count: moreLabs, shown: n(moreLabs) })}</li>}
          </ul>
        </>
      )}
      <p>{t('backup.restore.reversible')}</p>
    </div>
  )
}
