// A power cut without pulling a plug: power.c remembers what was written and not yet synced; here that is taken back from the files.
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Builds the library that is loaded before the writer. Needs Linux and a C compiler, as the set-up does where it compiles SQLite. */
export function forgetfulDisk(source: string, folder: string): string {
  const library = join(folder, 'power.so')
  const built = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'], { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`power.c does not build: ${built.stderr ?? String(built.error)}`)
  return library
}

const HEAD = 32

/** Takes back every write to the register's files that no sync followed, the last first. Answers how many writes were lost. */
export function cutPower(file: string): number {
  rmSync(`${file}-shm`, { force: true })
  return [file, `${file}-wal`, `${file}-journal`].reduce((lost, each) => lost + takeBack(each), 0)
}

function takeBack(file: string): number {
  const undo = `${file}.undo`
  if (!existsSync(undo)) return 0
  const records = readRecords(readFileSync(undo))
  rmSync(undo)
  if (!existsSync(file)) return 0
  const fd = openSync(file, 'r+')
  for (const { offset, replaced, size } of records.reverse()) {
    if (replaced.length > 0) writeSync(fd, replaced, 0, replaced.length, offset)
    ftruncateSync(fd, size)
  }
  closeSync(fd)
  return records.length
}

function readRecords(bytes: Buffer): { offset: number; replaced: Buffer; size: number }[] {
  const records = []
  for (let at = 0; at + HEAD <= bytes.length;) {
    const number = (place: number): number => Number(bytes.readBigInt64LE(at + place * 8))
    const replaced = bytes.subarray(at + HEAD, at + HEAD + number(2))
    records.push({ offset: number(0), replaced, size: number(3) })
    at += HEAD + number(2)
  }
  return records
}
