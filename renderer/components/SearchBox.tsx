// A search field that answers while one types, waits while an input method composes, and gives the focus to the list on ↓.
import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ChangeEvent, type JSX, type KeyboardEvent, type Ref } from 'react'
import { useTexts } from '../texts/texts'

export interface SearchBoxProps {
  label: string
  placeholder?: string
  /** the words asked for now; when it changes from outside (a chip removed) the field follows */
  value: string
  onSearch: (text: string) => void
  /** ↓ or Enter: go to the results */
  onLeave?: () => void
  width?: number
  /** the field is what the screen is about: it gets the focus on arrival */
  main?: boolean
  ref?: Ref<HTMLInputElement>
}

const PAUSE_MS = 120

export function SearchBox({
  label,
  placeholder,
  value,
  onSearch,
  onLeave,
  width = 320,
  main = false,
  ref,
}: SearchBoxProps): JSX.Element {
  const { t } = useTexts()
  const { text, type, compose, set } = useTyped(value, onSearch)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && text !== '') {
      set('')
      event.preventDefault()
      event.stopPropagation()
    } else if ((event.key === 'ArrowDown' || event.key === 'Enter') && onLeave !== undefined) {
      if (event.key === 'Enter') set(text)
      onLeave()
      event.preventDefault()
    }
  }
  return (
    <TextInput
      ref={ref}
      type="text"
      role="searchbox"
      w={width}
      maw="100%"
      aria-label={label}
      placeholder={placeholder ?? label}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text !== '' && <CloseButton size="sm" aria-label={t('common.search.clear')} onClick={() => set('')} />
      }
      value={text}
      onChange={type}
      onCompositionStart={() => compose(true)}
      onCompositionEnd={(event) => compose(false, event.currentTarget.value)}
      onKeyDown={onKeyDown}
      data-autofocus={main || undefined}
      autoComplete="off"
      spellCheck={false}
    />
  )
}

interface Typed {
  text: string
  type: (event: ChangeEvent<HTMLInputElement>) => void
  compose: (composing: boolean, text?: string) => void
  /** sets the text and asks at once */
  set: (text: string) => void
}

/** Text as typed at once, as asked after a pause; the text follows `value` only when that changes from outside. */
function useTyped(value: string, onSearch: (text: string) => void): Typed {
  const [text, setText] = useState(value)
  const asked = useRef(value)
  const composing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (value !== asked.current) setText(value)
    asked.current = value
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  const ask = (next: string): void => {
    clearTimeout(timer.current)
    if (next === asked.current) return
    asked.current = next
    onSearch(next)
  }
  const later = (next: string): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => ask(next), PAUSE_MS)
  }
  return {
    text,
    type: (event) => {
      setText(event.currentTarget.value)
      if (!composing.current) later(event.currentTarget.value)
    },
    compose: (now, done) => {
      composing.current = now
      if (done !== undefined) later(done)
    },
    set: (next) => {
      setText(next)
      ask(next)
    },
  }
}
