// The kinds of file that may be attached, told by their first bytes and never by their names. Anything else is refused: what is kept here
// is paper, photos and scans; a program, a script or a document with macros is none of them.
export const fileKinds = ['pdf', 'png', 'jpeg', 'webp', 'tiff', 'heic'] as const
export type FileKind = (typeof fileKinds)[number]

/** of one attached file */
export const MOST_FILE_BYTES = 100 * 1024 * 1024
/** bytes from the beginning of a file by which its kind is told */
export const HEAD_BYTES = 32

export const mimeOf: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  tiff: 'image/tiff',
  heic: 'image/heic',
}

/** The ending a copy outside gets, whatever the file was called when it was attached. */
export const endingOf = {
  pdf: 'pdf',
  png: 'png',
  jpeg: 'jpg',
  webp: 'webp',
  tiff: 'tif',
  heic: 'heic',
} as const satisfies Record<FileKind, string>

/** Shown inside the app; of the others it says that another program opens them. */
export const isViewable = (kind: FileKind): boolean => kind !== 'tiff' && kind !== 'heic'

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))

const signs: readonly [FileKind, (head: Uint8Array) => boolean][] = [
  ['pdf', (head) => ascii(head, 0, 5) === '%PDF-' || (ascii(head, 3, 8) === '%PDF-' && ascii(head, 0, 3) === 'ï»¿')],
  ['png', (head) => ascii(head, 0, 8) === '\x89PNG\r\n\x1a\n'],
  ['jpeg', (head) => ascii(head, 0, 3) === '\xff\xd8\xff'],
  ['webp', (head) => ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP'],
  ['tiff', (head) => ascii(head, 0, 4) === 'II*\0' || ascii(head, 0, 4) === 'MM\0*'],
  ['heic', (head) => ascii(head, 4, 8) === 'ftyp' && /^(heic|heix|mif1|msf1|heim|heis)$/.test(ascii(head, 8, 12))],
]

/** Null: of no kind that is attached. `head`: the first HEAD_BYTES, or all there are. */
export function kindOfBytes(head: Uint8Array): FileKind | null {
  return signs.find(([, is]) => is(head))?.[0] ?? null
}

export const kindOfMime = (mime: string): FileKind | null => fileKinds.find((kind) => mimeOf[kind] === mime) ?? null

const MOST_NAME = 200

/** A file's own name as it is kept: NFC, without folders, control and direction signs; never empty. */
export function keptName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}]+/gu, '').trim()
  return plain.slice(0, MOST_NAME).replace(/[\uD800-\uDBFF]$/, '') || 'tệp'
}

/** “quyết định.exe” that is a PDF → “quyết định.pdf”. */
export function nameOutside(name: string, kind: FileKind): string {
  const ending = /\.[a-z][a-z0-9]{1,4}$/i.exec(name)
  return `${ending === null ? name : name.slice(0, ending.index)}.${endingOf[kind]}`
}
