// What can be done about two laboratories that look like one. Each names both, and can be undone from where it is told.
import type { Input } from '../../../db/contract'
import type { TwinLab } from '../../../db/model/shapes/twins'
import { call } from '../../api'
import { toast } from '../../components/toast'
import { failureSentence } from '../../texts/failureText'
import type { Texts } from '../../texts/texts'

type Named = Pick<TwinLab, 'id' | 'nameVi'>

/** Remembers (or forgets) that two are two. Answers whether it did. */
export async function tellApart(texts: Texts, [a, b]: readonly [Named, Named], different: boolean): Promise<boolean> {
  const { t } = texts
  const answer = await call('twins.dismiss', { laboratory: a.id, twin: b.id, different })
  if (!answer.ok) {
    toast({ text: t('twins.failed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
    return false
  }
  const names = { a: a.nameVi, b: b.nameVi }
  const undo = (): void => void tellApart(texts, [a, b], !different)
  toast({ text: t(different ? 'twins.told' : 'twins.revoked', names), undo, key: `twins ${a.id} ${b.id}` })
  return true
}

export type Merged = 'merged' | 'changed' | 'failed'

export async function mergeLabs(
  { t }: Texts,
  { keep, other }: { keep: Named; other: Named },
  input: Omit<Input<'labs.merge'>, 'keep' | 'other'>,
): Promise<Merged> {
  const answer = await call('labs.merge', { ...input, keep: keep.id, other: other.id })
  if (!answer.ok && answer.error.code === 'conflict') return 'changed'
  if (!answer.ok) {
    toast({ text: t('twins.failed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
    return 'failed'
  }
  const names = { keep: keep.nameVi, other: other.nameVi }
  toast({ text: t('twins.merge.done', names), undo: () => void separate(t, names, answer.value.seq) })
  return 'merged'
}

/** Takes the merge back while it is the last thing this person did; otherwise the journal is the way. */
async function separate(t: Texts['t'], names: { keep: string; other: string }, seq: number): Promise<void> {
  const last = await call('changes.undoable', {})
  if (!last.ok || last.value.undo?.shown.seq !== seq) return toast({ text: t('twins.merge.notLast'), tone: 'failed' })
  const answer = await call('changes.undo', { set: last.value.undo.set })
  if (answer.ok) toast({ text: t('twins.merge.undone', names) })
  else toast({ text: t('twins.failed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
}
