// One end of a span of days, typed as people write dates. It is taken on Enter or when the field is left; what is no whole day stays as typed and says so.
import { TextInput } from '@mantine/core'
import { useState, type JSX } from 'react'
import { formatDate } from '../../../db/model/dates/partial'
import { wholeDay } from '../../frame/moment'
import { useTexts } from '../../texts/texts'

export interface DayBoxProps {
  label: string
  day: string | undefined
  onDay: (day: string | undefined) => void
}

export function DayBox({ label, day, onDay }: DayBoxProps): JSX.Element {
  const { t, language } = useTexts()
  const shown = day === undefined ? '' : formatDate(day, language)
  const [text, setText] = useState(shown)
  const [isWrong, setWrong] = useState(false)
  // changed from outside: all filters were let go
  const [last, setLast] = useState(shown)
  if (last !== shown) {
    setLast(shown)
    setText(shown)
    setWrong(false)
  }
  const take = (): void => {
    const read = text.trim() === '' ? undefined : wholeDay(text)
    setWrong(read === null)
    if (read === null) return
    onDay(read)
    setText(read === undefined ? '' : formatDate(read, language))
  }
  return (
    <TextInput
      w={132}
      aria-label={label}
      placeholder={label}
      title={label}
      error={isWrong ? t('journal.filter.notDay') : undefined}
      autoComplete="off"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) take()
      }}
    />
  )
}
