// Numbers and times as each language writes them (32.000 / 32,000). Dates of the register are formatted by db/model/dates/partial.
import { clockInVietnam } from '../../db/model/dates/partial'

export type Language = 'vi' | 'en'

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' }
const numbers = new Map<Language, Intl.NumberFormat>()

/** Any i18next language tag to ours; what is not English is Vietnamese. */
export function toLanguage(tag: string | undefined): Language {
  return tag?.startsWith('en') ? 'en' : 'vi'
}

export function formatCount(count: number, language: Language): string {
  const format = numbers.get(language) ?? new Intl.NumberFormat(locales[language])
  numbers.set(language, format)
  return format.format(count)
}

/** `10:42` in Vietnam of an ISO instant, in both languages. */
export const formatTime = (instant: string): string => clockInVietnam(Date.parse(instant)).slice(11, 16)

/** Weekday of a calendar day `yyyy-MM-dd`: “Thứ Hai”, “Monday”. */
export function formatWeekday(day: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', weekday: 'long' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}
