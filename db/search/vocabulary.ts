// Every word that the scope lines hold, with its accents, in memory: finds parts and beginnings of words in a fraction of a millisecond, which no
// index of SQLite does in so little room. Words are only ever added, so a kept vocabulary reads just the new ones.
import { fold } from '../model/text/fold'
import { prepare, type ReadDb } from '../store/database'

/** Words a part may stand for in one search. */
const MOST_WORDS = 60
/** A shorter part stands in too many words to mean one. */
export const SHORTEST_PART = 3

/** Words in one text, each on a line of its own: one search through it is quicker than one through many strings. */
class Words {
  private readonly known = new Set<string>()
  private text = '\n'

  add(words: readonly string[]): void {
    const news = words.filter((word) => !this.known.has(word) && this.known.add(word))
    if (news.length > 0) this.text += `${news.join('\n')}\n`
  }

  has(word: string): boolean {
    return this.known.has(word)
  }

  /** Words with `part` in them (after a line break: that begin so), in the order in which they came; more than `most`: null. */
  with(part: string, most: number): string[] | null {
    const found: string[] = []
    for (let at = this.text.indexOf(part); at >= 0;) {
      const within = part.startsWith('\n') ? at + 1 : at
      const end = this.text.indexOf('\n', within)
      found.push(this.text.slice(this.text.lastIndexOf('\n', within - 1) + 1, end))
      if (found.length > most) return null
      at = this.text.indexOf(part, end)
    }
    return found
  }
}

export class Vocabulary {
  private readonly accented = new Words()
  private readonly folded = new Words()
  private last = 0

  /** Takes the words that came since it was last asked. */
  refresh(db: ReadDb): this {
    const rows = prepare<[number], { rid: number; word: string }>(
      db,
      'SELECT rid, word FROM line_word WHERE rid > ? ORDER BY rid',
    ).all(this.last)
    if (rows.length === 0) return this
    this.add(rows.map(({ word }) => word))
    this.last = rows.at(-1)!.rid
    return this
  }

  /** Words in lower case, with their accents. */
  add(words: readonly string[]): this {
    this.accented.add(words)
    this.folded.add(words.map(fold))
    return this
  }

  has(folded: string): boolean {
    return this.folded.has(folded)
  }

  begins(folded: string): boolean {
    return this.folded.with(`\n${folded}`, 0) === null
  }

  /** Words that begin so, as the column holds them; null: more than `most`. */
  beginning(column: 'accented' | 'folded', start: string, most: number): string[] | null {
    return this[column].with(`\n${start}`, most)
  }

  /** Folded words that contain the part, in the order in which they came; too many: the part says nothing, none. */
  containing(part: string): string[] {
    return part.length < SHORTEST_PART ? [] : (this.folded.with(part, MOST_WORDS) ?? [])
  }
}

const kept = new WeakMap<ReadDb, Vocabulary>()

export function vocabularyOf(db: ReadDb): Vocabulary {
  let vocabulary = kept.get(db)
  if (!vocabulary) kept.set(db, (vocabulary = new Vocabulary()))
  return vocabulary.refresh(db)
}
