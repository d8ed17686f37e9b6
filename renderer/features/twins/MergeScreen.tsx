// Two laboratories side by side: a value is chosen for each item, then the right one is merged into the left one, or the two are told apart.
import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowsExchange, IconFlaskOff } from '@tabler/icons-react'
import { useState, type JSX } from 'react'
import type { LabPage } from '../../../db/model/shapes/lab'
import type { MergeField, MergeSide } from '../../../db/model/twin-inputs'
import { useActions } from '../../actions/action'
import { EmptyState } from '../../components/EmptyState'
import { LoadFailed } from '../../components/LoadFailed'
import { Page } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import type { ScreenProps } from '../../screens'
import { useNavigation } from '../../stores/navigation'
import { useTexts } from '../../texts/texts'
import { useArrival } from '../../useArrival'
import { useCall } from '../../useCall'
import { useCanEdit } from '../../useCanEdit'
import { mergeLabs, tellApart } from './deeds'
import { FieldTable } from './FieldTable'
import { GoesOver, sameSite, SiteChoices } from './GoesOver'
import classes from './twins.module.css'

const toList = (): void => useNavigation.getState().go('twins')

export function MergeScreen({ params }: ScreenProps): JSX.Element {
  const { keep: keepId = '', other: otherId = '' } = params
  const { t } = useTexts()
  const keep = useCall('labs.get', { id: keepId }, { keep: false })
  const other = useCall('labs.get', { id: otherId }, { keep: false })
  const failed = [keep, other].find((load) => load.state === 'error')
  const gone =
    (failed?.state === 'error' && ['not_found', 'invalid_input'].includes(failed.error.code)) ||
    [keep, other].some((load) => load.state === 'ready' && load.data.trashedAt !== null)
  if (gone)
    return (
      <EmptyState
        icon={IconFlaskOff}
        title={t('twins.merge.notFound')}
        text={t('twins.merge.notFoundText')}
        action={
          <Button data-autofocus onClick={toList}>
            {t('twins.merge.back')}
          </Button>
        }
      />
    )
  if (failed?.state === 'error') return <LoadFailed error={failed.error} onRetry={failed.refetch} />
  if (keep.state !== 'ready' || other.state !== 'ready') return <Skeleton lines={12} />
  return <Compared key={`${keepId} ${otherId}`} keep={keep.data} other={other.data} />
}

interface Deeds {
  sites: Record<string, string>
  setSites: (sites: Record<string, string>) => void
  choices: Partial<Record<MergeField, MergeSide>>
  setChoices: (choices: Partial<Record<MergeField, MergeSide>>) => void
  busy: boolean
  changed: boolean
  merge: () => void
  apart: () => void
  swap: () => void
}

function useDeeds(keep: LabPage, other: LabPage): Deeds {
  const texts = useTexts()
  const [choices, setChoices] = useState<Deeds['choices']>({})
  // an address word for word is taken for one place at first; the person sees it and may say otherwise
  const [sites, setSites] = useState(() => sameSite(keep, other))
  const [busy, setBusy] = useState(false)
  const [changed, setChanged] = useState(false)
  const merge = async (): Promise<void> => {
    setBusy(true)
    const joined = Object.entries(sites).map(([from, into]) => ({ other: from, keep: into }))
    const seen = Math.min(keep.seq, other.seq)
    const done = await mergeLabs(texts, { keep, other }, { seen, choices, sites: joined })
    setBusy(false)
    setChanged(done === 'changed')
    if (done === 'merged') useNavigation.getState().go('lab', { id: keep.id })
  }
  const apart = async (): Promise<void> => {
    if (await tellApart(texts, [keep, other], true)) toList()
  }
  return {
    sites,
    setSites,
    choices,
    setChoices,
    busy,
    changed,
    merge: () => void (busy ? undefined : merge()),
    apart: () => void apart(),
    swap: () => useNavigation.getState().amend({ keep: other.id, other: keep.id }),
  }
}

function Compared({ keep, other }: { keep: LabPage; other: LabPage }): JSX.Element {
  const { t } = useTexts()
  const canEdit = useCanEdit()
  const deeds = useDeeds(keep, other)
  const when = (): boolean => canEdit
  useArrival(keep.id)
  useActions([
    { id: 'twins.merge', label: 'twins.merge.merge', shortcut: 'Ctrl+Enter', when, run: deeds.merge },
    { id: 'twins.different', label: 'twins.different', shortcut: 'Ctrl+H', when, run: deeds.apart },
    { id: 'twins.swap', shortcut: 'Ctrl+Alt+S', label: 'twins.merge.swap', run: deeds.swap },
  ])
  return (
    <Page
      title={t('twins.merge.title')}
      line={t('twins.merge.line')}
      actions={
        <>
          <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={toList}>
            {t('twins.merge.back')}
          </Button>
          <Button variant="default" leftSection={<IconArrowsExchange size={16} aria-hidden />} onClick={deeds.swap}>
            {t('twins.merge.swap')}
          </Button>
          {canEdit && <Decide {...deeds} />}
        </>
      }
    >
      {deeds.changed && (
        <p role="alert" className={classes['changed']}>
          {t('twins.merge.changed')}
        </p>
      )}
      <FieldTable keep={keep} other={other} choices={deeds.choices} onChoose={deeds.setChoices} locked={!canEdit} />
      <SiteChoices keep={keep} other={other} sites={deeds.sites} onChange={deeds.setSites} locked={!canEdit} />
      <GoesOver other={other} />
    </Page>
  )
}

function Decide({ busy, merge, apart }: Deeds): JSX.Element {
  const { t } = useTexts()
  return (
    <>
      <Button variant="default" title="Ctrl+H" aria-keyshortcuts="Control+H" onClick={apart}>
        {t('twins.different')}
      </Button>
      <Button loading={busy} title="Ctrl+Enter" aria-keyshortcuts="Control+Enter" onClick={merge}>
        {t('twins.merge.merge')}
      </Button>
    </>
  )
}
