// The calls about official papers: making runs as a job in a worker, as does looking through a template that somebody gives us.
import { readFileSync, statSync } from 'node:fs'
import type { CallContext } from '../call-context'
import type { Output, Parsed } from '../contract'
import { ownPath } from '../exchange/calls'
import { inJob } from '../jobs/in-job'
import { RegistryError } from '../model/errors'
import { putTemplate } from '../store/document-templates'
import type { DocumentJob } from './make'

const moment = (context: CallContext, day: string | undefined) => ({
  day: day ?? context.today,
  today: context.today,
  now: context.now,
})

export function makeDocument(
  context: CallContext,
  { file, day, apart, ...wish }: Parsed<'documents.make'>,
): Promise<Output<'documents.make'>> {
  if (apart && wish.document.kind !== 'reminder')
    throw new RegistryError('invalid_input', 'only letters come apart', [{ field: 'apart', rule: 'letters_only' }])
  const input: DocumentJob = {
    register: context.register.file,
    path: apart ? folderAt(context.path(file, 'write')) : ownPath(context, file),
    wish: wish.document,
    apart: apart ?? false,
    ...moment(context, day),
  }
  return inJob(context, 'documents.make', 'document', { input })
}

function folderAt(path: string): string {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new RegistryError('file_missing', 'no folder', [{ field: 'file', rule: 'file.no_folder' }])
  return path
}

export function template(
  context: CallContext,
  { kind }: Parsed<'documents.template'>,
): Promise<Output<'documents.template'>> {
  const input = { register: context.register.file, kind, ...moment(context, undefined) }
  return inJob(context, 'documents.template', 'template', { input })
}

export function saveTemplate(
  context: CallContext,
  { kind, file }: Parsed<'documents.saveTemplate'>,
): Promise<Output<'documents.saveTemplate'>> {
  const input = { register: context.register.file, kind, path: ownPath(context, file) }
  return inJob(context, 'documents.saveTemplate', 'save-template', { input })
}

/** As long as looking through an outside file may take. */
const MOST_MS = 30_000
/** read at all; what is larger is refused by its parts' own limit */
const MOST_READ = 16 * 2 ** 20

export async function takeTemplate(
  context: CallContext,
  { kind, file }: Parsed<'documents.takeTemplate'>,
): Promise<Output<'documents.takeTemplate'>> {
  const bytes = read(context.path(file, 'read'))
  const { troubles, clean } = await inJob(context, 'documents.takeTemplate', 'check-template', {
    input: { bytes, kind },
    mostMs: MOST_MS,
  })
  if (troubles.length > 0) return { taken: false, troubles, seq: null }
  const { seq } = await context.write((tx) => putTemplate(tx, kind, clean))
  return { taken: true, troubles: [], seq }
}

function read(path: string): Uint8Array {
  const { size } = statSync(path, { throwIfNoEntry: false }) ?? { size: -1 }
  if (size < 0) throw new RegistryError('file_missing', 'no such file', [{ field: 'file', rule: 'file.gone' }])
  if (size > MOST_READ)
    throw new RegistryError('too_large', 'template', [{ field: 'file', rule: 'template.too_big', params: { max: 2 } }])
  return readFileSync(path)
}

export async function resetTemplate(
  context: CallContext,
  { kind }: Parsed<'documents.resetTemplate'>,
): Promise<Output<'documents.resetTemplate'>> {
  const { value, seq, set } = await context.write((tx) => putTemplate(tx, kind, null))
  return { id: value, seq, set }
}
