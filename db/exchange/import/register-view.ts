// The register as an import compares with it: every laboratory as the form shows it, found by id, name or code; details on demand.
import { folded } from '../folded'
import type { Language } from '../../model/texts/say'
import { currentSeq, prepare, type ReadDb } from '../../store/database'
import { fingerprint } from '../../store/log'
import type { Job } from '../../jobs/job'
import { formRows } from '../export-list'
import type { FormRow } from '../form'
import { squash } from './file-row'
import type { Sector } from './row-plan'
import { keyOfCode, type Choice } from './values'

export interface KnownLab {
  id: string
  row: FormRow
  /** name and owner for exact comparison */
  name: string
  owner: string | null
  codes: ReadonlySet<string>
}

export interface KnownOwner {
  id: string
  name: string
  sector: Sector | null
}

export interface HeldLink {
  id: string
  /** standard or field id */
  of: string | null
  shown: string
}

export interface HeldAccreditation {
  id: string
  code: string | null
  key: string
  scheme: string | null
  /** living laboratories it covers */
  labs: number
  standards: HeldLink[]
  fields: HeldLink[]
  acts: { number: string | null; effective: string | null; expiry: string | null }[]
}

export interface LabDetails {
  sites: { id: string; address: string | null }[]
  accreditations: HeldAccreditation[]
}

export interface RegisterView {
  day: string
  seq: number
  fingerprint: string
  lab(id: string): KnownLab | undefined
  isTrashed(id: string): boolean
  named(name: string): readonly KnownLab[]
  namedLike(name: string): readonly KnownLab[]
  withCode(key: string): readonly KnownLab[]
  owners(name: string): readonly KnownOwner[]
  ownersLike(name: string): readonly KnownOwner[]
  details(lab: string): LabDetails
  schemes: readonly Choice[]
  standards: readonly Choice[]
  fields: readonly Choice[]
}

const OWNERS = `SELECT g.id, n.vi AS name, g.sector FROM organization_name n JOIN organization g ON g.rid = n.organization_rid
  WHERE n.trashed_at IS NULL AND g.trashed_at IS NULL AND n.from_day <= :day AND n.to_day >= :day ORDER BY g.rid`
const TRASHED = 'SELECT 1 FROM laboratory WHERE id = ? AND trashed_at IS NOT NULL'

const NONE: readonly never[] = []

/** Reads all laboratories living on `day`; `language` is that of the file, for words such as sectors. */
export function viewRegister(db: ReadDb, about: { day: string; language: Language }, watch: Job): RegisterView {
  const labs: KnownLab[] = []
  for (const row of formRows(db, { ...about, query: {} }, watch)) labs.push(toKnown(row))
  const owners = prepare<[object], KnownOwner>(db, OWNERS).all({ day: about.day })
  const byId = new Map(labs.map((lab) => [lab.id, lab]))
  const byName = grouped(labs, (lab) => [lab.name])
  const byFolded = grouped(labs, (lab) => [folded(lab.name)])
  const byCode = grouped(labs, (lab) => lab.codes)
  const ownersByName = grouped(owners, (owner) => [squash(owner.name)])
  const ownersByFolded = grouped(owners, (owner) => [folded(owner.name)])
  return {
    day: about.day,
    seq: currentSeq(db),
    fingerprint: fingerprint(db),
    lab: (id) => byId.get(id),
    isTrashed: (id) => prepare(db, TRASHED).get(id) !== undefined,
    named: (name) => byName.get(name) ?? NONE,
    namedLike: (name) => byFolded.get(folded(name)) ?? NONE,
    withCode: (key) => byCode.get(key) ?? NONE,
    owners: (name) => ownersByName.get(name) ?? NONE,
    ownersLike: (name) => ownersByFolded.get(folded(name)) ?? NONE,
    details: (lab) => details(db, lab, about.day),
    schemes: choices(db, 'SELECT id, key, vi, en FROM scheme WHERE trashed_at IS NULL ORDER BY position, key'),
    standards: choices(
      db,
      'SELECT id, key, title AS vi, NULL AS en FROM standard WHERE trashed_at IS NULL ORDER BY key',
    ),
    fields: fieldChoices(db),
  }
}

function toKnown(row: FormRow): KnownLab {
  const { lab } = row
  return {
    id: lab.id,
    row,
    name: squash(lab.nameVi),
    owner: lab.owner ? squash(lab.owner.name) : null,
    codes: new Set(lab.codes.map(keyOfCode)),
  }
}

function grouped<T>(all: readonly T[], keysOf: (each: T) => Iterable<string>): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const each of all) {
    for (const key of keysOf(each)) {
      const group = groups.get(key)
      if (group) group.push(each)
      else groups.set(key, [each])
    }
  }
  return groups
}

const choices = (db: ReadDb, sql: string): Choice[] => prepare<[], Choice>(db, sql).all()

export const fieldChoices = (db: ReadDb): Choice[] =>
  choices(db, 'SELECT id, key, vi, en FROM field WHERE trashed_at IS NULL ORDER BY position, key')

const SITES = `SELECT t.id, t.address FROM site t JOIN laboratory lab ON lab.rid = t.laboratory_rid
  WHERE lab.id = ? AND t.trashed_at IS NULL ORDER BY t.position, t.rid`
const ACCREDITATIONS = `
  SELECT DISTINCT a.rid, a.id, a.code_printed AS code, a.code_key AS key, k.key AS scheme,
         (SELECT count(DISTINCT o.laboratory_rid) FROM coverage o JOIN laboratory other ON other.rid = o.laboratory_rid AND other.trashed_at IS NULL
           WHERE o.accreditation_rid = a.rid AND o.trashed_at IS NULL) AS labs
    FROM coverage c JOIN laboratory lab ON lab.rid = c.laboratory_rid JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL
    LEFT JOIN scheme k ON k.rid = a.scheme_rid
   WHERE lab.id = :lab AND c.trashed_at IS NULL AND c.from_day <= :day AND c.to_day >= :day ORDER BY a.rid`
const links = (kind: 'standard' | 'field', shown: string) => `
  SELECT x.id, t.id AS "of", ${shown} AS shown FROM accreditation_${kind} x LEFT JOIN ${kind} t ON t.rid = x.${kind}_rid
   WHERE x.accreditation_rid = :rid AND x.trashed_at IS NULL AND x.from_day <= :day AND x.to_day >= :day ORDER BY x.rid`
const STANDARDS = links('standard', `coalesce(x.printed, t.title, '')`)
const FIELDS = links('field', `coalesce(t.vi, x.printed, '')`)
const ACTS = `SELECT d.number, t.effective, t.expiry FROM decision_act t JOIN decision d ON d.rid = t.decision_rid
  WHERE t.accreditation_rid = ? AND t.trashed_at IS NULL AND d.trashed_at IS NULL ORDER BY t.rid`

function details(db: ReadDb, lab: string, day: string): LabDetails {
  const rows = prepare<[object], Omit<HeldAccreditation, 'standards' | 'fields' | 'acts'> & { rid: number }>(
    db,
    ACCREDITATIONS,
  ).all({ lab, day })
  return {
    sites: prepare<[string], LabDetails['sites'][number]>(db, SITES).all(lab),
    accreditations: rows.map(({ rid, ...row }) => ({
      ...row,
      standards: prepare<[object], HeldLink>(db, STANDARDS).all({ rid, day }),
      fields: prepare<[object], HeldLink>(db, FIELDS).all({ rid, day }),
      acts: prepare<[number], HeldAccreditation['acts'][number]>(db, ACTS).all(rid),
    })),
  }
}
