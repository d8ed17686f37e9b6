// Figures that a text gives of laboratories (“32 phòng thí nghiệm đạt tiêu chuẩn LAS, VILAS”), and what kind of laboratories they count.
import { stripMarks } from '../text/fold'

export const figureKinds = ['las_vilas', 'st_organizations', 'customs', 'international', 'all'] as const
export type FigureKind = (typeof figureKinds)[number]

export interface FoundFigure {
  start: number
  end: number
  value: number
  kind: FigureKind
  /** “trong đó”: it may be among the first of these, or among all of them */
  among: number[]
}

const ROOM = 'thi nghiem|thu nghiem|kiem nghiem|kiem dinh|xet nghiem|hieu chuan|phan tich|do luong'
/** What may stand before the number of a code or a standard: there the figure's own words end. */
const NAMED = String.raw`(?:vilas|vias|las|vimcerts?|vla[tcm]|iso|iec|tcvn)[a-z/ :\-]*`
const FIGURE = new RegExp(
  String.raw`(?<![\d.,/:\-])(\d{1,3}(?:\.\d{3})+|\d{1,5})\s+phong\s+(?:${ROOM})(?:(?:,|\s+va)\s+(?:${ROOM}))*((?:[^;.:\n]|:(?=\d))*?)` +
    String.raw`(?=,\s*(?:${NAMED})?\d|,\s*(?:gom|bao gom|trong do)|;|\.|:(?!\d)|\n|$)`,
  'g',
)

const kinds: readonly (readonly [RegExp, FigureKind])[] = [
  [/\bv?ilas\b|\blas\b/, 'las_vilas'],
  [/hai quan/, 'customs'],
  [/khcn|kh ?& ?cn|khoa hoc(?: va)? cong nghe/, 'st_organizations'],
  [/quoc te|\biso\b|\biec\b/, 'international'],
]

export function findFigures(text: string): FoundFigure[] {
  const bare = stripMarks(text)
  const found: FoundFigure[] = []
  for (const match of bare.matchAll(FIGURE)) {
    const { index: start } = match
    const about = match[2] ?? ''
    found.push({
      start,
      end: start + match[0].trimEnd().length,
      value: Number(match[1]!.replaceAll('.', '')),
      kind: kinds.find(([words]) => words.test(about))?.[1] ?? 'all',
      among: amongOf(bare, start, found),
    })
  }
  return found
}

/** The figures before it in the same paragraph, where the text says “trong đó”. */
function amongOf(bare: string, start: number, before: readonly FoundFigure[]): number[] {
  const paragraph = bare.lastIndexOf('\n', start) + 1
  if (!/trong do(?:\s+co)?\s*$/.test(bare.slice(paragraph, start))) return []
  return before.filter((figure) => figure.start >= paragraph).map(({ value }) => value)
}
