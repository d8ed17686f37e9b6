// The accreditations that end in one month, first end first; each opens its laboratory.
import type { JSX } from 'react'
import { daysBetween, firstDay, formatDate } from '../../../db/model/dates/partial'
import type { Overview } from '../../../db/model/shapes/overview'
import { useTexts, type Texts } from '../../texts/texts'
import { openLab } from './openLabs'
import classes from './overview.module.css'

type Month = Overview['months'][number]
type End = Month['ends'][number]

export function MonthEnds({ month, day }: { month: Month; day: string }): JSX.Element {
  const { t, n, language } = useTexts()
  const { count } = month
  // the registry names the first ones of a month and counts the others; the figures above open the whole list
  const more = count - month.ends.length
  const title = t('overview.ends.month', { month: formatDate(month.month, language), count, shown: n(count) })
  return (
    <section className={classes['month']} aria-live="polite">
      <h3>{title}</h3>
      <ul>
        {month.ends.map((end) => (
          <li key={end.accreditation}>
            <EndLine end={end} day={day} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className={classes['dim']}>{t('overview.ends.more', { count: more, shown: n(more) })}</p>}
    </section>
  )
}

function EndLine({ end, day }: { end: End; day: string }): JSX.Element {
  const texts = useTexts()
  const { t, language } = texts
  return (
    <button type="button" className={classes['endLine']} onClick={() => openLab(end.lab)}>
      <time dateTime={end.expiry}>{formatDate(end.expiry, language)}</time>
      <span className={classes['code']}>{end.code ?? t('overview.ends.noCode')}</span>
      <span>{end.labName}</span>
      <span className={classes['left']}>{leftWords(end, day, texts)}</span>
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
