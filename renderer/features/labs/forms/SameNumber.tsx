// A decision of the same number that is in the register already: usually the very paper, entered before. Told with the way to it; never in the way.
import { useDebouncedValue } from '@mantine/hooks'
import type { JSX } from 'react'
import { parseDecisionNumber } from '../../../../db/model/codes/decision'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import { goToDecision } from '../page/goToDecision'
import { decisionLabel } from './decision'
import classes from './forms.module.css'
import { capital } from './options'

const PAUSE_MS = 250

export function SameNumber({ number, id }: { number: string | null; id: string | null }): JSX.Element | null {
  const { t, language } = useTexts()
  const [text] = useDebouncedValue((number ?? '').trim(), PAUSE_MS)
  const found = useCall('decisions.find', { text }, { enabled: text !== '', keep: false })
  const wanted = keyOf(text)
  const same =
    text === '' || found.state !== 'ready'
      ? []
      : found.data.filter((row) => row.id !== id && keyOf(row.number ?? '') === wanted)
  if (same.length === 0) return null
  return (
    <div className={classes['offers']}>
      <p role="status">{t('forms.decision.sameNumber')}</p>
      {same.slice(0, 3).map((row) => (
        <button
          key={row.id}
          type="button"
          className={classes['link']}
          disabled={row.lab === null}
          onClick={() => row.lab !== null && goToDecision(row.lab.id, row.id)}
        >
          {decisionLabel(row, capital(t(`records.choices.papers.${row.kind}`)), language)}
          {row.lab !== null && ` – ${row.lab.name}`}
        </button>
      ))}
    </div>
  )
}

const keyOf = (text: string): string => {
  const read = parseDecisionNumber(text)
  return read.recognised ? read.canonical : text.replaceAll(/\s+/g, '').toLocaleUpperCase('vi')
}
