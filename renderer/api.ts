// The window's only way to the register: a typed call by name. It never throws; that the registry process ended before it
// answered is a failure like others, of code `disconnected`: of a read nothing is lost, of a write nobody knows.
import type { RestartedRule } from '../db/model/bridge'
import type { CallName, Input, Output } from '../db/contract'
import type { Failure } from './failure'
import type {} from './window'

export type Answer<T> = { ok: true; value: T } | { ok: false; error: Failure }

const RESTARTED: RestartedRule = 'registry_restarted'

/** Sends one request. The registry checks the input and the role; its reply is trusted as typed by the contract. */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Answer<Output<N>>> {
  const reply = await window.registry.call(name, input)
  if (reply.ok) return { ok: true, value: reply.value as Output<N> }
  const lost = reply.error.fields?.some(({ rule }) => rule === RESTARTED) ?? false
  return { ok: false, error: lost ? { ...reply.error, code: 'disconnected' } : reply.error }
}
