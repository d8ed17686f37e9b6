// A password: hidden as it is typed, shown on demand, with a word when Caps Lock is on. Never kept in a draft.
import { PasswordInput } from '@mantine/core'
import { useState, type JSX, type KeyboardEvent, type Ref } from 'react'
import classes from './password.module.css'
import { useTexts } from '../texts/texts'

export interface PasswordFieldProps {
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
  error?: string | null
  /** so that the system's own keeper of passwords knows which is which */
  kind: 'current-password' | 'new-password'
  /** the focus goes here when its dialog opens */
  first?: boolean
  ref?: Ref<HTMLInputElement>
}

export function PasswordField(props: PasswordFieldProps): JSX.Element {
  const { label, hint, value, onChange, error, kind, first = false, ref } = props
  const { t } = useTexts()
  const [capsLock, setCapsLock] = useState(false)
  const look = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <PasswordInput
      ref={ref ?? null}
      classNames={{ input: classes['field'] ?? '' }}
      label={label}
      description={capsLock ? t('people.field.capsLock') : hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error ?? null}
      autoComplete={kind}
      data-autofocus={first || undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={look}
      onKeyUp={look}
      onBlur={() => setCapsLock(false)}
      visibilityToggleButtonProps={{ 'aria-label': t('people.field.show') }}
    />
  )
}
