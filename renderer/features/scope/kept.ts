// What the entry grid keeps in this machine's profile while it is not saved: the rows, what they were before, and pieces still to be placed.
import { v7 as uuidv7 } from 'uuid'
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
  entry: z.string().default(() => uuidv7()),
})

export interface Kept {
  rows: readonly SheetRow[]
  /** cells of the lines as the register had them, by id */
  base: Readonly<Record<string, Cells>>
  seen: number
  pieces: readonly string[]
  continues: Readonly<Record<string, string | null>>
  made: number
  /** ids of new rows begin with it: a row keeps its id in the draft, so that it is never added twice */
  entry: string
}

/** The id that a row made here will have as a line. */
export function lineId(entry: string, key: string): string {
  const number = Number(key.replace(NEW, ''))
  return entry.slice(0, -6) + number.toString(16).padStart(6, '0')
}

const NEW = 'new:'
export const isNew = (key: string): boolean => key.startsWith(NEW)

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
