// A saving in a few words, as undo names it: “địa chỉ của Phòng A”, “thêm phòng thí nghiệm Phòng A”, or counted: “thêm 40 dòng phạm vi”.
import type { ChangeSetShown } from '../../../db/model/shapes/journal'
import { isOrder, type RecordWords } from '../../texts/recordWords'
import type { Texts } from '../../texts/texts'
import { recordsOf, type RecordChange } from './changeSets'
import { deedsOf, deedWords, OWN } from './deeds'

const MOST_FIELDS = 3

export function setWords(set: ChangeSetShown, words: RecordWords, texts: Pick<Texts, 't' | 'n'>): string {
  const records = recordsOf(set.changes)
  const own = records.filter(({ entity }) => (OWN as readonly string[]).includes(entity))
  const only = records.length === 1 ? records[0] : own.length === 1 && own[0]?.deed === 'created' ? own[0] : undefined
  const named = only === undefined || only.label === '' ? null : oneRecord(only, words, texts)
  return named ?? deedWords(deedsOf(set.deeds), words, texts).join(', ')
}

function oneRecord(record: RecordChange, words: RecordWords, { t }: Pick<Texts, 't'>): string | null {
  const { entity, label, deed } = record
  if (deed !== 'changed') return t(`journal.one.${deed}`, { entity: words.entity(entity), label })
  const fields = record.fields.filter(({ field }) => !isOrder(entity, field))
  if (fields.length === 0 || fields.length > MOST_FIELDS) return null
  const names = fields.map(({ field }) => words.field(entity, field).toLowerCase()).join(', ')
  return t('journal.one.changed', { fields: names, label })
}
