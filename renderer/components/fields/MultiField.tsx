// Several choices out of many, as removable words in the field; found by part of the words without accents.
import { isOptionsGroup, MultiSelect } from '@mantine/core'
import type { JSX } from 'react'
import type { FieldValues } from 'react-hook-form'
import { hasWords } from '../../texts/hasWords'
import { useTexts } from '../../texts/texts'
import { useField, type FieldProps } from './field'
import type { Option } from './SelectField'

export interface MultiFieldProps<V extends FieldValues> extends FieldProps<V> {
  options: readonly Option[]
  placeholder?: string
}

export function MultiField<V extends FieldValues>(props: MultiFieldProps<V>): JSX.Element {
  const { t } = useTexts()
  const { value, change, leave, bind, common } = useField(props)
  const chosen = (value as string[] | null | undefined) ?? []
  return (
    <MultiSelect
      {...common}
      {...bind}
      description={props.hint}
      data={[...props.options]}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('common.combo.nothing')}
      filter={({ options, search }) =>
        options.filter((option) => isOptionsGroup(option) || hasWords(option.label, search))
      }
      placeholder={chosen.length === 0 ? props.placeholder : undefined}
      value={chosen}
      onBlur={leave}
      onChange={change}
    />
  )
}
