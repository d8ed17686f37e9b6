// The accreditations that end in one month, first end first; each opens its laboratory.
import type { JSX } from 'react'
import { daysBetween, firstDay, formatDate } from '../../../db/model/dates/partial'
import type { Overview } from '../../../db/model/shapes/overview'
import { useTexts, type Texts } from '../../texts/texts'
import { openLab } from './openLabs'
import classes from './overview.module.css'

type Month = Overview['months'][number]
type End = Month['ends'][number]

/** More than fit are counted, not listed: the figures beside open the whole list. */
const LISTED = 40

export function MonthEnds({ month, day }: { month: Month; day: string }): JSX.Element {
  const { t, n, language } = useTexts()
  const count = month.ends.length
  const title = t('overview.ends.month', { month: formatDate(month.month, language), count, shown: n(count) })
  return (
    <section className={classes['month']} aria-live="polite">
      <h3>{title}</h3>
      <ul>
        {month.ends.slice(0, LISTED).map((end) => (
          <li key={end.accreditation}>
            <EndLine end={end} day={day} />
          </li>
        ))}
      </ul>
      {count > LISTED && (
        <p className={classes['dim']}>{t('overview.ends.more', { count: count - LISTED, shown: n(count - LISTED) })}</p>
      )}
    </section>
  )
}

function EndLine({ end, day }: { end: End; day: string }): JSX.Element {
  const texts = useTexts()
  const { t, language } = texts
  return (
    <button type="button" className={classes['endLine']} onClick={() => openLab(end.lab)}>
      <time dateTime={end.expiry}>{formatDate(end.expiry, language)}</time>
      <span className={classes['endCode']}>{end.code ?? t('overview.ends.noCode')}</span>
      <span className={classes['endName']}>{end.labName}</span>
      <span className={classes['dim']}>{leftWords(end, day, texts)}</span>
    </button>
  )
}

/** Days to the first possible end; nothing where that is already past and only an imprecise end is left. */
function leftWords(end: End, day: string, { t, n }: Texts): string {
  const first = firstDay(end.expiry)
  const left = first === null ? -1 : daysBetween(day, first)
  if (left < 0) return t('status.openEnd')
  return left === 0 ? t('overview.ends.lastDay') : t('overview.ends.left', { count: left, shown: n(left) })
}
