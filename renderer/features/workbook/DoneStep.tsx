// What came of it, where to see it, and the way to take it back whole.
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react'
import type { JSX } from 'react'
import { call } from '../../api'
import { Facts, Panel } from '../../components/Page'
import { toast } from '../../components/toast'
import { useNavigation } from '../../stores/navigation'
import { failureSentence } from '../../texts/failureText'
import { useTexts } from '../../texts/texts'
import classes from './workbook.module.css'
import { chooseBook, leaveBook, readBookAgain, type Stage } from './workbookStore'

export function DoneStep({ stage }: { stage: Extract<Stage, { at: 'done' }> }): JSX.Element {
  const { t, n } = useTexts()
  const go = useNavigation((state) => state.go)
  const { added, changed, trashed, skipped, set } = stage.merged
  const records = (count: number): string => t('workbook.done.records', { count, shown: n(count) })
  const takeBack = async (): Promise<void> => {
    const answer = await call('changes.undo', { set })
    if (answer.ok) {
      leaveBook()
      toast({ text: t('workbook.done.takenBack') })
    } else
      toast({
        text: answer.error.code === 'conflict' ? t('workbook.done.changedSince') : failureSentence(t, answer.error),
        tone: 'failed',
      })
  }
  return (
    <div className={classes['steps']}>
      <Panel title={t('workbook.done.title')}>
        <div className={classes['done']} role="status">
          <IconCircleCheck size={28} stroke={1.5} aria-hidden />
          <Facts
            facts={[
              { label: t('workbook.done.added'), value: records(added) },
              { label: t('workbook.done.changed'), value: records(changed) },
              ...(trashed > 0 ? [{ label: t('workbook.done.trashed'), value: records(trashed) }] : []),
              ...(skipped > 0
                ? [
                    {
                      label: t('workbook.done.skipped'),
                      value: t('workbook.done.rows', { count: skipped, shown: n(skipped) }),
                    },
                  ]
                : []),
              { label: t('workbook.done.source'), value: stage.file.name },
              { label: t('workbook.done.reason'), value: stage.reason },
            ]}
          />
        </div>
        <p className={classes['text']}>{t('workbook.done.goOn')}</p>
        <div className={classes['buttons']}>
          <Button data-autofocus onClick={() => go('journal')}>
            {t('workbook.done.journal')}
          </Button>
          {set !== '' && (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              onClick={() => void takeBack()}
            >
              {t('workbook.done.takeBack')}
            </Button>
          )}
          <Button variant="default" aria-keyshortcuts="F5" onClick={() => void readBookAgain()}>
            {t('workbook.again')} (F5)
          </Button>
          <Button variant="default" onClick={() => void chooseBook()}>
            {t('workbook.other')}
          </Button>
        </div>
      </Panel>
    </div>
  )
}
