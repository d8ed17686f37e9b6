// Makes the support bundle: versions, counts and the log. No name, no value, no path and no secret goes in; the person sees every file before
// it is saved, and what was seen is what is saved. Nothing is sent.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { release } from 'node:os'
import { join } from 'node:path'
import { stateOf } from './backup/inspect'
import { backupRows } from './backup/rows'
import type { CallContext } from './call-context'
import type { Output, Parsed } from './contract'
import { fileError } from './exchange/write-file'
import { RegistryError } from './model/errors'
import { prepare } from './store/database'
import { syncPath } from './store/register-file'

export function previewSupport(context: CallContext, { shell }: Parsed<'support.preview'>): Output<'support.preview'> {
  const versions = {
    madeAt: context.now,
    program: context.version,
    ...shell,
    node: process.versions.node,
    system: `${process.platform} ${process.arch} ${release()}`,
  }
  const files = [
    { name: 'versions.json', value: versions },
    { name: 'register.json', value: registerFacts(context) },
  ].map(({ name, value }) => ({ name, text: `${JSON.stringify(value, null, 2)}\n` }))
  return { files: [...files, ...logs(context.logs)] }
}

/** Numbers and states only. */
function registerFacts(context: CallContext): Record<string, unknown> {
  const broken = context.toRecover()
  const file = broken?.file ?? openFile(context)
  if (file === null) return { open: false }
  const backups = backupRows(file).map(({ reason, madeAt, bytes, verifiedAt, trouble, here, second, locked }) => ({
    reason,
    madeAt,
    bytes,
    verified: verifiedAt !== null,
    trouble,
    here,
    second,
    locked,
  }))
  if (broken !== null)
    return { open: false, why: broken.why, number: broken.number ?? null, bytes: sizeOf(file), backups }
  const { db, readOnly } = context.register
  const { counts, seq, heads, attachments } = stateOf(db)
  const pragmas = ['journal_mode', 'synchronous', 'page_count', 'page_size', 'user_version', 'freelist_count']
  return {
    open: true,
    readOnly,
    bytes: sizeOf(file),
    journalBytes: sizeOf(`${file}-wal`),
    sqlite: prepare<[], { version: string }>(db, 'SELECT sqlite_version() AS version').get()!.version,
    ...Object.fromEntries(pragmas.map((name) => [name, db.pragma(name, { simple: true })])),
    savings: seq,
    computers: heads.length,
    attachments: attachments.length,
    rows: counts,
    backups,
  }
}

function openFile(context: CallContext): string | null {
  try {
    return context.register.file
  } catch (error) {
    if (error instanceof RegistryError) return null
    throw error
  }
}

const sizeOf = (path: string): number | null => statSync(path, { throwIfNoEntry: false })?.size ?? null

function logs(folder: string | null): { name: string; text: string }[] {
  if (folder === null || !existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^registry(\.\d)?\.log$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

/** Writes the files that were shown, whole or not at all. */
export async function saveSupport(
  context: CallContext,
  { file, files }: Parsed<'support.save'>,
): Promise<Output<'support.save'>> {
  const path = context.path(file, 'write')
  const { strToU8, zipSync } = await import('fflate')
  const part = `${path}.part`
  try {
    writeFileSync(part, zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]))))
    syncPath(part)
    renameSync(part, path)
    return { bytes: sizeOf(path) ?? 0 }
  } catch (error) {
    rmSync(part, { force: true })
    throw fileError(error, existsSync(path))
  }
}
