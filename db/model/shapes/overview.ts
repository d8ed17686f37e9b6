// The figures of the overview. Laboratories are counted as labs.list finds them with the filter that the figure opens.
import type { ChangeSetShown } from './journal'
import type { StatementShown } from './lab'
import type { Flag } from '../status/flags'
import type { ExpiryWindow, Status } from '../status/spans'
import type { Task } from '../tasks/kinds'

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
  /** accreditations that end in each of the next twelve months (`month` yyyy-MM): all counted, the first ones named */
  months: {
    month: string
    count: number
    ends: { accreditation: string; lab: string; labName: string; code: string | null; expiry: string }[]
  }[]
  verify: { flag: Flag; labs: number }[]
  /** laboratories with at least one flag */
  toVerify: number
  /** the ten most pressing things of tasks.list, and how many there are */
  tasks: Task[]
  work: number
  /** laboratories by area of their sites, and by area and field; one may stand in several */
  coverage: {
    areas: { id: string; name: string; labs: number }[]
    cells: { area: string; field: string; labs: number }[]
  }
  published: StatementShown[]
  /** laboratories with at least one source, and how many of them are said to be VILAS */
  provable: { sourced: number; vilas: number }
  /** the latest savings of the week that ends with the day, and how many there are */
  recent: { sets: ChangeSetShown[]; total: number }
}
