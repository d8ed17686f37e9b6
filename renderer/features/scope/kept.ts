// What the entry grid keeps in this machine's profile while it is not saved: the rows, what they were before, and pieces still to be placed.
import { z } from 'zod'
import type { SheetRow } from '../../components/sheet/sheet'
import type { Cells } from './cells'

const CellsKept = z.record(z.string(), z.string())
const Kept = z.object({
  rows: z.array(z.object({ key: z.string(), cells: CellsKept })),
  base: z.record(z.string(), CellsKept),
  seen: z.int(),
  pieces: z.array(z.string()),
  /** lines chosen to be continued, by row */
  continues: z.record(z.string(), z.string().nullable()),
  made: z.int(),
})

export interface Kept {
  rows: readonly SheetRow[]
  /** cells of the lines as the register had them, by id */
  base: Readonly<Record<string, Cells>>
  seen: number
  pieces: readonly string[]
  continues: Readonly<Record<string, string | null>>
  made: number
}

export const draftKey = (annex: string): string => `scope:${annex}`

/** Null: no draft, or one of an older version that no longer reads. */
export function readKept(value: string | undefined): Kept | null {
  if (value === undefined) return null
  try {
    return Kept.safeParse(JSON.parse(value)).data ?? null
  } catch {
    // not JSON: nothing that was kept here
    return null
  }
}
