// Ctrl+S on a sheet of records: what stops it gets the cursor, what has moved in the register is told once, else all changed rows are one saving.
import { useState } from 'react'
import type { Failure } from '../../../failure'
import { commit, goTo } from '../../../components/sheet/sheet'
import { toast } from '../../../components/toast'
import { useTakeBack } from '../../../frame/takeBack'
import { failureSentence } from '../../../texts/failureText'
import { useTexts } from '../../../texts/texts'
import { wordsOf } from '../many/field'
import { clashAt, toSend, type Found, type Standing, type Told } from './standing'
import type { RecordSheet } from './useRecordSheet'

const KEY = 'sheet.saved'

export function useSheetSave(record: RecordSheet, refetch: () => void): { saving: boolean; save: () => Promise<void> } {
  const { t, n } = useTexts()
  const { wayBack } = useTakeBack()
  const [saving, setSaving] = useState(false)
  const stand = ({ row, column }: Found): void =>
    record.change((now) => goTo(now, { row, column: Math.max(0, now.columns.indexOf(column)) }))
  const failed = (text: string): void => toast({ key: KEY, tone: 'failed', text })

  const refused = (failure: Failure, standing: Standing): void => {
    const told = failure.code === 'conflict' ? answered(failure, standing) : []
    refetch()
    if (told[0] === undefined) return failed(failureSentence(t, failure))
    record.tell(told)
    stand(told[0])
    failed(t('many.sheet.conflict'))
  }
  const save = async (): Promise<void> => {
    if (saving) return
    const standing = { ...record.standing, sheet: commit(record.standing.sheet) }
    const [trouble] = record.troubleOf(standing.sheet.rows)
    if (trouble !== undefined) {
      stand(trouble)
      return failed(t('many.sheet.notSaved'))
    }
    const untold = clashesIn(standing).filter(({ clash }) => !clash.told)
    if (untold.length > 0) {
      record.tell(untold.map((each) => ({ ...each, clash: { ...each.clash, told: true } })))
      stand(untold[0]!)
      return failed(t('many.sheet.conflict'))
    }
    const sent = toSend(standing)
    if (sent.rows.length === 0) return toast({ key: KEY, text: t('many.sheet.nothing') })
    setSaving(true)
    const answer = await standing.filled.table.save(sent)
    setSaving(false)
    if (!answer.ok) return refused(answer.error, standing)
    const count = sent.rows.length
    const text = t(`many.sheet.done.${standing.filled.table.kind}`, { count, shown: n(count) })
    toast({ key: KEY, text, undo: await wayBack() })
  }
  return { saving, save }
}

function clashesIn(standing: Standing): Told[] {
  return standing.sheet.rows.flatMap((row, at) =>
    Object.keys(standing.clashes[row.key] ?? {}).flatMap((column) => {
      const clash = clashAt(standing, row, column)
      return clash === undefined ? [] : [{ row: at, column, key: row.key, clash }]
    }),
  )
}

/** What the registry answered of which cell. */
function answered({ fields = [] }: Failure, { filled, sheet }: Standing): Told[] {
  return fields.flatMap(({ field: path, record: key, theirs, by }) => {
    const column = path.split('.').at(-1) ?? ''
    const field = filled.table.fields.find(({ id }) => id === column)
    const row = sheet.rows.findIndex((each) => each.key === key)
    if (field === undefined || key === undefined || row < 0) return []
    const mine = sheet.rows[row]!.cells[column] ?? ''
    return [{ row, column, key, clash: { mine, theirs: wordsOf(field, asValue(theirs)), by: by ?? null, told: true } }]
  })
}

/** A code is text with its canonical form; the sheet holds the text. */
function asValue(value: unknown): string | null {
  if (typeof value === 'object' && value !== null && 'raw' in value) return asValue(value.raw)
  return typeof value === 'string' ? value : null
}
