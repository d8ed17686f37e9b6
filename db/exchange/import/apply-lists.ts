// Carries out the steps of a list of decisions or of scope lines, in the caller's one change set.
import type { ActInput } from '../../model/inputs'
import { saveRows } from '../../store/annexes'
import { prepare } from '../../store/database'
import { saveDecision } from '../../store/save-decision'
import { saveRecord } from '../../store/saves'
import type { Tx } from '../../store/write'
import { groupedBy } from './grouped'
import type { LineStep, PaperStep } from './row-plan'

interface List {
  /** how the file is called in evidence */
  source: string
  /** of the register when the plan was made */
  seq: number
  instant: string
}

interface Counts {
  added: number
  changed: number
}

const ACTS = `SELECT t.id, a.id AS accreditation, t.kind FROM decision_act t JOIN decision d ON d.rid = t.decision_rid
    JOIN accreditation a ON a.rid = t.accreditation_rid WHERE d.id = ? AND t.trashed_at IS NULL ORDER BY t.position, t.rid`

function proven(tx: Tx, record: string, { source }: List): void {
  tx.create('evidence', { record, kind: 'import', source, certainty: 'unverified' })
}

/** Steps of one paper are one saving of it; counted are papers. */
export function applyPapers(tx: Tx, steps: readonly PaperStep[], list: List): Counts {
  const byPaper = groupedBy(steps, ({ paper }) => ('id' in paper ? paper.id : paper.number))
  let added = 0
  for (const all of byPaper.values()) {
    const { paper, decision } = all[0]!
    const acts: ActInput[] = all.flatMap(({ act }) => act ?? [])
    if (!('id' in paper)) {
      proven(tx, saveDecision(tx, { change: { ...decision, acts } }, list.instant), list)
      added += 1
      continue
    }
    for (const { fill } of all) {
      if (!fill) continue
      tx.change('decision', paper.id, fill.decision, list.seq)
      if (fill.act) {
        const { id, ...dates } = fill.act
        tx.change('decision_act', id, dates, list.seq)
      }
    }
    if (acts.length === 0) continue
    const held = prepare<[string], ActInput>(tx.db, ACTS).all(paper.id)
    saveDecision(tx, { id: paper.id, seen: list.seq, change: { acts: [...held, ...acts] } }, list.instant)
  }
  return { added, changed: byPaper.size - added }
}

/** New lines go to the end of their annex in the order of the file; an annex that did not exist is made, and has its evidence. */
export function applyLines(tx: Tx, steps: readonly LineStep[], list: List): Counts {
  const fresh = steps.filter(({ line }) => line === null)
  for (const all of groupedBy(fresh, ({ annex }) => ('id' in annex ? annex.id : annex.act)).values()) {
    const { annex } = all[0]!
    const id = 'id' in annex ? annex.id : saveRecord(tx, 'annex', { change: { act: annex.act, extent: 'complete' } })
    if (!('id' in annex)) proven(tx, id, list)
    saveRows(tx, { annex: id, rows: all.map(({ change }) => change) }, list.instant)
  }
  for (const { line, change } of steps) if (line !== null) tx.change('scope_line', line, change, list.seq)
  return { added: fresh.length, changed: steps.length - fresh.length }
}
