// Why a call did not work, as the window knows it: the registry's own reply, or that the registry could not be reached.
import type { ErrorReply } from '../db/model/errors'

export type Failure = Omit<ErrorReply, 'code'> & { code: ErrorReply['code'] | 'disconnected' }

/** A Failure as something that can be thrown (react-query wants errors thrown). */
export class CallFailed extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'CallFailed'
    this.failure = failure
  }
}

/** Anything thrown as a Failure; what is not ours counts as internal. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof CallFailed) return thrown.failure
  return { code: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) }
}
