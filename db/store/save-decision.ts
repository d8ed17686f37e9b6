// A decision with everything it does, in one set: the paper, its acts, the dated rows they begin and end, the lines they name, their annexes.
import type { Entity } from '../model/entities'
import { RegistryError } from '../model/errors'
import type { ActInput, DecisionChange } from '../model/inputs'
import { firstKeys } from '../model/order'
import { checkActs } from '../model/rules'
import { refuseUndated, writeActLines, writeActRows } from './act-rows'
import { columnOf, fromSql, ridOf } from './columns'
import { prepare, type ReadDb } from './database'
import { missing, present, saveRecord, type Save } from './saves'
import type { Tx } from './write'

/** Throws bad_dates; invalid_input where an act changes a name, an owner, an edition or a place and has no day; not_found. */
export function saveDecision(tx: Tx, { id, newId, seen, change }: Save<DecisionChange>, instant: string): string {
  const { acts, ...own } = change
  const signed = own.signed === undefined && id !== undefined ? storedSigned(tx.db, id) : (own.signed ?? null)
  const problems = checkActs(acts ?? [], signed)
  if (problems.length) throw new RegistryError('bad_dates', 'an end before its beginning', problems)
  if (id === undefined && !own.kind) throw missing('kind')
  if (id === undefined && !acts?.length) throw missing('acts')
  const saved = id ?? tx.create('decision', present({ ...own, kind: own.kind! }), newId)
  if (id !== undefined) tx.change('decision', id, own, seen)
  if (acts) saveActs(tx, { decision: saved, acts, instant, seen })
  refuseUndated(tx.db, saved)
  return saved
}

function storedSigned(db: ReadDb, id: string): Entity<'decision'>['signed'] {
  const row = prepare<[string], Record<string, unknown>>(
    db,
    'SELECT signed, signed_printed FROM decision WHERE id = ?',
  ).get(id)
  if (!row) throw new RegistryError('not_found', `decision ${id}`)
  return fromSql(db, columnOf('decision', 'signed'), row) as Entity<'decision'>['signed']
}

interface Acts {
  decision: string
  acts: NonNullable<DecisionChange['acts']>
  instant: string
  seen: number | undefined
}

function saveActs(tx: Tx, { decision, acts, instant, seen }: Acts): void {
  const sql = 'SELECT id FROM decision_act WHERE decision_rid = ? AND trashed_at IS NULL ORDER BY position, rid'
  const living = prepare<[number], { id: string }>(tx.db, sql)
    .all(ridOf(tx.db, 'decision', decision))
    .map((row) => row.id)
  const kept = new Set(acts.map((act) => act.id))
  for (const id of living) if (!kept.has(id)) tx.change('decision_act', id, { trashedAt: instant }, seen)
  const positions = firstKeys(acts.length)
  for (const [at, { id, ...act }] of acts.entries()) {
    const { names: _n, owners: _o, standards: _s, covers: _c, places, lines, annex, ...own } = act
    if (id !== undefined && !living.includes(id)) throw new RegistryError('not_found', `act ${id}`)
    const saved = id ?? tx.create('decision_act', present({ ...own, decision, position: positions[at]! }))
    if (id !== undefined) tx.change('decision_act', id, own, seen)
    const written = { id: saved, accreditation: act.accreditation, seen, instant }
    writeActRows(tx, written, { ...act, ...withPlaces(tx, act, places ?? []) })
    if (lines) writeActLines(tx, written, lines)
    if (annex) tx.create('annex', { ...present(annex), act: saved })
  }
}

/** Adds the new places as sites; what the act covers then includes them. */
function withPlaces(tx: Tx, { covers }: ActInput, places: NonNullable<ActInput['places']>): Pick<ActInput, 'covers'> {
  const sites = places.flatMap(({ laboratory, address }) =>
    address ? [{ laboratory, site: saveRecord(tx, 'site', { change: { laboratory, address } }) }] : [],
  )
  if (sites.length > 0) return { covers: [...(covers ?? []), ...sites] }
  return covers === undefined ? {} : { covers }
}
