// What came of an import, and where to see it.
import { Button } from '@mantine/core'
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { JSX } from 'react'
import { Facts, Panel } from '../../components/Page'
import { useNavigation } from '../../stores/navigation'
import { useTexts } from '../../texts/texts'
import { chooseFile, readAgain, type Stage } from './importStore'
import classes from './imports.module.css'
import { TakeImportBack } from './TakeImportBack'

const countOf = {
  registry: 'imports.done.labs',
  labs: 'imports.done.labs',
  accreditations: 'imports.done.labs',
  decisions: 'importReading.done.decisions',
  scope: 'importReading.done.lines',
} as const

export function DoneStep({ stage }: { stage: Extract<Stage, { at: 'done' }> }): JSX.Element {
  const { t, n } = useTexts()
  const { added, changed, skipped } = stage.imported
  const go = useNavigation((state) => state.go)
  const counted = (count: number): string => t(countOf[stage.target], { count, shown: n(count) })
  const rows = t('imports.done.rows', { count: skipped, shown: n(skipped) })
  const Sign = added + changed > 0 ? IconCircleCheck : IconInfoCircle
  return (
    <div className={classes['steps']}>
      <Panel title={t(added + changed > 0 ? 'imports.done.title' : 'imports.done.nothing')}>
        <div className={classes['done']} role="status">
          <Sign size={28} stroke={1.5} aria-hidden />
          <Facts
            facts={[
              { label: t('imports.done.added'), value: counted(added) },
              { label: t('imports.done.changed'), value: counted(changed) },
              ...(skipped > 0 ? [{ label: t('imports.done.skipped'), value: rows }] : []),
              { label: t('imports.done.source'), value: stage.file.name },
              {
                label: t('importReading.past.sha'),
                value: <code className={classes['hash']}>{stage.sha256}</code>,
              },
              { label: t('imports.done.reason'), value: stage.reason },
            ]}
          />
        </div>
        {skipped > 0 && <p className={classes['fix']}>{t('imports.done.fix')}</p>}
        <div className={classes['buttons']}>
          <Button data-autofocus onClick={() => go('labs')}>
            {t('imports.done.list')}
          </Button>
          <Button variant="default" onClick={() => go('journal')}>
            {t('imports.done.journal')}
          </Button>
          {stage.imported.set !== '' && <TakeImportBack set={stage.imported.set} />}
          {skipped > 0 && (
            <Button variant="default" aria-keyshortcuts="F5" onClick={() => void readAgain()}>
              {t('imports.again')} (F5)
            </Button>
          )}
          <Button variant="default" onClick={() => void chooseFile()}>
            {t('imports.choose.other')}
          </Button>
        </div>
      </Panel>
    </div>
  )
}
