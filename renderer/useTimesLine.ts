// Which register was looked at, and both times: the line that stands on every paper and goes along with what is copied.
import { formatDate } from '../db/model/dates/partial'
import { useDayStore } from './stores/day'
import { formatInstant } from './texts/instants'
import { useTexts } from './texts/texts'
import { useCall } from './useCall'

/** letters of the fingerprint, enough to tell two registers apart by eye */
const FINGERPRINT = 16

/** Null while no register is open. */
export function useTimesLine(): string | null {
  const { t, language } = useTexts()
  const info = useCall('register.info', {})
  const { asOf, recorded, today } = useDayStore()
  if (info.state !== 'ready') return null
  const { name, fingerprint, savedAt, createdAt } = info.data
  return t('frame.day.printed', {
    register: name,
    day: formatDate(asOf ?? today, language),
    moment: formatInstant(recorded?.asked ?? savedAt ?? createdAt, language),
    fingerprint: fingerprint.slice(0, FINGERPRINT),
  })
}
