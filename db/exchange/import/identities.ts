// After all rows are read: no two laboratories may end with one name under one owner, and a row that named a laboratory without its owner
// must not become ambiguous by what other rows bring in. Else the same file would be read differently the next time.
import type { RegisterView } from './register-view'
import { isNote, stoppedBy } from './row-plan'
import type { RowState } from './row-state'

/** A row, and the name and owner that it leaves its laboratory with. */
interface Moved {
  state: RowState
  name: string
  owner: string | null
}

const keyOf = ({ name, owner }: Moved): string => `${name}\n${owner ?? ''}`

function after(state: RowState): Moved {
  const { row, lab, plan } = state
  const said = row.line('owner')
  const name = plan.fields.nameVi ?? lab?.name ?? row.line('nameVi') ?? ''
  return { state, name, owner: plan.owner && said !== null ? said : (lab?.owner ?? null) }
}

/** Adds problems to rows whose laboratory would be taken for another one. */
export function checkIdentities(states: readonly RowState[], view: RegisterView): void {
  const moved = states.filter(isMoving).map(after)
  const movedLabs = new Set(moved.map(({ state }) => state.plan.lab))
  const ofName = counted(moved, ({ name }) => name)
  const isShared = ({ name }: Moved): boolean => ofName.get(name)! > 1
  const ofKey = counted(moved.filter(isShared), keyOf)
  for (const each of moved) {
    const { state, name, owner } = each
    const taken = view.named(name).some((lab) => lab.owner === owner && !movedLabs.has(lab.id))
    const isTwin = isShared(each) && ofKey.get(keyOf(each))! > 1
    if (taken || isTwin) state.problems.push(state.row.problem('nameVi', 'name_of_other', { name }))
  }
  const namedOnly = states.filter((state) => isNamedOnly(state) && stoppedBy(state.problems) === null)
  if (namedOnly.length === 0) return
  const rowsByName = byName(moved)
  for (const state of namedOnly) {
    const others = (rowsByName.get(after(state).name) ?? []).filter(
      (other) => other !== state && !isSameLab(other, state),
    )
    if (others.length > 0)
      state.problems.push(state.row.problem('nameVi', 'ambiguous_name', { count: others.length + 1 }))
  }
}

const isMoving = ({ plan, problems }: RowState): boolean =>
  plan.joins === null &&
  problems.every(isNote) &&
  (plan.lab === null || plan.fields.nameVi !== undefined || plan.owner !== null)

/** Found by a name alone: no record id, and no owner where the laboratory has one. */
const isNamedOnly = ({ row, lab, plan }: RowState): boolean =>
  row.text('owner') === null && row.text('id') === null && (plan.joins !== null || (lab !== null && lab.owner !== null))

const isSameLab = (a: RowState, b: RowState): boolean =>
  (a.plan.lab !== null && a.plan.lab === b.plan.lab) || a.row.number === b.plan.joins

function counted(moved: readonly Moved[], key: (moved: Moved) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const each of moved) {
    const of = key(each)
    counts.set(of, (counts.get(of) ?? 0) + 1)
  }
  return counts
}

function byName(moved: readonly Moved[]): Map<string, RowState[]> {
  const groups = new Map<string, RowState[]>()
  for (const { state, name } of moved) {
    const group = groups.get(name)
    if (group) group.push(state)
    else groups.set(name, [state])
  }
  return groups
}
