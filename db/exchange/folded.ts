// Folding as model/text/fold does it, remembered: a table asks for the same names of owners, fields and laboratories over and over.
import { fold } from '../model/text/fold'

const MOST = 20_000
const known = new Map<string, string>()

export function folded(text: string): string {
  const found = known.get(text)
  if (found !== undefined) return found
  if (known.size >= MOST) known.clear()
  const made = fold(text)
  known.set(text, made)
  return made
}
