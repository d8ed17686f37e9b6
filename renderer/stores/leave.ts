// The seam between what may hold unsaved work (a form beside the list) and what is about to take the register, or the page of a record,
// away from under it: whoever holds such work asks the person here, and only then lets the other go on.

/** `record`: only what belongs to this record is to be left; left out: everything. */
type Guard = (go: () => void, record?: string) => void

const guards: Guard[] = []

/** `guard` calls `go`: at once, when the person has decided, or never when the person stays. */
export function guardLeaving(guard: Guard): void {
  guards.push(guard)
}

function leave(go: () => void, record?: string): void {
  const pass = guards.reduceRight<() => void>((next, guard) => () => guard(next, record), go)
  pass()
}

/** Runs `go` once every guard has let it pass. */
export const leaveRegister = (go: () => void): void => leave(go)

/** As leaveRegister, for the page of one record: work on another record stays where it is. */
export const leaveRecord = (record: string, go: () => void): void => leave(go, record)
