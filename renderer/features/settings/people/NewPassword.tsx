// A new password, typed twice: nobody can read over what was typed wrongly once.
import type { JSX } from 'react'
import { PASSWORD_MIN } from '../../../../db/model/people'
import { PasswordField } from '../../../components/PasswordField'
import { useTexts, type Translate } from '../../../texts/texts'
import type { PersonForm } from './usePersonForm'

export interface Twice {
  first: string
  again: string
}

export const untyped: Twice = { first: '', again: '' }

/** False, with the word at the field, where the two are not one password. */
export function isChosen(t: Translate, { first, again }: Twice, form: PersonForm): boolean {
  const short = first.normalize('NFC').length < PASSWORD_MIN
  if (short) form.refuse('password', t('people.field.too_small', { minimum: PASSWORD_MIN }))
  else if (first !== again) form.refuse('again', t('people.field.differs'))
  return !short && first === again
}

export interface NewPasswordProps {
  value: Twice
  onChange: (value: Twice) => void
  form: PersonForm
}

export function NewPassword({ value, onChange, form }: NewPasswordProps): JSX.Element {
  const { t } = useTexts()
  return (
    <>
      <PasswordField
        label={t('people.form.password')}
        hint={t('people.form.passwordHint', { minimum: PASSWORD_MIN })}
        kind="new-password"
        value={value.first}
        onChange={(first) => onChange({ ...value, first })}
        error={form.errorOf('password')}
      />
      <PasswordField
        label={t('people.form.again')}
        kind="new-password"
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        error={form.errorOf('again')}
      />
    </>
  )
}
