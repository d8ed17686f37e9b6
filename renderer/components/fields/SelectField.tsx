// A choice out of few, as the system's own list: quick by keyboard and by first letters.
import { Checkbox, NativeSelect } from '@mantine/core'
import type { JSX } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useField, type FieldProps } from './field'

export interface Option {
  value: string
  label: string
}

export interface SelectFieldProps<V extends FieldValues> extends FieldProps<V> {
  options: readonly Option[]
  /** words for “not known”; without it one of the options must be chosen */
  unknown?: string
}

export function SelectField<V extends FieldValues>(props: SelectFieldProps<V>): JSX.Element {
  const { value, change, leave, bind, common } = useField(props)
  const chosen = (value as string | null | undefined) ?? ''
  const empty = props.unknown !== undefined || chosen === '' ? [{ value: '', label: props.unknown ?? '' }] : []
  return (
    <NativeSelect
      {...common}
      {...bind}
      description={props.hint}
      data={[...empty, ...props.options]}
      value={chosen}
      onBlur={leave}
      onChange={(event) => change(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  )
}

/** Yes or no. */
export function CheckField<V extends FieldValues>(props: FieldProps<V>): JSX.Element {
  const { value, change, leave, bind, common } = useField(props)
  return (
    <Checkbox
      {...bind}
      label={common.label}
      description={props.hint}
      disabled={common.disabled}
      error={common.error}
      checked={value === true}
      onBlur={leave}
      onChange={(event) => change(event.currentTarget.checked)}
    />
  )
}
