// A search field that asks with every key, as soon as the question before it is answered; it waits while an input method composes, and gives the focus to the list on ↓.
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
  /** true: the last question is on its way; what is typed meanwhile is asked once it is answered */
  busy?: boolean
  /** ↓ or Enter, or Esc once there is no text: go to the results */
  onLeave?: () => void
  width?: number
  /** the field is what the screen is about: it gets the focus on arrival */
  main?: boolean
  ref?: Ref<HTMLInputElement>
}

export function SearchBox({
  label,
  placeholder,
  value,
  onSearch,
  busy = false,
  onLeave,
  width = 320,
  main = false,
  ref,
}: SearchBoxProps): JSX.Element {
  const { t } = useTexts()
  const { text, type, compose, set } = useTyped({ value, onSearch, busy })
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && (text !== '' || onLeave !== undefined)) {
      if (text === '') onLeave?.()
      else set('')
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

/** Text as typed at once, as asked when there is nothing to wait for; the text follows `value` only when that changes from outside. */
function useTyped({ value, onSearch, busy }: Required<Pick<SearchBoxProps, 'value' | 'onSearch' | 'busy'>>): Typed {
  const [text, setText] = useState(value)
  const asked = useRef(value)
  const composing = useRef(false)
  /** typed while the question before was on its way; null: nothing waits */
  const waiting = useRef<string | null>(null)
  /** asked for, and not yet come back as `value`: quick fingers are ahead of it */
  const own = useRef(new Set<string>())
  useEffect(() => {
    if (!own.current.has(value)) setText(value)
    if (value === asked.current || !own.current.has(value)) {
      own.current.clear()
      asked.current = value
    }
  }, [value])
  const ask = (next: string): void => {
    waiting.current = null
    if (next === asked.current) return
    asked.current = next
    own.current.add(next)
    onSearch(next)
  }
  const inTurn = (next: string): void => {
    if (busy) waiting.current = next
    else ask(next)
  }
  useEffect(() => {
    if (!busy && waiting.current !== null) ask(waiting.current)
  })
  return {
    text,
    type: (event) => {
      setText(event.currentTarget.value)
      if (!composing.current) inTurn(event.currentTarget.value)
    },
    compose: (now, done) => {
      composing.current = now
      if (done !== undefined) inTurn(done)
    },
    set: (next) => {
      setText(next)
      ask(next)
    },
  }
}
