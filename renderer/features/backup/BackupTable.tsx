// One line a backup: when, why, what it holds, where it lies, whether it was read through; and the two things to do with it.
import { Button, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react'
import type { JSX } from 'react'
import type { BackupRow } from '../../../db/model/shapes/backup'
import { formatInstant } from '../../texts/instants'
import { useTexts } from '../../texts/texts'
import classes from './backup.module.css'
import { formatSize } from './size'
import { useVerify } from './useBackups'

export interface BackupTableProps {
  rows: readonly BackupRow[]
  canEdit: boolean
  refetch: () => void
  onRestore: (row: BackupRow) => void
}

const columns = ['made', 'reason', 'counts', 'size', 'state', 'do'] as const

export function BackupTable({ rows, canEdit, refetch, onRestore }: BackupTableProps): JSX.Element {
  const { t } = useTexts()
  const [verify, busy] = useVerify(refetch)
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`backup.list.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            locked={!canEdit || busy}
            onVerify={() => void verify(row)}
            onRestore={onRestore}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  row: BackupRow
  locked: boolean
  onVerify: () => void
  onRestore: (row: BackupRow) => void
}

function Row({ row, locked, onVerify, onRestore }: RowProps): JSX.Element {
  const { t, n, language } = useTexts()
  const at = formatInstant(row.madeAt, language)
  const place = row.here ? (row.second === true ? 'both' : 'here') : row.second === true ? 'second' : 'nowhere'
  const held = { labs: n(row.labs), accreditations: n(row.accreditations), decisions: n(row.decisions) }
  return (
    <tr>
      <th scope="row">{at}</th>
      <td>{t(`backup.reasons.${row.reason}`)}</td>
      <td>
        {t('backup.list.counts', held)}
        {row.attachments > 0 &&
          ` · ${t('backup.list.attachments', { count: row.attachments, shown: n(row.attachments) })}`}
      </td>
      <td className={classes['number']}>{formatSize(row.bytes + row.attachmentBytes, language)}</td>
      <td>
        <State row={row} />
        <span className={classes['dim']}>
          {t(`backup.list.${place}`)}
          {row.locked && ` · ${t('backup.list.locked')}`}
        </span>
      </td>
      <td className={classes['do']}>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={locked || place === 'nowhere'}
          aria-label={t('backup.list.verifyThis', { at })}
          onClick={onVerify}
        >
          {t('backup.list.verify')}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconArrowBackUp size={14} aria-hidden />}
          disabled={locked || place === 'nowhere'}
          aria-label={t('backup.list.restoreThis', { at })}
          onClick={() => onRestore(row)}
        >
          {t('backup.list.restore')}
        </Button>
      </td>
    </tr>
  )
}

function State({ row: { verifiedAt, trouble } }: { row: BackupRow }): JSX.Element {
  const { t, language } = useTexts()
  if (verifiedAt === null || trouble !== null)
    return (
      <span className={classes['state']} data-tone="bad">
        <IconAlertTriangle size={16} aria-hidden />
        {t(`backup.troubles.${trouble ?? 'gone'}`)}
      </span>
    )
  return (
    <Tooltip label={t('backup.list.verifiedAt', { at: formatInstant(verifiedAt, language) })}>
      <span className={classes['state']} data-tone="good">
        <IconCircleCheck size={16} aria-hidden />
        {t('backup.list.verified')}
      </span>
    </Tooltip>
  )
}
