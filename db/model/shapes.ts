// What calls answer: plain data, ready to show. Dates are reduced ISO text; days are yyyy-MM-dd in Asia/Ho_Chi_Minh; null is “not known”.
import type { PartialDate } from './dates/partial'
import type { CodeValue } from './fields'
import type {
  actKinds,
  annexForms,
  certainties,
  decisionKinds,
  inclusions,
  labKinds,
  Role,
  sectors,
  sourceKinds,
} from './entities'
import type { Flag } from './status/flags'
import type { ExpiryWindow, ReasonCode, SpanStatus, Status } from './status/spans'

/** A name or other reference with the record it stands for. */
export interface Named {
  id: string
  name: string
}

export interface RegisterInfo {
  id: string
  name: string
  kind: string
  /** file name without its folder */
  file: string
  readOnly: false | 'locked' | 'medium'
  role: Role
  actor: string
  createdAt: string
  /** the registry's own today; every default day */
  today: string
  labs: number
  seq: number
  /** SHA-256 over the heads of the change log */
  fingerprint: string
  savedAt: string | null
}

export interface RecentRegister {
  id: string
  name: string
  file: string
  openedAt: string
  present: boolean
}

export interface ShownStatus {
  status: Status
  /** days to the first possible end; null unknown, unlimited or over */
  daysLeft: number | null
  window: ExpiryWindow | null
  /** reduced ISO end of validity */
  expiry: string | null
}

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

export interface Page<T> {
  rows: T[]
  total: number
  day: string
  seq: number
}

export interface Explained extends ShownStatus {
  reason: ReasonCode
  /** false: an imprecise date leaves the answer open on this day */
  certain: boolean
  /** first and last day of the span that holds this status; null: without bound */
  since: string | null
  until: string | null
  /** the acts that make it so, oldest first */
  acts: ActShown[]
  /** the next day on which the stored status changes, and to what */
  next: { day: string; status: SpanStatus } | null
}

export interface ActShown {
  id: string
  kind: (typeof actKinds)[number]
  decision: string
  /** QĐ, GCN or công văn */
  paper: (typeof decisionKinds)[number]
  number: string | null
  signed: string | null
  effective: string | null
  expiry: string | null
  issuer: string | null
}

export interface ActPage extends ActShown {
  accreditation: string
  effectiveDate: PartialDate | null
  expiryDate: PartialDate | null
  partial: boolean
  ends: string | null
  changed: string | null
}

export interface DecisionPage {
  id: string
  kind: (typeof decisionKinds)[number]
  number: string | null
  signed: PartialDate | null
  issuer: Named | null
  issuerPrinted: string | null
  replaces: string | null
  replacesPrinted: string | null
  note: string | null
  acts: ActPage[]
  annexes: AnnexPage[]
}

export interface AnnexPage {
  id: string
  act: string
  form: (typeof annexForms)[number] | null
  number: string | null
  issue: string | null
  extent: 'complete' | 'extension' | 'reduction' | null
  note: string | null
  lines: number
  signatories: number
}

export interface StandardShown {
  id: string
  title: string
  printed: string | null
  /** last day on which accreditations to this edition are recognised; null: still recognised or not known */
  lastDay: string | null
}

export interface AccreditationPage {
  id: string
  organization: Named | null
  scheme: { id: string; key: string; name: string } | null
  issuer: Named | null
  code: CodeValue | null
  note: string | null
  standards: StandardShown[]
  fields: { id: string; field: string | null; name: string }[]
  covers: { id: string; laboratory: Named; site: Named | null }[]
  status: Explained
  flags: Flag[]
  decisions: DecisionPage[]
  scopeLines: number
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

export interface ScopeLine {
  id: string
  annex: string
  accreditation: string
  code: string | null
  position: string
  field: Named | null
  site: Named | null
  matrixVi: string | null
  matrixEn: string | null
  testVi: string | null
  testEn: string | null
  technique: string | null
  range: string | null
  cmc: string | null
  method: string | null
  methodEdition: string | null
  inclusion: (typeof inclusions)[number]
  note: string | null
}

export interface ChangeShown {
  seq: number
  at: string
  actor: string
  kind: string
  reason: string | null
  source: string | null
  entity: string
  record: string
  /** what a person calls the record */
  label: string
  /** null: the record was created */
  field: string | null
  before: unknown
  after: unknown
}

export interface TrashedRecord {
  entity: string
  id: string
  label: string
  trashedAt: string
  by: string
}

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

export interface Reference {
  schemes: { id: string; key: string; vi: string; en: string | null; example: string | null }[]
  issuers: (Named & { key: string })[]
  standards: {
    id: string
    key: string
    title: string
    family: string
    edition: string | null
    lastDay: string | null
  }[]
  fields: { id: string; key: string; vi: string; en: string | null }[]
  units: { id: string; name: string; type: string; parent: string | null; from: string | null; until: string | null }[]
}

export interface Saved {
  id: string
  seq: number
}
