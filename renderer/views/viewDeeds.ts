// What is done to a saved view, each with its words and, where something is lost, the way back.
import { keyBetween } from '../../db/model/order'
import type { ViewChange } from '../../db/model/inputs'
import type { Saved } from '../../db/model/shapes/answer'
import type { ViewRow } from '../../db/model/shapes/views'
import { call } from '../api'
import { toast } from '../components/toast'
import { undoSaving } from '../frame/takeBack'
import { failureSentence } from '../texts/failureText'
import type { Texts } from '../texts/texts'

/** What was saved; null: it has been said why not. */
export async function changeView({ t }: Texts, row: ViewRow, change: ViewChange, seen?: number): Promise<Saved | null> {
  const answer = await call('views.save', { id: row.id, change, ...(seen !== undefined && { seen }) })
  if (!answer.ok)
    toast({ text: t('views.failed', { name: row.name, why: failureSentence(t, answer.error) }), tone: 'failed' })
  return answer.ok ? answer.value : null
}

export async function pinView(texts: Texts, row: ViewRow): Promise<void> {
  const saved = await changeView(texts, row, { pinned: !row.pinned })
  if (saved === null) return
  toast({
    text: texts.t(row.pinned ? 'views.unpinned' : 'views.pinned', { name: row.name }),
    undo: () => void undoSaving(texts, saved),
  })
}

/** One place up or down among `rows`, which stand as they are shown. */
export async function moveView(texts: Texts, rows: readonly ViewRow[], row: ViewRow, step: -1 | 1): Promise<void> {
  const at = rows.findIndex(({ id }) => id === row.id)
  if (at + step < 0 || at + step >= rows.length) return
  const [before, after] = step === 1 ? [rows[at + 1], rows[at + 2]] : [rows[at - 2], rows[at - 1]]
  await changeView(texts, row, { position: keyBetween(before?.position ?? null, after?.position ?? null) })
}

export async function trashView(texts: Texts, row: ViewRow): Promise<void> {
  const { t } = texts
  const answer = await call('records.trash', { entity: 'saved_view', id: row.id })
  if (answer.ok)
    toast({ text: t('views.trashed', { name: row.name }), undo: () => void undoSaving(texts, answer.value) })
  else toast({ text: t('views.failed', { name: row.name, why: failureSentence(t, answer.error) }), tone: 'failed' })
}
