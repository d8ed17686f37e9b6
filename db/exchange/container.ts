// What a file really is, by its first bytes and not by its name; how much a zip expands to is limited before anything is expanded.
import { RegistryError } from '../model/errors'
import { contentOf, isWhole, zipParts, type ZipPart } from './zip-parts'

export type Container = 'xlsx' | 'xls' | 'ods' | 'text'

/** What a workbook carries besides its cells. It is told and never acted on: nothing runs, nothing is fetched. */
export type Carried = 'macros' | 'external_links'

const refuse = (rule: string): RegistryError => new RegistryError('bad_file', rule, [{ field: 'file', rule }])
const starts = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, at) => bytes[at] === byte)

/**
 * Throws bad_file with a rule that says what the file is instead (`file.xls`, `file.encrypted`, `file.html`, …) or that it is damaged,
 * too_large for a zip that expands beyond `mostExpanded` bytes.
 */
export function sniff(bytes: Uint8Array, mostExpanded: number): Container {
  if (bytes.length === 0) throw refuse('file.empty')
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (includesUtf16(bytes, 'EncryptedPackage')) throw refuse('file.encrypted')
    if (!includesUtf16(bytes, 'Workbook')) throw refuse(includesUtf16(bytes, 'Book') ? 'file.xls' : 'file.not_a_sheet')
    return 'xls'
  }
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) throw refuse('file.not_a_sheet')
  if (starts(bytes, 0x50, 0x4b)) return sniffZip(bytes, mostExpanded)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).trimStart().toLowerCase()
  if (/^(ï»¿)?\s*(<!doctype html|<html|<table|<\?xml|mime-version:)/.test(head)) throw refuse('file.html')
  return 'text'
}

function sniffZip(bytes: Uint8Array, mostExpanded: number): Container {
  const parts = zipParts(bytes)
  if (parts === null) throw refuse('file.broken')
  const names = new Set(parts.map((part) => part.name))
  if (names.has('xl/workbook.bin')) throw refuse('file.xls')
  const isOds = names.has('content.xml') && names.has('mimetype')
  if (!isOds && !parts.some((part) => part.name.startsWith('xl/'))) throw refuse('file.not_a_sheet')
  const expanded = parts.reduce((sum, part) => sum + part.expanded, 0)
  if (expanded > mostExpanded)
    throw new RegistryError('too_large', `expands to ${expanded}`, [{ field: 'file', rule: 'file.expands' }])
  // enciphered parts are not what the table of contents says of their contents
  if (isOds && bytesOf(bytes, parts, 'META-INF/manifest.xml').includes('encryption-data'))
    throw refuse('file.encrypted')
  if (!parts.every((part) => part.name.endsWith('/') || isWhole(bytes, part))) throw refuse('file.broken')
  if (!isOds) return 'xlsx'
  if (!bytesOf(bytes, parts, 'mimetype').includes('opendocument.spreadsheet')) throw refuse('file.not_a_sheet')
  return 'ods'
}

function bytesOf(bytes: Uint8Array, parts: readonly ZipPart[], name: string): Buffer {
  const part = parts.find((each) => each.name === name)
  return Buffer.from((part && contentOf(bytes, part)) ?? [])
}

/** Names alone tell; a file that is no zip carries nothing that we know of. */
export function carried(bytes: Uint8Array): Carried[] {
  const names = (zipParts(bytes) ?? []).map((part) => part.name)
  return [
    ...(names.some((name) => /vbaproject\.bin$|^basic\//i.test(name)) ? ['macros' as const] : []),
    ...(names.some((name) => name.startsWith('xl/externalLinks/')) ? ['external_links' as const] : []),
  ]
}

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'utf16le'))
}
