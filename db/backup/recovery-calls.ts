// The calls of the recovery screen, and the watch that finds damage while a register is open.
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallContext } from '../call-context'
import type { Output, Parsed } from '../contract'
import { inJob } from '../jobs/in-job'
import { RegistryError } from '../model/errors'
import type { BackupRow } from '../model/shapes/backup'
import { storedAt } from './calls'
import { backupsFolder, manifestOf, whereLies } from './folder'
import { backupRows } from './rows'

export function recoveryPlan(context: CallContext): Output<'register.recovery'> {
  const broken = context.toRecover()
  if (broken === null) return null
  const rows = backupRows(broken.file)
  const { file, why, number = null } = broken
  const good = rows.filter(({ trouble }) => trouble === null)
  return {
    file: nameOf(file),
    why,
    number,
    backup: good[0] ?? null,
    open: good.find((row) => !isLocked(context, broken.file, row)) ?? null,
    backups: rows.length,
  }
}

/** Backups are tried from the newest good one on: one that turns out to be broken gives way to the next. */
export const recover = (
  context: CallContext,
  { unlockedOnly = false }: Parsed<'register.recover'>,
): Promise<Output<'register.recover'>> =>
  context.alone(async () => {
    const broken = context.toRecover()
    if (broken === null) throw new RegistryError('not_found', 'no register to recover')
    const good = backupRows(broken.file).filter(
      (row) => row.trouble === null && !(unlockedOnly && isLocked(context, broken.file, row)),
    )
    for (const row of [...good, null]) {
      const backup = row === null ? null : storedAt(context, broken.file, row.id)
      const input = { register: broken.file, backup, now: context.now }
      try {
        const { ready, ...report } = await inJob(context, 'register.recover', 'recover', { input })
        const whole = { ...report, kept: await context.takeRecovered(ready) }
        keepReport(broken.file, whole)
        return whole
      } catch (error) {
        if (row === null || !isUnusable(error)) throw error
      }
    }
    throw new RegistryError('not_found', 'no register to recover')
  })

/** Under a passphrase whose key is not known here. */
function isLocked(context: CallContext, register: string, { id, locked }: BackupRow): boolean {
  if (!locked) return false
  const { lock } = manifestOf(whereLies(register, id), id)
  return lock !== null && context.keys.find(lock) === null
}

const isUnusable = (error: unknown): boolean =>
  error instanceof RegistryError && ['bad_file', 'damaged_register', 'not_a_register'].includes(error.code)

function keepReport(register: string, report: Output<'register.recover'>): void {
  const folder = backupsFolder(register)
  mkdirSync(folder, { recursive: true })
  const stamp = report.at.replace(/\D/g, '').slice(0, 14)
  writeFileSync(join(folder, `recovery-${stamp}.json`), JSON.stringify(report, null, 1))
}

const nameOf = (file: string): string => file.replace(/^.*[\\/]/, '')

/** Looks through the open register's file; a damaged one is closed, so that the recovery screen takes over. */
export async function condemnDamaged(context: CallContext): Promise<void> {
  const { file, readOnly } = context.register
  if (readOnly) return
  if (await inJob(context, 'register.recovery', 'check-file', { input: { register: file }, behind: true })) return
  await context.alone(() => {
    if (context.register.file === file) context.condemn()
    return Promise.resolve()
  })
}

/** Always of the living register. Where nothing can be written beside it, the scratch copy goes to the system's own place. */
export const checkWholeLog = (context: CallContext): Promise<Output<'register.checkLog'>> =>
  context.inBackups(() => {
    const { file, readOnly } = context.register
    const input = { register: file, scratch: readOnly ? tmpdir() : null, now: context.now }
    return inJob(context, 'register.checkLog', 'check-log', { input })
  })
