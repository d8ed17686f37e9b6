// A list of decisions: each row says what one paper does to one accreditation. A paper that the register has already is never written over;
// what is blank there is filled in, what differs is a conflict.
import { checkActs } from '../../model/rules'
import { parseDecisionNumber } from '../../model/codes/decision'
import { formatDate, type PartialDate } from '../../model/dates/partial'
import type { ImportRow } from '../../model/shapes/exchange'
import { fold } from '../../model/text/fold'
import type { actKinds } from '../../model/vocabulary'
import { prepare, type ReadDb } from '../../store/database'
import type { HeadingKey } from '../form'
import { accreditationFinder, type CodedAccreditation, type Finder } from './accreditation-of-row'
import type { FileRow } from './file-row'
import { groupedBy } from './grouped'
import { listedRow } from './listed-row'
import type { PaperStep, Problem } from './row-plan'
import { readDate, readText } from './values'

type ActKind = (typeof actKinds)[number]

/** What lists call the acts, folded; longer words first. Blank: the paper recognises. */
const ACT_WORDS: readonly (readonly [string, ActKind])[] = [
  ['cong nhan lan dau', 'grant'],
  ['cap moi', 'grant'],
  ['cong nhan lai', 'renewal'],
  ['cap lai', 'renewal'],
  ['gia han', 'renewal'],
  ['mo rong', 'extension'],
  ['thu hep', 'reduction'],
  ['bo dinh chi', 'resumption'],
  ['phuc hoi', 'resumption'],
  ['dinh chi', 'suspension'],
  ['tam dinh chi', 'suspension'],
  ['huy bo', 'withdrawal'],
  ['thu hoi', 'withdrawal'],
  ['cong nhan', 'recognition'],
  ['grant', 'grant'],
  ['renewal', 'renewal'],
  ['extension', 'extension'],
  ['reduction', 'reduction'],
  ['suspension', 'suspension'],
  ['resumption', 'resumption'],
  ['withdrawal', 'withdrawal'],
  ['recognition', 'recognition'],
]

const actOf = (text: string): ActKind | undefined =>
  ACT_WORDS.find(([words]) => fold(text) === words)?.[1] ??
  ACT_WORDS.find(([words]) => new RegExp(`^(?:quyet dinh |v/v |ve viec )*${words}(?![a-z])`).test(fold(text)))?.[1]

interface HeldPaper {
  id: string
  number: string
  signed: string | null
  issuer: string | null
}

interface HeldAct {
  id: string
  decision: string
  accreditation: string
  kind: ActKind
  effective: string | null
  expiry: string | null
}

const PAPERS = `
  SELECT d.id, d.number, d.signed, coalesce(d.issuer_printed, (SELECT n.vi FROM issuer_name n WHERE n.issuer_rid = d.issuer_rid AND n.trashed_at IS NULL LIMIT 1)) AS issuer
    FROM decision d WHERE d.trashed_at IS NULL AND d.number IS NOT NULL ORDER BY d.rid`
const ACTS = `
  SELECT t.id, d.id AS decision, a.id AS accreditation, t.kind, t.effective, t.expiry FROM decision_act t
    JOIN decision d ON d.rid = t.decision_rid JOIN accreditation a ON a.rid = t.accreditation_rid
   WHERE t.trashed_at IS NULL AND d.trashed_at IS NULL ORDER BY t.rid`
const ISSUERS = `SELECT i.id, n.vi FROM issuer_name n JOIN issuer i ON i.rid = n.issuer_rid WHERE n.trashed_at IS NULL AND i.trashed_at IS NULL`

interface Judging {
  find: Finder
  papers: Map<string, HeldPaper[]>
  acts: Map<string, HeldAct[]>
  issuers: Map<string, string>
  /** rows of new papers by number and year */
  fresh: Map<string, Said[]>
  /** rows by paper, accreditation and act */
  seen: Map<string, Said>
}

/** What a row says, once it is understood. */
interface Said {
  row: FileRow
  number: string
  canonical: string
  kind: 'QD' | 'GCN' | 'CV'
  signed: PartialDate | null
  issuer: string | null
  note: string | null
  act: ActKind
  actStated: boolean
  effective: PartialDate | null
  expiry: PartialDate | null
  accreditation: CodedAccreditation
  problems: Problem[]
}

export interface JudgedPapers {
  rows: ImportRow[]
  steps: PaperStep[]
}

export function judgePapers(db: ReadDb, rows: readonly FileRow[], day: string): JudgedPapers {
  const judging: Judging = {
    find: accreditationFinder(db, day),
    papers: groupedBy(prepare<[], HeldPaper>(db, PAPERS).all(), ({ number }) => parseDecisionNumber(number).canonical),
    acts: groupedBy(prepare<[], HeldAct>(db, ACTS).all(), ({ decision }) => decision),
    issuers: new Map(
      prepare<[], { id: string; vi: string }>(db, ISSUERS)
        .all()
        .map(({ id, vi }) => [fold(vi), id]),
    ),
    fresh: new Map(),
    seen: new Map(),
  }
  const judged = rows.map((row) => judge(row, judging)).map(({ step, shown }) => ({ step, row: shown() }))
  return {
    rows: judged.map(({ row }) => row),
    steps: judged.flatMap(({ step, row }) => (step !== null && isGood(row) ? [step] : [])),
  }
}

const isGood = ({ verdict }: ImportRow): boolean => verdict === 'new' || verdict === 'change'

interface Judged {
  /** asked for at the end: a later row may contradict this one */
  shown: () => ImportRow
  step: PaperStep | null
}

const COLUMNS = ['decisionNumber', 'signed', 'issuer', 'act', 'effective', 'decisionExpiry', 'note'] as const

function judge(row: FileRow, judging: Judging): Judged {
  const read = readRow(row, judging)
  const label = [row.text('decisionNumber'), row.text('codes')].filter((text) => text !== null).join(' – ')
  if (!('number' in read))
    return {
      step: null,
      shown: () => listedRow({ row, label, verdict: 'error', columns: COLUMNS, problems: read.problems }),
    }
  const held = heldPaper(read, judging)
  const repeats = repeated(read, held, judging)
  const { verdict, step, before } = held === null || repeats ? fresh(read, judging) : against(read, held, judging)
  return {
    step,
    shown: () => listedRow({ row, label, verdict, columns: COLUMNS, before, problems: read.problems }),
  }
}

function readRow(row: FileRow, { find }: Judging): Said | { problems: Problem[] } {
  const found = find(row)
  const problems: Problem[] = 'problems' in found ? [...found.problems] : []
  const typed = row.text('decisionNumber')
  const number = typed === null ? null : readText(row, 'decisionNumber')
  if (number === null) problems.push(row.problem('decisionNumber', 'number_needed'))
  else if ('problems' in number) problems.push(...number.problems)
  const parsed = number !== null && 'value' in number ? parseDecisionNumber(number.value) : null
  if (parsed?.recognised && parsed.number === null) problems.push(row.problem('decisionNumber', 'number_blank'))
  const [signed, effective, expiry] = (['signed', 'effective', 'decisionExpiry'] as const).map((key) => {
    const read = readDate(row, key)
    if ('value' in read && (read.value?.iso !== 'none' || key === 'decisionExpiry')) return read.value
    problems.push(
      ...('problems' in read ? read.problems : [row.problem(key, 'date.not_a_date', { typed: row.text(key) ?? '' })]),
    )
    return null
  }) as [PartialDate | null, PartialDate | null, PartialDate | null]
  const said = row.text('act')
  const act = said === null ? 'recognition' : actOf(said)
  if (act === undefined) problems.push(row.problem('act', 'unknown_act', { typed: said ?? '' }))
  if (checkActs([{ effective, expiry }], signed).length > 0) problems.push(row.problem('decisionExpiry', 'bad_dates'))
  const long = (['issuer', 'note'] as const).find(
    (key) => (row.text(key) ?? '').length > (key === 'issuer' ? 300 : 4_000),
  )
  if (long) problems.push(row.problem(long, 'too_long', { max: long === 'issuer' ? 300 : 4_000 }))
  if (problems.length > 0 || 'problems' in found || parsed === null || act === undefined) return { problems }
  return {
    row,
    number: typed!,
    canonical: parsed.canonical,
    kind: parsed.recognised ? parsed.kind : 'QD',
    signed,
    issuer: row.text('issuer'),
    note: row.text('note'),
    act,
    actStated: said !== null,
    effective,
    expiry,
    accreditation: found,
    problems: [],
  }
}

const yearOf = (iso: string | null | undefined): string | null => iso?.slice(0, 4) ?? null

/** The paper of this number in the register; two years apart it is another paper, for numbers begin anew each year. */
function heldPaper({ canonical, signed }: Said, { papers }: Judging): HeldPaper | null {
  const year = yearOf(signed?.iso)
  return (
    papers.get(canonical)?.find((paper) => year === null || paper.signed === null || yearOf(paper.signed) === year) ??
    null
  )
}

const paperKey = ({ canonical, signed }: Said): string => `${canonical} ${yearOf(signed?.iso) ?? ''}`

/** An earlier row of the file that says the same paper does the same to the same accreditation: once is enough, and it must be the same. */
function repeated(said: Said, held: HeldPaper | null, { seen }: Judging): boolean {
  const key = `${held?.id ?? paperKey(said)} ${said.accreditation.id} ${said.act}`
  const other = seen.get(key)
  if (other === undefined) {
    seen.set(key, said)
    return false
  }
  const differs = (['effective', 'expiry'] as const).find((date) => said[date]?.iso !== other[date]?.iso)
  if (differs === undefined) said.problems.push(said.row.problem(null, 'repeats_row', { row: other.row.number }))
  else contradict(said, other, differs === 'effective' ? 'effective' : 'decisionExpiry')
  return true
}

/** Neither of two rows that differ is known to be right. */
function contradict(a: Said, b: Said, key: HeadingKey): void {
  a.problems.push(a.row.problem(key, 'differs_from_row', { row: b.row.number }))
  b.problems.push(b.row.problem(key, 'differs_from_row', { row: a.row.number }))
}

type Outcome = Pick<Judged, 'step'> & {
  verdict: ImportRow['verdict']
  before: Partial<Record<HeadingKey, string | null>>
}

/** A paper that the register does not have; several rows of one number are one paper and must agree about it. */
function fresh(said: Said, { fresh: papers, issuers }: Judging): Outcome {
  const key = paperKey(said)
  const others = papers.get(key) ?? []
  papers.set(key, [...others, said])
  const first = others[0]
  if (first && first.signed?.iso !== said.signed?.iso) contradict(said, first, 'signed')
  else if (first && said.issuer !== first.issuer) contradict(said, first, 'issuer')
  if (!said.actStated) said.problems.push(said.row.problem(null, 'note.act_unstated'))
  const issuer = said.issuer === null ? null : (issuers.get(fold(said.issuer)) ?? null)
  const step: PaperStep = {
    row: said.row.number,
    paper: { number: key },
    decision: {
      kind: said.kind,
      number: said.number,
      signed: said.signed,
      issuer,
      issuerPrinted: said.issuer,
      note: said.note,
    },
    act: { accreditation: said.accreditation.id, kind: said.act, effective: said.effective, expiry: said.expiry },
    fill: null,
  }
  return { verdict: 'new', step, before: {} }
}

/** Against a paper of the register: an act more, a blank filled in, nothing, or a conflict. */
function against(said: Said, paper: HeldPaper, { acts }: Judging): Outcome {
  const { row } = said
  const own = (acts.get(paper.id) ?? []).filter(({ accreditation }) => accreditation === said.accreditation.id)
  const act = own.find(({ kind }) => kind === said.act) ?? (said.actStated ? undefined : own[0])
  const shown = (iso: string | null) => (iso === null ? null : formatDate(iso))
  const before: Outcome['before'] = {
    decisionNumber: paper.number,
    signed: shown(paper.signed),
    issuer: paper.issuer,
    ...(act && { effective: shown(act.effective), decisionExpiry: shown(act.expiry) }),
  }
  const differ = (key: HeadingKey, now: string | null, file: string | null): boolean => {
    if (file === null || now === null || now === file) return false
    said.problems.push(row.problem(key, 'paper_differs', { now: before[key] ?? now }))
    return true
  }
  differ('signed', paper.signed, said.signed?.iso ?? null)
  differ('issuer', paper.issuer && fold(paper.issuer), said.issuer && fold(said.issuer))
  if (act) {
    differ('effective', act.effective, said.effective?.iso ?? null)
    differ('decisionExpiry', act.expiry, said.expiry?.iso ?? null)
  }
  const decision = {
    ...(paper.signed === null && said.signed && { signed: said.signed }),
    ...(paper.issuer === null && said.issuer !== null && { issuerPrinted: said.issuer }),
  }
  const dates = {
    ...(act?.effective === null && said.effective && { effective: said.effective }),
    ...(act?.expiry === null && said.expiry && { expiry: said.expiry }),
  }
  const fills = Object.keys(decision).length > 0 || Object.keys(dates).length > 0
  const step: PaperStep = {
    row: row.number,
    paper: { id: paper.id },
    decision: {},
    act: act
      ? null
      : { accreditation: said.accreditation.id, kind: said.act, effective: said.effective, expiry: said.expiry },
    fill: fills ? { decision, act: act ? { id: act.id, ...dates } : null } : null,
  }
  return { verdict: act && !fills ? 'same' : 'change', step, before }
}
