// Asks where a file goes, has it written, and says what came of it.
import { useState } from 'react'
import { formatDate } from '../../../db/model/dates/partial'
import type { PickedFile, SaveKind } from '../../../db/model/bridge'
import type { Exported } from '../../../db/model/shapes/exchange'
import { call, type Answer } from '../../api'
import { toast } from '../../components/toast'
import { useDay } from '../../stores/day'
import { failureSentence } from '../../texts/failureText'
import { useTexts } from '../../texts/texts'

export interface Outputs {
  /** a file is being written */
  busy: boolean
  saveCalendar: (remind: readonly number[]) => Promise<void>
  saveExtract: (format: 'xlsx' | 'csv' | 'json') => Promise<void>
  saveRegister: () => Promise<void>
}

export function useOutputs(): Outputs {
  const { t, n, language } = useTexts()
  const day = useDay()
  const [busy, setBusy] = useState(false)
  const save = async (
    what: 'calendar' | 'extract' | 'register',
    ending: SaveKind,
    write: (file: PickedFile) => Promise<Answer<Exported>>,
  ): Promise<void> => {
    const shown = formatDate(day, language).replaceAll('/', '-')
    const target = await window.shell.pickSave(ending, `${t(`outputs.${what}.fileName`, { day: shown })}.${ending}`)
    if (target === null) return
    setBusy(true)
    const answer = await write(target)
    setBusy(false)
    if (answer.ok) {
      const { rows, file } = answer.value
      toast({
        text: t(`outputs.${what}.done`, { shown: n(rows), file }),
        action: { label: t('exports.reveal'), run: () => void window.shell.reveal(target.ref) },
      })
    } else if (answer.error.code !== 'cancelled')
      toast({ text: t('outputs.failed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
  }
  return {
    busy,
    saveCalendar: (remind) =>
      save('calendar', 'ics', ({ ref }) =>
        call('exchange.exportCalendar', { file: ref, day, language, remind: [...remind] }),
      ),
    saveExtract: (format) =>
      save('extract', format, ({ ref }) => call('exchange.exportExtract', { file: ref, format, day, language })),
    saveRegister: () => save('register', 'json', ({ ref }) => call('exchange.exportRegister', { file: ref })),
  }
}
