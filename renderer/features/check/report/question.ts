// The form as the call takes it: empty fields are not asked; the day is read as people write it.
import type { Input } from '../../../../db/contract'
import { parseDate, precision } from '../../../../db/model/dates/partial'
import type { Form } from '../checkStore'

/** `yyyy-MM-dd`; null: not a whole day. */
export function wholeDay(text: string): string | null {
  const read = parseDate(text)
  return read.ok && precision(read.value.iso) === 'day' ? read.value.iso : null
}

/** `day`: the day looked at, for a report without date. */
export function questionOf({ day: written, ...form }: Form, day: string): Input<'reports.check'> {
  const given = Object.entries(form).filter(([, text]) => text.trim() !== '')
  return { ...Object.fromEntries(given), day: wholeDay(written) ?? day }
}
