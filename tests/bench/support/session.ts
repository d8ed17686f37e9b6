// The registry in this process, as a window reaches it: router, roles, parsing, handler.
import { openRegistry } from '../../../db/registry'
import type { Registry, Session } from '../../../db/registry'
import type { CallName, Input, Output } from '../../../db/contract'
import { NOW } from './registers'

export interface Caller {
  registry: Registry
  session: Session
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
}

/** `file`: a copy, the registry marks it as open. */
export async function openCaller(
  file: string,
  options: { workerFile?: string; profile?: string } = {},
): Promise<Caller> {
  const registry = await openRegistry({ file, clock: { now: () => Date.parse(NOW) }, ...options })
  const session = registry.session({ actor: 'bench', role: 'admin' })
  return {
    registry,
    session,
    async call(name, input) {
      const reply = await session.call(name, input)
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
      return reply.value as never
    },
  }
}
