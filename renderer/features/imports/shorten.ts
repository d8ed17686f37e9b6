// Two long texts that begin alike, made short enough for a cell: what they share at the beginning is left out, whole words only.

const LEAST = 12

/** “…dược liệu”, “…dược liệu (cơ sở 2)”: the last shared word stays, so that the place can be recognised. Short beginnings stay whole. */
export function withoutSharedStart(before: string, after: string): [string, string] {
  let shared = 0
  while (shared < before.length && before[shared] === after[shared]) shared += 1
  const words = before.slice(0, shared).split(' ')
  // the last piece may be half a word that goes on differently; the one before it is whole
  const from = words.slice(0, -2).join(' ').length + 1
  return from < LEAST ? [before, after] : [`…${before.slice(from)}`, `…${after.slice(from)}`]
}
