// What is done with a paper that stands: saved as Word or PDF, printed, opened in Word; and letters written each into a file of its own.
import type { DocumentWish } from '../../../db/model/documents/kinds'
import { call } from '../../api'
import { toast } from '../../components/toast'
import { failureSentence } from '../../texts/failureText'
import { formatDate } from '../../../db/model/dates/partial'
import type { Texts } from '../../texts/texts'
import type { Stage } from './paperStore'

export type Ready = Extract<Stage, { at: 'ready' }>

const nameOf = ({ t, language }: Texts, { wish, day }: Pick<Ready, 'wish' | 'day'>): string =>
  `${t(`documents.kinds.${wish.kind}.name`)} ${formatDate(day, language).replaceAll('/', '-')}`

export async function savePaper(texts: Texts, paper: Ready, kind: 'docx' | 'pdf'): Promise<void> {
  const { t } = texts
  try {
    const saved = await window.shell.savePaper(paper.ref, kind, `${nameOf(texts, paper)}.${kind}`)
    if (saved === null) return
    toast({
      text: t('documents.saved', { file: saved.name }),
      action: { label: t('documents.reveal'), run: () => void window.shell.reveal(saved.ref) },
    })
  } catch {
    // the folder cannot be written to, or the file is open elsewhere: the shell says no more
    toast({ text: t('documents.saveFailed'), tone: 'failed' })
  }
}

export async function openInWord({ t }: Texts, { ref }: Ready): Promise<void> {
  if (!(await window.shell.openLent(ref))) toast({ text: t('documents.noWord'), tone: 'failed' })
}

export async function printPaper({ ref }: Ready): Promise<void> {
  await window.shell.printPaper(ref)
}

export async function writeApart({ t, n }: Texts, wish: DocumentWish, day: string): Promise<void> {
  const folder = await window.shell.pickFolder()
  if (folder === null) return
  const answer = await call('documents.make', { document: wish, day, file: folder.ref, apart: true })
  if (answer.ok) {
    const { files } = answer.value
    toast({
      text: t('documents.apartDone', { count: files, shown: n(files), folder: folder.name }),
      action: { label: t('documents.reveal'), run: () => void window.shell.reveal(folder.ref) },
    })
  } else if (answer.error.code !== 'cancelled') toast({ text: failureSentence(t, answer.error), tone: 'failed' })
}
