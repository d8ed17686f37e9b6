// Answers about laboratories: a row of the list, the whole page with its sites and sources, the organisations that own them.
import type { PartialDate } from '../dates/partial'
import type { Flag } from '../status/flags'
import type { certainties, labKinds, sectors, sourceKinds } from '../vocabulary'
import type { AccreditationPage } from './accreditation'
import type { Named } from './answer'
import type { ShownStatus } from './status'

export interface LabRow extends ShownStatus {
  id: string
  nameVi: string
  nameEn: string | null
  owner: Named | null
  sector: (typeof sectors)[number] | null
  /** unit since 01/07/2025 of the first site, else its old unit */
  area: string | null
  address: string | null
  phone: string | null
  email: string | null
  website: string | null
  sites: number
  /** codes as printed, then those of schemes without a code as null entries left out */
  codes: string[]
  schemes: string[]
  standards: string[]
  fields: string[]
  /** another accreditation of this laboratory has expired */
  hasExpired: boolean
  flags: Flag[]
  /** the accreditation that gives the status */
  accreditation: string | null
}

export interface SitePage {
  id: string
  label: string | null
  address: string | null
  unit: Named | null
  oldUnit: Named | null
  phone: string | null
  note: string | null
}

export interface StatementShown {
  id: string
  subject: string
  attribute: string
  value: string
  source: string
  quote: string | null
  saidOn: PartialDate | null
}

export interface EvidenceShown {
  id: string
  record: string
  attribute: string | null
  kind: (typeof sourceKinds)[number]
  source: string
  excerpt: string | null
  checkedOn: string | null
  certainty: (typeof certainties)[number]
  note: string | null
}

export interface LabPage extends ShownStatus {
  id: string
  seq: number
  day: string
  nameVi: string
  nameEn: string | null
  /** earlier and later names with the days on which they hold */
  names: { vi: string; en: string | null; from: string; to: string }[]
  kind: (typeof labKinds)[number] | null
  manager: string | null
  phone: string | null
  email: string | null
  website: string | null
  note: string | null
  dissolvedOn: PartialDate | null
  trashedAt: string | null
  /** in the trash because it was merged into this one */
  mergedInto: Named | null
  owner: (Named & { sector: (typeof sectors)[number] | null; address: string | null }) | null
  sites: SitePage[]
  accreditations: AccreditationPage[]
  statements: StatementShown[]
  evidence: EvidenceShown[]
  flags: Flag[]
}

export interface OrganizationPage {
  id: string
  seq: number
  nameVi: string
  nameEn: string | null
  sector: (typeof sectors)[number] | null
  taxCode: string | null
  address: string | null
  phone: string | null
  email: string | null
  website: string | null
  note: string | null
  laboratories: number
}
