// Where decisions stand on a line of days: bounds, ticks and lanes of a timeline. Pure arithmetic in px; no drawing.
import { addDays, daysBetween, firstDay, lastDay } from '../../../db/model/dates/partial'

export interface TimelineItem {
  id: string
  /** what the act does, short: “Công nhận lại” */
  label: string
  /** the document: “893.2022/QĐ-VPCNCL” */
  note?: string
  kind: 'validity' | 'suspension' | 'withdrawal' | 'change'
  /** reduced ISO; null: not known, then it is told in the list but not drawn */
  from: string | null
  /** reduced ISO or `none`; null: has an end that is not known; left out: an act of one day */
  to?: string | null
}

export interface Span {
  item: TimelineItem
  lane: number
  /** px; `softFrom`…`softTo` are the parts that an imprecise date leaves open */
  left: number
  right: number
  softFrom: number
  softTo: number
  /** an end is imprecise, unlimited or not known: drawn with a broken line */
  soft: boolean
}

export interface Drawing {
  spans: Span[]
  points: { item: TimelineItem; at: number }[]
  years: { year: number; at: number }[]
  today: number
  lanes: number
}

const MARGIN_DAYS = 60
const YEAR_PX = 52

const isDay = (iso: string): boolean => iso.length === 10

interface Bounds {
  first: string
  last: string
}

function bounds(items: readonly TimelineItem[], today: string): Bounds {
  const days = [today]
  for (const item of items) {
    if (item.from === null) continue
    const start = firstDay(item.from)
    if (start !== null) days.push(start)
    if (item.to !== undefined && item.to !== null && item.to !== 'none') days.push(lastDay(item.to))
  }
  days.sort()
  return { first: addDays(days[0] ?? today, -MARGIN_DAYS), last: addDays(days.at(-1) ?? today, MARGIN_DAYS * 2) }
}

/** The first lane whose last span ends before this one begins. */
function laneFor(ends: number[], left: number): number {
  const free = ends.findIndex((end) => end <= left)
  return free >= 0 ? free : ends.length
}

export function draw(items: readonly TimelineItem[], today: string, width: number): Drawing {
  const { first, last } = bounds(items, today)
  const perDay = width / Math.max(1, daysBetween(first, last))
  const at = (day: string): number => daysBetween(first, day) * perDay
  const drawn = items.flatMap((item) =>
    item.from === null || firstDay(item.from) === null ? [] : [{ item, from: item.from }],
  )
  drawn.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const ends: number[] = []
  const spans = drawn.flatMap(({ item, from }) => {
    if (item.to === undefined) return []
    const open = item.to === null || item.to === 'none'
    const left = at(firstDay(from) ?? first)
    // the end day is inclusive: the bar reaches to the end of it
    const right = open ? width : at(addDays(lastDay(item.to ?? from), 1))
    const lane = laneFor(ends, left)
    ends[lane] = right
    const [isExactStart, isExactEnd] = [isDay(from), !open && isDay(item.to ?? from)]
    const softFrom = isExactStart ? left : at(addDays(lastDay(from), 1))
    const softTo = open || isExactEnd ? right : at(firstDay(item.to ?? from) ?? last)
    return [
      { item, lane, left, right: Math.max(right, left + 2), softFrom, softTo, soft: !isExactStart || !isExactEnd },
    ]
  })
  const points = drawn
    .filter(({ item }) => item.to === undefined)
    .map(({ item, from }) => ({ item, at: at(firstDay(from) ?? first) }))
  return {
    spans,
    points,
    years: yearTicks({ first, last }, at, width),
    today: at(today),
    lanes: Math.max(1, ends.length),
  }
}

function yearTicks(
  { first, last }: Bounds,
  at: (day: string) => number,
  width: number,
): { year: number; at: number }[] {
  const from = Number(first.slice(0, 4)) + 1
  const to = Number(last.slice(0, 4))
  const step = Math.max(1, Math.ceil((to - from + 1) / Math.max(1, width / YEAR_PX)))
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  return years.filter((year) => year % step === 0).map((year) => ({ year, at: at(`${year}-01-01`) }))
}
