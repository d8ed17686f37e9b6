// Every folded word that the scope lines hold, in memory: finds parts of words in a fraction of a millisecond, which no index of SQLite does.
// Words are only ever added, so a kept vocabulary reads just the new ones.
import { prepare, type ReadDb } from '../store/database'

/** Words a part may stand for in one search. */
const MOST_WORDS = 60
/** A shorter part stands in too many words to mean one. */
export const SHORTEST_PART = 3

export class Vocabulary {
  private readonly words = new Set<string>()
  private text = '\n'
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

  add(words: readonly string[]): this {
    for (const word of words) this.words.add(word)
    this.text += `${words.join('\n')}\n`
    return this
  }

  has(word: string): boolean {
    return this.words.has(word)
  }

  begins(start: string): boolean {
    return this.text.includes(`\n${start}`)
  }

  /** Words that contain the part, in the order in which they came; too many: the part says nothing, none. */
  containing(part: string): string[] {
    const found: string[] = []
    if (part.length < SHORTEST_PART) return found
    for (let at = this.text.indexOf(part); at >= 0;) {
      const end = this.text.indexOf('\n', at)
      found.push(this.text.slice(this.text.lastIndexOf('\n', at) + 1, end))
      if (found.length > MOST_WORDS) return []
      at = this.text.indexOf(part, end)
    }
    return found
  }
}

const kept = new WeakMap<ReadDb, Vocabulary>()

export function vocabularyOf(db: ReadDb): Vocabulary {
  let vocabulary = kept.get(db)
  if (!vocabulary) kept.set(db, (vocabulary = new Vocabulary()))
  return vocabulary.refresh(db)
}
