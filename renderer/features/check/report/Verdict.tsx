// The verdict in one word, large, with its sign; under it the reasons in the order of the checks, each with the record that proves it.
import { Button } from '@mantine/core'
import {
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconHelpCircle,
  IconPlayerPause,
  IconPrinter,
  IconSignature,
  IconVersionsOff,
  type Icon,
} from '@tabler/icons-react'
import type { JSX } from 'react'
import type { CheckedAccreditation, ReportCheck, Verdict as Word } from '../../../../db/model/check/report'
import { formatDate } from '../../../../db/model/dates/partial'
import { say } from '../../../../db/model/texts/say'
import { FlagWord } from '../../../components/FlagWord'
import { StatusBadge } from '../../../components/StatusBadge'
import { useTexts } from '../../../texts/texts'
import { openLab } from '../openRecord'
import classes from '../check.module.css'
import { CheckedLines } from './CheckedLines'
import { Reasons } from './Reasons'

const signs: Record<Word, Icon> = {
  accredited: IconCircleCheck,
  outside_scope: IconBan,
  suspended: IconPlayerPause,
  wrong_edition: IconVersionsOff,
  signatory_not_authorized: IconSignature,
  not_accredited: IconCircleX,
  insufficient_data: IconHelpCircle,
}

export interface VerdictProps {
  answer: ReportCheck
  onPrint: () => void
}

export function Verdict({ answer, onPrint }: VerdictProps): JSX.Element {
  const { t, language } = useTexts()
  const { verdict, day, candidates, reasons, unasked, labs } = answer
  const [best, ...others] = candidates
  const Sign = signs[verdict]
  const parts = unasked.map((part) => t(`check.part.${part}`)).join(', ')
  return (
    <section className={classes['verdict']} aria-label={t('check.verdict.label')}>
      <div className={classes['head']} data-verdict={verdict} role="status">
        <Sign size={34} stroke={1.8} aria-hidden />
        <div>
          <p className={classes['word']}>{say(language, `check.verdict.${verdict}`)}</p>
          <p>{t('check.verdict.onDay', { day: formatDate(day, language) })}</p>
        </div>
        <Button
          className={classes['noPrint'] ?? ''}
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={onPrint}
        >
          {t('check.print.button')}
        </Button>
      </div>
      {best !== undefined && <Judged accreditation={best} />}
      <Reasons reasons={reasons} verdict={verdict} lab={best?.labs[0]?.id ?? labs[0]?.id ?? null} />
      {unasked.length > 0 && best !== undefined && (
        <p className={classes['unasked']}>
          {t('check.verdict.unasked', { parts })} {verdict === 'accredited' && t('check.verdict.onlyAsked')}
        </p>
      )}
      {best !== undefined && best.lines.length > 0 && <CheckedLines lines={best.lines} are={best.linesAre} />}
      {others.length > 0 && <Others others={others} />}
    </section>
  )
}

function Judged({ accreditation }: { accreditation: CheckedAccreditation }): JSX.Element {
  const { t, language } = useTexts()
  const { code, labs, status, daysLeft, flags } = accreditation
  return (
    <div className={classes['judged']}>
      <span className={classes['code']}>{code ?? t('check.verdict.noCode')}</span>
      {labs.map((lab) => (
        <button key={lab.id} type="button" className={classes['link']} onClick={() => openLab(lab.id)}>
          {lab.name}
        </button>
      ))}
      <StatusBadge status={status} daysLeft={daysLeft} />
      {flags.map((flag) => (
        <FlagWord key={flag} word={say(language, `exchange.flags.${flag}`)} rule={t(`labPage.flags.todo.${flag}`)} />
      ))}
    </div>
  )
}

/** What else was looked at: the answer is the one that comes nearest to a yes. */
function Others({ others }: { others: readonly CheckedAccreditation[] }): JSX.Element {
  const { t, n, language } = useTexts()
  return (
    <details className={classes['others']}>
      <summary>{t('check.verdict.others', { count: others.length, shown: n(others.length) })}</summary>
      <ul>
        {others.map(({ id, code, verdict, reasons }) => (
          <li key={id}>
            <strong>{code ?? t('check.verdict.noCode')}</strong>: {say(language, `check.verdict.${verdict}`)}.{' '}
            {reasons.find((reason) => reason.verdict === verdict)?.sentence}
          </li>
        ))}
      </ul>
    </details>
  )
}
