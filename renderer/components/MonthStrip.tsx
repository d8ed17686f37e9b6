// Twelve months ahead with one mark per accreditation that ends, stacked by month; a month opens its list, the word follows the mark.
import { Tooltip } from '@mantine/core'
import type { JSX } from 'react'
import { formatDate } from '../../db/model/dates/partial'
import { useTexts } from '../texts/texts'
import classes from './strip.module.css'

export interface MonthMark {
  id: string
  /** “VILAS 016 — Phòng thử nghiệm B12” */
  label: string
  /** reduced ISO day, month or year */
  expiry: string
}

export interface StripMonth {
  /** yyyy-MM */
  month: string
  /** all that end in it; `marks` may be the first of them only */
  count: number
  marks: readonly MonthMark[]
}

export interface MonthStripProps {
  label: string
  months: readonly StripMonth[]
  /** month whose list stands beside the strip */
  selected?: string | null
  onOpen: (month: string) => void
  onOpenMark?: (id: string) => void
}

const STACKED = 10
const NAMED = 8

export function MonthStrip({ label, months, selected, onOpen, onOpenMark }: MonthStripProps): JSX.Element {
  return (
    <div>
      <ol className={classes['strip']} aria-label={label}>
        {months.map((month) => (
          <Month
            key={month.month}
            month={month}
            pressed={selected === undefined ? undefined : selected === month.month}
            onOpen={onOpen}
            onOpenMark={onOpenMark}
          />
        ))}
      </ol>
      <Years months={months} />
    </div>
  )
}

/** Under the months the year they belong to, as on a calendar; readers hear it with each month. */
function Years({ months }: { months: readonly StripMonth[] }): JSX.Element {
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))]
  return (
    <div className={classes['years']} aria-hidden>
      {years.map((year) => (
        <span key={year} style={{ gridColumn: `span ${months.filter(({ month }) => month.startsWith(year)).length}` }}>
          {year}
        </span>
      ))}
    </div>
  )
}

interface MonthProps {
  month: StripMonth
  pressed: boolean | undefined
  onOpen: (month: string) => void
  onOpenMark: ((id: string) => void) | undefined
}

function Month({ month, pressed, onOpen, onOpenMark }: MonthProps): JSX.Element {
  const { t, n, language } = useTexts()
  const { count } = month
  const name = formatDate(month.month, language)
  const words =
    count === 0
      ? t('common.strip.none', { month: name })
      : t('common.strip.month', { month: name, count, shown: n(count) })
  const more = count - Math.min(STACKED, month.marks.length)
  return (
    <li>
      <div className={classes['stack']} aria-hidden>
        {more > 0 && <span className={classes['more']}>{t('common.strip.few', { shown: n(more) })}</span>}
        {month.marks.slice(0, STACKED).map((mark) => (
          <Tooltip key={mark.id} label={`${mark.label} · ${formatDate(mark.expiry, language)}`}>
            <span
              className={classes['mark']}
              data-imprecise={mark.expiry.length < 10 || undefined}
              onClick={() => onOpenMark?.(mark.id)}
            />
          </Tooltip>
        ))}
      </div>
      <Tooltip label={<Names words={words} month={month} />}>
        <button
          type="button"
          className={classes['month']}
          aria-pressed={pressed}
          disabled={count === 0}
          onClick={() => onOpen(month.month)}
        >
          <span className="seen-by-readers">{words}</span>
          <span aria-hidden>{month.month.slice(5)}</span>
          <strong aria-hidden>{count === 0 ? '' : n(count)}</strong>
        </button>
      </Tooltip>
    </li>
  )
}

function Names({ words, month }: { words: string; month: StripMonth }): JSX.Element {
  const { t, n } = useTexts()
  const more = month.count - Math.min(NAMED, month.marks.length)
  return (
    <>
      {words}
      {month.marks.slice(0, NAMED).map((mark) => (
        <div key={mark.id}>{mark.label}</div>
      ))}
      {more > 0 && <div>{t('common.strip.few', { shown: n(more) })}</div>}
    </>
  )
}
