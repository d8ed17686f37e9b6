// The table of words of the capability search, as people edit it: no pair twice, no word within itself by any way round.
import { RegistryError, type FieldProblem } from '../model/errors'
import type { TermChange } from '../model/inputs'
import type { TermList, TermRow } from '../model/shapes/terms'
import { sortKey } from '../model/text/collate'
import { fold } from '../model/text/fold'
import { wordKey } from '../search/terms'
import { currentSeq, prepare, type ReadDb } from './database'
import { missing, saveRecord, type Save } from './saves'
import type { Tx } from './write'

const LIVING = 'SELECT id, term, other, kind FROM term_link WHERE trashed_at IS NULL ORDER BY rid'
const ONE = 'SELECT id, term, other, kind FROM term_link WHERE id = ?'

type Link = Omit<TermRow, 'id'>

export function listTerms(db: ReadDb, text = ''): TermList {
  const wanted = fold(text.trim())
  const rows = prepare<[], TermRow>(db, LIVING)
    .all()
    .filter(({ term, other }) => fold(term).includes(wanted) || fold(other).includes(wanted))
    .map((row) => ({ row, key: `${sortKey(row.term)}\n${sortKey(row.other)}` }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return { rows: rows.map(({ row }) => row), seq: currentSeq(db) }
}

/** Throws invalid_input (required, itself, circle), duplicate, not_found, conflict. */
export function saveTerm(tx: Tx, save: Save<TermChange>): string {
  const stored = save.id === undefined ? undefined : prepare<[string], TermRow>(tx.db, ONE).get(save.id)
  if (save.id !== undefined && stored === undefined) throw new RegistryError('not_found', `term_link ${save.id}`)
  const { term = '', other = '', kind } = { ...stored, ...save.change }
  if (wordKey(term) === '') throw missing('term')
  if (kind === undefined) throw missing('kind')
  if (wordKey(other) === '') throw missing('other')
  refuseMisfit(tx.db, { term, other, kind }, save.id)
  return saveRecord(tx, 'term_link', save)
}

/** Before a pair comes back from the trash: meanwhile another may have taken its place. */
export function refuseMisfitTerm(db: ReadDb, id: string): void {
  const stored = prepare<[string], TermRow>(db, ONE).get(id)
  if (stored) refuseMisfit(db, stored, id)
}

function refuseMisfit(db: ReadDb, link: Link, id: string | undefined): void {
  const [low, high] = [wordKey(link.term), wordKey(link.other)]
  const refused = (problem: Omit<FieldProblem, 'field'>): RegistryError =>
    new RegistryError(
      problem.rule === 'duplicate' ? 'duplicate' : 'invalid_input',
      `a pair of words: ${problem.rule}`,
      [{ field: 'other', ...problem }],
    )
  if (low === high) throw refused({ rule: 'itself' })
  const others = prepare<[], TermRow>(db, LIVING)
    .all()
    .filter((row) => row.id !== id)
  const twin = others.find((row) => isSamePair(row, link))
  if (twin) throw refused({ rule: 'duplicate', record: twin.id, params: { term: twin.term, other: twin.other } })
  if (closesCircle(others, link)) throw refused({ rule: 'circle' })
}

/** Words that mean the same do so either way round. */
function isSamePair(row: Link, link: Link): boolean {
  if (row.kind !== link.kind) return false
  const [low, high, term, other] = [row.term, row.other, link.term, link.other].map(wordKey)
  return (low === term && high === other) || (link.kind === 'same' && low === other && high === term)
}

/** Whether the new link makes a word lie within itself, over words that mean the same. Circles that are there already do not count. */
function closesCircle(links: readonly Link[], { term, other, kind }: Link): boolean {
  const steps = new Map<string, { same: string[]; within: string[] }>()
  const of = (word: string): { same: string[]; within: string[] } => {
    const found = steps.get(word) ?? { same: [], within: [] }
    steps.set(word, found)
    return found
  }
  for (const link of links) {
    const [low, high] = [wordKey(link.term), wordKey(link.other)]
    of(low)[link.kind].push(high)
    if (link.kind === 'same') of(high).same.push(low)
  }
  const [low, high] = [wordKey(term), wordKey(other)]
  // a word with the same meaning, or one it lies within by at least one step
  const same = (from: string): Set<string> => reach([from], (word) => of(word).same)
  const above = (from: string): Set<string> =>
    reach(
      [...same(from)].flatMap((word) => of(word).within),
      (word) => [...of(word).same, ...of(word).within],
    )
  if (kind === 'same') return above(low).has(high) || above(high).has(low)
  return same(high).has(low) || above(high).has(low)
}

function reach(from: readonly string[], next: (word: string) => readonly string[]): Set<string> {
  const found = new Set(from)
  for (const word of found) for (const more of next(word)) found.add(more)
  return found
}
