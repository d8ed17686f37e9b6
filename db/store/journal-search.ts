// Finds savings by words: in the values that they wrote, or in the name of a record that they touched; any accents. The log has no index of
// words, so it is read from its end, a stretch at a time, and other calls are answered in between.
import { setImmediate } from 'node:timers/promises'
import { Id } from '../model/fields'
import { fold } from '../model/text/fold'
import { prepare, type ReadDb } from './database'
import { loggedValue, type Logged } from './logged'
import { idOf } from './record-key'

/** changes read at one go: some 20 ms */
const STRETCH = 2_000

/** Records called so: a laboratory with its own rows, an owner, an accreditation by its code, a decision by its number. */
const NAMED = `
  WITH lab(rid) AS (SELECT laboratory_rid FROM laboratory_name WHERE instr(folded(vi), :text) OR instr(folded(en), :text))
  SELECT id FROM laboratory WHERE rid IN lab
  UNION SELECT id FROM laboratory_name WHERE laboratory_rid IN lab
  UNION SELECT id FROM laboratory_owner WHERE laboratory_rid IN lab
  UNION SELECT id FROM site WHERE laboratory_rid IN lab
  UNION SELECT id FROM coverage WHERE laboratory_rid IN lab
  UNION SELECT g.id FROM organization g JOIN organization_name n ON n.organization_rid = g.rid WHERE instr(folded(n.vi), :text)
  UNION SELECT id FROM accreditation WHERE instr(folded(code_printed), :text)
  UNION SELECT id FROM decision WHERE instr(folded(number), :text)
  UNION SELECT a.id FROM decision_act a JOIN decision d ON d.rid = a.decision_rid WHERE instr(folded(d.number), :text)
  UNION SELECT id FROM signatory WHERE instr(folded(name), :text)`

interface Row extends Logged {
  rid: number
  seq: number
  record: string
}

const known = new WeakSet<ReadDb>()

function namedRecords(db: ReadDb, text: string): ReadonlySet<string> {
  if (!known.has(db))
    db.function('folded', { deterministic: true }, (word: unknown) => fold(typeof word === 'string' ? word : ''))
  known.add(db)
  return new Set(prepare<[object], string>(db, NAMED).pluck().all({ text }))
}

/** The words of a logged value, folded; ids are not words. */
function wordsOf(change: Logged): string {
  const words: string[] = []
  const gather = (part: unknown): void => {
    if (typeof part === 'object' && part !== null) Object.values(part).forEach(gather)
    else if (typeof part === 'number' || (typeof part === 'string' && !Id.safeParse(part).success))
      words.push(String(part))
  }
  gather(loggedValue(change))
  return fold(words.join('\n'))
}

/** Numbers of savings, newest first, of which a change among those `from` (a FROM and WHERE over `c` and `s`) holds the words; at most `limit`. */
export async function setsWithWords(
  db: ReadDb,
  { text, from, bounds, limit }: { text: string; from: string; bounds: object; limit: number },
): Promise<number[]> {
  const wanted = fold(text)
  const named = namedRecords(db, wanted)
  const next = prepare<[object], Row>(
    db,
    `SELECT c.rid, c.commit_seq AS seq, ${idOf('c.record')} AS record, c.entity, c.field, c.value ${from} AND c.rid < :below ORDER BY c.rid DESC LIMIT ${STRETCH}`,
  )
  const found: number[] = []
  for (let below = Number.MAX_SAFE_INTEGER; ;) {
    const rows = next.all({ ...bounds, below })
    for (const row of rows) {
      const { seq, record } = row
      if (found.at(-1) === seq) continue
      if (named.has(record) || wordsOf(row).includes(wanted)) found.push(seq)
      if (found.length === limit) return found
    }
    if (rows.length < STRETCH) return found
    below = rows.at(-1)!.rid
    await setImmediate()
  }
}
