// Why a line that fits does not count on the day: the first reason that holds, with the day from which it holds.
import type { WhyNot } from '../model/capability'
import { addDays } from '../model/dates/partial'
import { FIRST_DAY } from '../model/status/spans'
import type { Fit } from '../search/fit'
import { excludedLines, type PrintedLine, type WalkedLine } from './capability-lines'
import { prepare, type ReadDb } from './database'

export interface Verdict {
  /** null: it counts */
  why: WhyNot | null
  day: string | null
}

export interface Case {
  db: ReadDb
  day: string
  line: WalkedLine
  fits: Fit
  /** whether another line of the accreditation is for exactly what was asked */
  isExcluded: (line: PrintedLine) => boolean
}

/** `hidden`: another line says the same for the day, so this one is no news. */
export function whyNot(at: Case): Verdict | 'hidden' {
  const { db, day, line, fits } = at
  // the reduction's own annex repeats what it takes away: the line that it ends tells it
  if (line.reduction === 1) return 'hidden'
  if (line.annexTo < day) return saidAnew(db, line, day) ? 'hidden' : since('replaced', addDays(line.annexTo, 1))
  return ofStatus(line) ?? ofAnnex(line, day) ?? ofLimits(db, line, day) ?? ofFit(at, fits)
}

const since = (why: WhyNot, day: string | null): Verdict => ({ why, day: day === FIRST_DAY ? null : day })

function ofStatus({ status, statusFrom, statusTo, certain }: WalkedLine): Verdict | null {
  switch (status) {
    case 'withdrawn':
    case 'expired':
    case 'suspended':
    case 'unknown':
      return since(status, statusFrom)
    case 'not_accredited':
      return since('not_yet', addDays(statusTo, 1))
    case 'valid':
    case 'partly_suspended':
      return certain === 1 ? null : since('uncertain', null)
  }
}

const ofAnnex = ({ annexFrom }: WalkedLine, day: string): Verdict | null =>
  annexFrom > day ? since('not_yet', annexFrom) : null

interface LimitRow {
  kind: 'suspended' | 'reduced'
  fromDay: string
}

const LIMITS = `SELECT kind, from_day AS fromDay FROM line_limit WHERE line_rid = :line AND from_day <= :day AND to_day >= :day ORDER BY kind, from_day`
/** A suspension in part of the accreditation that names no line in the register. */
const UNNAMED = `
  SELECT 1 FROM status_span s, json_each(s.acts) e JOIN decision_act t ON t.id = e.value
   WHERE s.accreditation_rid = :accreditation AND s.from_day <= :day AND s.to_day >= :day AND t.kind = 'suspension' AND t.partial = 1
     AND (t.expiry_last IS NULL OR t.expiry_last >= :day)
     AND NOT EXISTS (SELECT 1 FROM decision_act r JOIN decision d ON d.rid = r.decision_rid AND d.trashed_at IS NULL
                      WHERE r.ends_rid = t.rid AND r.trashed_at IS NULL AND coalesce(r.effective_first, d.signed_first, '0000-01-01') <= :day)
     AND NOT EXISTS (SELECT 1 FROM act_line n WHERE n.act_rid = t.rid AND n.trashed_at IS NULL) LIMIT 1`

function ofLimits(db: ReadDb, line: WalkedLine, day: string): Verdict | null {
  const [limit] = prepare<[object], LimitRow>(db, LIMITS).all({ line: line.rid, day })
  if (limit) return since(limit.kind === 'reduced' ? 'reduced' : 'line_suspended', limit.fromDay)
  const unnamed =
    line.status === 'partly_suspended' && prepare(db, UNNAMED).get({ accreditation: line.accreditationRid, day })
  return unnamed ? since('lines_unknown', line.statusFrom) : null
}

function ofFit({ db, day, line, isExcluded }: Case, fits: Fit): Verdict {
  if (line.inclusion === 'excluded') return since('excluded', null)
  if (fits.broader.length && excludedLines(db, line.accreditationRid, day).some(isExcluded))
    return since('excluded', null)
  if (fits.otherEdition) return since('other_edition', null)
  return { why: fits.narrower.length ? 'narrower' : null, day: null }
}

/** A later annex lists the line again: it continues it, or says the same of the same product. */
const ANEW = `
  SELECT 1 FROM annex_span x JOIN scope_line l ON l.annex_rid = x.annex_rid AND l.trashed_at IS NULL
   WHERE x.accreditation_rid = :accreditation AND x.from_day <= :day AND x.to_day >= :day
     AND (l.continues_rid = :rid OR (l.matrix_vi IS :matrixVi AND l.test_vi IS :testVi AND l.matrix_en IS :matrixEn AND l.test_en IS :testEn)) LIMIT 1`

function saidAnew(db: ReadDb, line: WalkedLine, day: string): boolean {
  const { rid, accreditationRid: accreditation, matrixVi, testVi, matrixEn, testEn } = line
  return prepare(db, ANEW).get({ rid, accreditation, matrixVi, testVi, matrixEn, testEn, day }) !== undefined
}
