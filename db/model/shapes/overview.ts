// The answer of the overview: counts of laboratories on a day, each with the key by which the list behind it is found.
import type { Flag } from '../status/flags'
import type { ExpiryWindow, Status } from '../status/spans'
import type { ChangeShown } from './history'
import type { StatementShown } from './lab'

export interface Overview {
  day: string
  labs: number
  /** laboratories, each counted once by its best accreditation */
  byStatus: { status: Status; labs: number }[]
  /** laboratories covered by an accreditation of the scheme or field; one may stand in several rows */
  byScheme: { key: string | null; name: string; labs: number }[]
  byField: { key: string; name: string; labs: number }[]
  /** laboratories whose best accreditation ends within so many days */
  expiring: { within: ExpiryWindow; labs: number }[]
  /** accreditations that end in each of the next twelve months (`month` yyyy-MM) */
  months: {
    month: string
    ends: { accreditation: string; lab: string; labName: string; code: string | null; expiry: string }[]
  }[]
  verify: { flag: Flag; labs: number }[]
  published: StatementShown[]
  /** laboratories with at least one source, and how many of them are said to be VILAS */
  provable: { sourced: number; vilas: number }
  recent: ChangeShown[]
}
