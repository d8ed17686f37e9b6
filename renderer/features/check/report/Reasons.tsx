// The chain behind a verdict: what fits, what decides, what is not known; each with a way to the record that proves it.
import { IconAlertTriangle, IconCheck, IconHelp, IconX, type Icon } from '@tabler/icons-react'
import type { JSX } from 'react'
import type { Reason, Verdict } from '../../../../db/model/check/report'
import { useTexts } from '../../../texts/texts'
import classes from '../check.module.css'
import { useCheckStore } from '../checkStore'
import { openLab, sectionOf } from '../openRecord'

export interface ReasonsProps {
  reasons: readonly Reason[]
  verdict: Verdict
  /** the laboratory whose page holds the records; null: none was found */
  lab: string | null
}

type Kind = 'fits' | 'open' | 'against' | 'remark'

const signs: Record<Kind, Icon> = { fits: IconCheck, open: IconHelp, against: IconX, remark: IconAlertTriangle }

/** Remarks speak neither for nor against; a person should look at them. */
const REMARKS = new Set([
  'day_in_future',
  'edition_claimed_over',
  'edition_implied',
  'edition_unprinted',
  'partly_suspended',
  'matched_folded',
  'line_broader',
  'method_report_undated',
  'words_strange',
])

const kindOf = ({ code, verdict }: Reason): Kind =>
  verdict === 'insufficient_data' ? 'open' : verdict !== null ? 'against' : REMARKS.has(code) ? 'remark' : 'fits'

export function Reasons({ reasons, verdict, lab }: ReasonsProps): JSX.Element {
  const { t } = useTexts()
  return (
    <ol className={classes['reasons']} aria-label={t('check.verdict.because')}>
      {reasons.map((reason) => (
        <ReasonItem
          key={`${reason.code} ${reason.record?.id ?? ''}`}
          reason={reason}
          decides={reason.verdict === verdict}
          lab={reason.record?.entity === 'laboratory' ? reason.record.id : lab}
        />
      ))}
    </ol>
  )
}

interface ReasonItemProps {
  reason: Reason
  decides: boolean
  lab: string | null
}

function ReasonItem({ reason, decides, lab }: ReasonItemProps): JSX.Element {
  const { t } = useTexts()
  const kind = kindOf(reason)
  const Sign = signs[kind]
  const section = sectionOf(reason.record)
  return (
    <li className={classes['reason']} data-kind={kind} data-decides={decides || undefined}>
      <Sign size={18} aria-hidden />
      <div>
        <p>{reason.sentence}</p>
        <div className={classes['proof']}>
          {reason.code === 'code_suggested' && <TakeCode code={String(reason.params['suggestion'])} />}
          {lab !== null && reason.record !== null && (
            <button type="button" className={classes['link']} onClick={() => openLab(lab, section)}>
              {t(`check.open.${section ?? 'lab'}`)}
            </button>
          )}
          {reason.details.length > 0 && (
            <details>
              <summary>{t('check.verdict.details')}</summary>
              <ol>
                {reason.details.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ol>
            </details>
          )}
        </div>
      </div>
    </li>
  )
}

/** A code that was probably meant is taken by the person, never by itself. */
function TakeCode({ code }: { code: string }): JSX.Element {
  const { t } = useTexts()
  const { change, ask } = useCheckStore()
  const take = (): void => {
    change({ code })
    ask()
  }
  return (
    <button type="button" className={classes['link']} onClick={take}>
      {t('check.form.take', { code })}
    </button>
  )
}
