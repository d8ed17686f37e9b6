// Recorded instants (ISO 8601 UTC) as days and times in Asia/Ho_Chi_Minh, which is where the register counts its days.
import { formatDate, dayInVietnam } from '../../db/model/dates/partial'
import { formatTime, type Language } from './formats'

/** Calendar day `yyyy-MM-dd` of an instant. */
export function dayOf(instant: string): string {
  return dayInVietnam(Date.parse(instant))
}

/** `10:42 23/11/2026` */
export function formatInstant(instant: string, language: Language): string {
  return `${formatTime(instant)} ${formatDate(dayOf(instant), language)}`
}
