// Answers about accreditations: what one covers, the decisions with their acts and annexes, the lines of its scope.
import type { PartialDate } from '../dates/partial'
import type { CodeValue } from '../fields'
import type { Flag } from '../status/flags'
import type { annexForms, decisionKinds, inclusions } from '../vocabulary'
import type { Named } from './answer'
import type { Explained, ActShown } from './status'

export interface ActPage extends ActShown {
  accreditation: string
  effectiveDate: PartialDate | null
  expiryDate: PartialDate | null
  ends: string | null
  changed: string | null
  /** names that hold from this act on */
  names: { record: string; vi: string; en: string | null }[]
  owners: { laboratory: string; organization: Named }[]
  /** what the accreditation stands on, and covers, from this act on; null: the act does not change it */
  standards: Named[] | null
  covers: { laboratory: Named; site: Named | null }[] | null
  /** the lineages that it names, each by its first line */
  lines: Named[]
}

/** A decision as others point to it. `lab`: a living laboratory on whose page it stands. */
export interface DecisionRef {
  id: string
  kind: (typeof decisionKinds)[number]
  number: string | null
  signed: string | null
  lab: Named | null
}

export interface DecisionPage {
  id: string
  kind: (typeof decisionKinds)[number]
  number: string | null
  signed: PartialDate | null
  issuer: Named | null
  issuerPrinted: string | null
  replaces: DecisionRef | null
  replacesPrinted: string | null
  /** living decisions that say they replace this one */
  replacedBy: DecisionRef[]
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
  signatories: SignatoryPage[]
}

/** Who may sign results under an annex, and what: the words of the paper, and the fields they were read as. */
export interface SignatoryPage {
  id: string
  name: string
  title: string | null
  printed: string | null
  fields: string[]
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

export interface ScopeLine {
  id: string
  annex: string
  /** the first line of its lineage, by which suspensions and reductions name it */
  lineage: string
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
  /** calibration: the quantity measured */
  quantity: string | null
  range: string | null
  cmc: string | null
  method: string | null
  methodEdition: string | null
  inclusion: (typeof inclusions)[number]
  note: string | null
}

/** Another accreditation under the same code. A code is no key: it may be right, and is worth a look. */
export interface SharingCode {
  accreditation: string
  /** as printed there */
  code: string
  holder: Named | null
  laboratories: Named[]
}
