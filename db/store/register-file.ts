// The register as a file on disk: whether it is one of ours and whole, which file it is, flushing and removing. Checks read and never write:
// a file that is refused is left exactly as it is.
import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { basename } from 'node:path'
import { RegistryError, type ErrorCode } from '../model/errors'
import { schemaVersion } from './migrations/index'

/** “SCN1”: marks a SQLite file as a register of this application. */
export const APPLICATION_ID = 0x53434e31

/** Why a file does not open, naming it without its folder: windows never learn where files lie. */
export function refusal(code: ErrorCode, file: string): RegistryError {
  const name = basename(file)
  return new RegistryError(code, name, [{ field: 'file', rule: code, params: { name } }])
}

/** Throws file_missing, not_a_register, newer_register, or damaged_register when the file is shorter than it says. */
export function checkRegisterFile(file: string): void {
  const { header, size } = readHeader(file)
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0' || header.readUInt32BE(68) !== APPLICATION_ID)
    throw refusal('not_a_register', file)
  if (header.readUInt32BE(60) > schemaVersion) throw refusal('newer_register', file)
  // a journal beside it may hold what the file itself lacks
  if (size < wholeSize(header) && !hasJournal(file)) throw refusal('damaged_register', file)
}

const HEADER_BYTES = 100

function readHeader(file: string): { header: Buffer; size: number } {
  let fd: number
  try {
    fd = openSync(file, 'r')
  } catch (error) {
    const busy = error instanceof Error && 'code' in error && error.code === 'EBUSY'
    throw refusal(busy ? 'file_locked' : 'file_missing', file)
  }
  try {
    const about = fstatSync(fd)
    const header = Buffer.alloc(HEADER_BYTES)
    if (!about.isFile() || readSync(fd, header, 0, HEADER_BYTES, 0) < HEADER_BYTES)
      throw refusal('not_a_register', file)
    return { header, size: about.size }
  } finally {
    closeSync(fd)
  }
}

/** Bytes that the file must have (https://www.sqlite.org/fileformat.html, 1.3); 0 where the header does not say. */
function wholeSize(header: Buffer): number {
  const pageSize = header.readUInt16BE(16)
  const countHolds = header.readUInt32BE(24) === header.readUInt32BE(92)
  return countHolds ? header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize) : 0
}

/** Whether a write that was under way, or is, still lies beside the file. */
export function hasJournal(file: string): boolean {
  return [`${file}-wal`, `${file}-journal`].some((name) => (statSync(name, { throwIfNoEntry: false })?.size ?? 0) > 0)
}

/** Which file on which machine this is: a copy and a file on another machine are other ones, a renamed file is not. Null when there is none. */
export function placeOf(file: string): string | null {
  const about = statSync(file, { bigint: true, throwIfNoEntry: false })
  return about === undefined ? null : `${hostname()} ${about.dev} ${about.ino}`
}

/** Keeps a damaged register with its journal under another name beside it, byte for byte, while the name itself stays taken. Null: no such file. */
export function keepAside(file: string, now: string): string | null {
  if (!existsSync(file)) return null
  const stamp = `${now.slice(0, 10).replaceAll('-', '')}-${now.slice(11, 19).replaceAll(':', '')}`
  const name = (number: number): string => `${file}.damaged-${stamp}${number === 1 ? '' : `-${number}`}`
  let number = 1
  while (existsSync(name(number))) number += 1
  const kept = name(number)
  for (const side of ['', '-wal']) if (existsSync(file + side)) copyFileSync(file + side, kept + side)
  syncPath(kept)
  return basename(kept)
}

export function removeDatabase(file: string): void {
  for (const name of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]) rmSync(name, { force: true })
}

/** Flushes a file or, where the system allows it, a folder to disk. */
export function syncPath(path: string): void {
  const isFolder = statSync(path).isDirectory()
  if (isFolder && process.platform === 'win32') return
  const fd = openSync(path, isFolder ? 'r' : 'r+')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
