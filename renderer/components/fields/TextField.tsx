// Text in a form, one line or several. The text stays exactly as typed: no trimming or rewriting while an input method is at work.
import { Textarea, TextInput } from '@mantine/core'
import type { ChangeEvent, JSX } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTexts } from '../../texts/texts'
import { useField, type FieldProps } from './field'

export interface TextFieldProps<V extends FieldValues> extends FieldProps<V> {
  /** lines shown; one line unless told */
  lines?: number
  placeholder?: string
}

export function TextField<V extends FieldValues>(props: TextFieldProps<V>): JSX.Element {
  const { t } = useTexts()
  const { value, change, leave, bind, common } = useField(props)
  const shared = {
    ...common,
    ...bind,
    description: props.hint,
    placeholder: props.placeholder,
    value: (value as string | null | undefined) ?? '',
    onBlur: leave,
    autoComplete: 'off',
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      change(event.currentTarget.value === '' ? null : event.currentTarget.value),
  }
  if (props.lines === undefined || props.lines < 2) return <TextInput {...shared} />
  return (
    <Textarea
      {...shared}
      autosize
      minRows={props.lines}
      maxRows={12}
      title={t('common.newLine')}
      aria-keyshortcuts="Alt+Enter"
    />
  )
}
