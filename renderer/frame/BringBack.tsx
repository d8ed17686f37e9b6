// A backup that was picked: what it is, its passphrase where it has one, and that it becomes a register of its own here.
import { Button } from '@mantine/core'
import { useState, type FormEvent, type JSX } from 'react'
import type { PickedBackup } from '../../db/model/shapes/register'
import dialog from '../components/dialog.module.css'
import { PasswordField } from '../components/PasswordField'
import { useOpening, type AskedFile } from '../stores/opening'
import { formatInstant } from '../texts/instants'
import { useTexts } from '../texts/texts'
import { useRegisters } from '../useRegisters'
import classes from './dialogs.module.css'

export interface BringBackProps {
  file: AskedFile
  backup: PickedBackup
}

export function BringBack({ file, backup: { name, madeAt, locked } }: BringBackProps): JSX.Element {
  const { t, language } = useTexts()
  const { place, bringBack } = useRegisters()
  const busy = useOpening((opening) => opening.busy)
  const [passphrase, setPassphrase] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (locked && passphrase === '') return setProblem(t('backup.lock.empty'))
    setProblem(null)
    setProblem(await bringBack(file, locked ? passphrase : undefined))
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <div className={dialog['text']}>
        <p>{t('start.bring.what', { name, at: formatInstant(madeAt, language) })}</p>
        <p>{t('start.bring.how')}</p>
        {locked && (
          <div className={classes['passphrase']}>
            <PasswordField
              kind="current-password"
              first
              label={t('backup.lock.passphrase')}
              hint={t('start.bring.passphrase')}
              value={passphrase}
              onChange={setPassphrase}
              error={problem}
            />
          </div>
        )}
      </div>
      <div className={dialog['buttons']}>
        <Button variant="default" onClick={() => place(null)}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={busy} {...(!locked && { 'data-autofocus': true })}>
          {t('start.bring.do')}
        </Button>
      </div>
    </form>
  )
}
