// Two records of one laboratory made one: values as a person chose them, everything that hangs on the other goes over to the kept one, the
// other goes to the trash with a note of where it went. All plain changes of one set, so that an undo brings both back.
import type { Entity, EntityName } from '../model/entities'
import { RegistryError, type FieldProblem } from '../model/errors'
import { keyBetween } from '../model/order'
import { mergeFields, type LabMerge, type MergeField, type MergeSide } from '../model/twin-inputs'
import { columnOf, readRecord, ridOf } from './columns'
import { prepare, type ReadDb } from './database'
import { trash } from './history'
import { rowOn, saveLab } from './saves'
import { verdictOn } from './twins'
import { loggedValue, type Logged } from './logged'
import { idOf, keyOf } from './record-key'
import type { Tx } from './write'

interface Merge extends LabMerge {
  day: string
  instant: string
}

/** Merges and answers the kept laboratory's id. Throws not_found; invalid_input (itself, trashed); conflict. */
export function mergeLabs(tx: Tx, asked: LabMerge, now: { day: string; instant: string }): string {
  const merge = { ...asked, ...now }
  const { keep, other } = merge
  if (keep === other) throw refused('itself')
  for (const id of [keep, other])
    if (readRecord(tx.db, 'laboratory', id)['trashedAt'] !== null) throw refused('trashed')
  refuseChanged(tx.db, merge)
  const taken = takeValues(tx, merge)
  moveEvidence(tx, merge, taken)
  moveSites(tx, merge)
  moveCoverage(tx, merge)
  for (const id of living(tx.db, 'inspection', { field: 'laboratory', id: other }))
    tx.change('inspection', id, { laboratory: keep })
  moveMentions(tx, other, keep, merge.instant)
  moveVerdicts(tx, merge)
  trash(tx, 'laboratory', other, merge.instant)
  tx.create('twin_verdict', { laboratory: other, twin: keep, verdict: 'merged', reason: merge.reason ?? null })
  return keep
}

const refused = (rule: 'itself' | 'trashed' | 'not_its_place'): RegistryError =>
  new RegistryError('invalid_input', `a merge: ${rule}`, [{ field: 'other', rule }])

/** Ids of the living rows that point at a record, oldest first. */
function living(db: ReadDb, entity: EntityName, { field, id }: { field: string; id: string }): string[] {
  const { names, kind, target } = columnOf(entity, field)
  const value = kind === 'ref' ? ridOf(db, target!, id) : id
  const sql = `SELECT id FROM ${entity} WHERE ${names[0]!} = ? AND trashed_at IS NULL ORDER BY rid`
  return prepare<[string | number], { id: string }>(db, sql)
    .all(value)
    .map((row) => row.id)
}

const CHANGED = `
  SELECT ${idOf('c.record')} AS record, c.entity, c.field, c.value, s.actor AS "by", s.recorded_at AS at
    FROM change c JOIN change_set s USING (commit_seq) WHERE c.record = ${keyOf(':record')} AND c.commit_seq > :seen ORDER BY c.rid`

/** What the person chose from must be what stands now: the values of both, of their names, owners and places. */
function refuseChanged(db: ReadDb, { keep, other, seen }: Merge): void {
  const records = [keep, other].flatMap((id) => [
    id,
    ...(['laboratory_name', 'laboratory_owner', 'site', 'coverage'] as const).flatMap((entity) =>
      living(db, entity, { field: 'laboratory', id }),
    ),
  ])
  type Change = Logged & { record: string; by: string; at: string }
  const problems = records
    .flatMap((record) => prepare<[object], Change>(db, CHANGED).all({ record, seen }))
    .map(({ record, by, at, ...change }): FieldProblem => {
      const problem = { record, field: change.field ?? 'created', rule: 'changed_since', by, at }
      return { ...problem, base: null, yours: null, theirs: loggedValue(change) }
    })
  if (problems.length > 0) throw new RegistryError('conflict', 'changed since the two were compared', problems)
}

type Values = Record<MergeField, unknown>

function valuesOf(db: ReadDb, id: string, day: string): Values {
  const key = { rid: ridOf(db, 'laboratory', id), day }
  const name = rowOn(db, 'laboratory_name', key)
  const owner = rowOn(db, 'laboratory_owner', key)
  const names = name === null ? {} : readRecord(db, 'laboratory_name', name)
  const { kind, manager, phone, email, website, note, dissolvedOn } = readRecord(db, 'laboratory', id)
  return {
    nameVi: names['vi'] ?? null,
    nameEn: names['en'] ?? null,
    owner: owner === null ? null : readRecord(db, 'laboratory_owner', owner)['organization'],
    kind,
    manager,
    phone,
    email,
    website,
    note,
    dissolvedOn,
  }
}

/** Which side's value stands now; `same`: both had it. */
type Taken = Record<MergeField, MergeSide | 'same'>

function takeValues(tx: Tx, merge: Merge): Taken {
  const { keep, other, day, instant, choices = {} } = merge
  const [mine, theirs] = [valuesOf(tx.db, keep, day), valuesOf(tx.db, other, day)]
  const side = (field: MergeField): MergeSide | 'same' => {
    if (JSON.stringify(mine[field]) === JSON.stringify(theirs[field])) return 'same'
    return choices[field] ?? (mine[field] === null ? 'other' : 'keep')
  }
  const taken = Object.fromEntries(mergeFields.map((field) => [field, side(field)])) as Taken
  const wanted = mergeFields.filter(
    (field) => taken[field] === 'other' && !(field === 'nameVi' && theirs.nameVi === null),
  )
  const change: Record<string, unknown> = Object.fromEntries(wanted.map((field) => [field, theirs[field]]))
  if (wanted.includes('nameVi') && isDated(tx.db, 'laboratory_name', other)) {
    swap(tx, 'laboratory_name', merge)
    if (taken.nameEn === 'keep') change['nameEn'] = mine.nameEn
  }
  if (wanted.includes('owner') && isDated(tx.db, 'laboratory_owner', other)) swap(tx, 'laboratory_owner', merge)
  saveLab(tx, { id: keep, change }, { day, instant })
  return taken
}

type Chain = 'laboratory_name' | 'laboratory_owner'
const isDated = (db: ReadDb, entity: Chain, laboratory: string): boolean =>
  living(db, entity, { field: 'laboratory', id: laboratory }).length > 1

/** Names (owners) of several dates hold one after the other: they change places whole. */
function swap(tx: Tx, entity: Chain, { keep, other }: Merge): void {
  const rows = [keep, other].map((id) => living(tx.db, entity, { field: 'laboratory', id }))
  for (const id of rows[0]!) tx.change(entity, id, { laboratory: other })
  for (const id of rows[1]!) tx.change(entity, id, { laboratory: keep })
}

const isMergeField = (attribute: unknown): attribute is MergeField =>
  (mergeFields as readonly unknown[]).includes(attribute)

/** A source of one value goes where that value goes; a source of a value that was replaced goes to the trash. */
function moveEvidence(tx: Tx, { keep, other, instant }: Merge, taken: Taken): void {
  const each = (id: string): [id: string, side: MergeSide | 'same'][] =>
    living(tx.db, 'evidence', { field: 'record', id }).map((evidence) => {
      const { attribute } = readRecord(tx.db, 'evidence', evidence)
      return [evidence, isMergeField(attribute) ? taken[attribute] : 'same']
    })
  const [mine, theirs] = [each(keep), each(other)]
  for (const [id, side] of mine) if (side === 'other') tx.change('evidence', id, { trashedAt: instant })
  for (const [id, side] of theirs) if (side !== 'keep') tx.change('evidence', id, { record: keep })
}

type Site = Entity<'site'>
const FILLED = ['label', 'address', 'oldUnit', 'unit', 'phone', 'note'] as const

function moveSites(tx: Tx, merge: Merge): void {
  const { keep, other, sites = [], instant } = merge
  const [mine, theirs] = [keep, other].map((id) => living(tx.db, 'site', { field: 'laboratory', id })) as [
    string[],
    string[],
  ]
  if (sites.some((pair) => !mine.includes(pair.keep) || !theirs.includes(pair.other))) throw refused('not_its_place')
  const read = (id: string): Site => readRecord(tx.db, 'site', id) as Site
  let last =
    mine
      .map((id) => read(id).position)
      .filter((position) => position !== null)
      .toSorted()
      .at(-1) ?? null
  const inOrder = theirs.map((id) => [read(id).position ?? '', id] as const).toSorted((a, b) => (a[0] < b[0] ? -1 : 1))
  for (const [, id] of inOrder) {
    const into = sites.find((pair) => pair.other === id)?.keep
    if (into === undefined) {
      last = keyBetween(last, null)
      tx.change('site', id, { laboratory: keep, position: last })
    } else joinSite(tx, { from: id, into, instant })
  }
}

/** One place that both had: what is empty is filled, what named the other's names the kept one. */
function joinSite(tx: Tx, { from, into, instant }: { from: string; into: string; instant: string }): void {
  const [mine, theirs] = [into, from].map((id) => readRecord(tx.db, 'site', id)) as [Site, Site]
  const filled = FILLED.filter((field) => mine[field] === null && theirs[field] !== null)
  tx.change('site', into, Object.fromEntries(filled.map((field) => [field, theirs[field]])))
  for (const entity of ['coverage', 'scope_line', 'inspection'] as const)
    for (const id of living(tx.db, entity, { field: 'site', id: from })) tx.change(entity, id, { site: into })
  for (const id of living(tx.db, 'evidence', { field: 'record', id: from })) tx.change('evidence', id, { record: into })
  moveMentions(tx, from, into, instant)
  tx.change('site', from, { trashedAt: instant })
}

/** Rows that would say the same of the kept laboratory a second time go to the trash. */
function moveCoverage(tx: Tx, { keep, other, instant }: Merge): void {
  const keyOf = (id: string): string => {
    const { accreditation, site, fromAct, untilAct } = readRecord(tx.db, 'coverage', id)
    return JSON.stringify([accreditation, site, fromAct, untilAct])
  }
  const known = new Set(living(tx.db, 'coverage', { field: 'laboratory', id: keep }).map(keyOf))
  for (const id of living(tx.db, 'coverage', { field: 'laboratory', id: other }))
    if (known.has(keyOf(id))) tx.change('coverage', id, { trashedAt: instant })
    else tx.change('coverage', id, { laboratory: keep })
}

/** What names a record by its id: claims go over, a file or a snooze that both have goes once. */
function moveMentions(tx: Tx, from: string, into: string, instant: string): void {
  for (const id of living(tx.db, 'statement', { field: 'subject', id: from }))
    tx.change('statement', id, { subject: into })
  for (const [entity, what] of [
    ['attachment_link', 'attachment'],
    ['snooze', 'about'],
  ] as const) {
    const keyOf = (id: string): unknown => readRecord(tx.db, entity, id)[what]
    const known = new Set(living(tx.db, entity, { field: 'record', id: into }).map(keyOf))
    for (const id of living(tx.db, entity, { field: 'record', id: from }))
      tx.change(entity, id, known.has(keyOf(id)) ? { trashedAt: instant } : { record: into })
  }
}

/** Whom the other was told apart from, the kept one is too; that these two were is over. */
function moveVerdicts(tx: Tx, { keep, other, instant }: Merge): void {
  const between = verdictOn(tx.db, keep, other)
  if (between !== null) tx.change('twin_verdict', between, { trashedAt: instant })
  for (const [own, theirs] of [
    ['laboratory', 'twin'],
    ['twin', 'laboratory'],
  ] as const)
    for (const id of living(tx.db, 'twin_verdict', { field: own, id: other })) {
      const row = readRecord(tx.db, 'twin_verdict', id)
      if (row['verdict'] !== 'different') continue
      const known = verdictOn(tx.db, keep, row[theirs] as string) !== null
      tx.change('twin_verdict', id, known ? { trashedAt: instant } : { [own]: keep })
    }
}
