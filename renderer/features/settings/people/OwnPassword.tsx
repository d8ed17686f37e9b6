// One's own password: the present one proves who asks.
import { useState, type JSX } from 'react'
import { call } from '../../../api'
import { PasswordField } from '../../../components/PasswordField'
import { useTexts } from '../../../texts/texts'
import { FormFrame } from './FormFrame'
import { isChosen, NewPassword, untyped } from './NewPassword'
import { usePersonForm } from './usePersonForm'

export function OwnPassword({ onDone }: { onDone: () => void }): JSX.Element {
  const { t } = useTexts()
  const form = usePersonForm(['current', 'password', 'again'])
  const [current, setCurrent] = useState('')
  const [twice, setTwice] = useState(untyped)
  const save = async (): Promise<void> => {
    if (!isChosen(t, twice, form)) return
    const input = { current, password: twice.first }
    if (await form.send(() => call('people.changePassword', input), t('people.panel.done.password'))) onDone()
  }
  return (
    <FormFrame title={t('people.me.password')} form={form} onSave={() => void save()} onClose={onDone}>
      <PasswordField
        label={t('people.form.current')}
        kind="current-password"
        value={current}
        onChange={setCurrent}
        error={form.errorOf('current')}
      />
      <NewPassword value={twice} onChange={setTwice} form={form} />
    </FormFrame>
  )
}
