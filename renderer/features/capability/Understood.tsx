// How the question was understood, one chip for each piece: a wrong reading is seen before a wrong answer is believed.
import type { JSX } from 'react'
import type { Capability } from '../../../db/model/capability'
import { useTexts } from '../../texts/texts'
import classes from './capability.module.css'
import { understoodOf } from './words'

export function Understood({ answer }: { answer: Capability }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const { reading } = answer
  return (
    <ul className={classes['chips']} aria-label={t('capability.understood.label')}>
      {reading !== null && (
        <li className={classes['chip']}>{t(`capability.understood.${reading.from}`, { text: reading.text })}</li>
      )}
      {answer.understood.map((piece, at) => {
        const words = understoodOf(texts, piece)
        if (words === null) return null
        const broader = piece.kind === 'term' && piece.broader.length > 0 ? piece.broader.join(', ') : null
        return (
          // pieces may repeat a word; their order is their identity
          <li key={at} className={classes['chip']} data-kind={piece.kind}>
            {words}
            {broader !== null && (
              <span className={classes['also']}>{t('capability.understood.broader', { names: broader })}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
