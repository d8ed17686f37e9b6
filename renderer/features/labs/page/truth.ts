// The one line of truth under a laboratory's name: its best status in words, what is left of it, and what makes it doubtful.
// Every word of it comes from what the registry computed; nothing is judged here.
import { addDays, formatDate, lastDay, precision } from '../../../../db/model/dates/partial'
import type { AccreditationPage } from '../../../../db/model/shapes/accreditation'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { Texts } from '../../../texts/texts'

/** What the line needs of a page. */
export type Standing = Pick<LabPage, 'status' | 'daysLeft' | 'expiry' | 'accreditations' | 'flags'>

/** The accreditation that gives the laboratory its status; null when none covers it. */
export function bestOf(page: Standing): AccreditationPage | null {
  const { accreditations, status, expiry } = page
  return (
    accreditations.find((each) => each.status.status === status && each.status.expiry === expiry) ??
    accreditations[0] ??
    null
  )
}

/** “Còn hiệu lực đến 25/11/2026 — còn 2 ngày; chưa xác minh”. */
export function truthOf(texts: Texts, page: Standing): string {
  const { t } = texts
  const best = bestOf(page)
  const several = page.accreditations.length > 1
  const code = best?.code?.raw
  const left = leftWords(texts, page)
  const head = [statusWords(texts, page, best), ...(left === null ? [] : [left])].join(' — ')
  const notes = [
    ...(several && code !== undefined ? [t('labPage.truth.by', { code })] : []),
    ...(hasOtherExpired(page, best) ? [t('labPage.truth.otherExpired')] : []),
    ...(page.flags.includes('unverified') ? [t('labPage.truth.unverified')] : []),
  ]
  return [head, ...notes].join('; ')
}

const hasOtherExpired = (page: Standing, best: AccreditationPage | null): boolean =>
  page.accreditations.some((each) => each !== best && each.status.status === 'expired')

/** Days to the end; nothing once it is over, on its last day, or where the line already says that the end is open. */
function leftWords({ t, n }: Texts, { status, daysLeft, expiry }: Standing): string | null {
  if (daysLeft === null || daysLeft <= 0 || expiry === null) return null
  if (status !== 'valid' && status !== 'expiring' && status !== 'partly_suspended') return null
  const exact = precision(expiry) === 'day'
  return t(exact ? 'labPage.truth.left' : 'labPage.truth.leftAtLeast', { count: daysLeft, shown: n(daysLeft) })
}

function statusWords(texts: Texts, page: Standing, best: AccreditationPage | null): string {
  const { t, language } = texts
  const { status, expiry } = page
  if (best === null) return t('labPage.truth.none')
  const unlimited = expiry === 'none'
  const shown = expiry === null ? '' : formatDate(expiry, language)
  if (status === 'valid' || status === 'expiring') return validWords(texts, page, shown)
  if (status === 'expired' && expiry !== null) {
    return t('labPage.truth.expired', { from: formatDate(addDays(lastDay(expiry), 1), language), expiry: shown })
  }
  if (status === 'suspended') {
    return expiry === null || unlimited
      ? t('labPage.truth.suspendedNoExpiry')
      : t('labPage.truth.suspended', { expiry: shown })
  }
  if (status === 'partly_suspended') {
    return expiry === null || unlimited
      ? t('labPage.truth.partlyNoExpiry')
      : t('labPage.truth.partly_suspended', { expiry: shown })
  }
  if (status === 'unknown') return t(`labPage.truth.${unknownKey(best)}`)
  return status === 'expired' ? t('status.expired') : t(`labPage.truth.${status}`)
}

function validWords({ t }: Texts, { expiry, daysLeft }: Standing, shown: string): string {
  if (expiry === 'none' || expiry === null) return t('labPage.truth.validUnlimited')
  if (daysLeft !== null && daysLeft <= 0 && precision(expiry) !== 'day')
    return t('labPage.truth.openEnd', { expiry: shown })
  return daysLeft === 0
    ? t('labPage.truth.validLastDay', { expiry: shown })
    : t('labPage.truth.valid', { expiry: shown })
}

function unknownKey({ status, flags }: AccreditationPage) {
  if (status.reason === 'no_expiry') return 'unknownNoExpiry'
  if (status.reason === 'before_first_record') return 'unknownBefore'
  if (status.reason !== 'no_decision' && status.reason !== 'no_basis') return 'unknown'
  return flags.includes('claimed_only') ? 'unknownClaimed' : 'unknownNoDecision'
}
