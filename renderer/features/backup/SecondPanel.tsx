// The second disk: which folder, when something was last brought there, and what to do when it is not there.
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconUsb } from '@tabler/icons-react'
import type { JSX } from 'react'
import type { SecondFolder } from '../../../db/model/shapes/backup'
import { Panel } from '../../components/Page'
import { toast } from '../../components/toast'
import { failureSentence } from '../../texts/failureText'
import { formatInstant } from '../../texts/instants'
import { useTexts } from '../../texts/texts'
import { useSend } from '../../useCall'
import type {} from '../../window'
import classes from './backup.module.css'

export interface SecondPanelProps {
  second: SecondFolder | null
  canEdit: boolean
  refetch: () => void
}

export function SecondPanel({ second, canEdit, refetch }: SecondPanelProps): JSX.Element {
  const { t } = useTexts()
  const [send, busy] = useSend('backups.setSecond')
  const set = async (folder: { ref: string; name: string } | null): Promise<void> => {
    const answer = await send({ folder: folder?.ref ?? null })
    refetch()
    if (answer.ok)
      return toast({
        text: folder === null ? t('backup.second.removed') : t('backup.second.chosen', { name: folder.name }),
      })
    const beside = answer.error.fields?.some(({ rule }) => rule === 'backup.same_folder') ?? false
    toast({ text: beside ? t('backup.second.beside') : failureSentence(t, answer.error), tone: 'failed' })
  }
  const choose = async (): Promise<void> => {
    const folder = await window.shell.pickFolder()
    if (folder !== null) await set(folder)
  }
  return (
    <Panel title={t('backup.second.title')}>
      <div className={classes['part']}>
        <p className={classes['hint']}>{t('backup.second.hint')}</p>
        {second === null ? <p>{t('backup.second.none')}</p> : <Second second={second} />}
        <div className={classes['buttons']}>
          <Button
            variant="default"
            leftSection={<IconUsb size={16} aria-hidden />}
            disabled={!canEdit}
            loading={busy}
            onClick={() => void choose()}
          >
            {t(second === null ? 'backup.second.choose' : 'backup.second.change')}
          </Button>
          {second !== null && (
            <Button variant="subtle" disabled={!canEdit || busy} onClick={() => void set(null)}>
              {t('backup.second.remove')}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  )
}

function Second({ second: { name, broughtAt, trouble } }: { second: SecondFolder }): JSX.Element {
  const { t, language } = useTexts()
  return (
    <>
      <p>
        {t('backup.second.name', { name })}{' '}
        {broughtAt === null
          ? t('backup.second.never')
          : t('backup.second.brought', { at: formatInstant(broughtAt, language) })}
      </p>
      {trouble !== null && (
        <p role="alert" className={classes['state']} data-tone="bad">
          <IconAlertTriangle size={16} aria-hidden />
          <span>{t(`backup.second.${trouble}`)}</span>
        </p>
      )}
    </>
  )
}
