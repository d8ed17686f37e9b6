// Reads WOFF 1 and writes WOFF 2 fonts, as far as build/fonts/figures.mjs needs it: tables in, tables out, nothing understood.
import { brotliCompressSync, inflateSync } from 'node:zlib'

/** Table tags in the order of WOFF 2's table of known tags; the index is what the file stores. */
const KNOWN = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post', 'cvt ', 'fpgm', 'glyf', 'loca']

/**
 * @param {Buffer} file
 * @returns {Map<string, Buffer>}
 */
export function readWoff(file) {
  const tables = new Map()
  for (let index = 0; index < file.readUInt16BE(12); index++) {
    const entry = 44 + 20 * index
    const start = file.readUInt32BE(entry + 4)
    const stored = file.subarray(start, start + file.readUInt32BE(entry + 8))
    const isPacked = stored.length < file.readUInt32BE(entry + 12)
    tables.set(file.toString('latin1', entry, entry + 4), isPacked ? inflateSync(stored) : Buffer.from(stored))
  }
  return tables
}

/**
 * @param {Map<string, Buffer>} tables only tags of KNOWN
 * @returns {Buffer}
 */
export function writeWoff2(tables) {
  const tags = KNOWN.filter((tag) => tables.has(tag))
  const data = tags.map((tag) => /** @type {Buffer} */ (tables.get(tag)))
  const directory = Buffer.concat(
    tags.map((tag, index) => Buffer.from([flagOf(tag), ...base128(data[index]?.length ?? 0)])),
  )
  const packed = brotliCompressSync(Buffer.concat(data))
  const header = Buffer.alloc(48)
  const unpaddedLength = 48 + directory.length + packed.length
  const length = Math.ceil(unpaddedLength / 4) * 4
  header.write('wOF2', 0, 'latin1')
  header.writeUInt32BE(0x00010000, 4)
  header.writeUInt32BE(length, 8)
  header.writeUInt16BE(tags.length, 12)
  header.writeUInt32BE(
    12 + 16 * tags.length + data.reduce((sum, table) => sum + Math.ceil(table.length / 4) * 4, 0),
    16,
  )
  header.writeUInt32BE(packed.length, 20)
  return Buffer.concat([header, directory, packed, Buffer.alloc(length - unpaddedLength)])
}

/** glyf and loca say by version 3 that they are stored as they are; the others are never transformed. */
const flagOf = (/** @type {string} */ tag) => KNOWN.indexOf(tag) | (tag === 'glyf' || tag === 'loca' ? 0xc0 : 0)

/** @param {number} value */
function base128(value) {
  const bytes = [value & 0x7f]
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80)
  return bytes
}
