// The parts of a zip as its own table of contents states them, and whether each really is what is stated: size, checksum, a whole XML document.
// Checked before the workbook reader sees the file: it would read a cut sheet to where it ends and call that the end.
import { crc32, inflateRawSync } from 'node:zlib'

export interface ZipPart {
  name: string
  /** bytes when expanded, as stated */
  expanded: number
  packed: number
  method: number
  crc: number
  /** where its local header begins */
  offset: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const SENTINEL = 0xffffffff
const STORED = 0
const DEFLATED = 8

/** Null when the bytes are no whole zip. */
export function zipParts(bytes: Uint8Array): ZipPart[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return null
  const parts: ZipPart[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const stated = view.getUint32(at + 24, true)
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      expanded: stated === SENTINEL ? wideSize(view, at + 46 + nameLength, extraLength) : stated,
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return parts
}

/** What all parts say they expand to; 0 for what is no zip. */
export const expandedSize = (bytes: Uint8Array): number =>
  (zipParts(bytes) ?? []).reduce((sum, part) => sum + part.expanded, 0)

function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === END) return at
  }
  return null
}

/** The 64-bit size that stands first in the zip64 field (id 1) when the 32-bit one is full. */
function wideSize(view: DataView, from: number, length: number): number {
  for (let at = from; at + 12 <= Math.min(from + length, view.byteLength); at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return Number(view.getBigUint64(at + 4, true))
  }
  return Number.POSITIVE_INFINITY
}

/** Whether a part expands to exactly what is stated, never to more, and, being XML, is not cut off. */
export function isWhole(bytes: Uint8Array, part: ZipPart): boolean {
  const content = contentOf(bytes, part)
  if (content === null || content.length !== part.expanded || crc32(content) !== part.crc) return false
  return !/\.(xml|rels)$/i.test(part.name) || content.length === 0 || closesItsRoot(content)
}

/** Null: it is not where or what the table of contents says, or more than that. */
export function contentOf(bytes: Uint8Array, part: ZipPart): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (part.offset + 30 > bytes.length || view.getUint32(part.offset, true) !== LOCAL) return null
  const from = part.offset + 30 + view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true)
  return expand(bytes.subarray(from, from + part.packed), part)
}

function expand(packed: Uint8Array, { method, expanded }: ZipPart): Uint8Array | null {
  if (method === STORED) return packed
  if (method !== DEFLATED) return null
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, expanded) })
  } catch {
    return null // more than stated, or no deflate data: the part is not what the zip says
  }
}

function closesItsRoot(xml: Uint8Array): boolean {
  const head = new TextDecoder().decode(xml.subarray(0, 65_536))
  const tail = new TextDecoder().decode(xml.subarray(-1_024)).trimEnd()
  const root = /<([A-Za-z_][\w:.-]*)/.exec(head.replace(/<!DOCTYPE[^[>]*(\[[^\]]*\])?[^>]*>/, ''))?.[1]
  return root !== undefined && (tail.endsWith(`</${root}>`) || tail.endsWith('/>') || tail.endsWith('-->'))
}
