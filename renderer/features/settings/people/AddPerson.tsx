// A new account. The first one is an administrator's: after it every window asks for a sign-in, this one too.
import { NativeSelect, TextInput } from '@mantine/core'
import { useState, type JSX } from 'react'
import { roles, type Role } from '../../../../db/model/vocabulary'
import { call } from '../../../api'
import { useTexts } from '../../../texts/texts'
import { FormFrame } from './FormFrame'
import { isChosen, NewPassword, untyped } from './NewPassword'
import { usePersonForm } from './usePersonForm'

export function AddPerson({ first = false, onDone }: { first?: boolean; onDone: () => void }): JSX.Element {
  const { t } = useTexts()
  const form = usePersonForm(['name', 'password', 'again'])
  const [name, setName] = useState('')
  const [display, setDisplay] = useState('')
  const [role, setRole] = useState<Role>(first ? 'admin' : 'clerk')
  const [twice, setTwice] = useState(untyped)
  const save = async (): Promise<void> => {
    if (name.trim() === '') return form.refuse('name', t('people.field.needed'))
    if (!isChosen(t, twice, form)) return
    const shown = display.trim() === '' ? {} : { display }
    const input = { name, role, password: twice.first, ...shown }
    if (await form.send(() => call('people.add', input), t('people.panel.done.added', { name }))) onDone()
  }
  return (
    <FormFrame
      title={t(first ? 'people.panel.start' : 'people.panel.add').replace('…', '')}
      form={form}
      onSave={() => void save()}
      onClose={onDone}
    >
      <TextInput
        label={t('people.form.name')}
        description={t('people.form.nameHint')}
        error={form.errorOf('name')}
        autoComplete="off"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('people.form.display')}
        autoComplete="off"
        maxLength={200}
        value={display}
        onChange={(event) => setDisplay(event.currentTarget.value)}
      />
      {!first && <RoleField value={role} onChange={setRole} />}
      <NewPassword value={twice} onChange={setTwice} form={form} />
    </FormFrame>
  )
}

interface RoleFieldProps {
  value: Role
  onChange: (role: Role) => void
  error?: string | null
}

export function RoleField({ value, onChange, error = null }: RoleFieldProps): JSX.Element {
  const { t } = useTexts()
  return (
    <NativeSelect
      label={t('people.form.role')}
      error={error}
      data={roles.map((each) => ({ value: each, label: t(`people.form.roles.${each}`) }))}
      value={value}
      onChange={(event) => onChange(roles.find((each) => each === event.currentTarget.value) ?? value)}
    />
  )
}
