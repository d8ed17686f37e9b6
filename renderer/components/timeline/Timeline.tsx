// Decisions drawn to scale with today's line. The drawing is for the eye; the same acts stand in a list for readers, which is
// shown and can be used by keyboard when picking an act leads somewhere.
import { useElementSize } from '@mantine/hooks'
import type { JSX } from 'react'
import { formatDate } from '../../../db/model/dates/partial'
import { useTexts, type Texts } from '../../texts/texts'
import { draw, type Drawing, type Span, type TimelineItem } from './scale'
import classes from './timeline.module.css'

export interface TimelineProps {
  label: string
  items: readonly TimelineItem[]
  /** the day looked at */
  day: string
  /** that day is not today */
  asOf?: boolean
  onPick?: (id: string) => void
}

const TOP = 32
const LANE = 26
const BAR = 20
const POINTS = 18
const LETTER = 6.6
const START_WIDTH = 640

export function Timeline({ label, items, day, asOf = false, onPick }: TimelineProps): JSX.Element {
  const texts = useTexts()
  const { ref, width } = useElementSize()
  const drawing = draw(items, day, width || START_WIDTH)
  const hasPoints = drawing.points.length > 0
  const height = TOP + (hasPoints ? POINTS : 0) + drawing.lanes * LANE + 4
  const dated = items.some((item) => item.from !== null)
  return (
    <figure className={classes['figure']} aria-label={label}>
      <div ref={ref}>
        {dated ? (
          <svg width="100%" height={height} aria-hidden className={classes['drawing']}>
            <Years drawing={drawing} height={height} />
            {drawing.points.map(({ item, at }) => (
              <g
                key={item.id}
                transform={`translate(${at} ${TOP + 7})`}
                className={classes['point']}
                onClick={() => onPick?.(item.id)}
              >
                <title>{sentence(texts, item)}</title>
                <path d="M0 -6L5 0L0 6L-5 0Z" />
              </g>
            ))}
            {drawing.spans.map((span) => (
              <Bar
                key={span.item.id}
                span={span}
                top={TOP + (hasPoints ? POINTS : 0) + span.lane * LANE}
                width={width || START_WIDTH}
                texts={texts}
                onPick={onPick}
              />
            ))}
            <Today
              at={drawing.today}
              width={width || START_WIDTH}
              height={height}
              word={texts.t(asOf ? 'common.timeline.chosenDay' : 'common.timeline.today')}
            />
          </svg>
        ) : (
          <p className={classes['empty']}>{texts.t('common.timeline.empty')}</p>
        )}
      </div>
      <ol className={onPick === undefined ? 'seen-by-readers' : classes['list']}>
        {items.map((item) => (
          <li key={item.id}>
            {onPick === undefined ? (
              sentence(texts, item)
            ) : (
              <button type="button" onClick={() => onPick(item.id)}>
                {sentence(texts, item)}
              </button>
            )}
          </li>
        ))}
      </ol>
    </figure>
  )
}

/** “Công nhận lại 893.2022/QĐ-VPCNCL, từ 16/11/2022 đến 12/03/2024”. */
function sentence({ t, language }: Texts, item: TimelineItem): string {
  const name = item.note === undefined ? item.label : `${item.label} ${item.note}`
  if (item.from === null) return name
  const from = formatDate(item.from, language)
  if (item.to === undefined) return `${name}, ${from}`
  if (item.to === null) return `${name}, ${t('common.timeline.from', { from })}, ${t('common.timeline.unknownEnd')}`
  if (item.to === 'none') return `${name}, ${t('common.timeline.from', { from })}, ${t('common.timeline.open')}`
  return `${name}, ${t('common.timeline.fromTo', { from, to: formatDate(item.to, language) })}`
}

function Years({ drawing, height }: { drawing: Drawing; height: number }): JSX.Element {
  return (
    <g className={classes['years']}>
      {drawing.years.map(({ year, at }) => (
        <g key={year}>
          <line x1={at} x2={at} y1={16} y2={height} />
          <text x={at + 3} y={12}>
            {year}
          </text>
        </g>
      ))}
    </g>
  )
}

interface BarProps {
  span: Span
  top: number
  width: number
  texts: Texts
  onPick: ((id: string) => void) | undefined
}

function Bar({ span, top, width, texts, onPick }: BarProps): JSX.Element {
  const { item, left, right } = span
  const wide = item.label.length * LETTER + 12
  const inside = wide <= right - left
  const beside = !inside && right + wide <= width
  return (
    <g className={classes['bar']} data-kind={item.kind} onClick={() => onPick?.(item.id)}>
      <title>{sentence(texts, item)}</title>
      <rect
        x={left}
        y={top}
        width={right - left}
        height={BAR}
        rx={3}
        className={classes['soft']}
        data-soft={span.soft || undefined}
      />
      <rect
        x={Math.min(span.softFrom, right)}
        y={top}
        width={Math.max(0, span.softTo - span.softFrom)}
        height={BAR}
        className={classes['sure']}
      />
      {(inside || beside) && (
        <text x={inside ? Math.max(left, 0) + 6 : right + 5} y={top + 14}>
          {item.label}
        </text>
      )}
    </g>
  )
}

function Today({ at, width, height, word }: { at: number; width: number; height: number; word: string }): JSX.Element {
  const atEnd = at > width - word.length * LETTER - 10
  return (
    <g className={classes['today']}>
      <line x1={at} x2={at} y1={0} y2={height} />
      <text x={atEnd ? at - 4 : at + 4} y={24} textAnchor={atEnd ? 'end' : 'start'}>
        {word}
      </text>
    </g>
  )
}
