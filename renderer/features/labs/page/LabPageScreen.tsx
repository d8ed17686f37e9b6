// The screen of one laboratory. The place names it (`#/lab?id=…`), also in a window of its own.
import { Button } from '@mantine/core'
import { IconFlaskOff } from '@tabler/icons-react'
import { useEffect, type JSX } from 'react'
import { EmptyState } from '../../../components/EmptyState'
import { LoadFailed } from '../../../components/LoadFailed'
import { Skeleton } from '../../../components/Skeleton'
import type { ScreenProps } from '../../../screens'
import { useDay } from '../../../stores/day'
import { useNavigation } from '../../../stores/navigation'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import { useDecisionInAddress } from './goToDecision'
import { LabSheet } from './LabSheet'
import { useTabName } from './useTab'

export function LabPageScreen({ params }: ScreenProps): JSX.Element {
  const id = params['id'] ?? ''
  return id === '' ? (
    <NotFound />
  ) : (
    <Loaded key={id} id={id} section={params['section']} decision={params['decision']} />
  )
}

interface LoadedProps {
  id: string
  section: string | undefined
  decision: string | undefined
}

function Loaded({ id, section, decision }: LoadedProps): JSX.Element {
  const lab = useCall('labs.get', { id, day: useDay() })
  useDecisionInAddress(lab.state === 'ready' ? decision : undefined)
  useTitle(lab.state === 'ready' ? lab.data.nameVi : null)
  useTabName(id, lab.state === 'ready' ? lab.data.nameVi : null)
  if (lab.state === 'pending') return <Skeleton lines={9} />
  if (lab.state === 'error') {
    return lab.error.code === 'not_found' ? <NotFound /> : <LoadFailed error={lab.error} onRetry={lab.refetch} />
  }
  return <LabSheet page={lab.data} section={section} />
}

/** The window is called by the laboratory's name, so that several windows can be told apart. */
function useTitle(name: string | null): void {
  const { t } = useTexts()
  useEffect(() => {
    if (name !== null && name !== '') document.title = `${name} – ${t('frame.app')}`
  }, [name, t])
}

function NotFound(): JSX.Element {
  const { t } = useTexts()
  return (
    <EmptyState
      icon={IconFlaskOff}
      title={t('labPage.notFound.title')}
      text={t('labPage.notFound.text')}
      action={<Button onClick={() => useNavigation.getState().go('labs')}>{t('labPage.notFound.back')}</Button>}
    />
  )
}
