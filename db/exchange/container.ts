// What a file really is, by its first bytes and not by its name; and how much a zip says it will expand to, before anything is expanded.
import { RegistryError } from '../model/errors'

export type Container = 'xlsx' | 'text'

const refuse = (rule: string): RegistryError => new RegistryError('bad_file', rule, [{ field: 'file', rule }])
const starts = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, at) => bytes[at] === byte)

/** Throws bad_file with a rule that says what the file is instead (`file.xls`, `file.encrypted`, `file.html`, …), too_large for a zip that expands beyond `mostExpanded` bytes. */
export function sniff(bytes: Uint8Array, mostExpanded: number): Container {
  if (bytes.length === 0) throw refuse('file.empty')
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw refuse(includesUtf16(bytes, 'EncryptedPackage') ? 'file.encrypted' : 'file.xls')
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) throw refuse('file.not_a_sheet')
  if (starts(bytes, 0x50, 0x4b)) return sniffZip(bytes, mostExpanded)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).trimStart().toLowerCase()
  if (/^(ï»¿)?\s*(<!doctype html|<html|<table|<\?xml|mime-version:)/.test(head)) throw refuse('file.html')
  return 'text'
}

function sniffZip(bytes: Uint8Array, mostExpanded: number): Container {
  const entries = zipDirectory(bytes)
  const names = new Set(entries.map((entry) => entry.name))
  if (names.has('xl/workbook.bin')) throw refuse('file.xls')
  if (names.has('content.xml') && names.has('mimetype')) throw refuse('file.ods')
  if (![...names].some((name) => name.startsWith('xl/'))) throw refuse('file.not_a_sheet')
  const expanded = entries.reduce((sum, entry) => sum + entry.expanded, 0)
  if (expanded > mostExpanded)
    throw new RegistryError('too_large', `expands to ${expanded}`, [{ field: 'file', rule: 'file.expands' }])
  return 'xlsx'
}

interface ZipEntry {
  name: string
  expanded: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const SENTINEL = 0xffffffff

/** The zip's own table of contents. The reader behind us expands no entry beyond the size stated here, so an entry that hides its size is refused. */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let read = 0; read < count; read += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw refuse('file.broken')
    const packed = view.getUint32(at + 20, true)
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    ) as [number, number, number]
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const stated = view.getUint32(at + 24, true)
    const expanded = stated === SENTINEL ? wideSize(view, at + 46 + nameLength, extraLength) : stated
    if (expanded === 0 && packed > 2) throw refuse('file.broken')
    entries.push({ name, expanded })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === END) return at
  }
  throw refuse('file.broken')
}

/** The 64-bit size that stands first in the zip64 field (id 1) when the 32-bit one is full. */
function wideSize(view: DataView, from: number, length: number): number {
  for (let at = from; at + 12 <= Math.min(from + length, view.byteLength); at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return Number(view.getBigUint64(at + 4, true))
  }
  throw refuse('file.broken')
}

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'utf16le'))
}
