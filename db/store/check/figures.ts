// What the register can say to a published figure on a day: how many laboratories of that kind it names, and of how many it holds a decision
// that is in force. Never more than that: it does not hold every laboratory there is.
import type { FigureKind } from '../../model/check/figures-in-text'
import { prepare, type ReadDb } from '../database'

const LABS = `SELECT count(*) AS n FROM laboratory lab WHERE lab.trashed_at IS NULL
  AND EXISTS (SELECT 1 FROM laboratory_name n WHERE n.laboratory_rid = lab.rid AND n.trashed_at IS NULL AND n.from_day <= :day AND n.to_day >= :day)`
const COVERED = `FROM coverage c JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL
  WHERE c.laboratory_rid = lab.rid AND c.trashed_at IS NULL AND c.from_day <= :day AND c.to_day >= :day`
const IN_FORCE = `AND EXISTS (SELECT 1 FROM status_span s WHERE s.accreditation_rid = a.rid AND s.from_day <= :day AND s.to_day >= :day
  AND s.status IN ('valid', 'partly_suspended') AND s.certain = 1)`
const SECTOR = (
  list: string,
): string => `EXISTS (SELECT 1 FROM laboratory_owner o JOIN organization g ON g.rid = o.organization_rid
  WHERE o.laboratory_rid = lab.rid AND o.trashed_at IS NULL AND o.from_day <= :day AND o.to_day >= :day AND g.sector IN (${list}))`

const kinds: Record<FigureKind, { lab: string; accreditation: string | null }> = {
  las_vilas: { lab: '1', accreditation: `a.scheme_rid IN (SELECT rid FROM scheme WHERE key IN ('VILAS', 'LAS-XD'))` },
  international: {
    lab: '1',
    accreditation: `EXISTS (SELECT 1 FROM accreditation_standard x LEFT JOIN standard t ON t.rid = x.standard_rid
      WHERE x.accreditation_rid = a.rid AND x.trashed_at IS NULL AND x.from_day <= :day AND x.to_day >= :day AND (coalesce(t.family, x.printed) LIKE '%ISO%' OR coalesce(t.family, x.printed) LIKE '%IEC%'))
      OR a.scheme_rid IN (SELECT rid FROM scheme WHERE standard_family LIKE '%ISO%')`,
  },
  st_organizations: { lab: SECTOR(`'st_public', 'st_private'`), accreditation: null },
  customs: { lab: SECTOR(`'customs'`), accreditation: null },
  all: { lab: '1', accreditation: null },
}

export interface FigureFacts {
  /** laboratories of the kind in the register, also those that are only named */
  named: number
  /** those with an accreditation in force; null: the figure is not about accreditation */
  proved: number | null
  /** the register already keeps the figure as something said */
  statement: { id: string; source: string } | null
}

const STATEMENT = `SELECT id, source FROM statement WHERE attribute = :attribute AND value = :value AND trashed_at IS NULL LIMIT 1`
const attributes: Record<FigureKind, string> = {
  las_vilas: 'figure.labs_las_vilas',
  st_organizations: 'figure.labs_st_organizations',
  customs: 'figure.labs_customs',
  international: 'figure.labs_international',
  all: 'figure.labs',
}

export function figureFacts(
  db: ReadDb,
  { kind, value }: { kind: FigureKind; value: number },
  day: string,
): FigureFacts {
  const { lab, accreditation } = kinds[kind]
  const count = (condition: string): number =>
    prepare<[object], { n: number }>(db, `${LABS} AND ${condition}`).get({ day })!.n
  const covered = (more: string): string => `EXISTS (SELECT 1 ${COVERED} AND (${accreditation ?? '1'}) ${more})`
  return {
    named: count(accreditation === null ? lab : covered('')),
    proved: accreditation === null ? null : count(covered(IN_FORCE)),
    statement:
      prepare<[object], { id: string; source: string }>(db, STATEMENT).get({
        attribute: attributes[kind],
        value: String(value),
      }) ?? null,
  }
}
