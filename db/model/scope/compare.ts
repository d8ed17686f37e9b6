// Two issues of an annex side by side. Lines are paired by lineage, else where their words are the same, else by the number of the method
// and the test without accents; a pair of the last kind is only “có thể là một”: a folded key never decides that two lines are one.
import { editionsOf, methodNumber } from './method'
import { folded } from './words'

/** The words of a line that a comparison reads; `lineage` is the id of the first line it continues, its own when it continues none. */
export interface ComparedLine {
  id: string
  lineage: string
  matrixVi: string | null
  matrixEn: string | null
  testVi: string | null
  testEn: string | null
  technique: string | null
  quantity: string | null
  range: string | null
  cmc: string | null
  method: string | null
  methodEdition: string | null
  site: string | null
  inclusion: 'included' | 'excluded' | 'flexible'
}

export const differences = ['range', 'edition', 'method', 'wording', 'site', 'inclusion'] as const
export type Difference = (typeof differences)[number]
export const pairKinds = ['added', 'removed', 'changed', 'same', 'kept'] as const
/** `kept`: not printed in an annex that only extends, so the earlier issue goes on holding it. */
export type PairKind = (typeof pairKinds)[number]

export interface LinePair<L> {
  kind: PairKind
  before: L | null
  after: L | null
  /** what brought the two together */
  by: 'lineage' | 'words' | 'method' | null
  /** false: “có thể là một”, for a person to decide */
  sure: boolean
  differences: Difference[]
}

export const suggestions = [
  'nothing',
  'extension',
  'reduction',
  'renewal_with_changes',
  'editions',
  'corrections',
] as const
export type Suggestion = (typeof suggestions)[number]

/** What a line says, without its place among issues. */
export type LineWords = Omit<ComparedLine, 'lineage' | 'inclusion'>
type Key = (line: LineWords) => string

const join = (...parts: (string | null)[]): string => parts.map((part) => part ?? '').join('\u0001')
/** Nothing to compose, one blank between words: most texts are so, and need not be written anew. */
const TIDY = /^[!-~\u00a1-\u02ff\u1e00-\u1eff]+(?: [!-~\u00a1-\u02ff\u1e00-\u1eff]+)*$/
const spaced = (text: string | null): string =>
  text === null || TIDY.test(text) ? (text ?? '') : text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
const words: Key = (line) =>
  join(
    ...[line.matrixVi, line.matrixEn, line.testVi, line.testEn, line.quantity, line.technique, line.site].map(spaced),
  )
const wholly: Key = (line) => join(words(line), spaced(line.range), spaced(line.cmc), methodWords(line))
const methodWords: Key = (line) => join(spaced(line.method), line.methodEdition)
const named: Key = (line) => folded(line.testVi ?? line.testEn ?? line.quantity)
const product: Key = (line) => folded(line.matrixVi ?? line.matrixEn)
const number: Key = (line) => methodNumber(line.method)

/** In this order; a step pairs equal keys in the order of the lines. Empty keys pair nothing. */
const steps: readonly {
  by: 'lineage' | 'words' | 'method'
  sure: boolean
  key: (line: ComparedLine) => string
}[] = [
  { by: 'lineage', sure: true, key: (line) => line.lineage },
  { by: 'words', sure: true, key: wholly },
  { by: 'words', sure: true, key: (line) => join(words(line), methodWords(line)) },
  { by: 'words', sure: true, key: (line) => (number(line) === '' ? '' : join(words(line), number(line))) },
  { by: 'method', sure: false, key: (line) => whole(product(line), named(line), number(line)) },
  { by: 'method', sure: false, key: (line) => whole(named(line), number(line)) },
]
const whole = (...parts: string[]): string => (parts.some((part) => part === '') ? '' : join(...parts))

/** Pairs in the order of the later issue; lines of the earlier one that have no pair stand behind the one that came before them. */
export function compareLines<L extends ComparedLine>(
  from: readonly L[],
  to: readonly L[],
  extent: 'complete' | 'extension' | 'reduction' | null,
): LinePair<L>[] {
  const pairs = new Map<L, LinePair<L>>()
  const free = { from: new Set(from), to: new Set(to) }
  for (const { by, sure, key } of steps) {
    const waiting = new Map<string, L[]>()
    for (const line of free.from) {
      const found = key(line)
      const others = waiting.get(found)
      if (others !== undefined) others.push(line)
      else if (found !== '') waiting.set(found, [line])
    }
    for (const after of free.to) {
      const before = waiting.get(key(after))?.shift()
      if (before === undefined) continue
      free.from.delete(before)
      free.to.delete(after)
      const found = differencesOf(before, after)
      pairs.set(after, { kind: found.length > 0 ? 'changed' : 'same', before, after, by, sure, differences: found })
    }
  }
  return inOrder(
    from,
    to.map((after) => pairs.get(after) ?? alone(null, after, 'added')),
    extent === 'extension' ? 'kept' : 'removed',
  )
}

const alone = <L>(before: L | null, after: L | null, kind: PairKind): LinePair<L> => ({
  kind,
  before,
  after,
  by: null,
  sure: true,
  differences: [],
})

function inOrder<L extends ComparedLine>(
  from: readonly L[],
  pairs: readonly LinePair<L>[],
  gone: PairKind,
): LinePair<L>[] {
  const paired = new Set(pairs.map(({ before }) => before))
  const behind = new Map<L | null, LinePair<L>[]>()
  let last: L | null = null
  for (const line of from) {
    if (paired.has(line)) last = line
    else behind.set(last, [...(behind.get(last) ?? []), alone(line, null, gone)])
  }
  return [
    ...(behind.get(null) ?? []),
    ...pairs.flatMap((pair) => [pair, ...(pair.before === null ? [] : (behind.get(pair.before) ?? []))]),
  ]
}

function differencesOf(before: ComparedLine, after: ComparedLine): Difference[] {
  const differs = (...fields: (keyof ComparedLine)[]): boolean =>
    fields.some((field) => spaced(before[field]) !== spaced(after[field]))
  const found: Difference[] = []
  if (differs('range', 'cmc')) found.push('range')
  if (methodWords(before) !== methodWords(after)) found.push(...methodDifferences(before, after))
  if (differs('matrixVi', 'matrixEn', 'testVi', 'testEn', 'quantity', 'technique')) found.push('wording')
  if (differs('site')) found.push('site')
  if (differs('inclusion')) found.push('inclusion')
  return found
}

const editions = ({ method, methodEdition }: ComparedLine): string =>
  [...new Set([...editionsOf(method ?? ''), ...(methodEdition === null ? [] : [methodEdition])])].join(' ')

/** The same number with another edition; another number; or only other spelling, which is wording. */
function methodDifferences(before: ComparedLine, after: ComparedLine): Difference[] {
  if (number(before) !== number(after)) return ['method']
  if (editions(before) !== editions(after)) return ['edition']
  return spaced(before.method) === spaced(after.method) ? [] : ['wording']
}

export type PairCounts = Record<PairKind | Difference | 'unsure', number>

/** How many pairs of each kind; a changed pair counts for each of its differences. */
export function countPairs(pairs: readonly LinePair<unknown>[]): PairCounts {
  const names = [...pairKinds, ...differences, 'unsure'] as const
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as PairCounts
  for (const pair of pairs) {
    counts[pair.kind] += 1
    for (const difference of pair.differences) counts[difference] += 1
    if (!pair.sure) counts.unsure += 1
  }
  return counts
}

/** What kind of decision the later issue looks like; a suggestion, the paper itself says what it is. */
export function suggest(counts: PairCounts): Suggestion {
  const { added, removed, changed, range, method, inclusion, site, edition } = counts
  const deeper = range + method + inclusion + site > 0
  if (added === 0 && removed === 0 && changed === 0) return 'nothing'
  if (!deeper && changed === 0 && removed === 0) return 'extension'
  if (!deeper && changed === 0 && added === 0) return 'reduction'
  if (added > 0 || removed > 0 || deeper) return 'renewal_with_changes'
  return edition > 0 ? 'editions' : 'corrections'
}

/** Lines that continue an earlier one: where every word is the same it is linked, where only folded keys agree it is offered. */
export function lineageOf<L extends ComparedLine>(
  earlier: readonly L[],
  lines: readonly L[],
): { exact: Map<string, string>; offered: Map<string, string> } {
  const exact = new Map<string, string>()
  const offered = new Map<string, string>()
  for (const { before, after, by } of compareLines(earlier, lines, null)) {
    if (before === null || after === null || by === 'lineage') continue
    const same = by === 'words' && wholly(before) === wholly(after)
    ;(same ? exact : offered).set(after.id, before.id)
  }
  return { exact, offered }
}

/** Of lines, those that repeat an earlier one word for word: its id by theirs, each earlier line once; as `exact` above, but asks nothing else. */
export function repeatedOf(earlier: Iterable<LineWords>, lines: Iterable<LineWords>): Map<string, string> {
  // most lines say something of a matrix by a method that no other does: of those the rest need not be read
  const near: Key = (line) => join(spaced(line.matrixVi), methodWords(line))
  const nearOf = new Map<LineWords, string>([...lines].map((line) => [line, near(line)]))
  const asked = new Set(nearOf.values())
  const waiting = new Map<string, string[]>()
  const known = new Set<string>()
  for (const line of earlier) {
    const key = near(line)
    if (!asked.has(key)) continue
    known.add(key)
    const text = wholly(line)
    const others = waiting.get(text)
    if (others) others.push(line.id)
    else waiting.set(text, [line.id])
  }
  const found = new Map<string, string>()
  for (const [line, key] of nearOf) {
    if (!known.has(key)) continue
    const before = waiting.get(wholly(line))?.shift()
    if (before !== undefined) found.set(line.id, before)
  }
  return found
}
