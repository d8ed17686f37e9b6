// Flags beside a status: small words that say what a person should look at. They never change the status itself.
import { addDays } from '../dates/partial'
import { FIRST_DAY, LAST_DAY } from './spans'
import {
  cut,
  notCheckedLately,
  signatoriesMissing,
  surveillanceOverdue,
  type AnnexSigned,
  type Days,
  type Visit,
} from './watch'

/** In the order in which they are shown. */
export const flags = [
  'edition_withdrawn',
  'surveillance_overdue',
  'scheme_issuer_disagree',
  'claimed_only',
  'unverified',
  'not_checked_lately',
  'date_imprecise',
  'start_unknown',
  'code_missing',
  'code_shared',
  'edition_missing',
  'signatories_missing',
] as const
export type Flag = (typeof flags)[number]

export interface FlagSpan {
  flag: Flag
  from: string
  to: string
}

export interface FlagInput {
  schemeKey: string | null
  /** scheme that the code's own form belongs to; null: not recognised */
  codeScheme: string | null
  /** issuers that run the scheme, and the scheme of the code; empty: not known */
  schemeIssuers: readonly string[]
  codeIssuers: readonly string[]
  issuerKey: string | null
  code: string | null
  sharedCode: boolean
  /** editions with the days on which the accreditation stands on them; lastDay: last day of recognition */
  standards: readonly { edition: string | null; lastDay: string | null; from: string; to: string }[]
  /** reduced ISO start and end dates of the acts that set a validity */
  dates: readonly { start: string | null; expiry: string | null }[]
  hasActs: boolean
  hasStatements: boolean
  unverified: boolean
  /** days on which the accreditation is valid or suspended: only a living one is asked for visits, checks and signatories */
  lives: readonly Days[]
  visits: readonly Visit[]
  /** days on which a value was checked against its source */
  checkedOn: readonly string[]
  annexes: readonly AnnexSigned[]
}

/** Flags of one accreditation with the days on which they show. An edition is flagged from the day after its recognition ended. */
export function flagSpans(input: FlagInput): FlagSpan[] {
  const always = (flag: Flag, shown: boolean): FlagSpan[] => (shown ? [{ flag, from: FIRST_DAY, to: LAST_DAY }] : [])
  const imprecise = (iso: string | null) => iso !== null && iso !== 'none' && iso.length < 10
  const living = (flag: Flag, days: readonly Days[]): FlagSpan[] =>
    cut(days, input.lives).map((part) => ({ flag, ...part }))
  return [
    ...withdrawnEditions(input.standards),
    ...living('surveillance_overdue', surveillanceOverdue(input.visits)),
    ...always('scheme_issuer_disagree', schemeAndIssuerDisagree(input)),
    ...always('claimed_only', !input.hasActs && input.hasStatements),
    ...always('unverified', input.unverified),
    ...living('not_checked_lately', notCheckedLately(input.checkedOn)),
    ...always(
      'date_imprecise',
      input.dates.some((date) => imprecise(date.start) || imprecise(date.expiry)),
    ),
    ...always(
      'start_unknown',
      input.dates.some((date) => date.start === null),
    ),
    ...always('code_missing', input.code === null),
    ...always('code_shared', input.sharedCode),
    ...always(
      'edition_missing',
      input.standards.length === 0 || input.standards.some((standard) => standard.edition === null),
    ),
    ...living('signatories_missing', signatoriesMissing(input.annexes)),
  ]
}

function withdrawnEditions(standards: FlagInput['standards']): FlagSpan[] {
  const spans = standards
    .filter((standard) => standard.lastDay !== null && standard.lastDay < standard.to)
    .map((standard) => {
      const after = addDays(standard.lastDay!, 1)
      return {
        flag: 'edition_withdrawn' as const,
        from: after > standard.from ? after : standard.from,
        to: standard.to,
      }
    })
  return spans.filter((span, at) => spans.findIndex((other) => other.from === span.from) === at)
}

/** E.g. a VILAS MED code (BoA's) from AOSC: kept as printed, shown as a question. */
function schemeAndIssuerDisagree(input: FlagInput): boolean {
  const { schemeKey, codeScheme, issuerKey } = input
  if (codeScheme !== null && schemeKey !== null && codeScheme !== schemeKey) return true
  return (
    issuerKey !== null &&
    [input.schemeIssuers, input.codeIssuers].some((issuers) => issuers.length > 0 && !issuers.includes(issuerKey))
  )
}
