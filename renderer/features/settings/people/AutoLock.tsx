// After how many minutes without a key or a mouse the screen locks: a setting of the register, for every window on it.
import { NativeSelect } from '@mantine/core'
import type { JSX } from 'react'
import { AUTO_LOCK_DEFAULT } from '../../../../db/model/people'
import { call } from '../../../api'
import { toast } from '../../../components/toast'
import { failureSentence } from '../../../texts/failureText'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import { useFormLock } from '../../../useFormLock'

const OFFERED = [1, 5, 10, 15, 30, 60]

export function AutoLock(): JSX.Element | null {
  const { t, n } = useTexts()
  const settings = useCall('settings.get', {})
  const lock = useFormLock('settings.set')
  if (settings.state !== 'ready') return null
  const value = settings.data['auto_lock'] ?? String(AUTO_LOCK_DEFAULT)
  const minutes = OFFERED.includes(Number(value)) || value === '0' ? OFFERED : [...OFFERED, Number(value)]
  const save = async (chosen: string): Promise<void> => {
    const answer = await call('settings.set', { key: 'auto_lock', value: chosen })
    if (!answer.ok) toast({ text: t('people.panel.failed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
  }
  return (
    <NativeSelect
      label={t('people.panel.autoLock')}
      disabled={lock.reason !== null}
      data={[
        ...minutes.map((count) => ({
          value: String(count),
          label: t('people.panel.minutes', { count, shown: n(count) }),
        })),
        { value: '0', label: t('people.panel.never') },
      ]}
      value={value}
      onChange={(event) => void save(event.currentTarget.value)}
    />
  )
}
