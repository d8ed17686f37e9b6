// Grants: opaque names for files that a person picked. Only the shell (after a picker or a drop) and the command line make them; a window never sends a path.
import { randomUUID } from 'node:crypto'
import { RegistryError } from './model/errors'

export type Purpose = 'read' | 'write'

export interface Grants {
  /** A new grant for one file and one purpose; lasts as long as the process. */
  give(path: string, purpose: Purpose): string
  /** The granted path. Throws bad_grant for an unknown grant or the wrong purpose. */
  path(ref: string, purpose: Purpose): string
}

export function createGrants(): Grants {
  const given = new Map<string, { path: string; purpose: Purpose }>()
  return {
    give(path, purpose) {
      const ref = `grant:${randomUUID()}`
      given.set(ref, { path, purpose })
      return ref
    },
    path(ref, purpose) {
      const grant = given.get(ref)
      if (!grant || grant.purpose !== purpose) throw new RegistryError('bad_grant', `no ${purpose} grant`)
      return grant.path
    },
  }
}
