// One setting of the register as a field: saved when left, by Enter or Ctrl+S; Esc takes back what is not saved yet.
import { TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { JSX, KeyboardEvent } from 'react'
import { isComposing, matches } from '../../actions/shortcut'
import { useTexts } from '../../texts/texts'
import classes from './settings.module.css'
import { useSetting, type SettingKey } from './useSetting'

export interface SettingFieldProps {
  name: SettingKey
  /** as the register holds it; '' when it holds none */
  stored: string
  locked: boolean
}

const NOTE_WIDTH = 90

export function SettingField({ name, stored, locked }: SettingFieldProps): JSX.Element {
  const { t } = useTexts()
  const { text, phase, error, type, save, revert } = useSetting(name, stored)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Enter') save()
    if (matches('Ctrl+S', event.nativeEvent)) {
      event.preventDefault()
      save()
    }
    if (event.key === 'Escape' && revert()) event.preventDefault()
  }
  return (
    <TextInput
      label={t(`records.settings.${name}`)}
      description={t(`settings.register.examples.${name}`)}
      disabled={locked}
      error={error}
      autoComplete="off"
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={onKeyDown}
      rightSectionPointerEvents="none"
      {...(phase !== 'still' && { rightSectionWidth: NOTE_WIDTH })}
      rightSection={
        <span role="status" className={classes['saved']}>
          {phase === 'saved' && <IconCheck size={14} aria-hidden />}
          {phase !== 'still' && t(`settings.register.${phase}`)}
        </span>
      }
    />
  )
}
