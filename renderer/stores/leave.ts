// The seam between what may hold unsaved work (a form beside the list) and what is about to take the register away from under it:
// whoever holds such work asks the person here, and only then lets the other go on.

type Guard = (go: () => void) => void

const guards: Guard[] = []

/** `guard` calls `go`: at once, when the person has decided, or never when the person stays. */
export function guardLeaving(guard: Guard): void {
  guards.push(guard)
}

/** Runs `go` once every guard has let it pass. */
export function leaveRegister(go: () => void): void {
  const pass = guards.reduceRight<() => void>((next, guard) => () => guard(next), go)
  pass()
}
