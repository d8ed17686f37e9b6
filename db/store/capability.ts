// “Tra cứu năng lực”: walks the lines that may fit by row number, looks each up in derived data and stops when the page is full. Never sorts,
// never counts: at a million lines the first page costs what it shows. What was not read is never called “nobody”.
import type { Capability, CapabilityRow } from '../model/capability'
import { candidates } from '../search/candidates'
import { fit } from '../search/fit'
import { knowledgeOf } from '../search/knowledge'
import { understand, type Knowledge, type Question } from '../search/understand'
import { currentSeq, prepare, type ReadDb } from './database'
import { holdersOf, toRow } from './capability-rows'
import { lineOf, type WalkedLine } from './capability-lines'
import { whyNot, type Verdict } from './why-not'

/** Lines looked at for one answer; more needs a cursor. */
export const MOST_EXAMINED = 2_000
/** Reasons shown for each place on the page: a walk past many expired lines stops and can go on. */
const COULD_FOR_EACH = 4

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
}

/** Who can test what was asked on `day`; 50 rows unless `limit`. */
export function findCapability(db: ReadDb, { query, limit = 50, cursor }: CapabilityQuery, day: string): Capability {
  const knowledge = knowledgeOf(db)
  const question = understand(query, knowledge)
  const walk: Walk = { db, day, question, knowledge, limit, can: [], could: [], examined: 0 }
  const next = isAnswerable(question) ? go(walk, cursor) : null
  const asked = question.understood.some(({ kind }) => kind !== 'ignored')
  const nobody = asked && next === null && walk.can.length === 0 && cursor === undefined
  return {
    day,
    seq: currentSeq(db),
    query,
    reading: question.reading,
    understood: question.understood,
    can: walk.can,
    could: walk.could,
    nobody,
    complete: next === null,
    cursor: next,
    unscoped: nobody ? unscoped(db) : null,
  }
}

/** A word that no line holds makes every answer empty: nothing needs to be read. A place alone asks for nothing. */
const isAnswerable = ({ concepts, codes }: Question): boolean =>
  concepts.length + codes.length > 0 && !concepts.some(({ kind }) => kind === 'unknown')

/** Returns the cursor at which to go on, null when everything was read. */
function go(walk: Walk, cursor: string | undefined): string | null {
  const [startRank = 0, startAfter = 0] = cursor?.split(':').map(Number) ?? []
  const { concepts, codes } = walk.question
  const ranks = codes.length ? [null] : candidates(concepts)
  for (let rank = startRank; rank < ranks.length; rank += 1) {
    const after = rank === startRank ? startAfter : 0
    const stopped = walkRank(walk, ranks[rank]!, after)
    if (stopped !== null) return `${rank}:${stopped}`
  }
  return null
}

/** Walks one rank until the page is full; returns the last row read, or null at the end. `expression` null: the lines of the codes asked. */
function walkRank(walk: Walk, expression: string | null, after: number): number | null {
  const lines =
    expression === null
      ? linesOfCodes(walk.db, walk.question.codes, after)
      : prepare<[object], { rid: number }>(walk.db, MATCHING).iterate({ expression, after })
  for (const { rid } of lines) {
    examine(walk, rid)
    if (isFull(walk)) return rid
  }
  return null
}

const isFull = ({ can, could, limit, examined }: Walk): boolean =>
  can.length >= limit || could.length >= limit * COULD_FOR_EACH || examined >= MOST_EXAMINED

const MATCHING = 'SELECT rowid AS rid FROM line_search WHERE line_search MATCH :expression AND rowid > :after'
const OF_CODES = `
  SELECT l.rid FROM accreditation a JOIN annex_span x ON x.accreditation_rid = a.rid JOIN scope_line l ON l.annex_rid = x.annex_rid
   WHERE a.code_key IN (SELECT value FROM json_each(?)) AND a.trashed_at IS NULL AND l.rid > ? ORDER BY l.rid`

const linesOfCodes = (db: ReadDb, codes: readonly string[], after: number): Iterable<{ rid: number }> =>
  prepare<[string, number], { rid: number }>(db, OF_CODES).iterate(JSON.stringify(codes), after)

function examine(walk: Walk, rid: number): void {
  const { db, day, question, knowledge } = walk
  walk.examined += 1
  const line = lineOf(db, rid, day)
  if (!line) return
  const fits = fit(line, question.concepts, knowledge.terms)
  if (!fits) return
  const verdict = whyNot({ db, day, line, fits, isExcluded: (other) => isExactly(other, walk) })
  if (verdict === 'hidden') return
  for (const holder of holdersOf(db, line, day)) {
    const place = inPlace(holder.units, question)
    const why: Verdict = verdict.why === null && !place ? { why: 'other_site', day: null } : verdict
    const row = (): CapabilityRow => toRow({ db, day, line, fits }, holder, why)
    if (why.why === null) walk.can.push(row())
    else walk.could.push(row())
  }
}

function isExactly(line: WalkedLine, { question, knowledge }: Walk): boolean {
  const fits = fit(line, question.concepts, knowledge.terms)
  return fits !== null && fits.broader.length + fits.narrower.length === 0
}

const inPlace = (units: readonly number[], { places }: Question): boolean =>
  places.every((place) => units.some((unit) => place.units.has(unit)))

const UNSCOPED = `
  SELECT count(*) AS n FROM accreditation a WHERE a.trashed_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM annex_span x JOIN scope_line l ON l.annex_rid = x.annex_rid AND l.trashed_at IS NULL WHERE x.accreditation_rid = a.rid)`

const counted = new WeakMap<ReadDb, { seq: number; n: number }>()

/** Accreditations whose scope is not in the register; counted once for every state of it. */
function unscoped(db: ReadDb): number {
  const seq = currentSeq(db)
  let count = counted.get(db)
  if (count?.seq !== seq) counted.set(db, (count = { seq, ...prepare<[], { n: number }>(db, UNSCOPED).get()! }))
  return count.n
}
