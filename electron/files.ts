// Files a person chose: the kinds we read and write, safe names for new files, and which grant stands for which path. Only the shell
// knows paths; a window holds the grant (DESIGN.md, “Files”).
import { existsSync, statSync } from 'node:fs'
import { basename, extname, join, parse } from 'node:path'
import type { DroppedFile, OpenKind, PickedFile, SaveKind } from '../db/model/bridge'

/** Also kinds that are refused: the registry says what to save them as, which a picker that hides them cannot. */
export const extensions: Record<OpenKind, readonly string[]> = {
  register: ['scn', 'scnk'],
  spreadsheet: ['xlsx', 'csv', 'xlsm', 'xls', 'ods', 'txt'],
  paper: ['pdf', 'png', 'jpg', 'jpeg', 'webp', 'tif', 'tiff', 'heic'],
}

/** Word files, also those that are refused. */
export const templates: readonly string[] = ['docx', 'docm', 'dotx', 'doc']

/** Null: of no kind we read. */
export function kindOf(path: string): OpenKind | null {
  const extension = extname(path).slice(1).toLowerCase()
  return (Object.keys(extensions) as OpenKind[]).find((kind) => extensions[kind].includes(extension)) ?? null
}

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

/** in UTF-16 units, as Windows counts; a name is NFC, so that no Vietnamese letter is cut apart */
const MOST_LETTERS = 120
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A window's suggestion as a file name that Windows takes too: no folder, no control or reserved sign, our extension. */
export function safeName(suggested: string, kind: SaveKind, untitled: string): string {
  const letters = suggested
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(new RegExp(`\\.${kind}$`, 'i'), '')
    .replace(/\s+/g, ' ')
  const stem = letters.slice(0, MOST_LETTERS).replace(/[\uD800-\uDBFF]$|^[. ]+|[. ]+$/g, '')
  return `${stem === '' || RESERVED.test(stem) ? untitled : stem}.${kind}`
}

/**
 * The path a picker gave, ending as its kind should. Where the system's picker did not add the ending itself, it did not ask about the
 * file that is there under the whole name either: then a free number is added, so that nothing is overwritten unasked.
 */
export function withEnding(path: string, kind: SaveKind): string {
  if (extname(path).toLowerCase() === `.${kind}`) return path
  const { dir, base } = parse(path)
  for (let number = 1; ; number += 1) {
    const free = join(dir, `${base}${number === 1 ? '' : ` (${number})`}.${kind}`)
    if (!existsSync(free)) return free
  }
}

export interface GrantedFiles {
  /** Grants for what a person picked or dropped; the registry makes the name, the shell remembers the path. */
  forReading(path: string): Promise<PickedFile>
  forWriting(path: string): Promise<PickedFile>
  /** Null when it is no file on disk or of no kind we read. */
  forDropped(path: string): Promise<DroppedFile | null>
  /** The same of any kind: whoever takes it looks at the bytes. */
  forDroppedPaper(path: string): Promise<PickedFile | null>
  /** Undefined for a grant that was never given. */
  pathOf(ref: string): string | undefined
  /** The same, of grants for writing only. */
  savedAt(ref: string): string | undefined
}

export function grantFiles(grant: (path: string, purpose: 'read' | 'write') => Promise<string>): GrantedFiles {
  const paths = new Map<string, string>()
  const written = new Set<string>()
  const give = async (path: string, purpose: 'read' | 'write'): Promise<PickedFile> => {
    const ref = await grant(path, purpose)
    paths.set(ref, path)
    if (purpose === 'write') written.add(ref)
    return { ref, name: basename(path) }
  }
  return {
    forReading: (path) => give(path, 'read'),
    forWriting: (path) => give(path, 'write'),
    async forDropped(path) {
      const kind = kindOf(path)
      return kind !== null && isFile(path) ? { ...(await give(path, 'read')), kind } : null
    },
    forDroppedPaper: async (path) => (isFile(path) ? give(path, 'read') : null),
    pathOf: (ref) => paths.get(ref),
    savedAt: (ref) => (written.has(ref) ? paths.get(ref) : undefined),
  }
}
