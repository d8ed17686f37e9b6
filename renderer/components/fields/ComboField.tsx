// A choice out of many by typing part of the words, without accents and in any order. Options are given, or asked for as one types.
// Words that name no option stay as typed and are a value that no check lets through (see `unchosen`): they are never dropped silently.
import { CloseButton, Combobox, InputBase, useCombobox } from '@mantine/core'
import { useEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react'
import type { FieldValues } from 'react-hook-form'
import { hasWords } from '../../texts/hasWords'
import { isComposing } from '../../actions/shortcut'
import { useTexts } from '../../texts/texts'
import { useField, type FieldProps, type Wired } from './field'
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
const UNCHOSEN = '?'

/** Typed words that are no option yet; no id starts like this, so neither the form's schema nor the registry's lets it through. */
export function unchosen(text: string): string {
  return `${UNCHOSEN}${text}`
}

export function isUnchosen(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith(UNCHOSEN)
}

export function ComboField<V extends FieldValues>(props: ComboFieldProps<V>): JSX.Element {
  const { t } = useTexts()
  const field = useField(props, (value) => (isUnchosen(value) ? 'not_chosen' : null))
  const { value, text, typing, type, choose, restore } = useTyped(props, field)
  const [left, setLeft] = useState(false)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const found = foundAmong(props, typing ? text.trim() : '')
  const offered = found.length + (canCreate(props, text) ? 1 : 0)
  const { selectFirstOption } = combobox
  const [asked, setAsked] = useState(false)
  // what alone is offered is what is meant, and Enter takes it; of several, Enter points at the first and a second Enter takes it
  const points = typing && props.busy !== true && (offered === 1 || (asked && offered > 1))
  useEffect(() => {
    if (points) selectFirstOption()
  }, [points, text, selectFirstOption])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (!combobox.dropdownOpened || isComposing(event.nativeEvent)) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      restore()
    }
    if (event.key === 'Enter' && typing && combobox.getSelectedOptionIndex() === -1) {
      event.preventDefault()
      setAsked(true)
    }
  }
  const error = isUnchosen(value) ? (left || field.error !== null ? t('common.combo.unchosen') : null) : field.error
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(option) => {
        if (option === CREATE) props.onCreate?.(text.trim())
        else choose(option)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target>
        <InputBase
          {...field.common}
          {...field.bind}
          error={error}
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
          onChange={(event) => {
            setLeft(false)
            setAsked(false)
            type(event.currentTarget.value)
            if (event.currentTarget.value === '') combobox.closeDropdown()
            else combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          onClick={() => combobox.openDropdown()}
          onKeyDown={onKeyDown}
          onBlur={() => {
            combobox.closeDropdown()
            setLeft(true)
            const same = found.filter((option) => alike(option.label, text))
            if (typing && same.length === 1 && same[0] !== undefined) choose(same[0].value)
            field.leave()
          }}
        />
      </Combobox.Target>
      <Options combo={props} found={found} text={text} value={value} />
    </Combobox>
  )
}

interface Typed {
  value: unknown
  text: string
  /** the text is being typed, or was left without a choice */
  typing: boolean
  type: (text: string) => void
  choose: (value: string) => void
  /** back to what was chosen before typing */
  restore: () => void
}

function useTyped<V extends FieldValues>(props: ComboFieldProps<V>, { value, change }: Wired): Typed {
  const before = useRef<unknown>(null)
  const typing = isUnchosen(value)
  const text = typing ? value.slice(UNCHOSEN.length) : labelOf(props, (value as string | null | undefined) ?? null)
  return {
    value,
    text,
    typing,
    type: (next) => {
      if (!typing) before.current = value ?? null
      change(next === '' ? null : unchosen(next))
      props.onSearch?.(next)
    },
    choose: change,
    restore: () => {
      if (typing) change(before.current)
    },
  }
}

type Combo = Pick<ComboFieldProps<FieldValues>, 'options' | 'chosenLabel' | 'onSearch' | 'onCreate' | 'busy' | 'label'>

function labelOf({ options, chosenLabel }: Combo, value: string | null): string {
  if (value === null) return ''
  return options.find((option) => option.value === value)?.label ?? chosenLabel ?? ''
}

const alike = (a: string, b: string): boolean =>
  a.normalize('NFC').trim().toLocaleLowerCase('vi') === b.normalize('NFC').trim().toLocaleLowerCase('vi')

function foundAmong({ options, onSearch }: Combo, words: string): readonly ComboOption[] {
  const filters = words !== '' && onSearch === undefined
  return (filters ? options.filter((option) => hasWords(option.label, words)) : options).slice(0, SHOWN)
}

/** What is there already under that very name is not offered to be added. */
function canCreate({ options, onCreate }: Combo, text: string): boolean {
  return onCreate !== undefined && text.trim() !== '' && !options.some((option) => alike(option.label, text))
}

interface OptionsProps {
  combo: Combo
  found: readonly ComboOption[]
  text: string
  value: unknown
}

function Options({ combo, found, text, value }: OptionsProps): JSX.Element {
  const { t } = useTexts()
  const adds = isUnchosen(value) && canCreate(combo, text)
  return (
    <Combobox.Dropdown>
      <Combobox.Options className={classes['options']} aria-label={combo.label}>
        {found.map((option) => (
          <Combobox.Option value={option.value} key={option.value} active={option.value === value}>
            <div>{option.label}</div>
            {option.note !== undefined && <div className={classes['note']}>{option.note}</div>}
          </Combobox.Option>
        ))}
        {adds && <Combobox.Option value={CREATE}>{t('common.combo.create', { text: text.trim() })}</Combobox.Option>}
        {found.length === 0 && !adds && (
          <Combobox.Empty>{combo.busy ? t('common.combo.searching') : t('common.combo.nothing')}</Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox.Dropdown>
  )
}
