// In the reading thread: one connection of its own to the register asked about, and its answers in the order of the questions.
import Database from 'better-sqlite3'
import { parentPort } from 'node:worker_threads'
import type { ReadDb } from '../store/database'
import { toMessage, type FromWorker } from './messages'
import { answerWhole, type WholeQuestion } from './whole-reads'

export interface Question extends WholeQuestion {
  id: number
  /** the register, or an earlier state of it */
  file: string
}

export interface Answer {
  id: number
  message: FromWorker
}

const CACHE_KB = 16 * 1024

export function serveReads(): void {
  let open: { file: string; db: ReadDb } | null = null
  const connected = (file: string): ReadDb => {
    if (open?.file === file) return open.db
    open?.db.close()
    open = null
    const db = new Database(file, { readonly: true, fileMustExist: true })
    db.pragma(`cache_size = -${CACHE_KB}`)
    open = { file, db }
    return db
  }
  parentPort?.on('message', ({ id, file, ...asked }: Question) => {
    const answer: Answer = { id, message: answered(() => answerWhole(connected(file), asked)) }
    parentPort?.postMessage(answer)
  })
}

function answered(work: () => unknown): FromWorker {
  try {
    return { type: 'done', value: work() }
  } catch (error) {
    return toMessage(error)
  }
}
