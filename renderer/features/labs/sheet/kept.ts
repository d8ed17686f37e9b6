// A sheet's draft as it lies in this machine's profile, one of each kind for each register.
import { z } from 'zod'
import type { Kind } from '../many/table'
import type { Kept } from './standing'

const CellsKept = z.record(z.string(), z.string())
const ClashKept = z.object({ mine: z.string(), theirs: z.string(), by: z.string().nullable(), told: z.boolean() })
const Stored = z.object({
  labs: z.array(z.string()),
  rows: z.array(z.object({ key: z.string(), cells: CellsKept })),
  base: z.record(z.string(), CellsKept),
  clashes: z.record(z.string(), z.record(z.string(), ClashKept)),
})

export const draftKey = (kind: Kind, register: string): string => `sheet:${kind}:${register}`

/** Null: no draft, or one of another version that no longer reads. */
export function readKept(value: string | undefined): Kept | null {
  if (value === undefined) return null
  try {
    return Stored.safeParse(JSON.parse(value)).data ?? null
  } catch {
    // not JSON: nothing that was kept here
    return null
  }
}
