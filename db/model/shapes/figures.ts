// A figure as answered: its number with the names behind it, why each is there, and what has changed since another day.
import type { FigureRule } from '../figures/rules'
import type { StatementShown } from './lab'

export interface FigureHead {
  rule: FigureRule
  name: string
  /** how it is counted, in words */
  wording: string
  value: number
  /** what others have published under this name, word for word */
  published: StatementShown[]
}

export interface FigureName {
  /** of the laboratory, or of the accreditation where those are counted */
  id: string
  lab: string
  nameVi: string
  nameEn: string | null
  /** codes as printed of what it is counted for */
  codes: string[]
  parts: string[]
  /** why it is counted, or why it came or went */
  why: string
}

export interface Figure extends FigureHead {
  day: string
  /** as many as `value` */
  names: FigureName[]
  /** names in each part (scheme key, sector, certainty); one may stand in several */
  parts: { key: string; name: string; names: number }[]
  /** against another day: value = its value + came − went, told as seen from that day; null: none was asked for */
  difference: { day: string; value: number; came: FigureName[]; went: FigureName[] } | null
}
