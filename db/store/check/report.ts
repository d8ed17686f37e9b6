// `reports.check`: one report against the register on its day. Finds the accreditations it may rest on, judges each by the same rules, and
// answers with the one that comes nearest to accrediting it.
import { bestFirst, decide } from '../../model/check/decide'
import type { CheckedAccreditation, CheckedLine, Part, ReportCheck } from '../../model/check/report'
import type { LineFact } from '../../model/check/scope'
import { speaker, type Speaker } from '../../model/check/speak'
import type { ReportQuestion } from '../../model/questions'
import { knowledgeOf } from '../../search/knowledge'
import { readTest } from '../../search/report-test'
import { explainStatus, flagsOn } from '../accreditations'
import { currentSeq, type ReadDb } from '../database'
import { findCandidates, type Found } from './candidates'
import { judgeChain, type Asked } from './chain'
import { coversOn, headOf, type Key } from './facts'

/** `today`: the day of a report that gives none, and the day after which a report cannot have been made. */
export function checkReport(db: ReadDb, question: ReportQuestion, today: string): ReportCheck {
  const speak = speaker(question.language ?? 'vi')
  const given = (text: string | null | undefined): string | null => text?.trim() || null
  const [code, lab] = [given(question.code), given(question.lab)]
  const day = question.day ?? today
  const found = findCandidates(db, { code, lab, day }, speak)
  const asked = readAsked(db, question, day)
  const candidates = bestFirst(found.accreditations.map((rid) => judgeOne({ db, rid, found, asked, speak })))
  const [best] = candidates
  const remarks =
    day > today ? [speak.note('day_in_future', { params: { day: speak.day(day), today: speak.day(today) } })] : []
  const reasons = found.problem ? [found.problem] : (best?.reasons ?? [])
  return {
    verdict: best?.verdict ?? 'insufficient_data',
    reasons: [...remarks, ...reasons],
    day,
    seq: currentSeq(db),
    code: found.code,
    labs: (found.labs ?? []).map(({ id, name }) => ({ id, name })),
    candidates,
    unasked: unasked({ code, lab, ...asked }),
  }
}

function readAsked(db: ReadDb, question: ReportQuestion, day: string): Asked {
  const given = (text: string | null | undefined): string | null => text?.trim() || null
  const test = given(question.test)
  const read = test === null ? null : readTest(test, knowledgeOf(db))
  const words = read !== null && read.concepts.length > 0
  return {
    day,
    test: words ? test : null,
    method: given(question.method) ?? read?.method ?? null,
    site: given(question.site),
    signatory: given(question.signatory),
    read: words ? read : null,
  }
}

function unasked(asked: Record<Part, string | null>): Part[] {
  const named = asked.code !== null || asked.lab !== null
  const left = (['test', 'method', 'site', 'signatory'] as const).filter((part) => asked[part] === null)
  return named ? left : ['code', 'lab', ...left]
}

interface Case {
  db: ReadDb
  rid: number
  found: Found
  asked: Asked
  speak: Speaker
}

function judgeOne(at: Case): CheckedAccreditation {
  const { db, rid, asked, found, speak } = at
  const key: Key = { rid, day: asked.day }
  const head = headOf(db, rid)
  const explained = explainStatus(db, rid, asked.day)
  const covers = coversOn(db, key)
  const { reasons, scope } = judgeChain({ db, key, found, asked, speak, head, explained })
  const labs = new Map(covers.map(({ lab, labName }) => [lab, { id: lab, name: labName }]))
  const { status, daysLeft, window, expiry } = explained
  return {
    id: head.id,
    code: head.code,
    scheme: head.scheme,
    labs: labs.size ? [...labs.values()] : (found.labs ?? []).map(({ id, name }) => ({ id, name })),
    flags: flagsOn(db, key),
    status,
    daysLeft,
    window,
    expiry,
    verdict: decide(reasons),
    reasons,
    lines: scope.lines.map(shownLine),
    linesAre: scope.linesAre,
  }
}

const shownLine = ({ id, field, matrix, test, method, range, site, inclusion }: LineFact): CheckedLine => ({
  id,
  field,
  matrix,
  test,
  method,
  range,
  site,
  inclusion,
})
