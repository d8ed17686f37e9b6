// A day or a moment as people type it, read to a calendar day or an instant; the register counts days and hours in Asia/Ho_Chi_Minh.
import { parseDate, precision } from '../../db/model/dates/partial'

/** `yyyy-MM-dd`; null: not a whole day. */
export function wholeDay(text: string): string | null {
  const read = parseDate(text)
  return read.ok && precision(read.value.iso) === 'day' ? read.value.iso : null
}

const TIME = String.raw`(\d{1,2}) ?(?:[:.h]|giờ) ?(\d{2})?`
const TIME_LAST = new RegExp(String.raw`^(.*?)[ ,]+(?:lúc )?${TIME}$`)
const TIME_FIRST = new RegExp(String.raw`^${TIME}[ ,]+(?:ngày )?(.*)$`)

/** “20/11/2026 15:30”, “15h30 20/11/2026”, or a day alone, which means its last moment. ISO 8601 UTC, the end of that minute; null: not understood. */
export function readMoment(text: string): string | null {
  const words = text.normalize('NFC').trim().toLowerCase()
  const [, day = words, hour = '23', minute = '59'] = partsOf(words) ?? []
  const whole = wholeDay(day)
  if (whole === null || Number(hour) > 23 || Number(minute) > 59) return null
  return new Date(`${whole}T${hour.padStart(2, '0')}:${minute}:59.999+07:00`).toISOString()
}

function partsOf(words: string): readonly (string | undefined)[] | null {
  const first = TIME_FIRST.exec(words)
  if (first !== null && wholeDay(first[3]!) !== null) return [first[0], first[3], first[1], first[2] ?? '00']
  const last = TIME_LAST.exec(words)
  return last !== null && wholeDay(last[1]!) !== null ? [last[0], last[1], last[2], last[3] ?? '00'] : null
}
