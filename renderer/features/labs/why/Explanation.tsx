// A status told in sentences: each act with the way to its decision, the conclusion, and the next day that changes it.
import type { JSX } from 'react'
import { formatDate } from '../../../../db/model/dates/partial'
import type { Explained } from '../../../../db/model/shapes/status'
import { explain } from '../../../../db/model/status/explain'
import { useDayStore } from '../../../stores/day'
import { useTexts } from '../../../texts/texts'
import { goToDecision } from '../page/goToDecision'
import classes from './why.module.css'

export interface ExplanationProps {
  status: Explained
  /** the day the status was asked for */
  day: string
  /** the laboratory on whose page the decisions stand */
  laboratory: string
  /** called before going somewhere */
  onLeave?: () => void
}

export function Explanation({ status, day, laboratory, onLeave }: ExplanationProps): JSX.Element {
  const { t, language } = useTexts()
  const { acts, next } = status
  const sentences = explain(language, status, day)
  const leave = (go: () => void) => () => {
    onLeave?.()
    go()
  }
  return (
    <>
      <ol className={classes['sentences']}>
        {sentences.map((sentence, at) => {
          const act = acts[at]
          return (
            <li key={act?.id ?? sentence}>
              {act === undefined ? (
                sentence
              ) : (
                <button type="button" onClick={leave(() => goToDecision(laboratory, act.decision))}>
                  {sentence}
                </button>
              )}
            </li>
          )
        })}
      </ol>
      {next !== null && next.day > day && (
        <button
          type="button"
          className={classes['next']}
          onClick={leave(() => useDayStore.getState().lookAt(next.day))}
        >
          {t('labPage.why.lookAt', { day: formatDate(next.day, language) })}
        </button>
      )}
    </>
  )
}
