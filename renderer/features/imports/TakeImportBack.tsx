// Takes exactly this import back. What somebody has changed since is told and stays, unless nothing of the rest could go back without it.
import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState, type JSX } from 'react'
import { call } from '../../api'
import { toast } from '../../components/toast'
import type { Failure } from '../../failure'
import { failureSentence } from '../../texts/failureText'
import { useTexts } from '../../texts/texts'
import { leaveImport } from './importStore'

export function TakeImportBack({ set }: { set: string }): JSX.Element {
  const { t } = useTexts()
  const [clash, setClash] = useState<Failure | null>(null)
  const take = async (keepTheirs: boolean): Promise<void> => {
    const answer = await call('changes.undo', { set, keepTheirs })
    if (answer.ok) {
      leaveImport()
      toast({ text: t('importReading.takenBack') })
    } else if (answer.error.code === 'conflict' && !keepTheirs) setClash(answer.error)
    else toast({ text: failureSentence(t, answer.error), tone: 'failed' })
  }
  if (clash !== null) {
    const count = new Set(clash.fields?.map(({ record }) => record)).size
    return (
      <span role="alert">
        {t('importReading.changedSince', { count, shown: String(count) })}{' '}
        <Button size="compact-sm" variant="default" onClick={() => void take(true)}>
          {t('importReading.takeRest')}
        </Button>
      </span>
    )
  }
  return (
    <Button variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => void take(false)}>
      {t('importReading.takeBack')}
    </Button>
  )
}
