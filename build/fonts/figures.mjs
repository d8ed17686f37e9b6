// Makes renderer/theme/figures/*.woff2: the ten digits of Be Vietnam Pro, all of one width. The font itself has no tabular figures
// (its 1 is half as wide as its 0), and dates and codes must stand under each other. Run by hand after the font's version changes:
// `node build/fonts/figures.mjs`. Be Vietnam Pro is under the Open Font License without a reserved name; the licence goes along.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readWoff, writeWoff2 } from './woff.mjs'

const root = resolve(import.meta.dirname, '../..')
const WEIGHTS = [400, 500, 600]
/** thousandths of the type size; the same in all weights, so that bold figures stand under light ones */
const WIDTH = 640
const ON_CURVE = 1

/**
 * @param {Buffer} cmap
 * @param {number} code
 */
function glyphOf(cmap, code) {
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const table = cmap.readUInt32BE(8 + 8 * index)
    if (cmap.readUInt16BE(table) !== 4) continue
    const size = cmap.readUInt16BE(table + 6)
    const at = (/** @type {number} */ column, /** @type {number} */ segment) =>
      table + 14 + column * size + (column > 0 ? 2 : 0) + segment
    for (let segment = 0; segment < size; segment += 2) {
      const start = cmap.readUInt16BE(at(1, segment))
      if (code < start || code > cmap.readUInt16BE(at(0, segment))) continue
      const offset = cmap.readUInt16BE(at(3, segment))
      if (offset === 0) return (code + cmap.readUInt16BE(at(2, segment))) & 0xffff
      return cmap.readUInt16BE(at(3, segment) + offset + 2 * (code - start))
    }
  }
  throw new Error(`no glyph for ${code}`)
}

/**
 * A simple glyph moved sideways until it stands in the middle of WIDTH; written without packing, hinting left out.
 * @param {Buffer} glyph
 */
function centred(glyph) {
  const contours = glyph.readInt16BE(0)
  const ends = Array.from({ length: contours }, (_, index) => glyph.readUInt16BE(10 + 2 * index))
  const count = (ends.at(-1) ?? -1) + 1
  let at = 10 + 2 * contours
  at += 2 + glyph.readUInt16BE(at)
  const flags = /** @type {number[]} */ ([])
  while (flags.length < count) {
    const flag = glyph.readUInt8(at++)
    const times = (flag & 8) === 0 ? 1 : 1 + glyph.readUInt8(at++)
    for (let time = 0; time < times; time++) flags.push(flag)
  }
  const deltas = (/** @type {number} */ short, /** @type {number} */ same) =>
    flags.map((flag) => {
      if ((flag & short) !== 0) return (flag & same) === 0 ? -glyph.readUInt8(at++) : glyph.readUInt8(at++)
      if ((flag & same) !== 0) return 0
      at += 2
      return glyph.readInt16BE(at - 2)
    })
  const xs = deltas(2, 16)
  const ys = deltas(4, 32)
  const [left, right] = [glyph.readInt16BE(2), glyph.readInt16BE(6)]
  const shift = Math.round((WIDTH - (right - left)) / 2) - left
  xs[0] = (xs[0] ?? 0) + shift
  const head = Buffer.from(glyph.subarray(0, 10 + 2 * contours))
  head.writeInt16BE(left + shift, 2)
  head.writeInt16BE(right + shift, 6)
  const words = Buffer.alloc(4 * count)
  ;[...xs, ...ys].forEach((delta, index) => words.writeInt16BE(delta, 2 * index))
  const body = Buffer.concat([head, Buffer.alloc(2), Buffer.from(flags.map((flag) => flag & ON_CURVE)), words])
  return { left: left + shift, data: Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]) }
}

/** Characters 0–9 are glyphs 1–10. */
function digitMap() {
  const words = [0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 4, 1, 0, 0x39, 0xffff, 0, 0x30, 0xffff, (1 - 0x30) & 0xffff, 1, 0, 0]
  const map = Buffer.alloc(2 * words.length)
  words.forEach((word, index) => map.writeUInt16BE(word, 2 * index))
  return map
}

/** @param {Record<number, string>} names by name id */
function nameTable(names) {
  const texts = Object.entries(names).map(([id, text]) => ({
    id: Number(id),
    text: Buffer.from(text, 'utf16le').swap16(),
  }))
  const head = Buffer.alloc(6 + 12 * texts.length)
  head.writeUInt16BE(texts.length, 2)
  head.writeUInt16BE(head.length, 4)
  let offset = 0
  texts.forEach(({ id, text }, index) => {
    ;[3, 1, 0x409, id, text.length, offset].forEach((word, at) => head.writeUInt16BE(word, 6 + 12 * index + 2 * at))
    offset += text.length
  })
  return Buffer.concat([head, ...texts.map(({ text }) => text)])
}

/** @param {number} weight */
function namesOf(weight) {
  return {
    0: 'Copyright 2021 The Be Vietnam Pro Project Authors (https://github.com/bettergui/BeVietnamPro); digits made equally wide',
    1: `So Figures ${weight}`,
    2: 'Regular',
    4: `So Figures ${weight}`,
    6: `SoFigures-${weight}`,
    13: 'This Font Software is licensed under the SIL Open Font License, Version 1.1.',
    14: 'https://scripts.sil.org/OFL',
  }
}

/**
 * @param {Map<string, Buffer>} source
 * @param {number} weight
 */
function figures(source, weight) {
  const table = (/** @type {string} */ tag) => Buffer.from(/** @type {Buffer} */ (source.get(tag)))
  const [loca, glyf] = [table('loca'), table('glyf')]
  const isShort = table('head').readInt16BE(50) === 0
  const offset = (/** @type {number} */ glyph) =>
    isShort ? loca.readUInt16BE(2 * glyph) * 2 : loca.readUInt32BE(4 * glyph)
  const digits = Array.from({ length: 10 }, (_, digit) => {
    const glyph = glyphOf(table('cmap'), 0x30 + digit)
    return centred(glyf.subarray(offset(glyph), offset(glyph + 1)))
  })
  const places = [
    0,
    0,
    ...digits.map((_, index) => digits.slice(0, index + 1).reduce((sum, { data }) => sum + data.length, 0)),
  ]
  const shortLoca = Buffer.alloc(2 * places.length)
  places.forEach((place, index) => shortLoca.writeUInt16BE(place / 2, 2 * index))
  const hmtx = Buffer.alloc(4 * (digits.length + 1))
  hmtx.writeUInt16BE(WIDTH, 0)
  digits.forEach(({ left }, index) => {
    hmtx.writeUInt16BE(WIDTH, 4 * index + 4)
    hmtx.writeInt16BE(left, 4 * index + 6)
  })
  const [head, hhea, maxp, post] = [table('head'), table('hhea'), table('maxp'), Buffer.alloc(32)]
  head.writeInt16BE(0, 50)
  hhea.writeUInt16BE(WIDTH, 10)
  hhea.writeUInt16BE(digits.length + 1, 34)
  maxp.writeUInt16BE(digits.length + 1, 4)
  post.writeUInt32BE(0x00030000, 0)
  return new Map(
    Object.entries({
      cmap: digitMap(),
      head,
      hhea,
      hmtx,
      maxp,
      name: nameTable(namesOf(weight)),
      'OS/2': table('OS/2'),
      post,
      glyf: Buffer.concat(digits.map(({ data }) => data)),
      loca: shortLoca,
    }),
  )
}

const out = join(root, 'renderer/theme/figures')
mkdirSync(out, { recursive: true })
for (const weight of WEIGHTS) {
  const file = join(root, `node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-${weight}-normal.woff`)
  writeFileSync(join(out, `figures-${weight}.woff2`), writeWoff2(figures(readWoff(readFileSync(file)), weight)))
}
