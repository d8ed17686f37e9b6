// Workbooks whose zip lies: bombs, names that climb out of their folder, tables of contents that are not true.
import type { Random } from '../../db/registers/sample/random'
import { sheetXml, textCell, workbookParts, zip, type Entry } from '../fixtures/exchange/zip'
import { table, type Maker } from './hostile-file'

const MB = 2 ** 20
const head = `<row r="1">${textCell('A1', 'Tên phòng')}${textCell('B1', 'Mã số')}</row>`
const plain = (): Entry[] => workbookParts(sheetXml(`${head}<row r="2">${textCell('A2', 'Phòng mẫu')}</row>`))
const expands = ['file.expands']

/** One packed part of `size` bytes that `count` entries of the table of contents all point at. */
function overlapping(count: number, size: number): Buffer {
  const parts = plain()
  const whole = zip([...parts, { name: 'xl/media/0', content: Buffer.alloc(size, 0x20) }])
  const end = whole.length - 22
  const from = whole.readUInt32LE(end + 16)
  let last = from
  for (let at = 0; at < parts.length; at += 1) last += 46 + whole.readUInt16LE(last + 28)
  const entry = whole.subarray(last, end)
  const more = Array.from({ length: count - 1 }, () => Buffer.from(entry))
  const tail = Buffer.from(whole.subarray(end))
  tail.writeUInt16LE(parts.length + count, 8)
  tail.writeUInt16LE(parts.length + count, 10)
  tail.writeUInt32LE(end - from + entry.length * (count - 1), 12)
  return Buffer.concat([whole.subarray(0, end), ...more, tail])
}

const bombs: ((random: Random) => ReturnType<Maker>)[] = [
  // more than the limit, and saying so
  (random) => {
    const media = { name: 'xl/media/a.xml', content: '<a/>', stated: random.int(401, 4_000) * MB }
    return table('bom.xlsx', zip([...plain(), media]), expands)
  },
  // a part of 60 to 120 MB in a few kilobytes that says it is small
  (random) => {
    const media = { name: 'xl/media/a', content: Buffer.alloc(random.int(60, 120) * MB), stated: random.int(0, 9_000) }
    return table('bom.xlsx', zip([...plain(), media]), ['file.broken'])
  },
  // the same, honest and within the limit: read past
  (random) =>
    table('nặng.xlsx', zip([...plain(), { name: 'xl/media/a', content: Buffer.alloc(random.int(60, 120) * MB) }]), [
      'read',
    ]),
  (random) => table('chồng.xlsx', overlapping(random.int(60, 400), 10 * MB), expands),
  (random) => table('chồng.xlsx', overlapping(random.int(2, 12), MB)),
  // zips within zips: nobody unpacks them
  (random) => {
    let inner = zip([{ name: '0', content: Buffer.alloc(20 * MB) }])
    for (let depth = random.int(2, 6); depth > 0; depth -= 1)
      inner = zip(Array.from({ length: 8 }, (_, at) => ({ name: `${at}.zip`, content: inner })))
    return table('lồng.xlsx', zip([...plain(), { name: 'xl/embeddings/lồng.zip', content: inner }]), ['read'])
  },
  // a sheet of blanks
  (random) => table('trống.xlsx', zip(workbookParts(sheetXml(head + ' '.repeat(random.int(20, 60) * MB))))),
]

const climbing = [
  '../../../evil',
  '../evil.xlsx',
  '/etc/cron.d/evil',
  'C:\\Windows\\evil.exe',
  '..\\..\\evil',
  'xl/../../evil',
  '\\\\server\\share\\evil',
  'xl/worksheets/../../../evil',
  '.',
  '..',
  'evil\0.xml',
  '//evil',
  '~/evil',
  'file:///tmp/evil',
  'CON',
  'a'.repeat(5_000),
]

/** Where the n-th entry of the table of contents begins. */
function entryAt(bytes: Buffer, wanted: number): number {
  let at = bytes.readUInt32LE(bytes.length - 6)
  for (let left = wanted; left > 0; left -= 1) at += 46 + bytes.readUInt16LE(at + 28)
  return at
}

const lies: ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => write(bytes, entryAt(bytes, random.int(0, 4)) + 42, random.pick([0xffffffff, bytes.length, 7])),
  (bytes, random) => write(bytes, entryAt(bytes, random.int(0, 4)) + 24, random.pick([0xffffffff, 0, 1, 5_000])),
  (bytes, random) => write(bytes, entryAt(bytes, random.int(0, 4)) + 20, random.pick([0xffffffff, 0, 1, 5_000])),
  (bytes, random) => write(bytes, entryAt(bytes, random.int(0, 4)) + 16, random.int(0, 2 ** 31)),
  (bytes, random) => write16(bytes, entryAt(bytes, random.int(0, 4)) + 10, random.pick([1, 9, 12, 14, 95, 99])),
  (bytes, random) => write16(bytes, entryAt(bytes, random.int(0, 4)) + 28, random.pick([0, 1, 60_000, 0xffff])),
  (bytes, random) => write16(bytes, entryAt(bytes, random.int(0, 4)) + 30, random.pick([4, 12, 0xffff])),
  (bytes, random) => write16(bytes, entryAt(bytes, random.int(0, 4)) + 8, 1),
  (bytes, random) => write16(bytes, bytes.length - 12, random.pick([0, 1, 4, 6, 200, 0xffff])),
  (bytes, random) => write(bytes, bytes.length - 6, random.pick([0, 1, bytes.length - 22, 0xffffffff])),
  (bytes, random) =>
    Buffer.concat([bytes.subarray(0, -22), Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(random.int(0, 17))]),
  (bytes, random) => Buffer.concat([bytes, bytes.subarray(-22), Buffer.alloc(random.int(0, 70_000))]),
]

function write(bytes: Buffer, at: number, value: number): Buffer {
  bytes.writeUInt32LE(value >>> 0, at)
  return bytes
}
function write16(bytes: Buffer, at: number, value: number): Buffer {
  bytes.writeUInt16LE(value, at)
  return bytes
}

/** The same part twice: which one counts must not depend on who looks. */
function twice(random: Random): Buffer {
  const second = sheetXml(`${head}<row r="2">${textCell('A2', `Phòng thứ hai ${random.int(1, 99)}`)}</row>`)
  return zip([...plain(), { name: 'xl/worksheets/sheet1.xml', content: second }])
}

export const archives: Record<string, Maker> = {
  'zip bombs': (random) => random.pick(bombs)(random),
  'names in zips that climb out': (random) => {
    const names = random.shuffle(climbing).slice(0, random.int(1, 6))
    return table('leo.xlsx', zip([...plain(), ...names.map((name) => ({ name, content: 'evil' }))]), [
      'read',
      'file.broken',
    ])
  },
  'lying tables of contents': (random) =>
    table('nói dối.xlsx', random.chance(0.1) ? twice(random) : random.pick(lies)(Buffer.from(zip(plain())), random)),
}
