// The screen “Nhập” in three steps: choose a file, look at what it would do, write. Leaving the screen keeps the step (importStore).
import { IconColumns3, IconLock, IconRefresh, IconTableImport } from '@tabler/icons-react'
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
import { commitImport, isReady, readAgain, toggleReading, useImportStore, type Stage } from './importStore'
import { JobProgress } from './JobProgress'
import { usePastedTable } from './pasting'
import classes from './imports.module.css'
import { PreviewStep } from './PreviewStep'
import { useWhyNot } from './useWhyNot'

export function ImportScreen(): JSX.Element {
  const { t, language } = useTexts()
  const info = useCall('register.info', {})
  const stage = useImportStore((state) => state.stage)
  const why = useWhyNot()
  const now = info.state === 'ready' ? info.data.fingerprint : null
  const stale = 'preview' in stage && now !== null && now !== stage.preview.register
  // the reason is data of the register, in its own language
  const usualReason = 'file' in stage ? say('vi', 'exchange.reason', { file: stage.file.name }) : ''
  usePastedTable(why === null, say(language, 'exchange.pasted'))
  useFocusOfStep(stage)
  useImportKeys(stage, why === null && !stale, usualReason)
  if (why === null && 'preview' in stage)
    return <PreviewStep stage={stage} stale={stale && stage.at === 'preview'} usualReason={usualReason} />
  return (
    <Page title={t('imports.title')} line={t('imports.line')}>
      {why === 'pending' && <Skeleton />}
      {why !== null && why !== 'pending' && (
        <EmptyState icon={IconLock} title={t('imports.cannot.title')} text={t(`imports.cannot.${why}`)} />
      )}
      {why === null && !('preview' in stage) && <Step stage={stage} />}
    </Page>
  )
}

function Step({ stage }: { stage: Exclude<Stage, { at: 'preview' | 'writing' }> }): JSX.Element {
  const { t } = useTexts()
  if (stage.at === 'done') return <DoneStep stage={stage} />
  if (stage.at !== 'reading') return <ChooseStep stage={stage} />
  return (
    <div role="status" className={classes['reading']}>
      <p>{t('imports.reading', { file: stage.file.name })}</p>
      <JobProgress call="exchange.importPreview" />
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

function useImportKeys(stage: Stage, canCommit: boolean, usualReason: string): void {
  const skipErrors = useImportStore((state) => state.skipErrors)
  useActions([
    {
      id: 'imports.again',
      label: 'imports.actions.again',
      shortcut: 'F5',
      icon: IconRefresh,
      when: () => 'file' in stage && stage.at !== 'writing' && stage.at !== 'reading',
      run: () => void readAgain(),
    },
    {
      id: 'imports.reading',
      label: 'imports.actions.reading',
      shortcut: 'Ctrl+Alt+C',
      icon: IconColumns3,
      when: () => stage.at === 'preview',
      run: toggleReading,
    },
    {
      id: 'imports.commit',
      label: 'imports.actions.commit',
      shortcut: COMMIT_KEY,
      icon: IconTableImport,
      when: () => canCommit && stage.at === 'preview' && isReady(stage.preview, skipErrors),
      run: () => void commitImport(usualReason),
    },
  ])
}
