// What may be taken out of a register at a person's request, and what stands there afterwards, in tables, log and earlier states alike.
import type { EntityName } from './entities'

/** Stands in the register itself; the renderer says it in its own language. */
export const REDACTED = '(đã xoá theo yêu cầu)'

export const isRedacted = (value: unknown): boolean => value === REDACTED

/** Fields that may hold something personal. What decides about statuses, dates and references is never taken out. */
const personal: Partial<Record<EntityName, readonly string[]>> = {
  organization: ['address', 'phone', 'email', 'website', 'note'],
  organization_name: ['vi', 'en'],
  organization_predecessor: ['note'],
  laboratory: ['manager', 'phone', 'email', 'website', 'note'],
  laboratory_name: ['vi', 'en'],
  site: ['label', 'address', 'phone', 'note'],
  twin_verdict: ['reason'],
  accreditation: ['note'],
  decision: ['note'],
  decision_act: ['changed'],
  annex: ['note'],
  scope_line: ['note'],
  signatory: ['name', 'title', 'printed'],
  surveillance: ['note'],
  statement: ['value', 'source', 'quote'],
  evidence: ['source', 'excerpt', 'note'],
  attachment: ['name'],
  attachment_link: ['note'],
  inspection: ['basis', 'conclusion'],
  inspection_member: ['name', 'office'],
  finding: ['note'],
  finding_followup: ['note'],
  account: ['display'],
  setting: ['value'],
  snooze: ['reason'],
}

export const personalFields = (entity: EntityName): readonly string[] => personal[entity] ?? []

export const isPersonal = (entity: string, field: string): boolean =>
  Object.hasOwn(personal, entity) && personalFields(entity as EntityName).includes(field)

/** Source of the sets that take values out, and how the journal calls them. */
export const REDACTION = 'redaction'

/** Key of a setting that is a redaction's mark in the log, not a setting of the register. */
export const MARK_KEY = 'redaction.'
export const isMarkKey = (key: unknown): boolean => typeof key === 'string' && key.startsWith(MARK_KEY)
