// Fractional keys: text that can always be placed between two others, so moving one row of a hand-ordered list changes that row alone.
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'

/** A key that sorts after `before` and before `after` (plain text order); null: no bound on that side. Keys never end in '0'. */
export function keyBetween(before: string | null, after: string | null): string {
  const low = before ?? ''
  let key = ''
  for (let at = 0; ; at += 1) {
    const from = at < low.length ? DIGITS.indexOf(low[at]!) : 0
    const bounded = after !== null && after.startsWith(key)
    const to = bounded && at < after.length ? DIGITS.indexOf(after[at]!) : DIGITS.length
    if (to - from > 1)
      return key + DIGITS[from + (before === null || after !== null ? Math.floor((to - from) / 2) : 1)]!
    key += DIGITS[from]!
  }
}

/** Keys for `count` rows in a new list, evenly short and in order. */
export function firstKeys(count: number): string[] {
  const width = Math.max(2, Math.ceil(Math.log(count + 2) / Math.log(DIGITS.length)))
  return Array.from({ length: count }, (_, at) => `${(at + 1).toString(36).padStart(width, '0')}i`)
}

/** `count` keys in order between two others (null: no bound on that side), none longer than it must be. */
export function keysBetween(before: string | null, after: string | null, count: number): string[] {
  if (count === 0) return []
  if (before === null && after === null) return firstKeys(count)
  const half = Math.floor(count / 2)
  const middle = keyBetween(before, after)
  return [...keysBetween(before, middle, half), middle, ...keysBetween(middle, after, count - half - 1)]
}
