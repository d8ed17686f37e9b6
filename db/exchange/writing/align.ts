// Two lists of marks against each other, line by line: which lines are gone, which were put in, which differ in place.

export type Step =
  | { kind: 'gone'; /** place in the old list */ from: number; at: number }
  | { kind: 'added'; at: number }
  | { kind: 'changed'; from: number; at: number }

/** So many lines ahead are looked through for where both go on alike. */
const AHEAD = 200

/** `at`: place in the present list; of a line that is gone, where it would stand in the old one. Equal lines are not told. */
export function* alignment(before: readonly string[], after: readonly string[]): Generator<Step, void, undefined> {
  let [from, at] = [0, 0]
  while (from < before.length || at < after.length) {
    if (from < before.length && at < after.length && before[from] === after[at]) {
      from += 1
      at += 1
      continue
    }
    const meeting = nextMeeting(before.slice(from, from + AHEAD), after.slice(at, at + AHEAD))
    const [gone, added] = meeting ?? [Math.min(AHEAD, before.length - from), Math.min(AHEAD, after.length - at)]
    const both = Math.min(gone, added)
    for (let step = 0; step < both; step += 1) yield { kind: 'changed', from: from + step, at: at + step }
    for (let step = both; step < gone; step += 1) yield { kind: 'gone', from: from + step, at: from + step }
    for (let step = both; step < added; step += 1) yield { kind: 'added', at: at + step }
    from += gone
    at += added
  }
}

/** The nearest pair of equal lines, as steps ahead on either side; null: none. Equal distances on both sides go first: a cell was changed. */
function nextMeeting(before: readonly string[], after: readonly string[]): [number, number] | null {
  let best: [number, number] | null = null
  const places = new Map<string, number[]>()
  for (const [at, marks] of after.entries()) {
    const known = places.get(marks)
    if (known === undefined) places.set(marks, [at])
    else known.push(at)
  }
  const cost = ([gone, added]: readonly [number, number]): number =>
    Math.max(gone, added) * 2 + (gone === added ? 0 : 1)
  for (const [gone, marks] of before.entries()) {
    if (best !== null && gone * 2 > cost(best)) break
    for (const added of places.get(marks) ?? []) {
      const pair: [number, number] = [gone, added]
      if (best === null || cost(pair) < cost(best)) best = pair
    }
  }
  return best
}
