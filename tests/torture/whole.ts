// What must be true of a register after any death of its program.
import type { ReadDb, WriteDb } from '../../db/store/database'
import { openRegister, scratchRegister } from '../../db/store/open'
import { keyOf } from '../../db/store/record-key'
import { replay } from '../../db/store/replay'
import { brokenSet } from '../support/chains'
import { livingTables } from '../support/living'
import type { Acknowledged } from './operations'

const SEARCHES = ['lab_search', 'line_search'] as const

/** Opens the register as the next start would and names everything that is wrong with it; empty: nothing was lost and nothing is half. */
export function faultsOf(file: string, acknowledged: readonly Acknowledged[]): string[] {
  let register: ReturnType<typeof openRegister>
  try {
    register = openRegister(file)
  } catch (error) {
    return [`does not open: ${String(error)}`]
  }
  try {
    const { db } = register
    return [...lost(db, acknowledged), ...broken(db), ...unlikeItsLog(db)]
  } finally {
    register.close()
  }
}

function lost(db: ReadDb, acknowledged: readonly Acknowledged[]): string[] {
  const there = db.prepare<[number, string], { n: number }>(
    `SELECT count(*) AS n FROM change_set s WHERE s.commit_seq = ? AND EXISTS (SELECT 1 FROM change c WHERE c.commit_seq = s.commit_seq AND c.record = ${keyOf('?')})`,
  )
  const missing = acknowledged.filter(({ call, seq, id }) => !named(db, call, there.get(seq, id)?.n ?? 0, seq))
  const top = db.prepare<[], { n: number }>('SELECT coalesce(max(commit_seq), 0) AS n FROM change_set').get()!.n
  const last = acknowledged.at(-1)?.seq ?? top
  // one more than was told may be there: written, and the program died before it could tell
  const more = top > last + 1 ? [`${top - last} sets after the last one told`] : []
  return [...missing.map(({ call, seq }) => `lost ${call} of set ${seq}`), ...more]
}

/** A save may change only rows that hang on its record (a name, a link): then the set alone must be there. */
function named(db: ReadDb, call: string, withRecord: number, seq: number): boolean {
  if (withRecord === 1) return true
  const alone = db.prepare<[number], { n: number }>('SELECT count(*) AS n FROM change_set WHERE commit_seq = ?')
  return call !== 'scope.saveMany' && alone.get(seq)!.n === 1
}

function broken(db: WriteDb): string[] {
  const faults: string[] = []
  const integrity = db.pragma('integrity_check(5)', { simple: true })
  if (integrity !== 'ok') faults.push(`integrity_check: ${String(integrity)}`)
  const references = db.pragma('foreign_key_check') as unknown[]
  if (references.length > 0) faults.push(`${references.length} broken references`)
  for (const table of SEARCHES) {
    try {
      db.exec(`INSERT INTO ${table} (${table}) VALUES ('integrity-check')`)
    } catch (error) {
      faults.push(`${table}: ${String(error)}`)
    }
  }
  const chain = brokenSet(db)
  if (chain !== null) faults.push(`the chain breaks at set ${chain}`)
  const half = db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM change_set WHERE hash = ''`).get()!.n
  if (half > 0) faults.push(`${half} sets without a hash`)
  return faults
}

function unlikeItsLog(db: WriteDb): string[] {
  const copy = scratchRegister()
  try {
    replay(db, copy)
    return livingTables(copy) === livingTables(db) ? [] : ['the tables are not what the log gives']
  } finally {
    copy.close()
  }
}
