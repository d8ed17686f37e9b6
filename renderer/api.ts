// The window's only way to the register: a typed call by name. It never throws; a registry that cannot be reached is a failure like others.
import type { CallName, Input, Output } from '../db/contract'
import type { Failure } from './failure'
import './window'

export type Answer<T> = { ok: true; value: T } | { ok: false; error: Failure }

/** Sends one request. The registry checks the input and the role; its reply is trusted as typed by the contract. */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Answer<Output<N>>> {
  try {
    return (await window.registry.call(name, input)) as Answer<Output<N>>
  } catch (thrown) {
    return {
      ok: false,
      error: { code: 'disconnected', message: thrown instanceof Error ? thrown.message : String(thrown) },
    }
  }
}
