// “Sửa dạng bảng”: laboratories, or their accreditations, as a sheet to type and paste into. It opens with what was chosen in the list, and with
// what an earlier sheet left unsaved.
import { Button } from '@mantine/core'
import { IconTable } from '@tabler/icons-react'
import { useState, type JSX } from 'react'
import { MOST_AT_ONCE } from '../../../../db/model/inputs'
import { EmptyState } from '../../../components/EmptyState'
import { LoadFailed } from '../../../components/LoadFailed'
import { Skeleton } from '../../../components/Skeleton'
import type { ScreenProps } from '../../../screens'
import { SheetLocked } from '../../../SheetLocked'
import { useNavigation } from '../../../stores/navigation'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import { useFormLock } from '../../../useFormLock'
import { useFoundDraft } from '../../../useSheetDraft'
import { useOpenedLabs } from '../many/opening'
import type { Kind } from '../many/table'
import { useTable } from '../many/useTable'
import { draftKey, readKept } from './kept'
import { RecordSheetPage } from './RecordSheetPage'
import type { Kept } from './standing'

export function SheetScreen({ params }: ScreenProps): JSX.Element {
  const { t } = useTexts()
  const lock = useFormLock('labs.saveMany')
  const info = useCall('register.info', {})
  const kind: Kind = params['of'] === 'accreditation' ? 'accreditation' : 'laboratory'
  if (lock.state === 'asking' || info.state !== 'ready') return <Skeleton lines={9} />
  if (lock.reason !== null) return <SheetLocked title={t('many.sheet.locked')} reason={lock.reason} past={lock.past} />
  const key = draftKey(kind, info.data.id)
  return <Drafted key={key} kind={kind} draftKey={key} />
}

function Drafted({ kind, draftKey: key }: { kind: Kind; draftKey: string }): JSX.Element {
  const draft = useFoundDraft(key, readKept)
  return draft === undefined ? <Skeleton lines={9} /> : <Opened kind={kind} draft={draft} draftKey={key} />
}

interface OpenedProps {
  kind: Kind
  draft: Kept | null
  draftKey: string
}

function Opened({ kind, draft, draftKey: key }: OpenedProps): JSX.Element {
  const { t } = useTexts()
  const opened = useOpenedLabs()
  // as opened: rows must not come and go while the sheet is open
  const [labs] = useState(() => [...new Set([...opened.labs, ...(draft?.labs ?? [])])].slice(0, MOST_AT_ONCE))
  const load = useTable(kind, labs)
  if (load.state === 'error') return <LoadFailed error={load.error} onRetry={load.refetch} />
  if (load.state !== 'ready') return <Skeleton lines={9} />
  if (load.data.rows.length === 0 && draft === null)
    return (
      <EmptyState
        icon={IconTable}
        title={t('many.sheet.none')}
        text={t('many.sheet.noneText')}
        action={
          <Button data-autofocus onClick={() => useNavigation.getState().go('labs')}>
            {t('many.sheet.back')}
          </Button>
        }
      />
    )
  return (
    <RecordSheetPage
      filled={load.data}
      draft={draft}
      draftKey={key}
      refetch={load.refetch}
      labs={{ shown: labs.length, all: opened.labs.length === 0 ? 0 : opened.all }}
    />
  )
}
