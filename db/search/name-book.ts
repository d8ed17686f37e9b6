// Names of laboratories and their owners within a text: the longest name at each place, with its very accents or without them.
// A name in brackets at the end (“… (Trung tâm Kiểm soát bệnh tật)”) may be left out.
import { tokensOf } from './tokens'

export interface Name {
  kind: 'lab' | 'owner'
  /** id of the laboratory or organisation */
  id: string
  name: string
}

export interface FoundName {
  start: number
  end: number
  /** all who bear the name, laboratories before owners */
  names: Name[]
  /** the accents of the text are those of the name */
  exact: boolean
}

interface Entry {
  name: Name
  lower: string[]
  folded: string[]
}

/** Shorter names, and names of nothing but such words, would be found everywhere. */
const SHORTEST = 3
const GENERIC = new Set(
  'phong thi nghiem thu kiem dinh xet hieu chuan phan tich trung tam khoa cua va ky thuat chat luong cong ty co phan tnhh so chi cuc'.split(
    ' ',
  ),
)

export class NameBook {
  private readonly byStart = new Map<string, Entry[]>()

  constructor(names: readonly (Name & { en?: string | null })[]) {
    for (const { en, ...name } of names) {
      const forms = [name.name, name.name.replace(/\s*\([^()]*\)\s*$/, ''), en ?? '']
      for (const form of new Set(forms)) this.add(form, name)
    }
    for (const entries of this.byStart.values()) entries.sort((a, b) => b.folded.length - a.folded.length)
  }

  private add(form: string, name: Name): void {
    const tokens = tokensOf(form)
    const folded = tokens.map((token) => token.folded)
    if (tokens.length < SHORTEST || folded.every((word) => GENERIC.has(word))) return
    const key = folded.slice(0, SHORTEST).join(' ')
    const entry: Entry = { name, lower: tokens.map((token) => token.lower), folded }
    const entries = this.byStart.get(key)
    if (entries) entries.push(entry)
    else this.byStart.set(key, [entry])
  }

  /** In the order of the text, none within another. */
  find(text: string): FoundName[] {
    const words = Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => ({
      ...tokensOf(word)[0]!,
      start: index,
      end: index + word.length,
    }))
    const found: FoundName[] = []
    for (let at = 0; at + SHORTEST <= words.length; at += 1) {
      const entries =
        this.byStart.get(
          words
            .slice(at, at + SHORTEST)
            .map((word) => word.folded)
            .join(' '),
        ) ?? []
      const fits = entries.filter(({ folded }) => folded.every((word, index) => words[at + index]?.folded === word))
      const longest = fits.filter(({ folded }) => folded.length === fits[0]!.folded.length)
      if (longest.length === 0) continue
      const exact = longest.filter(({ lower }) => lower.every((word, index) => words[at + index]!.lower === word))
      const length = longest[0]!.folded.length
      const names = (exact.length ? exact : longest).map(({ name }) => name)
      found.push({
        start: words[at]!.start,
        end: words[at + length - 1]!.end,
        names: unique(names).toSorted((a, b) => a.kind.localeCompare(b.kind)),
        exact: exact.length > 0,
      })
      at += length - 1
    }
    return found
  }
}

const unique = (names: readonly Name[]): Name[] => [...new Map(names.map((name) => [name.id, name])).values()]
