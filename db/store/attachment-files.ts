// The bytes of attached files, beside the register. THE LAYOUT, for whoever copies, backs up or restores a register:
//   <register>.scn.files/ab/abcdef…   one file per content, named by its SHA-256 (64 lower-case hex digits, no ending) in a folder of the
//                                     first two digits; never changed, only replaced by the same bytes where it was lost or altered
//   <register>.scn.files/*.part       being written, or left by a crash: never part of the register, removed later
// No file is removed when the last record lets go of it: undo brings the record back. Which file is which is only in the register.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileError } from '../exchange/write-file'
import { RegistryError } from '../model/errors'
import { HEAD_BYTES, keptName, kindOfBytes, mimeOf, MOST_FILE_BYTES, type FileKind } from '../model/files/kinds'
import type { FileState } from '../model/shapes/attachments'
import { syncPath } from './register-file'

export interface Content {
  sha256: string
  bytes: number
}

export interface KeptFile extends Content {
  name: string
  kind: FileKind
  mime: string
}

const PIECE = 1024 * 1024
const SHA256 = /^[0-9a-f]{64}$/
/** A part this old belongs to a writer that is gone. */
const FORGOTTEN_MS = 60 * 60 * 1000

export const filesFolder = (register: string): string => `${register}.files`

/** Where the bytes lie; only a digest ever becomes a path. */
export function contentPath(folder: string, sha256: string): string {
  if (!SHA256.test(sha256)) throw new RegistryError('invalid_input', 'not a digest')
  return join(folder, sha256.slice(0, 2), sha256)
}

const refused = (code: 'bad_file' | 'too_large', rule: string, max?: number): RegistryError =>
  new RegistryError(code, rule, [{ field: 'file', rule, ...(max === undefined ? {} : { params: { max } }) }])

/** Takes a file in: its kind from its bytes, written beside, flushed, renamed. Throws bad_file, too_large, file_missing, disk_full, read_only. */
export async function keepFile(folder: string, path: string): Promise<KeptFile> {
  const part = join(folder, `${randomUUID()}.part`)
  try {
    if (!statSync(path).isFile()) throw refused('bad_file', 'file.not_attachable')
    mkdirSync(folder, { recursive: true })
    forgetParts(folder)
    const kept = await withFile(path, 'r', (from) => takeIn(from, part))
    await settle(folder, part, kept)
    return { ...kept, name: keptName(basename(path)) }
  } catch (error) {
    throw error instanceof RegistryError ? error : readError(error)
  } finally {
    rmSync(part, { force: true })
  }
}

function readError(error: unknown): unknown {
  const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  return gone
    ? new RegistryError('file_missing', 'ENOENT', [{ field: 'file', rule: 'file.missing' }])
    : fileError(error, false)
}

async function takeIn(from: FileHandle, part: string): Promise<Content & Pick<KeptFile, 'kind' | 'mime'>> {
  const head = new Uint8Array(HEAD_BYTES)
  const { bytesRead } = await from.read(head, 0, HEAD_BYTES, 0)
  if (bytesRead === 0) throw refused('bad_file', 'file.no_content')
  const kind = kindOfBytes(head.subarray(0, bytesRead))
  if (kind === null) throw refused('bad_file', 'file.not_attachable')
  if ((await from.stat()).size > MOST_FILE_BYTES) throw tooLarge()
  return { ...(await copyTo(part, from)), kind, mime: mimeOf[kind] }
}

const tooLarge = (): RegistryError => refused('too_large', 'file.too_big_to_attach', MOST_FILE_BYTES / 1024 / 1024)

/** Puts the part in its place, unless the very bytes are there; what was altered gives way to them. */
async function settle(folder: string, part: string, content: Content): Promise<void> {
  const path = contentPath(folder, content.sha256)
  if ((await compare(folder, content)) === 'present') return
  // a folder or link in its place is nothing that was ever put there by us; through a linked folder it would land elsewhere
  if (lstatSync(dirname(path), { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(dirname(path))
  mkdirSync(dirname(path), { recursive: true })
  rmSync(path, { force: true, recursive: true })
  renameSync(part, path)
  for (const changed of [dirname(path), folder]) syncPath(changed)
}

function forgetParts(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.part'))) {
    const path = join(folder, name)
    const about = statSync(path, { throwIfNoEntry: false })
    if (about !== undefined && Date.now() - about.mtimeMs > FORGOTTEN_MS) rmSync(path, { force: true })
  }
}

async function withFile<T>(path: string, flags: 'r' | 'wx', use: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, flags)
  try {
    return await use(file)
  } finally {
    await file.close()
  }
}

/** Hands on a file piece by piece; never more than a file may have. */
async function eachPiece(from: FileHandle, take: (piece: Uint8Array) => unknown): Promise<Content> {
  const hash = createHash('sha256')
  const piece = new Uint8Array(PIECE)
  let bytes = 0
  for (;;) {
    const { bytesRead } = await from.read(piece, 0, PIECE, bytes)
    if (bytesRead === 0) return { sha256: hash.digest('hex'), bytes }
    bytes += bytesRead
    if (bytes > MOST_FILE_BYTES) throw tooLarge()
    hash.update(piece.subarray(0, bytesRead))
    await take(piece.subarray(0, bytesRead))
  }
}

function copyTo(target: string, from: FileHandle): Promise<Content> {
  return withFile(target, 'wx', async (to) => {
    const content = await eachPiece(from, async (piece) => {
      for (let at = 0; at < piece.length;) at += (await to.write(piece, at)).bytesWritten
    })
    await to.sync()
    return content
  })
}

/** By name and size only; `compare` reads it. */
export function stateOf(folder: string, { sha256, bytes }: Content): FileState {
  const about = lstatSync(contentPath(folder, sha256), { throwIfNoEntry: false })
  if (about === undefined) return 'missing'
  return about.isFile() && about.size === bytes ? 'present' : 'altered'
}

/** Whether the bytes are still those that were attached. */
export async function compare(folder: string, content: Content): Promise<FileState> {
  const state = stateOf(folder, content)
  if (state !== 'present') return state
  try {
    const found = await withFile(contentPath(folder, content.sha256), 'r', (file) => eachPiece(file, () => undefined))
    return found.sha256 === content.sha256 ? 'present' : 'altered'
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'missing'
    throw error
  }
}

/** Throws file_missing (rule file.lost) or file_changed (rule file.altered). */
async function refuseWrong(folder: string, content: Content): Promise<void> {
  const state = await compare(folder, content)
  if (state === 'missing') throw new RegistryError('file_missing', 'lost', [{ field: 'file', rule: 'file.lost' }])
  if (state === 'altered') throw new RegistryError('file_changed', 'altered', [{ field: 'file', rule: 'file.altered' }])
}

/** A piece of the bytes; with the first one the whole is compared. */
export async function readPiece(
  folder: string,
  content: Content,
  { offset, length }: { offset: number; length: number },
): Promise<Uint8Array> {
  if (offset === 0) await refuseWrong(folder, content)
  const bytes = new Uint8Array(Math.max(0, Math.min(length, content.bytes - offset)))
  return withFile(contentPath(folder, content.sha256), 'r', async (file) => {
    const { bytesRead } = await file.read(bytes, 0, bytes.length, offset)
    return bytes.subarray(0, bytesRead)
  })
}

/** Writes the bytes elsewhere, whole or not at all, and only if they are those that were attached. */
export async function copyOut(folder: string, content: Content, target: string): Promise<Content> {
  await refuseWrong(folder, content)
  const part = `${target}.${randomUUID().slice(0, 8)}.part`
  try {
    const copied = await withFile(contentPath(folder, content.sha256), 'r', (from) => copyTo(part, from))
    renameSync(part, target)
    syncPath(dirname(target))
    return copied
  } catch (error) {
    rmSync(part, { force: true })
    throw fileError(error, existsSync(target))
  }
}

/** Copies every content of one register's folder into another's; files that are none of ours stay behind. */
export async function copyFiles(from: string, to: string): Promise<void> {
  for (const sha256 of contentsOf(from)) {
    const target = contentPath(to, sha256)
    mkdirSync(dirname(target), { recursive: true })
    await withFile(contentPath(from, sha256), 'r', (file) => copyTo(target, file))
    syncPath(dirname(target))
  }
  if (existsSync(to)) syncPath(to)
}

/** Digests of what lies in the folder. */
export function contentsOf(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^[0-9a-f]{2}$/.test(name) && lstatSync(join(folder, name)).isDirectory())
    .flatMap((name) => readdirSync(join(folder, name)).filter((file) => SHA256.test(file) && file.startsWith(name)))
    .filter((sha256) => lstatSync(contentPath(folder, sha256)).isFile())
}
