// Writes a change of many records once; where somebody has changed one of them meanwhile nothing is written, and the preview says by whom.
import { useState } from 'react'
import { toast } from '../../../components/toast'
import { useTakeBack } from '../../../frame/takeBack'
import { failureSentence } from '../../../texts/failureText'
import { useTexts } from '../../../texts/texts'
import { useFormStore, type Next } from '../forms/openForm'
import type { Bulk } from './bulk'
import type { Sent, Table } from './table'

export interface BulkSave {
  busy: boolean
  /** sentences by record */
  clashes: ReadonlyMap<string, string>
  save: (table: Table, sent: Sent, bulk: Bulk, next: Next) => Promise<void>
}

const KEY = 'many.saved'

export function useBulkSave(): BulkSave {
  const { t, n } = useTexts()
  const { wayBack } = useTakeBack()
  const [busy, setBusy] = useState(false)
  const [clashes, setClashes] = useState<BulkSave['clashes']>(new Map())
  const save: BulkSave['save'] = async (table, sent, { field }, next) => {
    setBusy(true)
    const answer = await table.save(sent)
    setBusy(false)
    if (!answer.ok) {
      const found = (answer.error.fields ?? []).flatMap(({ record, by }) =>
        record === undefined || by === undefined ? [] : [[record, t('many.bulk.clash', { by })] as const],
      )
      setClashes(new Map(found))
      const why = answer.error.code === 'conflict' ? t('many.bulk.conflict') : failureSentence(t, answer.error)
      return toast({ key: KEY, tone: 'failed', text: why })
    }
    const count = sent.rows.length
    const undo = await wayBack()
    useFormStore.getState().goTo(next)
    const words = { count, shown: n(count), field: field.label }
    toast({ key: KEY, text: t(`many.bulk.done.${table.kind}`, words), undo })
  }
  return { busy, clashes, save }
}
