// What a search must know of a register, kept in memory: its words and their links, its places, its vocabulary.
import { currentSeq, prepare, type ReadDb } from '../store/database'
import { PlaceBook, type Unit } from './places'
import { TermBook, type Link } from './terms'
import type { Knowledge } from './understand'
import { vocabularyOf } from './vocabulary'

const kept = new WeakMap<ReadDb, { seq: number; terms: TermBook; places: PlaceBook }>()

/** Read anew when something was written since; a few milliseconds. */
export function knowledgeOf(db: ReadDb): Knowledge {
  const seq = currentSeq(db)
  let books = kept.get(db)
  if (books?.seq !== seq) {
    const links = prepare<[], Link>(
      db,
      'SELECT term, other, kind FROM term_link WHERE trashed_at IS NULL ORDER BY rid',
    ).all()
    const units = prepare<[], Unit>(db, 'SELECT rid, type, name, parent FROM admin_unit WHERE trashed_at IS NULL').all()
    kept.set(db, (books = { seq, terms: new TermBook(links), places: new PlaceBook(units) }))
  }
  return { terms: books.terms, places: books.places, vocabulary: vocabularyOf(db) }
}
