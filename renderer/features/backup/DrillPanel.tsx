// “Diễn tập”: what came of the last one, and another one.
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconPlayerPlay } from '@tabler/icons-react'
import type { JSX } from 'react'
import type { BackupList, DrillResult } from '../../../db/model/shapes/backup'
import { Panel } from '../../components/Page'
import { toast } from '../../components/toast'
import { failureSentence } from '../../texts/failureText'
import { formatInstant } from '../../texts/instants'
import { useTexts } from '../../texts/texts'
import { useSend } from '../../useCall'
import classes from './backup.module.css'

export interface DrillPanelProps {
  list: BackupList
  canEdit: boolean
  refetch: () => void
}

export function DrillPanel({ list, canEdit, refetch }: DrillPanelProps): JSX.Element {
  const { t } = useTexts()
  const [send, busy] = useSend('backups.drill')
  const run = async (): Promise<void> => {
    const answer = await send({})
    refetch()
    if (answer.ok) return
    const none = answer.error.code === 'not_found'
    toast({ text: none ? t('backup.drill.noBackup') : failureSentence(t, answer.error), tone: 'failed' })
  }
  return (
    <Panel title={t('backup.drill.title')}>
      <div className={classes['part']}>
        <p className={classes['hint']}>{t('backup.drill.hint')}</p>
        {list.lastDrill === null ? <p>{t('backup.drill.never')}</p> : <Last drill={list.lastDrill} />}
        <div className={classes['buttons']}>
          <Button
            variant="default"
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            disabled={!canEdit || list.rows.length === 0}
            loading={busy}
            onClick={() => void run()}
          >
            {t('backup.drill.do')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

function Last({ drill }: { drill: DrillResult }): JSX.Element {
  const { t, n, language } = useTexts()
  const { at, madeAt, passed, tables, records, differing, trouble } = drill
  const why =
    trouble === null ? t('backup.drill.differing', { tables: differing.join(', ') }) : t(`backup.troubles.${trouble}`)
  return (
    <div role="status">
      <p>{t('backup.drill.last', { at: formatInstant(at, language), made: formatInstant(madeAt, language) })}</p>
      <p className={classes['state']} data-tone={passed ? 'good' : 'bad'}>
        {passed ? <IconCircleCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
        <span>
          {passed
            ? t('backup.drill.passed', { tables: n(tables), records: n(records) })
            : t('backup.drill.notPassed', { why })}
        </span>
      </p>
    </div>
  )
}
