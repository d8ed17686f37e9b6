// What others publish about the register's subject (“figure.…”), word for word, in the order it was recorded.
import type { StatementShown } from '../model/shapes/lab'
import { prepare, type ReadDb } from './database'
import { statementsAbout } from './lab-page'

const PUBLISHED = `SELECT DISTINCT subject FROM statement WHERE attribute LIKE 'figure.%' AND trashed_at IS NULL`

export function published(db: ReadDb): StatementShown[] {
  const subjects = prepare<[], { subject: string }>(db, PUBLISHED)
    .all()
    .map((row) => row.subject)
  return statementsAbout(db, subjects).filter((figure) => figure.attribute.startsWith('figure.'))
}
