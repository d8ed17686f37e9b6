// The way back from the trash, which can be undone like any saving. Every message names its record.
import { useCallback, useState } from 'react'
import { entityNames, type EntityName } from '../../../db/model/entities'
import type { Saved } from '../../../db/model/shapes/answer'
import type { TrashedRecord } from '../../../db/model/shapes/history'
import { call } from '../../api'
import { toast } from '../../components/toast'
import type { Failure } from '../../failure'
import { undoSavings } from '../../frame/takeBack'
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
      const back: Back[] = []
      for (const record of records) {
        const answer = await call('records.restore', keyOf(record))
        if (answer.ok) back.push({ record, saved: answer.value })
        else sayFailed({ record, error: answer.error, words }, texts)
      }
      setBusy(false)
      sayRestored(back, words, texts)
    },
    [words, texts],
  )
  return { restore, busy }
}

interface Back {
  record: TrashedRecord
  saved: Saved
}

function sayRestored(back: readonly Back[], words: RecordWords, texts: Texts): void {
  const { t, n } = texts
  const [first] = back
  if (first === undefined) return
  const count = back.length
  const what = nameOf(first.record, words, texts)
  const text = count === 1 ? t('trash.restored', { what }) : t('trash.restoredMany', { count, shown: n(count) })
  const savings = back.map(({ saved }) => saved)
  toast({ text, undo: () => void undoSavings(texts, savings) })
}

interface Failed {
  record: TrashedRecord
  error: Failure
  words: RecordWords
}

function sayFailed({ record, error, words }: Failed, texts: Texts): void {
  const { t } = texts
  toast({
    text: t('trash.failed', { what: nameOf(record, words, texts), why: failureSentence(t, error) }),
    tone: 'failed',
  })
}
