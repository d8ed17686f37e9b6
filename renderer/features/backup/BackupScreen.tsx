// “Sao lưu”: which copies of the register there are and how sure they are, the second disk, the drill.
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconDeviceFloppy, IconShieldCheck } from '@tabler/icons-react'
import { useState, type JSX } from 'react'
import type { ErrorCode } from '../../../db/model/errors'
import type { BackupList, BackupRow } from '../../../db/model/shapes/backup'
import { EmptyState } from '../../components/EmptyState'
import { LoadFailed } from '../../components/LoadFailed'
import { Page, Panel } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import { useTexts, type TextKey } from '../../texts/texts'
import { useCall } from '../../useCall'
import { useCanEdit } from '../../useCanEdit'
import classes from './backup.module.css'
import { BackupTable } from './BackupTable'
import { LockPanel } from './LockPanel'
import { LogPanel } from './LogPanel'
import { DrillPanel } from './DrillPanel'
import { RestoreDialog } from './RestoreDialog'
import { SecondPanel } from './SecondPanel'
import { useMake } from './useBackups'

export function BackupScreen(): JSX.Element {
  const { t } = useTexts()
  const list = useCall('backups.list', {})
  const canEdit = useCanEdit()
  const [make, busy] = useMake(list.refetch)
  const button = (
    <Button
      data-autofocus
      leftSection={<IconDeviceFloppy size={16} aria-hidden />}
      loading={busy}
      disabled={!canEdit}
      onClick={() => void make()}
    >
      {t('backup.make')}
    </Button>
  )
  return (
    <Page title={t('backup.title')} line={t('backup.line')} actions={button}>
      {list.state === 'pending' && <Skeleton />}
      {list.state === 'error' && <LoadFailed error={list.error} onRetry={list.refetch} />}
      {list.state === 'ready' && <Shown list={list.data} canEdit={canEdit} refetch={list.refetch} />}
    </Page>
  )
}

function Shown({ list, canEdit, refetch }: { list: BackupList; canEdit: boolean; refetch: () => void }): JSX.Element {
  const { t } = useTexts()
  const [restoring, setRestoring] = useState<BackupRow | null>(null)
  return (
    <div className={classes['screen']}>
      {list.failed !== null && (
        <p role="alert" className={classes['alert']}>
          <IconAlertTriangle size={18} stroke={1.6} aria-hidden />
          <span>{t('backup.failed', { why: t(`errors.${list.failed as ErrorCode}` as TextKey) })}</span>
        </p>
      )}
      <div className={classes['wide']}>
        <Panel title={t('backup.list.title')}>
          {list.rows.length === 0 ? (
            <EmptyState icon={IconShieldCheck} title={t('backup.none.title')} text={t('backup.none.text')} />
          ) : (
            <BackupTable rows={list.rows} canEdit={canEdit} refetch={refetch} onRestore={setRestoring} />
          )}
          <p className={classes['hint']}>{t('backup.list.keeps')}</p>
        </Panel>
      </div>
      <SecondPanel second={list.second} canEdit={canEdit} refetch={refetch} />
      <LockPanel list={list} canEdit={canEdit} refetch={refetch} />
      <DrillPanel list={list} canEdit={canEdit} refetch={refetch} />
      <div className={classes['wide']}>
        <LogPanel />
      </div>
      <RestoreDialog row={restoring} onClose={() => setRestoring(null)} />
    </div>
  )
}
