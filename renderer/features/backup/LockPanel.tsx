// The passphrase of backups: whether there is one, whether this machine remembers it, and setting, changing or leaving it.
import { Button, Modal } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState, type FormEvent, type JSX } from 'react'
import type { BackupList } from '../../../db/model/shapes/backup'
import dialog from '../../components/dialog.module.css'
import { Panel } from '../../components/Page'
import { PasswordField } from '../../components/PasswordField'
import { toast } from '../../components/toast'
import { failureSentence } from '../../texts/failureText'
import { useTexts } from '../../texts/texts'
import { UnlockForm } from '../../unlock/UnlockForm'
import { useSend } from '../../useCall'
import classes from './backup.module.css'

export interface LockPanelProps {
  list: BackupList
  canEdit: boolean
  refetch: () => void
}

const SHORTEST = 10

export function LockPanel({ list: { lock, canKeep }, canEdit, refetch }: LockPanelProps): JSX.Element {
  const { t } = useTexts()
  const [asking, setAsking] = useState(false)
  const [send, busy] = useSend('backups.setPassphrase')
  const leave = async (): Promise<void> => {
    const answer = await send({ passphrase: null })
    refetch()
    if (answer.ok) toast({ text: t('backup.lock.left') })
    else toast({ text: failureSentence(t, answer.error), tone: 'failed' })
  }
  const unlocked = (): void => {
    refetch()
    toast({ text: t('backup.lock.unlocked') })
  }
  return (
    <Panel title={t('backup.lock.title')}>
      <div className={classes['part']}>
        <p className={classes['hint']}>{t('backup.lock.hint')}</p>
        {lock === null ? (
          <p>{t('backup.lock.none')}</p>
        ) : (
          <p>{t(lock.kept ? 'backup.lock.kept' : 'backup.lock.notKept')}</p>
        )}
        {lock !== null && !lock.known && <UnlockForm hint={t('backup.lock.needed')} onUnlocked={unlocked} />}
        <div className={classes['buttons']}>
          <Button
            variant="default"
            leftSection={<IconLock size={16} aria-hidden />}
            disabled={!canEdit || busy}
            onClick={() => setAsking(true)}
          >
            {t(lock === null ? 'backup.lock.set' : 'backup.lock.change')}
          </Button>
          {lock !== null && (
            <Button variant="subtle" disabled={!canEdit} loading={busy} onClick={() => void leave()}>
              {t('backup.lock.leave')}
            </Button>
          )}
        </div>
      </div>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('backup.lock.title')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <NewPassphrase
          canKeep={canKeep}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false)
            refetch()
          }}
        />
      </Modal>
    </Panel>
  )
}

interface NewPassphraseProps {
  canKeep: boolean
  onClose: () => void
  onDone: () => void
}

function NewPassphrase({ canKeep, onClose, onDone }: NewPassphraseProps): JSX.Element {
  const { t } = useTexts()
  const [first, setFirst] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState<'short' | 'differs' | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [send, busy] = useSend('backups.setPassphrase')
  const set = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const wrong = first.length < SHORTEST ? 'short' : first === again ? null : 'differs'
    setProblem(wrong)
    if (wrong !== null) return
    const answer = await send({ passphrase: first })
    if (!answer.ok) return setFailed(failureSentence(t, answer.error))
    onDone()
    toast({ text: t('backup.lock.done') })
  }
  return (
    <form noValidate className={dialog['text']} onSubmit={(event) => void set(event)}>
      <p>{t('backup.lock.forgotten')}</p>
      <p>{t(canKeep ? 'backup.lock.willKeep' : 'backup.lock.cannotKeep')}</p>
      <div className={classes['passphrases']}>
        <PasswordField
          kind="new-password"
          label={t('backup.lock.new')}
          first
          hint={t('backup.lock.newHint')}
          value={first}
          onChange={setFirst}
          error={problem === 'short' ? t('backup.lock.short') : null}
        />
        <PasswordField
          kind="new-password"
          label={t('backup.lock.again')}
          value={again}
          onChange={setAgain}
          error={problem === 'differs' ? t('backup.lock.differs') : null}
        />
      </div>
      {failed !== null && <p role="alert">{failed}</p>}
      <div className={dialog['buttons']}>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {t('backup.lock.do')}
        </Button>
      </div>
    </form>
  )
}
