// A whole calendar day (when a source was checked), typed as people write it, with today one key away. In the form: yyyy-MM-dd, null,
// or, while it is no whole day, the text itself, which no check lets through.
import { TextInput } from '@mantine/core'
import { useState, type JSX } from 'react'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { formatDate, parseDate, precision } from '../../../../db/model/dates/partial'
import { OfferButton } from '../../../components/fields/OfferButton'
import { useField } from '../../../components/fields/field'
import { useDayStore } from '../../../stores/day'
import { useTexts } from '../../../texts/texts'
import classes from './forms.module.css'

export interface DayFieldProps<V extends FieldValues> {
  control: Control<V>
  name: FieldPath<V>
  label: string
}

const WHOLE = /^\d{4}-\d{2}-\d{2}$/

function readDay(text: string): string | null {
  if (text.trim() === '') return null
  const read = parseDate(text)
  return read.ok && precision(read.value.iso) === 'day' ? read.value.iso : text
}

export function DayField<V extends FieldValues>(props: DayFieldProps<V>): JSX.Element {
  const { t, language } = useTexts()
  const today = useDayStore((store) => store.today)
  const { value: held, change, leave, bind, common } = useField(props)
  const value = (held as string | null | undefined) ?? null
  const whole = value !== null && WHOLE.test(value)
  // while the form still holds what the typed text was read as, the text stays as typed
  const [typed, setTyped] = useState<{ text: string; read: string | null } | null>(null)
  const shown = whole ? formatDate(value, language) : (value ?? '')
  const text = typed !== null && typed.read === value ? typed.text : shown
  const set = (next: string): void => {
    const read = readDay(next)
    setTyped({ text: next, read })
    change(read)
  }
  return (
    <div data-field>
      <TextInput
        {...common}
        {...bind}
        error={common.error === null || whole || value === null ? null : t('forms.day.problem')}
        description={whole ? t('common.date.understood', { date: formatDate(value, language) }) : t('forms.day.hint')}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        onChange={(event) => set(event.currentTarget.value)}
        onBlur={leave}
      />
      {value !== today && (
        <div className={classes['offers']}>
          <OfferButton onTake={() => set(formatDate(today, language))}>
            {t('forms.day.today', { day: formatDate(today, language) })}
          </OfferButton>
        </div>
      )}
    </div>
  )
}
