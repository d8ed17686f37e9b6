// Owning organisations that the rows of a file name, and their sectors. An organisation is one record for all its laboratories:
// rows that say different things about it contradict each other, and none of them wins.
import { folded } from '../folded'
import type { RegisterView } from './register-view'
import type { OwnerRef, Sector } from './row-plan'
import { differs, type RowState } from './row-state'
import { readSector, readText } from './values'

export interface OwnerBook {
  /** Takes the owner and sector of a row into its plan. */
  take(state: RowState): void
  /** Refuses rows that would set a sector which another row contradicts. */
  close(): void
}

/** What the rows say of one owner's sector. */
interface Said {
  /** first row that says each sector */
  rows: Map<Sector, number>
  /** rows that would set it */
  setters: RowState[]
}

interface Book {
  view: RegisterView
  /** exact names of organisations that the file adds, by folded name */
  added: Map<string, string>
  /** by `keyOf` */
  said: Map<string, Said>
  /** owners found without a question, by exact name: one stands in many rows */
  found: Map<string, OwnerRef>
}

const keyOf = (owner: OwnerRef): string => ('id' in owner ? owner.id : `new ${owner.name}`)

export function ownerBook(view: RegisterView): OwnerBook {
  const book: Book = { view, added: new Map(), said: new Map(), found: new Map() }
  return {
    take(state) {
      if (takeOwner(state, book)) takeSector(state, book)
    },
    close: () => refuseContradictions(book),
  }
}

/** False: the owner cell is not understood, so its sector cannot be judged. */
function takeOwner(state: RowState, book: Book): boolean {
  const { row, lab, plan, touched, problems } = state
  if (!differs(row, lab, 'owner')) return true
  const read = readText(row, 'owner')
  if ('value' in read && read.value === lab?.owner) return true
  touched.add('owner')
  if ('problems' in read) problems.push(...read.problems)
  else plan.owner = find(state, read.value, book)
  return plan.owner !== null
}

function find(state: RowState, name: string, book: Book): OwnerRef | null {
  const known = book.found.get(name)
  if (known !== undefined) return known
  const owner = seek(state, name, book)
  if (owner !== null) book.found.set(name, owner)
  return owner
}

/** The organisation of exactly this name, or a new one; a similar name is asked about. */
function seek({ row, problems }: RowState, name: string, { view, added }: Book): OwnerRef | null {
  const [known, ...others] = view.owners(name)
  const alike = view.ownersLike(name)[0]?.name ?? added.get(folded(name))
  if (known && others.length === 0) return { id: known.id }
  if (known) problems.push(row.problem('owner', 'ambiguous_owner', { count: others.length + 1 }))
  else if (alike !== undefined && alike !== name)
    problems.push(row.problem('owner', 'maybe_same_owner', { name: alike }))
  else {
    added.set(folded(name), name)
    return { name }
  }
  return null
}

function takeSector(state: RowState, { view, said }: Book): void {
  const { row, lab, plan, touched, problems } = state
  if (row.text('sector') === null) return
  const own = lab?.row.lab
  const unchanged = differs(row, lab, 'sector') ? null : (own?.sector ?? null)
  const read = unchanged === null ? readSector(row) : { value: unchanged }
  const owner: OwnerRef | null = plan.owner ?? (own?.owner ? { id: own.owner.id } : null)
  if (unchanged === null) touched.add('sector')
  if ('problems' in read) problems.push(...read.problems)
  else if (owner === null) problems.push(row.problem('sector', 'sector_needs_owner'))
  else {
    const all: Said = said.get(keyOf(owner)) ?? { rows: new Map(), setters: [] }
    said.set(keyOf(owner), all)
    if (!all.rows.has(read.value)) all.rows.set(read.value, row.number)
    const held = plan.owner ? sectorOf(view, plan.owner, row) : (own?.sector ?? null)
    if (held === read.value) touched.delete('sector')
    else if (plan.owner && held !== null)
      problems.push(row.problem('sector', 'sector_disagrees', { owner: row.line('owner') ?? '' }))
    else {
      plan.sector = { of: owner, value: read.value }
      all.setters.push(state)
    }
  }
}

const sectorOf = (view: RegisterView, owner: OwnerRef, row: RowState['row']): Sector | null =>
  'id' in owner ? (view.owners(row.line('owner') ?? '')[0]?.sector ?? null) : null

function refuseContradictions({ said }: Book): void {
  for (const { rows, setters } of said.values()) {
    for (const { row, plan, problems } of setters) {
      const other = [...rows].find(([sector]) => sector !== plan.sector?.value)
      if (other) problems.push(row.problem('sector', 'contradicts_row', { row: other[1] }))
    }
  }
}
