// Expiries that papers commonly print: three or five years (60 months) from the start, to the same day or to the day before. They are
// offered for comparing with the paper and entered by a person; an expiry is never computed into the register.
import { addDays, addMonths, isPartialIso, precision, type PartialDate } from '../../../../db/model/dates/partial'
import { asked, type ActValues } from './actValues'

export interface ExpiryOffer {
  years: 3 | 5
  /** “đến hết ngày 06/11/2026” for a start on 07/11/2023 */
  lessOneDay: boolean
  date: PartialDate
}

/** Nothing while the act gives no validity, the expiry is there already, or the start is not known. As exact as the start. */
export function expiryOffers(act: ActValues, signed: PartialDate | null): ExpiryOffer[] {
  const start = act.effective ?? signed
  if (act.kind === null || asked[act.kind].expiry !== 'validity' || act.expiry !== null || start === null) return []
  if (!isPartialIso(start.iso) || start.iso === 'none') return []
  const { iso } = start
  const first = `${iso}-01-01`.slice(0, 10)
  return ([3, 5] as const).flatMap((years) => {
    const end = addMonths(first, years * 12)
    const offer: ExpiryOffer = { years, lessOneDay: false, date: { iso: end.slice(0, iso.length) } }
    if (precision(iso) !== 'day') return [offer]
    return [offer, { years, lessOneDay: true, date: { iso: addDays(end, -1) } }]
  })
}
