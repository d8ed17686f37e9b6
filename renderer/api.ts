// The window's only way to the register: a typed call by name. It never throws; that the registry process ended before it
// answered is a failure like others, of code `disconnected`: of a read nothing is lost, of a write nobody knows.
import type { RestartedRule } from '../db/model/bridge'
import { contract, type CallName, type Input, type Output } from '../db/contract'
import type { Failure } from './failure'
import { useDayStore } from './stores/day'
import type {} from './window'

export type Answer<T> = { ok: true; value: T } | { ok: false; error: Failure }

const RESTARTED: RestartedRule = 'registry_restarted'

/** Reads that are about this machine, ways of looking, or the register's whole past, whatever time is looked at. */
const alwaysLive: ReadonlySet<CallName> = new Set([
  'register.recordedAt',
  'register.recent',
  'drafts.list',
  'views.list',
  'drafts.put',
  'jobs.cancel',
  'errors.report',
  'backups.list',
  'backups.compare',
  'backups.unlock',
  'register.recovery',
  'register.checkLog',
  'register.findFingerprint',
  'support.preview',
  'support.save',
  'changes.redactionPlan',
  'people.door',
  'people.list',
  'people.signIn',
  'people.signOut',
])

/** The set after which the register is looked at by this call; undefined: as it is now. */
export function recordedFor(name: CallName): number | undefined {
  if (contract[name].kind !== 'read' || alwaysLive.has(name)) return undefined
  return useDayStore.getState().recorded?.seq
}

/** Sends one request. The registry checks the input and the role; its reply is trusted as typed by the contract. */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Answer<Output<N>>> {
  const recorded = recordedFor(name)
  const reply = await (recorded === undefined
    ? window.registry.call(name, input)
    : window.registry.call(name, input, recorded))
  if (reply.ok) return { ok: true, value: reply.value as Output<N> }
  const lost = reply.error.fields?.some(({ rule }) => rule === RESTARTED) ?? false
  return { ok: false, error: lost ? { ...reply.error, code: 'disconnected' } : reply.error }
}
