// Asks for the passphrase of a locked backup: used once by the registry, kept nowhere in this window.
import { Button } from '@mantine/core'
import { useState, type FormEvent, type JSX } from 'react'
import { call } from '../api'
import { PasswordField } from '../components/PasswordField'
import { failureSentence } from '../texts/failureText'
import { useTexts } from '../texts/texts'
import classes from './unlock.module.css'

export interface UnlockFormProps {
  /** the backup; left out: the passphrase of new backups */
  id?: string
  hint: string
  onUnlocked: () => void
}

export function UnlockForm({ id, hint, onUnlocked }: UnlockFormProps): JSX.Element {
  const { t } = useTexts()
  const [passphrase, setPassphrase] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const unlock = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (passphrase === '') return setProblem(t('backup.lock.empty'))
    setBusy(true)
    const answer = await call('backups.unlock', { passphrase, ...(id === undefined ? {} : { id }) })
    setBusy(false)
    if (!answer.ok) return setProblem(failureSentence(t, answer.error))
    setPassphrase('')
    setProblem(null)
    onUnlocked()
  }
  return (
    <form noValidate className={classes['form']} onSubmit={(event) => void unlock(event)}>
      <PasswordField
        kind="current-password"
        label={t('backup.lock.passphrase')}
        hint={hint}
        value={passphrase}
        onChange={setPassphrase}
        error={problem}
      />
      <Button type="submit" variant="default" loading={busy}>
        {t('backup.lock.unlock')}
      </Button>
    </form>
  )
}
