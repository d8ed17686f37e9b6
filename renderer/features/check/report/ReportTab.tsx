// One report: the form at the left, the verdict with its chain at the right, a sheet of paper when printed.
import { IconArrowBackUp, IconPrinter, IconReportSearch } from '@tabler/icons-react'
import { useRef, type JSX } from 'react'
import { useActions } from '../../../actions/action'
import { EmptyState } from '../../../components/EmptyState'
import { LoadFailed } from '../../../components/LoadFailed'
import { Skeleton } from '../../../components/Skeleton'
import { printOnLightPaper } from '../../../lightPaper'
import { useDay } from '../../../stores/day'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import classes from '../check.module.css'
import { useCheckStore } from '../checkStore'
import { CheckForm } from './CheckForm'
import { PrintedQuestion, PrintedSignatures } from './Printed'
import { questionOf } from './question'
import { Verdict } from './Verdict'

export function ReportTab(): JSX.Element {
  const { t, language } = useTexts()
  const { asked, form } = useCheckStore()
  const day = useDay()
  const first = useRef<HTMLInputElement>(null)
  const answer = useCall('reports.check', { ...questionOf(asked ?? form, day), language }, { enabled: asked !== null })
  const answered = asked !== null && answer.state === 'ready'
  useActions([
    {
      id: 'check.again',
      label: 'check.actions.again',
      shortcut: 'Ctrl+F',
      icon: IconArrowBackUp,
      run: () => {
        first.current?.focus()
        first.current?.select()
      },
    },
    {
      id: 'print',
      label: 'check.actions.print',
      shortcut: 'Ctrl+P',
      icon: IconPrinter,
      when: () => answered,
      run: printOnLightPaper,
    },
  ])
  return (
    <div className={classes['report']}>
      <CheckForm firstRef={first} />
      <div className={classes['answer']}>
        {asked === null && (
          <EmptyState icon={IconReportSearch} title={t('check.start.title')} text={t('check.start.text')} />
        )}
        {asked !== null && answer.state === 'pending' && <Skeleton lines={7} />}
        {asked !== null && answer.state === 'error' && <LoadFailed error={answer.error} onRetry={answer.refetch} />}
        {answered && (
          <>
            <PrintedQuestion asked={asked} day={answer.data.day} />
            <Verdict answer={answer.data} onPrint={printOnLightPaper} />
            <PrintedSignatures />
          </>
        )}
      </div>
    </div>
  )
}
