// The calls that take something personal out for good: the register, its earlier states, drafts and attached bytes on this machine. Backups that
// were made before are told of, not touched: they are what a mistake is taken back with.
import { rmSync } from 'node:fs'
import type { CallContext } from '../call-context'
import type { CallName, Output, Parsed } from '../contract'
import { inJob } from '../jobs/in-job'
import { RegistryError } from '../model/errors'
import { REDACTION } from '../model/redacted'
import type { Redacted } from '../model/shapes/redaction'
import { contentPath, filesFolder } from '../store/attachment-files'
import { redact, redactAttachment, redactionPlan } from '../store/redact'
import type { Written } from '../store/write'
import { fromSystem } from '../system-errors'
import { backUpAfter } from './calls'
import { backupRows } from './rows'

export const planRedaction = (
  context: CallContext,
  asked: Parsed<'changes.redactionPlan'>,
): Output<'changes.redactionPlan'> => ({
  ...redactionPlan(context.register.db, asked),
  backups: backupRows(context.livingFile()).length,
})

export async function redactValue(
  context: CallContext,
  { reason, ...asked }: Parsed<'changes.redact'>,
): Promise<Output<'changes.redact'>> {
  const written = await context.write((tx) => redact(tx, asked), { source: REDACTION, reason })
  context.profile.dropDraftsWith(written.value.text)
  return leaveNothing(context, 'changes.redact', written)
}

export async function redactFile(
  context: CallContext,
  { id, reason }: Parsed<'attachments.redact'>,
): Promise<Output<'attachments.redact'>> {
  const folder = filesFolder(context.livingFile())
  const written = await context.write((tx) => redactAttachment(tx, id, context.now), { source: REDACTION, reason })
  rmSync(contentPath(folder, written.value.sha256), { force: true })
  return leaveNothing(context, 'attachments.redact', written)
}

/** What was taken out is out, whatever comes of this: a full disk or a cancelled job leaves its last traces to a later time. */
async function purge(context: CallContext, call: CallName, register: string): Promise<boolean> {
  try {
    return await inJob(context, call, 'purge-file', { input: { register } })
  } catch (error) {
    if (error instanceof RegistryError || fromSystem(error) !== null) return false
    throw error
  }
}

async function leaveNothing(
  context: CallContext,
  call: CallName,
  { seq, set, value }: Written<{ changes: number }>,
): Promise<Redacted> {
  await context.forgetRecorded()
  const register = context.livingFile()
  const purged = await context.alone(() => purge(context, call, register))
  await backUpAfter(context, call, 'redaction')
  return { seq, set, changes: value.changes, purged }
}
