// The workbook reader sees only rows that stand directly in an OpenDocument table: repeated header rows and grouped rows it passes over.
// Here those wrappers are taken off before it reads; the file itself is not touched.
import { crc32 } from 'node:zlib'
import { contentOf, zipParts } from './zip-parts'

const WRAPPERS = /<\/?table:table-(?:header-rows|row-group|rows|header-columns|column-group|columns)(?=[\s>/])[^>]*>/g

/** An archive of the content alone, its rows bare; the bytes as they are where there is nothing to take off. */
export function withBareRows(bytes: Uint8Array): Uint8Array {
  const part = zipParts(bytes)?.find(({ name }) => name === 'content.xml')
  const content = part && contentOf(bytes, part)
  if (!content) return bytes
  const xml = new TextDecoder().decode(content)
  const bare = xml.replaceAll(WRAPPERS, '')
  if (bare.length === xml.length) return bytes
  return storedZip([
    ['mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet')],
    ['content.xml', Buffer.from(bare)],
  ])
}

const decoded = (text: string): string =>
  text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const attribute = (tag: string, name: string): string =>
  decoded(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** Names of the sheets that are hidden: in OpenDocument the style of a sheet says so, which the workbook reader passes over. */
export function hiddenSheets(bytes: Uint8Array): Set<string> {
  const part = zipParts(bytes)?.find(({ name }) => name === 'content.xml')
  const xml = new TextDecoder().decode((part && contentOf(bytes, part)) ?? undefined)
  const styles = xml.matchAll(/(<style:style\s[^>]*>)\s*<style:table-properties[^>]*table:display="false"/g)
  const hidden = new Set([...styles].map(([, tag = '']) => attribute(tag, 'style:name')))
  const tables = [...xml.matchAll(/<table:table\s[^>]*>/g)].map(([tag]) => tag)
  return new Set(
    tables
      .filter((tag) => hidden.has(attribute(tag, 'table:style-name')))
      .map((tag) => attribute(tag, 'table:name').normalize('NFC')),
  )
}

function storedZip(entries: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of entries) {
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), content])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const contents = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(contents.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, contents, Buffer.from('PK\x05\x06', 'latin1'), end])
}
