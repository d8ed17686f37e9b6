// A record among those that a page was read with.
import { CallFailed } from '../../../failure'

/** The record of that id among those read; throws CallFailed not_found when it is no longer there. */
export function among<T extends { id: string }>(all: readonly T[], id: string): T {
  const found = all.find((each) => each.id === id)
  if (found === undefined) throw new CallFailed({ code: 'not_found', message: id })
  return found
}
