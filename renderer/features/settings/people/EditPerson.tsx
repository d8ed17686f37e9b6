// What an administrator changes of an account: the shown name, the role, whether it may sign in; or its password.
import { Checkbox, TextInput } from '@mantine/core'
import { useState, type JSX } from 'react'
import type { Account } from '../../../../db/model/shapes/people'
import { call } from '../../../api'
import { useTexts } from '../../../texts/texts'
import classes from '../settings.module.css'
import { RoleField } from './AddPerson'
import { FormFrame } from './FormFrame'
import { isChosen, NewPassword, untyped } from './NewPassword'
import { usePersonForm } from './usePersonForm'

export interface OfPersonProps {
  person: Account
  onDone: () => void
}

export function EditPerson({ person, onDone }: OfPersonProps): JSX.Element {
  const { t } = useTexts()
  const form = usePersonForm(['display', 'role', 'disabled'])
  const [display, setDisplay] = useState(person.display ?? '')
  const [role, setRole] = useState(person.role)
  const [active, setActive] = useState(person.disabledAt === null)
  const { id, name } = person
  const save = async (): Promise<void> => {
    const input = { id, display: display.trim() === '' ? null : display, role, disabled: !active }
    if (await form.send(() => call('people.change', input), t('people.panel.done.changed', { name }))) onDone()
  }
  return (
    <FormFrame title={t('people.panel.editOf', { name })} form={form} onSave={() => void save()} onClose={onDone}>
      <TextInput
        label={t('people.form.display')}
        autoComplete="off"
        maxLength={200}
        value={display}
        onChange={(event) => setDisplay(event.currentTarget.value)}
      />
      <RoleField value={role} onChange={setRole} error={form.errorOf('role')} />
      <Checkbox
        label={t('people.form.active')}
        error={form.errorOf('disabled')}
        checked={active}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
      <p className={classes['hint']}>{t('people.panel.endsWith.role')}</p>
    </FormFrame>
  )
}

export function ResetPassword({ person: { id, name }, onDone }: OfPersonProps): JSX.Element {
  const { t } = useTexts()
  const form = usePersonForm(['password', 'again'])
  const [twice, setTwice] = useState(untyped)
  const save = async (): Promise<void> => {
    if (!isChosen(t, twice, form)) return
    const input = { id, password: twice.first }
    if (await form.send(() => call('people.resetPassword', input), t('people.panel.done.reset', { name }))) onDone()
  }
  return (
    <FormFrame title={t('people.panel.resetOf', { name })} form={form} onSave={() => void save()} onClose={onDone}>
      <NewPassword value={twice} onChange={setTwice} form={form} />
      <p className={classes['hint']}>{t('people.panel.endsWith.password')}</p>
    </FormFrame>
  )
}
