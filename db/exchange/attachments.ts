// The calls of attached files: bytes in and out beside the register, links in the log. Reading is piecewise and never holds up other calls.
import type { CallContext } from '../call-context'
import type { Output, Parsed } from '../contract'
import { compare, copyOut, filesFolder, keepFile, readPiece } from '../store/attachment-files'
import { attach, linkOf, linksOf, listAttachments, refuseCarrier } from '../store/attachments'
import { currentSeq } from '../store/database'
import { ownPath } from './calls'

/** Beside the living register, also while an earlier state of it is looked at. */
const folderOf = (context: CallContext): string => filesFolder(context.livingFile())

export function attachmentsOf(context: CallContext, { records }: Parsed<'attachments.of'>): Output<'attachments.of'> {
  const { db } = context.register
  return { seq: currentSeq(db), files: listAttachments(db, folderOf(context), records) }
}

export async function addAttachment(
  context: CallContext,
  { file, record, title }: Parsed<'attachments.add'>,
): Promise<Output<'attachments.add'>> {
  refuseCarrier(context.register.db, record)
  const kept = await keepFile(folderOf(context), context.path(file, 'read'))
  const { value, seq } = await context.write((tx) => attach(tx, kept, { record, title: title || null }))
  return { ...value, seq }
}

export async function checkAttachments(
  context: CallContext,
  { records }: Parsed<'attachments.check'>,
): Promise<Output<'attachments.check'>> {
  const links = linksOf(context.register.db, records)
  const folder = folderOf(context)
  const found: Output<'attachments.check'> = { checked: 0, wrong: [] }
  const states = new Map<string, Awaited<ReturnType<typeof compare>>>()
  for (const link of links) {
    const { id, record, name, sha256 } = link
    const state = states.get(sha256) ?? (await compare(folder, link))
    states.set(sha256, state)
    if (state !== 'present') found.wrong.push({ id, record, name, state })
  }
  return { ...found, checked: states.size }
}

export async function readAttachment(
  context: CallContext,
  { id, ...piece }: Parsed<'attachments.read'>,
): Promise<Output<'attachments.read'>> {
  const link = linkOf(context.register.db, id)
  return { bytes: await readPiece(folderOf(context), link, piece), total: link.bytes }
}

export function copyAttachment(
  context: CallContext,
  { id, file }: Parsed<'attachments.saveCopy'>,
): Promise<Output<'attachments.saveCopy'>> {
  return copyOut(folderOf(context), linkOf(context.register.db, id), ownPath(context, file))
}
