// Attaching files to a record: chosen in the picker, dropped on the section or anywhere on the page. Each file says for itself what came of it.
import type { PickedFile } from '../../../../db/model/bridge'
import { call } from '../../../api'
import { toast } from '../../../components/toast'
import { failureSentence } from '../../../texts/failureText'
import { useTexts, type Texts } from '../../../texts/texts'
import { takeOff } from './fileDeeds'

export interface Attaching {
  pick: (record: string) => Promise<void>
  drop: (files: readonly File[], record: string) => Promise<void>
  /** one that the window was given already */
  take: (file: PickedFile, record: string) => Promise<void>
}

/** `after`: files that were lost may be whole again, which no change of the register tells. */
export function useAttach(after: () => void): Attaching {
  const texts = useTexts()
  const add = async (files: readonly PickedFile[], record: string): Promise<void> => {
    const ids: string[] = []
    let last: string | null = null
    for (const file of files) {
      const done = await addOne(texts, file, record)
      if (done === null) continue
      last = done.text
      if (done.id !== null) ids.push(done.id)
    }
    after()
    if (last === null) return
    const text = ids.length > 1 ? texts.t('files.done.many', { count: ids.length, shown: texts.n(ids.length) }) : last
    toast(ids.length === 0 ? { text } : { text, undo: () => void undoAll(texts, ids) })
  }
  return {
    pick: async (record) => add(await window.shell.pickPapers(), record),
    take: (file, record) => add([file], record),
    async drop(files, record) {
      const granted: PickedFile[] = []
      for (const file of files) {
        const dropped = await window.shell.dropPaper(file)
        if (dropped !== null) granted.push(dropped)
        else toast({ text: failed(texts, file.name, texts.t('files.done.noFile')), tone: 'failed' })
      }
      await add(granted, record)
    },
  }
}

const failed = ({ t }: Texts, name: string, why: string): string => t('files.done.failed', { name, why })

/** `id` null: nothing was added, it was there before. Null: it failed, and that was said. */
async function addOne(
  texts: Texts,
  { ref, name }: PickedFile,
  record: string,
): Promise<{ text: string; id: string | null } | null> {
  const { t } = texts
  const answer = await call('attachments.add', { file: ref, record })
  if (!answer.ok) {
    toast({ text: failed(texts, name, failureSentence(t, answer.error)), tone: 'failed' })
    return null
  }
  const { id, known, already } = answer.value
  if (already) return { text: t('files.done.already', { name }), id: null }
  return { text: t(known ? 'files.done.known' : 'files.done.added', { name }), id }
}

async function undoAll(texts: Texts, ids: readonly string[]): Promise<void> {
  for (const id of ids) await takeOff(texts, id)
}
