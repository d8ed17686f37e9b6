// The least that writing such a workbook can cost, to measure ours by: finished cells from one plain table, the same formats, texts in their
// cells, one deflate stream of level 6, no seal, no head, no limits. Not for use.
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'
import Database from 'better-sqlite3'

const letters = 'ABCDEFGHIJKLMNOP'
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export interface BareParts {
  /** everything but the sheet, by name */
  others: readonly { name: string; text: string }[]
  /** what stands before the rows, and behind them */
  top: string
  bottom: string
}

/** `flat`: a database with one table of 16 columns; kinds by column: t(ext), d(ay as a serial), n(umber). */
export async function bareXlsx(flat: string, kinds: string, file: string, parts: BareParts): Promise<void> {
  const db = new Database(flat, { readonly: true })
  const out = createWriteStream(file)
  const directory: Buffer[] = []
  let offset = 0
  const put = async (bytes: Buffer): Promise<void> => {
    offset += bytes.length
    if (!out.write(bytes)) await once(out, 'drain')
  }
  const part = async (name: string, pieces: Iterable<string>): Promise<void> => {
    const start = offset
    await put(local(name))
    const deflate = createDeflateRaw({ level: 6, memLevel: 9 })
    let [crc, expanded, packed] = [0, 0, 0]
    const reading = (async () => {
      for await (const chunk of deflate) {
        packed += (chunk as Buffer).length
        await put(chunk as Buffer)
      }
    })()
    for (const piece of pieces) {
      const bytes = Buffer.from(piece)
      crc = crc32(bytes, crc)
      expanded += bytes.length
      if (!deflate.write(bytes)) await once(deflate, 'drain')
    }
    deflate.end()
    await reading
    await put(sizes(Buffer.from('PK\x07\x08', 'latin1'), crc, packed, expanded))
    directory.push(entry(name, start, [crc, packed, expanded]))
  }
  for (const { name, text } of parts.others) await part(name, [text])
  await part('xl/worksheets/sheet1.xml', rows(db, kinds, parts))
  const all = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(all.length, 12)
  end.writeUInt32LE(offset, 16)
  await put(all)
  await put(end)
  out.end()
  await once(out, 'close')
  db.close()
}

function* rows(db: Database.Database, kinds: string, { top, bottom }: BareParts): Generator<string> {
  let held = top
  let line = 1
  for (const cells of db.prepare<[], (string | number | null)[]>('SELECT * FROM flat').raw().iterate()) {
    line += 1
    held += `<row r="${line}">`
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at]
      const start = `<c r="${letters[at]}${line}" s="${kinds[at] === 'd' ? 2 : kinds[at] === 'n' ? 3 : 1}"`
      if (cell === null || cell === undefined) held += `${start}/>`
      else if (typeof cell === 'number') held += `${start}><v>${cell}</v></c>`
      else held += `${start} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
    }
    held += '</row>'
    if (held.length < 65_536) continue
    yield held
    held = ''
  }
  yield held + bottom
}

function local(name: string): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(0x0808, 6)
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name)])
}

function sizes(before: Buffer, ...numbers: number[]): Buffer {
  const words = Buffer.alloc(numbers.length * 4)
  for (const [at, number] of numbers.entries()) words.writeUInt32LE(number, at * 4)
  return Buffer.concat([before, words])
}

function entry(name: string, start: number, numbers: number[]): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(0x0808, 8)
  header.writeUInt16LE(8, 10)
  for (const [at, number] of numbers.entries()) header.writeUInt32LE(number, 16 + at * 4)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE(start, 42)
  return Buffer.concat([header, Buffer.from(name)])
}
