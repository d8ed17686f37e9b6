// The two archive formats of the registry-carried runtime, read from memory with Node alone: one file out of a tar, all files of a zip.
import { inflateRawSync } from 'node:zlib'

const TAR_BLOCK = 512
const ZIP_END = 0x06054b50
const ZIP_STORED = 0

/**
 * @param {Buffer} tar uncompressed
 * @param {string} wanted
 */
export function readTarEntry(tar, wanted) {
  for (let at = 0; at + TAR_BLOCK <= tar.length;) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '')
    if (name === '') break
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8)
    const start = at + TAR_BLOCK
    if (name === wanted) return tar.subarray(start, start + size)
    at = start + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK
  }
  throw new Error(`${wanted} is not in the tarball`)
}

/**
 * Every entry of the central directory in order; `mode` is the Unix mode, 0 when the zip has none.
 * @param {Buffer} zip
 * @returns {Generator<{ name: string, mode: number, read: () => Buffer }>}
 */
export function* zipEntries(zip) {
  let end = zip.length - 22
  while (zip.readUInt32LE(end) !== ZIP_END) end -= 1
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = zip.readUInt16LE(at + 10)
    const size = zip.readUInt32LE(at + 20)
    const nameLength = zip.readUInt16LE(at + 28)
    const mode = zip.readUInt32LE(at + 38) >>> 16
    const header = zip.readUInt32LE(at + 42)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const read = () => {
      const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
      const raw = zip.subarray(start, start + size)
      return method === ZIP_STORED ? raw : inflateRawSync(raw)
    }
    yield { name, mode, read }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}
