// The digits of the interface: ten, all of one width in all weights, so that dates and codes stand under each other.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { expect, it } from 'vitest'

/** Tables of a WOFF 2 file as build/fonts/woff.mjs writes it: known tags, nothing transformed. */
function tables(file: Buffer): Map<number, Buffer> {
  let at = 48
  const sizes = Array.from({ length: file.readUInt16BE(12) }, () => {
    const tag = file.readUInt8(at++) & 0x3f
    let size = 0
    for (let byte = 0x80; (byte & 0x80) !== 0;) {
      byte = file.readUInt8(at++)
      size = size * 128 + (byte & 0x7f)
    }
    return [tag, size] as const
  })
  const data = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)))
  let start = 0
  return new Map(sizes.map(([tag, size]) => [tag, data.subarray(start, (start += size))]))
}

const HMTX = 3
const WIDTH = 640

it.each([400, 500, 600])('gives every digit of weight %i the same width', (weight) => {
  const widths =
    tables(readFileSync(resolve(`renderer/theme/figures/figures-${weight}.woff2`))).get(HMTX) ?? Buffer.alloc(0)
  expect(Array.from({ length: widths.length / 4 }, (_, glyph) => widths.readUInt16BE(4 * glyph))).toEqual(
    Array(11).fill(WIDTH),
  )
})
