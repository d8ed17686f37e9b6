// What is done with one attached file: taken off and brought back, copied elsewhere, opened in another program, given a title.
import { endingOf, nameOutside } from '../../../../db/model/files/kinds'
import type { AttachmentShown } from '../../../../db/model/shapes/attachments'
import { call } from '../../../api'
import { toast } from '../../../components/toast'
import { failureSentence } from '../../../texts/failureText'
import type { Texts } from '../../../texts/texts'
import { nameOf } from './fileWords'

type Words = Pick<Texts, 't'>
export type OneFile = Pick<AttachmentShown, 'id' | 'title' | 'name' | 'kind'>

const entity = 'attachment_link' as const

/** Null when it worked, else why not. */
export async function takeOff({ t }: Words, id: string): Promise<string | null> {
  const answer = await call('records.trash', { entity, id })
  if (answer.ok) return null
  const why = failureSentence(t, answer.error)
  toast({ text: t('files.done.removeFailed', { why }), tone: 'failed' })
  return why
}

export async function removeFile(texts: Words, file: OneFile): Promise<void> {
  if ((await takeOff(texts, file.id)) !== null) return
  toast({
    text: texts.t('files.done.removed', { name: nameOf(file) }),
    undo: () => void call('records.restore', { entity, id: file.id }),
  })
}

/** The name a copy gets outside; its ending is that of its content. */
const outside = (file: OneFile): string => nameOutside(nameOf(file), file.kind)

export async function saveCopy({ t }: Words, file: OneFile): Promise<void> {
  const place = await window.shell.pickSave(endingOf[file.kind], outside(file))
  if (place === null) return
  const answer = await call('attachments.saveCopy', { id: file.id, file: place.ref })
  if (!answer.ok)
    return toast({ text: t('files.done.saveFailed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
  toast({
    text: t('files.done.saved', { name: place.name }),
    action: { label: t('files.done.reveal'), run: () => void window.shell.reveal(place.ref) },
  })
}

/** Another program gets a copy: what the register keeps is never handed out. */
export async function openElsewhere({ t }: Words, file: OneFile): Promise<void> {
  const name = nameOf(file)
  const copy = await window.shell.lend(endingOf[file.kind], outside(file))
  const answer = await call('attachments.saveCopy', { id: file.id, file: copy.ref })
  if (!answer.ok)
    return toast({ text: t('files.done.openFailed', { name, why: failureSentence(t, answer.error) }), tone: 'failed' })
  if (!(await window.shell.openLent(copy.ref))) toast({ text: t('files.done.noProgram', { name }), tone: 'failed' })
}

export async function renameFile({ t }: Words, file: OneFile, title: string): Promise<void> {
  const note = title.trim() === '' || title.trim() === file.name ? null : title.trim()
  if (note === file.title) return
  const answer = await call('attachments.save', { id: file.id, change: { note } })
  if (!answer.ok)
    toast({ text: t('files.done.renameFailed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
}
