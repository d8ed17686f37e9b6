// What every form field takes: its place in the form, its label and hint. Empty text is null (“not known”), never ''.
import {
  useController,
  type Control,
  type FieldPath,
  type FieldValues,
  type UseControllerReturn,
} from 'react-hook-form'
import { useTexts } from '../../texts/texts'
import { fieldErrorText } from './fieldError'

export interface FieldProps<V extends FieldValues> {
  control: Control<V>
  name: FieldPath<V>
  label: string
  hint?: string
  required?: boolean
  disabled?: boolean
}

export interface Wired {
  /** undefined and null alike are “not known” */
  value: unknown
  change: (value: unknown) => void
  leave: () => void
  /** name and ref for the input; spread it */
  bind: { name: string; ref: UseControllerReturn['field']['ref'] }
  /** the sentence to show, or null */
  error: string | null
  /** label, mark and state for Mantine's inputs. `required` stays off: the browser must not speak before us */
  common: {
    label: string
    withAsterisk: boolean
    'aria-required': boolean
    disabled: boolean
    error: string | null
  }
}

/** Wires one field to react-hook-form; `unreadable` is an error of the typed text itself, checked on submit like any other. */
export function useField<V extends FieldValues>(
  props: FieldProps<V>,
  unreadable?: (value: unknown) => string | null,
): Wired {
  const texts = useTexts()
  const { field, fieldState } = useController({
    control: props.control,
    name: props.name,
    rules: { validate: (value: unknown) => unreadable?.(value) ?? true },
  })
  const { name, ref, onChange, onBlur } = field
  const value: unknown = field.value
  const error = fieldErrorText(texts, fieldState.error, value === null || value === undefined || value === '')
  return {
    value,
    change: onChange,
    leave: onBlur,
    bind: { name, ref },
    error,
    common: {
      label: props.label,
      withAsterisk: props.required ?? false,
      'aria-required': props.required ?? false,
      disabled: props.disabled ?? false,
      error,
    },
  }
}
