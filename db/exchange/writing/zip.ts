// A zip written as it is made, in constant memory: blocks are deflated one behind the other in zlib's own threads while the next is made.
// Each block may look back into the one before it, so that the parts are as small as if deflated at once.
import { constants, crc32, deflateRaw } from 'node:zlib'
import { RegistryError } from '../../model/errors'

export interface ZipEntry {
  name: string
  /** read when its turn comes, so that a later part may tell what an earlier one held */
  content: () => Iterable<string>
  /** as it is: what has to be found without unpacking */
  stored?: true
}

const LEVEL = 6
/** Letters are gathered into blocks of about so many. */
const BLOCK = 512 * 1024
/** Bytes that a letter may take. */
const MOST_BYTES = 3
/** How far back deflate looks. */
const WINDOW = 32_768
const LAST_BLOCK = Buffer.from([0x03, 0x00])
/** 1980-01-01 00:00, the zero of the format: the same cells make the same file */
const DOS_DAY = 0x21
const MOST = 0xffff_ffff

interface Written {
  name: Buffer
  crc: number
  packed: number
  expanded: number
  offset: number
  method: 0 | 8
  flags: number
}

/** The file in pieces. Throws too_large beyond what a zip without its 64-bit fields can hold. */
export async function* zipChunks(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array, void, undefined> {
  const written: Written[] = []
  let offset = 0
  for (const entry of entries) {
    const part: Written = { ...startOf(entry), offset }
    for await (const chunk of partChunks(part, entry)) {
      offset += chunk.length
      yield chunk
    }
    if (offset > MOST || part.expanded > MOST)
      throw new RegistryError('too_large', `${entry.name} is over 4 GB`, [{ field: 'file', rule: 'file.too_big_out' }])
    written.push(part)
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  yield directory
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(written.length, 8)
  end.writeUInt16LE(written.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  yield end
}

const startOf = ({ name, stored }: ZipEntry): Omit<Written, 'offset'> => ({
  name: Buffer.from(name),
  crc: 0,
  packed: 0,
  expanded: 0,
  method: stored ? 0 : 8,
  // names are UTF-8; sizes of what is deflated follow behind it
  flags: stored ? 0x0800 : 0x0808,
})

async function* partChunks(part: Written, { content, stored }: ZipEntry): AsyncGenerator<Uint8Array, void, undefined> {
  if (stored) {
    const bytes = Buffer.from([...content()].join(''))
    Object.assign(part, { crc: crc32(bytes), packed: bytes.length, expanded: bytes.length })
    yield localHeader(part)
    yield bytes
    return
  }
  yield localHeader(part)
  for await (const chunk of deflated(part, content())) {
    part.packed += chunk.length
    yield chunk
  }
  const sizes = Buffer.alloc(16)
  sizes.writeUInt32LE(0x08074b50, 0)
  writeSizes(sizes, 4, part)
  yield sizes
}

async function* deflated(part: Written, content: Iterable<string>): AsyncGenerator<Uint8Array, void, undefined> {
  let under: Promise<Buffer> | null = null
  let before: Buffer = Buffer.alloc(0)
  try {
    for (const block of gathered(content)) {
      part.crc = crc32(block, part.crc)
      part.expanded += block.length
      const next = deflate(block, before)
      // whoever stops early does not wait for it
      next.catch(() => undefined)
      before = block.subarray(-WINDOW)
      if (under !== null) yield await under
      under = next
    }
    if (under !== null) yield await under
  } finally {
    under = null
  }
  yield LAST_BLOCK
}

/** Each piece is turned into bytes at once, while it is small and near: one long text of them all would be made and read once more. */
function* gathered(pieces: Iterable<string>): Generator<Buffer, void, undefined> {
  let block: Buffer = Buffer.allocUnsafe(2 * BLOCK)
  let [letters, bytes] = [0, 0]
  for (const piece of pieces) {
    block = withRoom(block, bytes, MOST_BYTES * piece.length)
    bytes += block.write(piece, bytes)
    letters += piece.length
    if (letters < BLOCK) continue
    yield block.subarray(0, bytes)
    block = Buffer.allocUnsafe(2 * BLOCK)
    letters = bytes = 0
  }
  if (letters > 0) yield block.subarray(0, bytes)
}

/** The block itself, or a larger one with the same bytes. */
function withRoom(block: Buffer, bytes: number, more: number): Buffer {
  if (bytes + more <= block.length) return block
  const larger = Buffer.allocUnsafe(2 * (bytes + more))
  block.copy(larger, 0, 0, bytes)
  return larger
}

function deflate(block: Buffer, dictionary: Buffer): Promise<Buffer> {
  const options = {
    level: LEVEL,
    memLevel: 9,
    chunkSize: 128 * 1024,
    finishFlush: constants.Z_SYNC_FLUSH,
    ...(dictionary.length > 0 && { dictionary }),
  }
  return new Promise((resolve, reject) => {
    deflateRaw(block, options, (error, packed) => (error === null ? resolve(packed) : reject(error)))
  })
}

function writeSizes(to: Buffer, at: number, { crc, packed, expanded }: Written): void {
  to.writeUInt32LE(crc, at)
  to.writeUInt32LE(packed, at + 4)
  to.writeUInt32LE(expanded, at + 8)
}

function localHeader(part: Written): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(part.flags, 6)
  header.writeUInt16LE(part.method, 8)
  header.writeUInt16LE(DOS_DAY, 12)
  writeSizes(header, 14, part)
  header.writeUInt16LE(part.name.length, 26)
  return Buffer.concat([header, part.name])
}

function directoryEntry(part: Written): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(part.flags, 8)
  entry.writeUInt16LE(part.method, 10)
  entry.writeUInt16LE(DOS_DAY, 14)
  writeSizes(entry, 16, part)
  entry.writeUInt16LE(part.name.length, 28)
  entry.writeUInt32LE(part.offset, 42)
  return Buffer.concat([entry, part.name])
}
