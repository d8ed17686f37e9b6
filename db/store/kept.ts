// What was found is kept until something is written: the pages, counts and headings of one question are all asked of the same answer.
import { currentSeq, isWriting, type ReadDb } from './database'

/** Gives the kept answer to a question, or finds it; `most` are kept for each register, the one asked longest ago goes first. */
export function keptUntilWritten<T extends {}>(most: number): (db: ReadDb, question: string, find: () => T) => T {
  const registers = new WeakMap<ReadDb, { seq: number; answers: Map<string, T> }>()
  return (db, question, find) => {
    if (isWriting(db)) return find()
    const seq = currentSeq(db)
    let kept = registers.get(db)
    if (kept?.seq !== seq) registers.set(db, (kept = { seq, answers: new Map() }))
    const answer = kept.answers.get(question) ?? find()
    kept.answers.delete(question)
    kept.answers.set(question, answer)
    if (kept.answers.size > most) kept.answers.delete(kept.answers.keys().next().value!)
    return answer
  }
}
