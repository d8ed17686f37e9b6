// The day that the figure is compared with, typed as people write it; it counts when the field is left or Enter is pressed.
import { TextInput } from '@mantine/core'
import { useState, type JSX } from 'react'
import { formatDate } from '../../../db/model/dates/partial'
import { wholeDay } from '../../frame/moment'
import { useTexts } from '../../texts/texts'

export interface CompareDayProps {
  day: string
  onChange: (day: string) => void
}

export function CompareDay({ day, onChange }: CompareDayProps): JSX.Element {
  const { t, language } = useTexts()
  const [text, setText] = useState(formatDate(day, language))
  const [isWrong, setWrong] = useState(false)
  const take = (): void => {
    const read = wholeDay(text)
    setWrong(read === null)
    if (read !== null && read !== day) onChange(read)
  }
  return (
    <TextInput
      label={t('figures.compare')}
      title={t('figures.compareHint')}
      error={isWrong ? t('figures.notWhole') : null}
      w={150}
      autoComplete="off"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
    />
  )
}
