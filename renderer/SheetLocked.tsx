// In place of a sheet that nobody may fill in now: why, and the way back to today where another day is looked at.
import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { JSX } from 'react'
import { EmptyState } from './components/EmptyState'
import { useDayStore } from './stores/day'
import { useTexts } from './texts/texts'

export function SheetLocked({ title, reason, past }: { title: string; reason: string; past: boolean }): JSX.Element {
  const { t } = useTexts()
  return (
    <EmptyState
      icon={IconLock}
      title={title}
      text={reason}
      action={
        past && (
          <Button variant="default" data-autofocus onClick={() => useDayStore.getState().present()}>
            {t('frame.day.back')}
          </Button>
        )
      }
    />
  )
}
