// The way back from the trash, and the way back from that. Every message names its record.
import { useCallback, useState } from 'react'
import { entityNames, type EntityName } from '../../../db/model/entities'
import type { TrashedRecord } from '../../../db/model/shapes/history'
import { call } from '../../api'
import { toast } from '../../components/toast'
import type { Failure } from '../../failure'
import { failureSentence } from '../../texts/failureText'
import type { RecordWords } from '../../texts/recordWords'
import { useTexts, type Texts } from '../../texts/texts'

const keyOf = ({ entity, id }: TrashedRecord): { entity: EntityName; id: string } => ({
  entity: entityNames.find((name) => name === entity) ?? 'laboratory',
  id,
})

export function nameOf(record: TrashedRecord, words: RecordWords, { t }: Texts): string {
  const entity = words.entity(record.entity)
  return record.label === '' ? entity : t('trash.named', { entity, label: record.label })
}

/** Restores records one after the other and says so once; what could not be restored is said record by record. */
export function useRestore(words: RecordWords): {
  restore: (records: readonly TrashedRecord[]) => Promise<void>
  busy: boolean
} {
  const texts = useTexts()
  const [busy, setBusy] = useState(false)
  const restore = useCallback(
    async (records: readonly TrashedRecord[]) => {
      setBusy(true)
      const back: TrashedRecord[] = []
      for (const record of records) {
        const answer = await call('records.restore', keyOf(record))
        if (answer.ok) back.push(record)
        else sayFailed('trash.failed', { record, error: answer.error, words }, texts)
      }
      setBusy(false)
      sayRestored(back, words, texts)
    },
    [words, texts],
  )
  return { restore, busy }
}

function sayRestored(records: readonly TrashedRecord[], words: RecordWords, texts: Texts): void {
  const { t, n } = texts
  const [first] = records
  if (first === undefined) return
  const what = nameOf(first, words, texts)
  toast({
    text:
      records.length === 1
        ? t('trash.restored', { what })
        : t('trash.restoredMany', { count: records.length, shown: n(records.length) }),
    undo: () => void trashAgain(records, words, texts),
  })
}

async function trashAgain(records: readonly TrashedRecord[], words: RecordWords, texts: Texts): Promise<void> {
  const { t, n } = texts
  const back: TrashedRecord[] = []
  for (const record of records) {
    const answer = await call('records.trash', keyOf(record))
    if (answer.ok) back.push(record)
    else sayFailed('trash.undoFailed', { record, error: answer.error, words }, texts)
  }
  const [first] = back
  if (first === undefined) return
  toast({
    text:
      back.length === 1
        ? t('trash.undone', { what: nameOf(first, words, texts) })
        : t('trash.undoneMany', { count: back.length, shown: n(back.length) }),
  })
}

interface Failed {
  record: TrashedRecord
  error: Failure
  words: RecordWords
}

function sayFailed(key: 'trash.failed' | 'trash.undoFailed', { record, error, words }: Failed, texts: Texts): void {
  const { t } = texts
  toast({ text: t(key, { what: nameOf(record, words, texts), why: failureSentence(t, error) }), tone: 'failed' })
}
