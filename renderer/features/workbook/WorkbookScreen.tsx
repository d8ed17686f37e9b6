// “Sổ làm việc”: the whole register out as a workbook, and an edited one back in: choose, look at every change and answer what is open, write.
import { IconLock, IconRefresh, IconTableImport } from '@tabler/icons-react'
import { useEffect, type JSX } from 'react'
import { say } from '../../../db/model/texts/say'
import { useActions } from '../../actions/action'
import { EmptyState } from '../../components/EmptyState'
import { Page } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import { useTexts } from '../../texts/texts'
import { useCall } from '../../useCall'
import { ChooseStep } from './ChooseStep'
import { COMMIT_KEY } from './CommitBar'
import { DoneStep } from './DoneStep'
import { PreviewStep } from './PreviewStep'
import { useWhyNot } from './useWhyNot'
import classes from './workbook.module.css'
import { commitBook, isReady, readBookAgain, useWorkbookStore, type Stage } from './workbookStore'

export function WorkbookScreen(): JSX.Element {
  const { t } = useTexts()
  const info = useCall('register.info', {})
  const stage = useWorkbookStore((state) => state.stage)
  const why = useWhyNot()
  const now = info.state === 'ready' ? info.data.fingerprint : null
  const stale = stage.at === 'preview' && now !== null && now !== stage.preview.register
  // the reason is data of the register, in its own language
  const usualReason = 'file' in stage ? say('vi', 'book.reason', { file: stage.file.name }) : ''
  useFocusOfStep(stage)
  useBookKeys(stage, why === null && !stale, usualReason)
  if (why === null && 'preview' in stage) return <PreviewStep stage={stage} stale={stale} usualReason={usualReason} />
  return (
    <Page title={t('workbook.title')} line={t('workbook.line')}>
      {why === 'pending' && <Skeleton />}
      {(why === null || why === 'pending') && !('preview' in stage) && <Step stage={stage} />}
      {why !== null && why !== 'pending' && (
        <div className={classes['steps']}>
          <ChooseStep stage={{ at: 'choose' }} mayBringBack={false} />
          <EmptyState icon={IconLock} title={t('workbook.cannot.title')} text={t(`workbook.cannot.${why}`)} />
        </div>
      )}
    </Page>
  )
}

function Step({ stage }: { stage: Exclude<Stage, { at: 'preview' | 'writing' }> }): JSX.Element {
  const { t } = useTexts()
  if (stage.at === 'done') return <DoneStep stage={stage} />
  if (stage.at !== 'reading') return <ChooseStep stage={stage} mayBringBack />
  return (
    <div role="status">
      <p>{t('workbook.reading', { file: stage.file.name })}</p>
      <Skeleton lines={8} />
    </div>
  )
}

/** Every step takes the place of the one before; the focus that went with it goes to where the next step begins. */
function useFocusOfStep({ at }: Stage): void {
  useEffect(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return
    document.querySelector<HTMLElement>('main [data-autofocus]')?.focus({ preventScroll: true })
  }, [at])
}

function useBookKeys(stage: Stage, canCommit: boolean, usualReason: string): void {
  const { choices, skipErrors } = useWorkbookStore()
  useActions([
    {
      id: 'workbook.again',
      label: 'workbook.actions.again',
      shortcut: 'F5',
      icon: IconRefresh,
      when: () => 'file' in stage && stage.at !== 'writing' && stage.at !== 'reading',
      run: () => void readBookAgain(),
    },
    {
      id: 'workbook.commit',
      label: 'workbook.actions.commit',
      shortcut: COMMIT_KEY,
      icon: IconTableImport,
      when: () => canCommit && stage.at === 'preview' && isReady(stage.preview, choices, skipErrors),
      run: () => void commitBook(usualReason),
    },
  ])
}
