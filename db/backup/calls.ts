// The calls about backups: long parts are jobs, one after the other; a restore lets no write in between.
import { realpathSync } from 'node:fs'
import { dirname, sep } from 'node:path'
import type { CallContext } from '../call-context'
import type { CallName, Output, Parsed } from '../contract'
import { inJob } from '../jobs/in-job'
import { RegistryError } from '../model/errors'
import type { BackupReason, BackupRow } from '../model/shapes/backup'
import { fingerprint } from '../store/log'
import { removeDatabase } from '../store/register-file'
import { fromSystem } from '../system-errors'
import { backupsFolder, changeState, manifestOf, readState, whereLies } from './folder'
import { backupRows, listBackups } from './rows'
import type { Stored } from './scratch'
import { isFolder } from './second'

/** Backups are written beside the register: none where it cannot be written. */
function writableFile(context: CallContext): string {
  const { file, readOnly } = context.register
  if (readOnly) throw new RegistryError('read_only', 'backups are made where the register is written')
  return file
}

function rowOf(file: string, id: string): BackupRow {
  const row = backupRows(file).find((each) => each.id === id)
  if (!row) throw new RegistryError('not_found', `backup ${id}`)
  return row
}

async function made(context: CallContext, call: CallName, reason: BackupReason, behind = false): Promise<BackupRow> {
  const register = writableFile(context)
  const key = context.keys.need(readState(backupsFolder(register)).lock)
  const input = { register, reason, now: context.now, version: context.version, key }
  const { id } = await inJob(context, call, 'backup-make', { input, behind })
  return rowOf(register, id)
}

/** Before something risky: throws when it cannot be made, so that the risky thing does not begin. Nothing to do when nothing changed since the last good one. */
export function backUpBefore(context: CallContext, call: CallName, reason: BackupReason): Promise<void> {
  return context.inBackups(async () => {
    const now = fingerprint(context.register.db)
    const [last] = backupRows(writableFile(context)).filter(({ verifiedAt, here }) => verifiedAt !== null && here)
    if (last?.fingerprint !== now) await made(context, call, reason)
  })
}

/** Fewer are taken back with one undo. */
export const MANY_ROWS = 20
/** An hour's work at most is lost to a slip that undo does not mend; more often a large register would be copied all day. */
const EDIT_EVERY_MS = 60 * 60 * 1000

/** Before an edit of many rows, unless a good one was made within the hour. Throws when it cannot be made: then nothing is edited. */
export function backUpBeforeMany(context: CallContext, call: CallName, rows: number): Promise<void> {
  if (rows < MANY_ROWS) return Promise.resolve()
  const since = new Date(Date.parse(context.now) - EDIT_EVERY_MS).toISOString()
  const recent = backupRows(writableFile(context)).some(
    ({ verifiedAt, here, madeAt }) => verifiedAt !== null && here && madeAt >= since,
  )
  return recent ? Promise.resolve() : backUpBefore(context, call, 'edit')
}

/** After something is gone for good, so that nobody need go back to a copy that still has it. That it could not be made is told with the backups. */
export function backUpAfter(context: CallContext, call: CallName, reason: BackupReason): Promise<void> {
  return context.inBackups(async () => {
    const folder = backupsFolder(writableFile(context))
    try {
      await made(context, call, reason)
      changeState(folder, { failed: null })
    } catch (error) {
      const known = error instanceof RegistryError ? error : fromSystem(error)
      if (!known) throw error
      if (known.code !== 'cancelled') changeState(folder, { failed: known.code })
    }
  })
}

/** The daily one, and what the second folder lacks. True when there is news for `backups.list`, also of what went wrong: nobody is stopped by it. */
export function backUpDaily(context: CallContext, today: (instant: string) => string): Promise<boolean> {
  return context.inBackups(async () => {
    const { file, readOnly } = context.register
    if (readOnly) return false
    const folder = backupsFolder(file)
    const done = backupRows(file).some(
      (row) => row.here && row.verifiedAt !== null && today(row.madeAt) === context.today,
    )
    try {
      if (done)
        await inJob(context, 'backups.make', 'backup-second', {
          input: { register: file, now: context.now },
          behind: true,
        })
      else await made(context, 'backups.make', 'daily', true)
      changeState(folder, { failed: null })
    } catch (error) {
      const known = error instanceof RegistryError ? error : fromSystem(error)
      if (known?.code === 'cancelled') return false
      if (!known) throw error
      changeState(folder, { failed: known.code })
    }
    return true
  })
}

/** For a job: where a backup lies and what opens it. Throws passphrase_needed, not_found. */
export function storedAt(context: CallContext, register: string, id: string): Stored {
  const folder = whereLies(register, id)
  const key = context.keys.need(manifestOf(folder, id).lock)
  return { folder, id, key, scratch: backupsFolder(register) }
}

export const listed = (context: CallContext): Output<'backups.list'> => listBackups(context.register.file, context.keys)

export const makeNow = (context: CallContext): Promise<Output<'backups.make'>> =>
  context.inBackups(async () => {
    const row = await made(context, 'backups.make', 'manual')
    changeState(backupsFolder(context.register.file), { failed: null })
    return row
  })

export const verifyOne = (context: CallContext, { id }: Parsed<'backups.verify'>): Promise<Output<'backups.verify'>> =>
  context.inBackups(async () => {
    const register = context.register.file
    const input = { ...storedAt(context, register, id), now: context.now }
    await inJob(context, 'backups.verify', 'backup-verify', { input })
    return rowOf(register, id)
  })

export const compareOne = (
  context: CallContext,
  { id }: Parsed<'backups.compare'>,
): Promise<Output<'backups.compare'>> =>
  context.inBackups(async () => {
    const register = context.register.file
    const input = { register, ...storedAt(context, register, id) }
    return { backup: rowOf(register, id), ...(await inJob(context, 'backups.compare', 'backup-compare', { input })) }
  })

/** The present state is backed up first, so that this too can be taken back: `before` is that backup. */
export const restoreOne = (
  context: CallContext,
  { id }: Parsed<'backups.restore'>,
): Promise<Output<'backups.restore'>> =>
  context.alone(async () => {
    const register = writableFile(context)
    const backup = rowOf(register, id)
    const input = { register, ...storedAt(context, register, id) }
    const ready = await inJob(context, 'backups.restore', 'backup-restore', { input })
    try {
      const before = await made(context, 'backups.restore', 'restore')
      if (before.trouble !== null && before.trouble !== 'log' && before.trouble !== 'attachments')
        throw new RegistryError('damaged_register', `the present state could not be backed up: ${before.trouble}`)
      await context.replace(ready)
      return { backup, before }
    } catch (error) {
      removeDatabase(ready)
      throw error
    }
  })

export const drill = (context: CallContext): Promise<Output<'backups.drill'>> =>
  context.inBackups(async () => {
    const register = writableFile(context)
    const newest = backupRows(register).find(({ trouble }) => trouble === null)
    if (!newest) throw new RegistryError('not_found', 'no backup to restore')
    const input = { ...storedAt(context, register, newest.id), now: context.now }
    const result = await inJob(context, 'backups.drill', 'backup-drill', { input })
    changeState(backupsFolder(register), { lastDrill: result })
    return result
  })

/** Backups are brought there at once. */
export const setSecond = (
  context: CallContext,
  { folder }: Parsed<'backups.setSecond'>,
): Promise<Output<'backups.setSecond'>> =>
  context.inBackups(async () => {
    const register = writableFile(context)
    const path = folder === null ? null : context.path(folder, 'write')
    if (path !== null) refuseSame(path, register)
    const second = path === null ? null : { path, broughtAt: null, trouble: null }
    changeState(backupsFolder(register), { second })
    if (second !== null)
      await inJob(context, 'backups.setSecond', 'backup-second', { input: { register, now: context.now } })
    return listBackups(register, context.keys)
  })

/** A second folder beside the register would be lost with it. */
function refuseSame(path: string, register: string): void {
  if (!isFolder(path)) throw new RegistryError('file_missing', 'no such folder')
  const real = realpathSync(path)
  if (real === realpathSync(dirname(register)) || real.startsWith(realpathSync(dirname(register)) + sep))
    throw new RegistryError('bad_file', 'beside the register', [{ field: 'folder', rule: 'backup.same_folder' }])
}
