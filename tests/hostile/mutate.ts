// Small damage to a good file, as a bad disk, a cut download or a fuzzer makes it.
import type { Random } from '../../db/registers/sample/random'
import { randomBytes } from './hostile-file'

const NUMBERS = [0, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff]

const ways: ((bytes: Buffer, random: Random) => Buffer)[] = [
  function flip(bytes, random) {
    for (let times = random.int(1, 12); times > 0; times -= 1) {
      const at = random.int(0, bytes.length - 1)
      bytes[at] = bytes[at]! ^ (1 << random.int(0, 7))
    }
    return bytes
  },
  (bytes, random) => bytes.subarray(0, random.int(0, bytes.length - 1)),
  function swap(bytes, random) {
    const length = random.int(1, Math.ceil(bytes.length / 4))
    const from = random.int(0, bytes.length - length)
    const to = random.int(0, bytes.length - length)
    bytes.copyWithin(to, from, from + length)
    return bytes
  },
  function insert(bytes, random) {
    const at = random.int(0, bytes.length)
    return Buffer.concat([bytes.subarray(0, at), randomBytes(random, random.int(1, 300)), bytes.subarray(at)])
  },
  function zero(bytes, random) {
    const at = random.int(0, bytes.length - 1)
    return bytes.fill(0, at, Math.min(bytes.length, at + random.int(1, 200)))
  },
  function overwriteNumber(bytes, random) {
    if (bytes.length < 8) return bytes
    for (let times = random.int(1, 4); times > 0; times -= 1)
      bytes.writeUInt32LE(random.pick(NUMBERS), random.int(0, bytes.length - 4))
    return bytes
  },
  (bytes, random) => Buffer.concat([bytes, bytes.subarray(random.int(0, bytes.length - 1))]),
]

/** A damaged copy; now and then damaged twice. */
export function mutated(good: Uint8Array, random: Random): Buffer {
  const once = random.pick(ways)(Buffer.from(good), random)
  return once.length > 0 && random.chance(0.3) ? random.pick(ways)(Buffer.from(once), random) : once
}
