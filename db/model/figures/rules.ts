// A figure is a named rule, a day and the list behind it. The rules decide on plain facts of one day; the number is the length of the list,
// never counted by another way.
import type { SpanStatus } from '../status/spans'
import type { sectors } from '../vocabulary'

/** In the order in which they are shown. The last four are those that are published of the province, under the same names. */
export const figureRules = [
  'labs_in_force',
  'accreditations_in_force',
  'labs_by_scheme',
  'labs_las_vilas',
  'labs_international',
  'labs_st_organizations',
  'labs_customs',
] as const
export type FigureRule = (typeof figureRules)[number]

export interface LabFacts {
  id: string
  nameVi: string
  nameEn: string | null
  owner: string | null
  sector: (typeof sectors)[number] | null
  /** those that cover it on the day */
  accreditations: AccreditationFacts[]
}

export interface AccreditationFacts {
  id: string
  /** as printed */
  code: string | null
  /** scheme key; null: not known */
  scheme: string | null
  status: SpanStatus
  /** reduced ISO end */
  expiry: string | null
  standards: StandardFacts[]
}

export interface StandardFacts {
  title: string
  family: string
  /** null: the text names none */
  edition: string | null
  /** last day on which the edition is recognised; null: no such day, or none known */
  lastDay: string | null
  superseded: boolean
}

/** One name of the list, with the accreditations for which it is counted and the parts of the figure that it stands in. */
export interface Counted {
  id: string
  lab: LabFacts
  because: AccreditationFacts[]
  parts: string[]
}

/** Part of those whose scheme is not known. */
export const NO_SCHEME = 'none'

const inForce = ({ status }: AccreditationFacts): boolean => status === 'valid' || status === 'partly_suspended'
const ENDED: ReadonlySet<SpanStatus> = new Set(['expired', 'withdrawn', 'not_accredited'])
/** Not known to have ended: in force, suspended, or only said to be. */
export const standing = ({ status }: AccreditationFacts): boolean => !ENDED.has(status)

/** The published words “LAS, VILAS”; VILAS MED is counted with them, and stands apart in the parts. */
const LAS_VILAS: ReadonlySet<string | null> = new Set(['VILAS', 'VILAS-MED', 'LAS-XD'])

/** An edition without a last day that something newer has replaced is not known to be recognised. */
export const isRecognised = ({ edition, lastDay, superseded }: StandardFacts, day: string): boolean =>
  edition !== null && (lastDay === null ? !superseded : day <= lastDay)
export const recognisedInternational = ({ standards }: AccreditationFacts, day: string): StandardFacts[] =>
  standards.filter((standard) => /^(?:TCVN )?ISO\b/.test(standard.family) && isRecognised(standard, day))

const scheme = ({ scheme: key }: AccreditationFacts): string => key ?? NO_SCHEME

/** Whether an accreditation counts on the day, and in which part of the figure; for the rules that go by accreditations. */
const counts: Partial<
  Record<
    FigureRule,
    { counts: (one: AccreditationFacts, day: string) => boolean; part?: (one: AccreditationFacts) => string }
  >
> = {
  labs_in_force: { counts: inForce },
  accreditations_in_force: { counts: inForce, part: scheme },
  labs_by_scheme: { counts: () => true, part: scheme },
  labs_las_vilas: { counts: (one) => LAS_VILAS.has(one.scheme) && standing(one), part: scheme },
  labs_international: {
    counts: (one, day) => standing(one) && recognisedInternational(one, day).length > 0,
    part: (one) => (inForce(one) ? 'in_force' : 'not_certain'),
  },
}
/** The owners' sectors, for the rules that go by owners. */
const owners: Partial<Record<FigureRule, readonly LabFacts['sector'][]>> = {
  labs_st_organizations: ['st_public', 'st_private'],
  labs_customs: ['customs'],
}

/** The list behind the figure: each laboratory, or each accreditation, once; in the order of the laboratories given. */
export function countedBy(rule: FigureRule, labs: readonly LabFacts[], day: string): Counted[] {
  const sectors = owners[rule]
  if (sectors !== undefined)
    return labs
      .filter((lab) => lab.sector !== null && sectors.includes(lab.sector))
      .map((lab) => ({ id: lab.id, lab, because: [], parts: sectors.length > 1 ? [lab.sector!] : [] }))
  const of = counts[rule]!
  const found = labs.flatMap((lab) => {
    const because = lab.accreditations.filter((one) => of.counts(one, day))
    const parts = of.part === undefined ? [] : [...new Set(because.map(of.part))]
    return because.length === 0 ? [] : [{ id: lab.id, lab, because, parts }]
  })
  return rule === 'accreditations_in_force' ? eachAccreditation(found) : found
}

/** One accreditation may cover several laboratories: it stands under the first of them. */
function eachAccreditation(labs: readonly Counted[]): Counted[] {
  const seen = new Set<string>()
  return labs.flatMap(({ lab, because }) =>
    because.flatMap((one) => {
      if (seen.has(one.id)) return []
      seen.add(one.id)
      return [{ id: one.id, lab, because: [one], parts: [scheme(one)] }]
    }),
  )
}

/** How many names stand in each part, the largest first; one name may stand in several. */
export function partsOf(names: readonly Pick<Counted, 'parts'>[]): { key: string; names: number }[] {
  const counted = new Map<string, number>()
  for (const { parts } of names) for (const key of parts) counted.set(key, (counted.get(key) ?? 0) + 1)
  return [...counted]
    .map(([key, number]) => ({ key, names: number }))
    .sort((a, b) => b.names - a.names || (a.key < b.key ? -1 : 1))
}
