// The calls about the passphrase of backups. What was typed is used once and forgotten; its key stays in this process and, where the machine has a
// safe keeper, there.
import type { CallContext } from '../call-context'
import type { Output, Parsed } from '../contract'
import { inJob } from '../jobs/in-job'
import { RegistryError } from '../model/errors'
import { backupsFolder, changeState, manifestOf, readState, whereLies } from './folder'
import { newKey, openLock } from './lock'
import { listBackups } from './rows'

export const setPassphrase = (
  context: CallContext,
  { passphrase }: Parsed<'backups.setPassphrase'>,
): Promise<Output<'backups.setPassphrase'>> =>
  context.inBackups(async () => {
    const { file: register, readOnly } = context.register
    if (readOnly) throw new RegistryError('read_only', 'backups are made where the register is written')
    const folder = backupsFolder(register)
    const key = passphrase === null ? null : await newKey(passphrase)
    // a key that is not known for sure must never lock anything
    if (key !== null) await context.keys.add(key)
    changeState(folder, { lock: key?.lock ?? null })
    if (key !== null)
      await inJob(context, 'backups.setPassphrase', 'backup-lock', { input: { register, key, now: context.now } })
    return listBackups(register, context.keys)
  })

/** Also for the register that did not open and is to be recovered. */
export async function unlockBackups(
  context: CallContext,
  { id, passphrase }: Parsed<'backups.unlock'>,
): Promise<Output<'backups.unlock'>> {
  const register = context.toRecover()?.file ?? context.register.file
  const lock = id === undefined ? readState(backupsFolder(register)).lock : manifestOf(whereLies(register, id), id).lock
  if (lock === null) throw new RegistryError('not_found', 'no lock to open')
  await context.keys.add(await openLock(lock, passphrase))
  return null
}
