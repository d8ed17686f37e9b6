// Numbers and times as each language writes them (32.000 / 32,000). Dates of the register are formatted by db/model/dates/partial.

export type Language = 'vi' | 'en'

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' }
const numbers: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat(locales.vi),
  en: new Intl.NumberFormat(locales.en),
}

/** Any i18next language tag to ours; what is not English is Vietnamese. */
export function toLanguage(tag: string | undefined): Language {
  return tag?.startsWith('en') ? 'en' : 'vi'
}

export function formatCount(count: number, language: Language): string {
  return numbers[language].format(count)
}

/** `10:42` in Asia/Ho_Chi_Minh of an ISO instant. */
export function formatTime(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(instant))
}

/** Weekday of a calendar day `yyyy-MM-dd`: “Thứ Hai”, “Monday”. */
export function formatWeekday(day: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', weekday: 'long' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}
