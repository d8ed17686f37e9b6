// A date as people write it (25/11/26, 11/2026, “không thời hạn”). The text is never rewritten; below it stands what was understood.
// In the form: null for an empty field, and for text that is no date a value that no check lets through (see `unread`).
import { TextInput } from '@mantine/core'
import { useState, type JSX } from 'react'
import type { FieldValues } from 'react-hook-form'
import { formatDate, isPartialIso, parseDate, precision, type PartialDate } from '../../../db/model/dates/partial'
import { useTexts, type Texts } from '../../texts/texts'
import { useField, type FieldProps } from './field'
import classes from './fields.module.css'

/** Text that was not understood: its empty `iso` passes neither the form's schema nor the registry's. */
export function unread(text: string): PartialDate {
  return { iso: '', printed: text }
}

export function textOf(date: PartialDate | null, language: Texts['language']): string {
  if (date === null) return ''
  return date.printed ?? formatDate(date.iso, language)
}

export function readText(text: string): PartialDate | null {
  const read = parseDate(text)
  if (read.ok) return read.value
  return read.problem === 'empty' ? null : unread(text)
}

function sameDate(a: PartialDate | null, b: PartialDate | null): boolean {
  return a?.iso === b?.iso && a?.printed === b?.printed
}

function isUnread(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'iso' in value && !isPartialIso(String(value.iso))
}

export function PartialDateField<V extends FieldValues>(props: FieldProps<V>): JSX.Element {
  const texts = useTexts()
  const {
    value: held,
    change,
    leave,
    bind,
    common,
  } = useField(props, (value) => (isUnread(value) ? 'not_a_partial_date' : null))
  const value = (held as PartialDate | null | undefined) ?? null
  // what was typed last and what it was read as: while the form still holds that, the text stays as typed
  const [typed, setTyped] = useState<{ text: string; read: PartialDate | null } | null>(null)
  const text = typed !== null && sameDate(typed.read, value) ? typed.text : textOf(value, texts.language)
  const [left, setLeft] = useState(false)
  const problem = problemOf(texts, text)
  const failed = problem !== null && (left || common.error !== null)
  return (
    <TextInput
      {...common}
      {...bind}
      error={failed ? problem : problem === null ? common.error : null}
      description={failed ? null : <Understood text={text} hint={props.hint} />}
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={(event) => {
        const next = event.currentTarget.value
        const read = readText(next)
        setTyped({ text: next, read })
        setLeft(false)
        change(read)
      }}
      onBlur={() => {
        setLeft(true)
        leave()
      }}
    />
  )
}

function problemOf({ t }: Texts, text: string): string | null {
  const read = parseDate(text)
  return read.ok || read.problem === 'empty' ? null : t(`common.date.problem.${read.problem}`)
}

/** What the text was understood as; the hint (or examples) while there is nothing to understand. */
function Understood({ text, hint }: { text: string; hint: string | undefined }): JSX.Element {
  const { t, language } = useTexts()
  const read = parseDate(text, { locale: language })
  if (!read.ok) return <span>{hint ?? t('common.date.hint')}</span>
  const known = precision(read.value.iso)
  return (
    <output className={classes['understood']}>
      {t('common.date.understood', { date: read.understood })}
      {(known === 'month' || known === 'year') && ` (${t(`common.date.precision.${known}`)})`}
    </output>
  )
}
