// After all rows are read: no two laboratories may end with one name under one owner, and a row that named a laboratory without its owner
// must not become ambiguous by what other rows bring in. Else the same file would be read differently the next time.
import { squash } from './file-row'
import type { RegisterView } from './register-view'
import { isNote, stoppedBy } from './row-plan'
import type { RowState } from './row-state'

interface Identity {
  name: string
  owner: string | null
}

const keyOf = ({ name, owner }: Identity): string => `${name}\n${owner ?? ''}`

/** Name and owner that the row leaves its laboratory with. */
function after({ row, lab, plan }: RowState): Identity {
  const owner = row.text('owner')
  return {
    name: squash(plan.fields.nameVi ?? lab?.name ?? row.text('nameVi') ?? ''),
    owner: plan.owner && owner !== null ? squash(owner) : (lab?.owner ?? null),
  }
}

/** Adds problems to rows whose laboratory would be taken for another one. */
export function checkIdentities(states: readonly RowState[], view: RegisterView): void {
  const moving = states.filter(
    ({ plan, problems }) =>
      plan.joins === null &&
      problems.every(isNote) &&
      (plan.lab === null || plan.fields.nameVi !== undefined || plan.owner !== null),
  )
  const moved = new Map(moving.map((state) => [state, after(state)]))
  const movedLabs = new Set(moving.flatMap(({ plan }) => plan.lab ?? []))
  const rowsOfKey = counted(moved, keyOf)
  for (const [state, identity] of moved) {
    const taken = view.named(identity.name).some((lab) => lab.owner === identity.owner && !movedLabs.has(lab.id))
    const twin = rowsOfKey.get(keyOf(identity))! > 1
    if (taken || twin) state.problems.push(state.row.problem('nameVi', 'name_of_other', { name: identity.name }))
  }
  const namedOnly = states.filter((state) => isNamedOnly(state) && stoppedBy(state.problems) === null)
  if (namedOnly.length === 0) return
  const rowsByName = grouped(moved, (identity) => identity.name)
  for (const state of namedOnly) {
    const others = (rowsByName.get(after(state).name) ?? []).filter(
      (other) => other !== state && !isSameLab(other, state),
    )
    if (others.length > 0)
      state.problems.push(state.row.problem('nameVi', 'ambiguous_name', { count: others.length + 1 }))
  }
}

/** Found by a name alone: no record id, and no owner where the laboratory has one. */
const isNamedOnly = ({ row, lab, plan }: RowState): boolean =>
  row.text('owner') === null && row.text('id') === null && (plan.joins !== null || (lab !== null && lab.owner !== null))

const isSameLab = (a: RowState, b: RowState): boolean =>
  (a.plan.lab !== null && a.plan.lab === b.plan.lab) || a.row.number === b.plan.joins

function counted(
  moved: ReadonlyMap<RowState, Identity>,
  key: (identity: Identity) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const identity of moved.values()) counts.set(key(identity), (counts.get(key(identity)) ?? 0) + 1)
  return counts
}

function grouped(moved: ReadonlyMap<RowState, Identity>, key: (identity: Identity) => string): Map<string, RowState[]> {
  const groups = new Map<string, RowState[]>()
  for (const [state, identity] of moved) {
    const group = groups.get(key(identity))
    if (group) group.push(state)
    else groups.set(key(identity), [state])
  }
  return groups
}
