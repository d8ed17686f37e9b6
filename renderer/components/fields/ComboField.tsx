// A choice out of many by typing part of the words, without accents and in any order. Options are given, or asked for as one types.
import { CloseButton, Combobox, InputBase, useCombobox } from '@mantine/core'
import { useState, type JSX } from 'react'
import type { FieldValues } from 'react-hook-form'
import { hasWords } from '../../texts/hasWords'
import { useTexts } from '../../texts/texts'
import { useField, type FieldProps } from './field'
import classes from './fields.module.css'

export interface ComboOption {
  value: string
  label: string
  /** small words under the label: an address, a code */
  note?: string
}

export interface ComboFieldProps<V extends FieldValues> extends FieldProps<V> {
  options: readonly ComboOption[]
  /** label of the chosen value when it is not among the options */
  chosenLabel?: string | undefined
  /** the options come from elsewhere: called as one types; filtering here stops */
  onSearch?: (text: string) => void
  busy?: boolean
  /** offers to add what was typed */
  onCreate?: (text: string) => void
  placeholder?: string
}

const CREATE = '\u0000create'
const SHOWN = 100

export function ComboField<V extends FieldValues>(props: ComboFieldProps<V>): JSX.Element {
  const { t } = useTexts()
  const { value, change, leave, bind, common } = useField(props)
  const label = labelOf(props, (value as string | null | undefined) ?? null)
  // null: nothing is being typed, the field shows what was chosen
  const [typed, setTyped] = useState<string | null>(null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const text = typed ?? label
  const type = (next: string): void => {
    setTyped(next)
    if (next === '') change(null)
    props.onSearch?.(next)
    combobox.openDropdown()
    combobox.updateSelectedOptionIndex()
  }
  const choose = (chosen: string): void => {
    if (chosen === CREATE) props.onCreate?.(text.trim())
    else change(chosen)
    setTyped(null)
    combobox.closeDropdown()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <InputBase
          {...common}
          {...bind}
          description={props.hint}
          placeholder={props.placeholder}
          value={text}
          autoComplete="off"
          spellCheck={false}
          rightSection={
            text === '' ? (
              <Combobox.Chevron />
            ) : (
              <CloseButton size="sm" tabIndex={-1} aria-label={t('common.clear')} onClick={() => type('')} />
            )
          }
          rightSectionPointerEvents={text === '' ? 'none' : 'all'}
          onChange={(event) => type(event.currentTarget.value)}
          onClick={() => combobox.openDropdown()}
          onKeyDown={(event) => event.key === 'Escape' && combobox.dropdownOpened && event.stopPropagation()}
          onBlur={() => {
            combobox.closeDropdown()
            setTyped(null)
            leave()
          }}
        />
      </Combobox.Target>
      <Options combo={props} typed={typed} value={value} />
    </Combobox>
  )
}

type Combo = Pick<ComboFieldProps<FieldValues>, 'options' | 'chosenLabel' | 'onSearch' | 'onCreate' | 'busy' | 'label'>

function labelOf({ options, chosenLabel }: Combo, value: string | null): string {
  if (value === null) return ''
  return options.find((option) => option.value === value)?.label ?? chosenLabel ?? ''
}

function Options({ combo, typed, value }: { combo: Combo; typed: string | null; value: unknown }): JSX.Element {
  const { t } = useTexts()
  const words = typed?.trim() ?? ''
  const filters = words !== '' && combo.onSearch === undefined
  const found = (filters ? combo.options.filter((option) => hasWords(option.label, words)) : combo.options).slice(
    0,
    SHOWN,
  )
  const canCreate = combo.onCreate !== undefined && words !== ''
  return (
    <Combobox.Dropdown>
      <Combobox.Options className={classes['options']} aria-label={combo.label}>
        {found.map((option) => (
          <Combobox.Option value={option.value} key={option.value} active={option.value === value}>
            <div>{option.label}</div>
            {option.note !== undefined && <div className={classes['note']}>{option.note}</div>}
          </Combobox.Option>
        ))}
        {canCreate && <Combobox.Option value={CREATE}>{t('common.combo.create', { text: words })}</Combobox.Option>}
        {found.length === 0 && !canCreate && (
          <Combobox.Empty>{combo.busy ? t('common.combo.searching') : t('common.combo.nothing')}</Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox.Dropdown>
  )
}
