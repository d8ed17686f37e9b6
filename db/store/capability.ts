// “Tra cứu năng lực”: walks the lines that may fit by row number, looks each up in derived data and stops when the page is full. Never sorts,
// never counts: at a million lines the first page costs what it shows. What was not read is never called “nobody”.
import type { Capability, CapabilityRow } from '../model/capability'
import { candidates, type Rank } from '../search/candidates'
import { fit } from '../search/fit'
import { knowledgeOf } from '../search/knowledge'
import { understand, type Knowledge, type Question } from '../search/understand'
import { currentSeq, prepare, type ReadDb } from './database'
import { keptUntilWritten } from './kept'
import { holdersOf, toRow, type Holder } from './capability-rows'
import {
  annexState,
  linesOfCodes,
  matchingLines,
  offersAny,
  type AnnexState,
  type PrintedLine,
  type WalkedLine,
} from './capability-lines'
import { whyNot, type Verdict } from './why-not'

/** Lines looked at for one answer; more needs a cursor. A person sees what was found so far, and the screen goes on by itself. */
const MOST_EXAMINED = 400
/** In a register with more lines, what is only for something narrower comes with the next answer: it never changes who can. */
const LARGE = 100_000

export interface CapabilityQuery {
  query: string
  limit?: number | undefined
  cursor?: string | undefined
}

interface Walk {
  db: ReadDb
  day: string
  question: Question
  knowledge: Knowledge
  limit: number
  can: CapabilityRow[]
  could: CapabilityRow[]
  examined: number
  /** lines met in an earlier rank of this answer */
  seen: Set<number>
  /** of the annexes met */
  annexes: Map<number, AnnexState | null>
  /** of the sites and accreditations met: they hold many lines each */
  holders: Map<string, Holder[]>
}

/** Who can test what was asked on `day`, and who could: 20 rows of both unless `limit`, or those of the lines looked at so far. */
export function findCapability(db: ReadDb, query: CapabilityQuery, day: string): Capability {
  // one transaction: one state of the register, and its lock is taken once and not for each line
  return db.transaction(() => find(db, query, day))()
}

function find(db: ReadDb, { query, limit = 20, cursor }: CapabilityQuery, day: string): Capability {
  const knowledge = knowledgeOf(db)
  const question = understand(query, knowledge)
  const walk: Walk = {
    db,
    day,
    question,
    knowledge,
    limit,
    can: [],
    could: [],
    examined: 0,
    seen: new Set(),
    annexes: new Map(),
    holders: new Map(),
  }
  const from = startOf(cursor)
  const { next, canIsWhole } = isAnswerable(question) ? go(walk, from) : { next: null, canIsWhole: true }
  const asked = question.understood.some(({ kind }) => kind !== 'ignored')
  const somebody = from.somebody || walk.can.length > 0
  const nobody = asked && canIsWhole && !somebody
  return {
    day,
    seq: currentSeq(db),
    query,
    reading: question.reading,
    understood: question.understood,
    can: walk.can,
    could: walk.could,
    nobody,
    complete: canIsWhole,
    cursor: next === null ? null : `${next.rank}:${next.after}${somebody ? '+' : ''}`,
    unscoped: nobody ? unscoped(db) : null,
  }
}

/** A word that no line holds makes every answer empty: nothing needs to be read. A place alone asks for nothing. */
const isAnswerable = ({ concepts, codes }: Question): boolean =>
  concepts.length + codes.length > 0 && !concepts.some(({ kind }) => kind === 'unknown')

interface Stop {
  rank: number
  /** the last row read */
  after: number
}

interface Start extends Stop {
  /** there is no answer before this one */
  fresh: boolean
  /** an answer before this one named somebody who can */
  somebody: boolean
}

function startOf(cursor: string | undefined): Start {
  const [rank = 0, after = 0] = cursor?.replace('+', '').split(':').map(Number) ?? []
  return { rank, after, fresh: cursor === undefined, somebody: cursor?.endsWith('+') === true }
}

interface End {
  /** where to go on; null: everything was read */
  next: Stop | null
  /** what is left to read answers the question in no case */
  canIsWhole: boolean
}

function go(walk: Walk, from: Start): End {
  const { db } = walk
  const { concepts, codes } = walk.question
  if (codes.length) {
    const stopped = walkLines(walk, linesOfCodes(db, codes, from.after))
    return { next: stopped === null ? null : { rank: 0, after: stopped }, canIsWhole: stopped === null }
  }
  const ranks = candidates(concepts, walk.knowledge.vocabulary)
  for (let rank = startRank(walk, ranks, from); rank < ranks.length; rank += 1) {
    const { expression, rest, narrow } = ranks[rank]!
    if (narrow && rank > from.rank && isLarge(db)) return { next: { rank, after: 0 }, canIsWhole: true }
    const after = rank === from.rank ? from.after : 0
    // a fresh walk knows what it has met; one that goes on asks the index to leave it out
    const stopped = walkLines(walk, matchingLines(db, from.fresh ? expression : rest, after))
    if (stopped !== null) return { next: { rank, after: stopped }, canIsWhole: narrow }
  }
  return { next: null, canIsWhole: true }
}

/** Each rank has all lines of the one before. Where several things must meet in a line, that none does is asked of the widest rank once: a walk of each
    would find that out as often as there are ranks. */
function startRank({ db, question }: Walk, ranks: readonly Rank[], { fresh, rank }: Start): number {
  const answering = ranks.filter(({ narrow }) => !narrow)
  const widest = answering.at(-1)
  if (!fresh || widest === undefined || answering.length < 2 || question.concepts.length < 2) return rank
  return offersAny(db, widest.expression) ? rank : answering.length
}

const isLarge = (db: ReadDb): boolean =>
  prepare<[], { last: number | null }>(db, 'SELECT max(rid) AS last FROM scope_line').get()!.last! > LARGE

/** Walks until the page is full; returns the last row read, or null at the end. */
function walkLines(walk: Walk, lines: Iterable<PrintedLine>): number | null {
  for (const line of lines) {
    const { rid } = line
    if (walk.seen.has(rid)) continue
    walk.seen.add(rid)
    examine(walk, line)
    if (isFull(walk)) return rid
  }
  return null
}

const isFull = ({ can, could, limit, examined }: Walk): boolean =>
  can.length + could.length >= limit || examined >= MOST_EXAMINED

function examine(walk: Walk, printed: PrintedLine): void {
  const { db, day, question, knowledge } = walk
  walk.examined += 1
  // its words first: most of what the index offers in vain is told by them alone
  const fits = fit(printed, question.concepts, knowledge.terms)
  const state = fits ? stateOf(walk, printed.annexRid) : null
  if (!fits || !state) return
  const line = { ...printed, ...state }
  const verdict = whyNot({ db, day, line, fits, isExcluded: (other) => isExactly(other, walk) })
  if (verdict === 'hidden') return
  for (const holder of holders(walk, line)) {
    const place = inPlace(holder.units, question)
    const why: Verdict = verdict.why === null && !place ? { why: 'other_site', day: null } : verdict
    const row = toRow({ db, day, line, fits }, holder, why)
    if (why.why === null) walk.can.push(row)
    else walk.could.push(row)
  }
}

function holders({ db, day, holders: met }: Walk, line: WalkedLine): Holder[] {
  const key = line.siteRid === null ? `accreditation ${line.accreditationRid}` : `site ${line.siteRid}`
  let found = met.get(key)
  if (!found) met.set(key, (found = holdersOf(db, line, day)))
  return found
}

function stateOf({ db, day, annexes }: Walk, annex: number): AnnexState | null {
  let state = annexes.get(annex)
  if (state === undefined) annexes.set(annex, (state = annexState(db, annex, day)))
  return state
}

function isExactly(line: PrintedLine, { question, knowledge }: Walk): boolean {
  const fits = fit(line, question.concepts, knowledge.terms)
  return fits !== null && fits.broader.length + fits.narrower.length === 0
}

const inPlace = (units: readonly number[], { places }: Question): boolean =>
  places.every((place) => units.some((unit) => place.units.has(unit)))

const UNSCOPED = `
  SELECT count(*) AS n FROM accreditation a WHERE a.trashed_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM annex_span x WHERE x.accreditation_rid = a.rid AND x.lines > 0)`

const unscopedOnes = keptUntilWritten<number>(1)

/** Accreditations whose scope is not in the register; counted once for every state of it. */
const unscoped = (db: ReadDb): number => unscopedOnes(db, '', () => prepare<[], { n: number }>(db, UNSCOPED).get()!.n)
