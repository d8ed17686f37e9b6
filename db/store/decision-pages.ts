// Decisions as pages show them: the paper, what it replaces and what replaces it, its acts and annexes.
import { parseDecisionNumber } from '../model/codes/decision'
import type { AnnexPage, DecisionPage, DecisionRef, SignatoryPage } from '../model/shapes/accreditation'
import { actsOfDecision, lastName, pair } from './act-pages'
import { prepare, type ReadDb } from './database'
import { ISSUER_NAME } from './issuer-name'
import { keptUntilWritten } from './kept'

const DECISIONS = `
  SELECT d.id, d.kind, d.number, d.signed, d.signed_printed AS signedPrinted, i.id AS issuerId, ${ISSUER_NAME('d.issuer_rid', `coalesce(d.signed_first, '9999-12-31')`)} AS issuerName,
         d.issuer_printed AS issuerPrinted, d.replaces_rid AS replacesRid, d.rid, d.replaces_printed AS replacesPrinted, d.note
    FROM decision d LEFT JOIN issuer i ON i.rid = d.issuer_rid
   WHERE d.trashed_at IS NULL AND d.rid IN (SELECT decision_rid FROM decision_act WHERE accreditation_rid = ? AND trashed_at IS NULL)
   ORDER BY coalesce(d.signed_first, (SELECT min(effective_first) FROM decision_act WHERE decision_rid = d.rid)), d.rid`
const ANNEXES = `
  SELECT x.id, a.id AS act, x.form, x.number, x.issue, x.extent, x.note,
         (SELECT count(*) FROM scope_line l WHERE l.annex_rid = x.rid AND l.trashed_at IS NULL) AS lines
    FROM annex x JOIN decision_act a ON a.rid = x.act_rid JOIN decision d ON d.rid = a.decision_rid
   WHERE d.id = ? AND x.trashed_at IS NULL AND a.trashed_at IS NULL ORDER BY x.rid`

const SIGNATORIES = `
  SELECT g.id, g.name, g.title, g.printed,
         (SELECT json_group_array(f.vi) FROM signatory_scope s JOIN field f ON f.rid = s.field_rid WHERE s.signatory_rid = g.rid AND s.trashed_at IS NULL) AS fields
    FROM signatory g JOIN annex x ON x.rid = g.annex_rid WHERE x.id = ? AND g.trashed_at IS NULL ORDER BY g.position, g.rid`

interface DecisionRow extends Omit<DecisionPage, 'signed' | 'issuer' | 'replaces' | 'replacedBy' | 'acts' | 'annexes'> {
  rid: number
  replacesRid: number | null
  signed: string | null
  signedPrinted: string | null
  issuerId: string | null
  issuerName: string | null
}

/** Decisions that act on the accreditation, oldest first; each with all its acts, also those on other accreditations. */
export function decisionsOf(db: ReadDb, accreditation: number): DecisionPage[] {
  return prepare<[number], DecisionRow>(db, DECISIONS)
    .all(accreditation)
    .map(({ rid, replacesRid, signed, signedPrinted, issuerId, issuerName, ...row }) => ({
      ...row,
      signed: pair(signed, signedPrinted),
      issuer: issuerId === null ? null : { id: issuerId, name: issuerName ?? '' },
      replaces: replacesRid === null ? null : (refs(db, `d.rid = :rid`, { rid: replacesRid })[0] ?? null),
      replacedBy: refs(db, `d.replaces_rid = :rid AND d.trashed_at IS NULL`, { rid }),
      acts: actsOfDecision(db, row.id),
      annexes: annexesOf(db, row.id),
    }))
}

function annexesOf(db: ReadDb, decision: string): AnnexPage[] {
  return prepare<[string], Omit<AnnexPage, 'signatories'>>(db, ANNEXES)
    .all(decision)
    .map((annex) => ({
      ...annex,
      signatories: prepare<[string], Omit<SignatoryPage, 'fields'> & { fields: string }>(db, SIGNATORIES)
        .all(annex.id)
        .map((signatory) => ({ ...signatory, fields: JSON.parse(signatory.fields) as string[] })),
    }))
}

/** The living laboratory on whose page a decision stands: the first that one of its accreditations covers. */
const LAB = `
  (SELECT lab.rid FROM decision_act a JOIN coverage c ON c.accreditation_rid = a.accreditation_rid AND c.trashed_at IS NULL
     JOIN laboratory lab ON lab.rid = c.laboratory_rid AND lab.trashed_at IS NULL
    WHERE a.decision_rid = found.rid AND a.trashed_at IS NULL ORDER BY c.to_day DESC, c.rid LIMIT 1)`
/** named at once */
const MOST = 50
const REFS = `
  SELECT p.id, p.kind, p.number, p.signed, lab.id AS lab, ${lastName('laboratory', 'lab.rid')} AS labName
    FROM (SELECT found.*, ${LAB} AS lab_rid FROM (SELECT * FROM decision d WHERE #where ORDER BY d.signed_first DESC, d.rid DESC LIMIT ${MOST}) found) p LEFT JOIN laboratory lab ON lab.rid = p.lab_rid
   ORDER BY p.signed_first DESC, p.rid DESC`

type RefRow = Omit<DecisionRef, 'lab'> & { lab: string | null; labName: string | null }

function refs(db: ReadDb, where: string, parameters: object): DecisionRef[] {
  return prepare<[object], RefRow>(db, REFS.replace('#where', where))
    .all(parameters)
    .map(({ lab, labName, ...row }) => ({ ...row, lab: lab === null ? null : { id: lab, name: labName ?? '' } }))
}

interface Numbered {
  rid: number
  number: string
}
/** Any part of a number is looked for, which no index of SQLite finds: all of them are kept, the latest first. */
const NUMBERS = `
  SELECT rid, replace(replace(replace(replace(upper(number), ' ', ''), 'đ', 'Đ'), '–', '-'), '—', '-') AS number FROM decision
   WHERE trashed_at IS NULL AND number IS NOT NULL ORDER BY signed_first DESC, rid DESC`
const numbers = keptUntilWritten<readonly Numbered[]>(1)

/** Living decisions whose number contains the text, whatever its spaces, dashes and case; the latest first, at most 50. */
export function findDecisions(db: ReadDb, text: string): DecisionRef[] {
  const read = parseDecisionNumber(text)
  const typed = (read.recognised ? read.canonical : text)
    .replaceAll(/\s+/g, '')
    .replaceAll(/[–—]/g, '-')
    .toLocaleUpperCase('vi')
  if (typed === '') return []
  const found = numbers(db, '', () => prepare<[], Numbered>(db, NUMBERS).all()).filter(({ number }) =>
    number.includes(typed),
  )
  return refs(db, 'd.rid IN (SELECT value FROM json_each(:rids))', {
    rids: JSON.stringify(found.slice(0, MOST).map(({ rid }) => rid)),
  })
}
