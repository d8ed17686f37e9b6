// A pair of words to the trash, and back by the toast's button: both name the pair.
import type { TermRow } from '../../../db/model/shapes/terms'
import { call } from '../../api'
import { toast } from '../../components/toast'
import { undoSaving } from '../../frame/takeBack'
import { failureSentence } from '../../texts/failureText'
import type { Texts } from '../../texts/texts'

type Pair = Pick<TermRow, 'term' | 'other'>

export const nameOfPair = ({ term, other }: Pair): string => `${term} – ${other}`

export async function trashTerm(texts: Texts, row: TermRow): Promise<void> {
  const { t } = texts
  const name = nameOfPair(row)
  const answer = await call('records.trash', { entity: 'term_link', id: row.id })
  if (answer.ok) toast({ text: t('terms.trashed', { name }), undo: () => void undoSaving(texts, answer.value) })
  else toast({ text: t('terms.trashFailed', { name, why: failureSentence(t, answer.error) }), tone: 'failed' })
}
