// Where it begins: the two halves of the way, out and back, and what went wrong with the last file.
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconTableExport, IconTableImport } from '@tabler/icons-react'
import type { JSX } from 'react'
import { Panel } from '../../components/Page'
import { useTexts } from '../../texts/texts'
import { failureWords } from './problems'
import { useExportBook } from './useExportBook'
import classes from './workbook.module.css'
import { chooseBook, readBookAgain, type Stage } from './workbookStore'

export interface ChooseStepProps {
  stage: Extract<Stage, { at: 'choose' | 'refused' }>
  mayBringBack: boolean
}

export function ChooseStep({ stage, mayBringBack }: ChooseStepProps): JSX.Element {
  const { t } = useTexts()
  const exportBook = useExportBook()
  return (
    <div className={classes['steps']}>
      {stage.at === 'refused' && <Refused stage={stage} />}
      <Panel title={t('workbook.export.title')}>
        <p className={classes['text']}>{t('workbook.export.text')}</p>
        <Button
          data-autofocus={stage.at === 'choose' || undefined}
          leftSection={<IconTableExport size={16} aria-hidden />}
          onClick={() => void exportBook()}
        >
          {t('workbook.export.button')}
        </Button>
      </Panel>
      {mayBringBack && (
        <Panel title={t('workbook.back.title')}>
          <p className={classes['text']}>{t('workbook.back.text')}</p>
          <Button
            variant="default"
            leftSection={<IconTableImport size={16} aria-hidden />}
            onClick={() => void chooseBook()}
          >
            {t('workbook.back.button')}
          </Button>
        </Panel>
      )}
    </div>
  )
}

function Refused({ stage }: { stage: Extract<Stage, { at: 'refused' }> }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  return (
    <div className={classes['refused']} role="alert">
      <IconAlertTriangle size={22} stroke={1.6} aria-hidden />
      <div>
        <p className={classes['strong']}>{t('workbook.refused', { file: stage.file.name })}</p>
        <p>{failureWords(texts, stage.failure)}</p>
        <p className={classes['dim']}>{t('workbook.untouched')}</p>
        <Button variant="default" mt="sm" data-autofocus aria-keyshortcuts="F5" onClick={() => void readBookAgain()}>
          {t('workbook.again')} (F5)
        </Button>
      </div>
    </div>
  )
}
