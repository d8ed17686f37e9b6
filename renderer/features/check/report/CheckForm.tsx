// The parts of the report, any of them. Enter checks; a pasted passage fills what can be read in it and is read again by the person.
import { Button, TextInput } from '@mantine/core'
import { useState, type ClipboardEvent, type FormEvent, type JSX, type RefObject } from 'react'
import { readReport } from '../../../../db/model/check/read-report'
import { formatDate } from '../../../../db/model/dates/partial'
import { toast } from '../../../components/toast'
import { useDay } from '../../../stores/day'
import { useTexts, type Texts } from '../../../texts/texts'
import classes from '../check.module.css'
import { fields, useCheckStore, type Field } from '../checkStore'
import { wholeDay } from './question'
import { SuggestField } from './SuggestField'
import { useSuggestions } from './useSuggestions'

/** Two short fields share a line, so that the whole form is seen on a laptop. */
const halves: ReadonlySet<Field> = new Set(['code', 'day', 'site', 'signatory'])

export function CheckForm({ firstRef }: { firstRef: RefObject<HTMLInputElement | null> }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const { form, change, ask, clear } = useCheckStore()
  const [active, setActive] = useState<Field | null>(null)
  const suggestions = useSuggestions(form, active)
  const day = useDay()
  const wrongDay = form.day.trim() !== '' && wholeDay(form.day) === null
  const check = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (wrongDay) event.currentTarget.querySelector<HTMLInputElement>('[name="day"]')?.focus()
    else {
      // what the register offers goes away: it would lie over the buttons
      setActive(null)
      ask()
    }
  }
  const paste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text/plain')
    const read = readReport(pasted)
    const parts = fields.filter((field) => read[field] !== undefined)
    if (!/[\n\t]/.test(pasted.trim()) || parts.length < 2) return
    event.preventDefault()
    change(read)
    toast({ text: t('check.form.filled', { parts: parts.map((part) => t(`check.part.${part}`)).join(', ') }) })
  }
  const hints = hintsOf(texts, { day, typed: form.day })
  return (
    <form className={classes['form']} aria-label={t('check.form.label')} onSubmit={check} onPaste={paste} noValidate>
      {fields.map((field) => {
        const common = {
          name: field,
          label: t(`check.form.${field}`),
          description: hints[field],
          value: form[field],
          className: halves.has(field) ? '' : (classes['whole'] ?? ''),
          onFocus: () => setActive(field),
          autoComplete: 'off',
          spellCheck: false,
        }
        return field === 'day' || field === 'signatory' ? (
          <TextInput
            key={field}
            {...common}
            error={field === 'day' && wrongDay ? t('check.form.dayProblem') : null}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
          />
        ) : (
          <SuggestField
            key={field}
            {...common}
            {...(field === 'code' && { ref: firstRef, 'data-autofocus': true })}
            suggestions={active === field ? suggestions : []}
            onChange={(value) => {
              setActive(field)
              change({ [field]: value })
            }}
          />
        )
      })}
      <div className={classes['buttons']}>
        <Button type="submit">{t('check.form.check')}</Button>
        <Button
          variant="default"
          onClick={() => {
            clear()
            firstRef.current?.focus()
          }}
        >
          {t('check.form.clear')}
        </Button>
      </div>
      <p className={classes['hint']}>{t('check.form.paste')}</p>
    </form>
  )
}

function hintsOf(
  { t, language }: Texts,
  { day, typed }: { day: string; typed: string },
): Partial<Record<Field, string>> {
  const read = wholeDay(typed)
  const shown = formatDate(read ?? day, language)
  return {
    code: t('check.form.codeHint'),
    lab: t('check.form.labHint'),
    day: t(read === null ? 'check.form.dayHint' : 'check.form.dayUnderstood', { day: shown }),
    test: t('check.form.testHint'),
    method: t('check.form.methodHint'),
  }
}
