// “Nhập nhiều dòng”: the lines of one annex as a grid to type and paste into. The place names laboratory and annex.
import { Button } from '@mantine/core'
import { IconFileOff } from '@tabler/icons-react'
import { useMemo, type JSX } from 'react'
import type { LabPage } from '../../../db/model/shapes/lab'
import type { Reference } from '../../../db/model/shapes/register'
import type { AnnexContents } from '../../../db/model/shapes/scope'
import { EmptyState } from '../../components/EmptyState'
import { LoadFailed } from '../../components/LoadFailed'
import { Skeleton } from '../../components/Skeleton'
import type { ScreenProps } from '../../screens'
import { SheetLocked } from '../../SheetLocked'
import { useNavigation } from '../../stores/navigation'
import { useTexts, type Texts } from '../../texts/texts'
import { useCall } from '../../useCall'
import { useFormLock } from '../../useFormLock'
import { useFoundDraft } from '../../useSheetDraft'
import type { Choice } from '../../components/sheet/choices'
import { inclusionChoices, type Lists } from './cells'
import { EntrySheet } from './EntrySheet'
import { draftKey, readKept, type Kept } from './kept'

export function EntryScreen({ params }: ScreenProps): JSX.Element {
  const { t } = useTexts()
  const lock = useFormLock('scope.saveMany')
  const annex = params['annex'] ?? ''
  if (lock.state === 'asking') return <Skeleton lines={9} />
  if (lock.reason !== null) return <SheetLocked title={t('scope.entry.locked')} reason={lock.reason} past={lock.past} />
  return <Opened key={annex} annex={annex} laboratory={params['laboratory'] ?? ''} />
}

function Opened({ annex, laboratory }: { annex: string; laboratory: string }): JSX.Element {
  const { t } = useTexts()
  const contents = useCall('annexes.get', { id: annex }, { keep: false })
  const lab = useCall('labs.get', { id: laboratory }, { keep: false })
  const reference = useCall('reference.get', {})
  const draft = useFoundDraft(draftKey(annex), readKept)
  const failed = [contents, lab, reference].find((load) => load.state === 'error')
  if (failed?.state === 'error')
    return failed.error.code === 'not_found' ? (
      <EmptyState
        icon={IconFileOff}
        title={t('scope.entry.notFound')}
        text={t('scope.entry.notFoundText')}
        action={
          <Button data-autofocus onClick={() => useNavigation.getState().go('labs')}>
            {t('labPage.notFound.back')}
          </Button>
        }
      />
    ) : (
      <LoadFailed error={failed.error} onRetry={failed.refetch} />
    )
  if (contents.state !== 'ready' || lab.state !== 'ready' || reference.state !== 'ready' || draft === undefined)
    return <Skeleton lines={9} />
  return <WithLists contents={contents.data} lab={lab.data} reference={reference.data} draft={draft} />
}

interface WithListsProps {
  contents: AnnexContents
  lab: LabPage
  reference: Reference
  draft: Kept | null
}

function WithLists({ contents, lab, reference, draft }: WithListsProps): JSX.Element {
  const texts = useTexts()
  const lists = useMemo(() => listsOf(texts, lab, reference), [texts, lab, reference])
  return <EntrySheet contents={contents} lab={lab} lists={lists} draft={draft} />
}

/** Words in the language of the window; the other one is understood too. */
function listsOf(texts: Texts, lab: LabPage, reference: Reference): Lists {
  const inEnglish = texts.language === 'en'
  const fields = reference.fields.map(({ id, vi, en }): Choice => {
    const [words, also] = inEnglish && en !== null ? [en, vi] : [vi, en]
    return { id, words, ...(also === null ? {} : { also }) }
  })
  const sites = lab.sites.map((site, at) => ({
    id: site.id,
    words: site.label ?? site.address ?? texts.t('labPage.sites.unnamed', { number: at + 1 }),
  }))
  return { fields, sites, inclusions: inclusionChoices(texts) }
}
