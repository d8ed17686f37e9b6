// Carries an import plan out as one change set, in a worker with a connection of its own: reading goes on meanwhile. What is new gets its evidence: the file, by name and hash, not yet verified.
import type { EntityName } from '../../model/entities'
import { saveDecision } from '../../store/save-decision'
import { saveAccreditation, saveLab, saveOrganization, saveRecord } from '../../store/saves'
import { prepare } from '../../store/database'
import { RegistryError } from '../../model/errors'
import { fingerprint } from '../../store/log'
import { withWriter } from '../../store/open'
import { writeSet, type SetContext, type Tx, type Written } from '../../store/write'
import { say } from '../../model/texts/say'
import { applyLines, applyPapers } from './apply-lists'
import type { AccreditationEdit, ImportPlan, Link, LinkEdit, NewAccreditation, OwnerRef, RowPlan } from './row-plan'

export interface Applied {
  /** laboratories (decisions, scope lines) added and changed */
  added: number
  changed: number
}

interface Moment {
  day: string
  /** ISO 8601 UTC */
  instant: string
}

export interface ApplyJob {
  register: string
  plan: ImportPlan
  at: Moment
  about: SetContext
}

/** Throws file_changed when the register is no longer as planned for. The caller sees to it that nothing else writes. */
export function carryOut({ register, plan, at, about }: ApplyJob): Written<Applied> {
  return withWriter(register, (db) =>
    writeSet(db, about, (tx) => {
      if (fingerprint(tx.db) !== plan.register) throw notAsPreviewed()
      return applyImport(tx, plan, at)
    }),
  )
}

export const notAsPreviewed = (): RegistryError =>
  new RegistryError('file_changed', 'the file or the register is not as previewed', [
    { field: 'file', rule: 'file.changed' },
  ])

/** Writes every row of the plan in order. The plan must have been made against the register as it is now. */
export function applyImport(tx: Tx, plan: ImportPlan, at: Moment): Applied {
  const writer = rowWriter(tx, plan, at)
  const result: Applied = { added: 0, changed: 0 }
  for (const row of plan.rows) {
    writer(row)
    if (row.lab === null && row.joins === null) result.added += 1
    else if (row.joins === null) result.changed += 1
  }
  const list = { source: sourceOf(plan), seq: plan.seq, instant: at.instant }
  const counts = [applyPapers(tx, plan.papers, list), applyLines(tx, plan.lines, list)]
  for (const { added, changed } of counts) {
    result.added += added
    result.changed += changed
  }
  return result
}

/** How the source is called in the log and in evidence. */
export const sourceOf = ({ file, sha256 }: { file: string | null; sha256: string }): string =>
  `${(file ?? say('vi', 'exchange.pasted')).slice(0, 400)} (sha256 ${sha256})`

function rowWriter(tx: Tx, plan: ImportPlan, at: Moment): (row: RowPlan) => void {
  const source = sourceOf(plan)
  const labs = new Map<number, string>()
  const owners = new Map<string, string>()
  const proven = (_: EntityName, id: string): string => {
    tx.create('evidence', { record: id, kind: 'import', source, certainty: 'unverified' })
    return id
  }
  const ownerId = (owner: OwnerRef): string => {
    if ('id' in owner) return owner.id
    const known = owners.get(owner.name)
    if (known !== undefined) return known
    const id = proven('organization', saveOrganization(tx, { change: { nameVi: owner.name } }, at.day))
    owners.set(owner.name, id)
    return id
  }

  const writeAccreditation = (lab: string, { code, scheme, standards, fields, decision }: NewAccreditation): void => {
    const change = { code, scheme, organization: ownerOf(tx, lab, at.day), covers: [{ laboratory: lab, site: null }] }
    const id = proven('accreditation', saveAccreditation(tx, { change }, at.instant))
    addLinks(tx, id, { standards, fields })
    if (!decision) return
    const { effective, expiry, ...own } = decision
    const acts = [{ accreditation: id, kind: 'recognition' as const, effective, expiry }]
    proven('decision', saveDecision(tx, { change: { ...own, acts } }, at.instant))
  }

  return (row) => {
    const known = row.lab ?? (row.joins === null ? undefined : labs.get(row.joins))
    const change = { ...row.fields, ...(row.owner ? { owner: ownerId(row.owner) } : {}) }
    const save = { change, seen: plan.seq }
    const lab =
      known === undefined ? proven('laboratory', saveLab(tx, save, at)) : saveLab(tx, { id: known, ...save }, at)
    labs.set(row.row, lab)
    if (row.sector) tx.change('organization', ownerId(row.sector.of), { sector: row.sector.value }, plan.seq)
    if (row.sites && 'change' in row.sites)
      tx.change('site', row.sites.change.id, { address: row.sites.change.address }, plan.seq)
    else if (row.sites)
      for (const address of row.sites.add)
        proven('site', saveRecord(tx, 'site', { change: { laboratory: lab, address } }))
    if (row.edit) editAccreditation(tx, row.edit, plan.seq, at.instant)
    for (const accreditation of row.add) writeAccreditation(lab, accreditation)
  }
}

const OWNER = `SELECT g.id FROM laboratory_owner o JOIN laboratory lab ON lab.rid = o.laboratory_rid JOIN organization g ON g.rid = o.organization_rid
  WHERE lab.id = :lab AND o.trashed_at IS NULL AND o.from_day <= :day AND o.to_day >= :day LIMIT 1`

const ownerOf = (tx: Tx, lab: string, day: string): string | null =>
  prepare<[object], { id: string }>(tx.db, OWNER).get({ lab, day })?.id ?? null

function editAccreditation(
  tx: Tx,
  { id, code, scheme, standards, fields }: AccreditationEdit,
  seen: number,
  instant: string,
): void {
  saveAccreditation(tx, { id, seen, change: { code, scheme } }, instant)
  const trash = (entity: 'accreditation_standard' | 'accreditation_field', edit: LinkEdit | undefined): void => {
    for (const link of edit?.trash ?? []) tx.change(entity, link, { trashedAt: instant }, seen)
  }
  trash('accreditation_standard', standards)
  trash('accreditation_field', fields)
  addLinks(tx, id, { standards: standards?.add ?? [], fields: fields?.add ?? [] })
}

function addLinks(tx: Tx, accreditation: string, links: { standards: readonly Link[]; fields: readonly Link[] }): void {
  for (const { id, printed } of links.standards)
    tx.create('accreditation_standard', { accreditation, standard: id, printed })
  for (const { id, printed } of links.fields) tx.create('accreditation_field', { accreditation, field: id, printed })
}
