// What this machine remembers of the windows: language, zoom, ground colour, place of the last window. A value that no longer reads
// falls back alone; losing this file costs nobody any work.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { languages } from '../db/model/texts/say'

const Pixels = z.int().min(-100_000).max(100_000)
const Place = z.object({ x: Pixels, y: Pixels, width: Pixels.min(1), height: Pixels.min(1), maximized: z.boolean() })

export const MIN_ZOOM = 80
export const MAX_ZOOM = 200

const Remembered = z
  .object({
    /** null: never told, then Vietnamese */
    language: z.enum(languages).nullable().catch(null),
    /** percent */
    zoom: z.int().min(MIN_ZOOM).max(MAX_ZOOM).catch(100),
    /** the page's ground as `#rrggbb`, shown before the page is; null: by the system's theme */
    ground: z
      .string()
      .regex(/^#[0-9a-f]{6}$/)
      .nullable()
      .catch(null),
    window: Place.nullable().catch(null),
    /** where the last table was saved; null: nowhere yet */
    tableFolder: z.string().min(1).max(32_767).nullable().catch(null),
  })
  .catch({ language: null, zoom: 100, ground: null, window: null, tableFolder: null })
export type Remembered = z.infer<typeof Remembered>

export interface Profile {
  readonly values: Readonly<Remembered>
  /** Remembers at once; what cannot be written is remembered until the program ends. */
  change(part: Partial<Remembered>): void
}

export function openProfile(file: string): Profile {
  let values = Remembered.parse(read(file))
  return {
    get values() {
      return values
    },
    change(part) {
      const next = { ...values, ...part }
      if (JSON.stringify(next) === JSON.stringify(values)) return
      values = next
      write(file, values)
    },
  }
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // not there yet, or damaged: both mean starting anew
    return null
  }
}

function write(file: string, values: Remembered): void {
  const beside = `${file}.part`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(beside, JSON.stringify(values))
    renameSync(beside, file)
  } catch (error) {
    console.error('the window settings could not be saved', error)
  }
}
