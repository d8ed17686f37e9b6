// Standards that a text names (“TCVN ISO/IEC 17025:2007”, “IEC 17025”), judged on a day. Only accreditation standards the register knows the
// number of: ISO 6579 is a method.
import { parseStandard, standardKey, type ParsedStandard } from '../standards'
import { stripMarks } from '../text/fold'
import type { Tone } from './text'

export interface KnownStandard {
  title: string
  family: string
  edition: string | null
  lastDay: string | null
  superseded: boolean
}

export interface FoundStandard {
  start: number
  end: number
  parsed: ParsedStandard
  /** the same number among the known ones */
  family: KnownStandard[]
}

const STANDARD =
  /(?<![a-z0-9])(?:(?:tcvn)[ \-–]*)?(?:iso|iec)(?: ?\/ ?iec)?[ \-–]*\d{4,5}(?: ?[:\-–] ?(?:19|20)\d\d)?(?!\d)|(?<![a-z0-9])tcvn[ \-–]*\d{5}(?: ?[:\-–] ?(?:19|20)\d\d)?(?!\d)/g

export function findStandards(text: string, known: readonly KnownStandard[]): FoundStandard[] {
  return Array.from(stripMarks(text).matchAll(STANDARD)).flatMap(({ 0: found, index: start }) => {
    const end = start + found.length
    const parsed = parseStandard(text.slice(start, end))
    const family = parsed === null ? [] : known.filter(({ title }) => parseStandard(title)?.number === parsed.number)
    return parsed === null || family.length === 0 ? [] : [{ start, end, parsed, family }]
  })
}

export type StandardCode =
  | 'standard_recognised'
  | 'standard_over'
  | 'standard_end_unknown'
  | 'standard_no_edition'
  | 'standard_maybe_tcvn'
  | 'standard_edition_unknown'
  | 'standard_name_short'

export interface StandardJudged {
  tone: Tone
  codes: StandardCode[]
  /** as it should be written, and the last day of the edition */
  name: string
  lastDay: string | null
}

export function judgeStandard({ parsed, family }: FoundStandard, day: string): StandardJudged {
  const key = standardKey(parsed.canonical)
  const own = family.find(({ title }) => standardKey(title) === key)
  const whole = family[0]!.family
  const short = !parsed.tcvn && standardKey(whole) !== key.replace(/(?:19|20)\d\d$/, '') && parsed.body !== 'ISO/IEC'
  const name =
    own?.title ?? (short ? `${whole}${parsed.edition === null ? '' : `:${parsed.edition}`}` : parsed.canonical)
  const answer = (tone: Tone, code: StandardCode, lastDay: string | null = null): StandardJudged => ({
    tone,
    codes: short ? ['standard_name_short', code] : [code],
    name,
    lastDay,
  })
  if (parsed.edition === null) return answer('doubt', 'standard_no_edition')
  const named = own ?? family.find(({ title }) => standardKey(title) === standardKey(name))
  if (named === undefined) {
    const twin =
      !parsed.tcvn && family.some(({ title, edition }) => title.startsWith('TCVN') && edition === parsed.edition)
    return answer('doubt', twin ? 'standard_maybe_tcvn' : 'standard_edition_unknown')
  }
  if (named.lastDay !== null && named.lastDay < day) return answer('bad', 'standard_over', named.lastDay)
  if (named.lastDay === null && named.superseded) return answer('doubt', 'standard_end_unknown')
  return answer(short ? 'doubt' : 'good', 'standard_recognised', named.lastDay)
}
