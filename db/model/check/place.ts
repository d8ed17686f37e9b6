// Did the accreditation cover the laboratory and the place on the day? A coverage without site means every site of the laboratory.
import { foldAddress } from '../text/fold'
import type { Reason } from './report'
import { listed, type Speaker } from './speak'

export interface SiteFact {
  id: string
  lab: string
  label: string | null
  address: string | null
  units: readonly string[]
}

export interface CoverFact {
  id: string
  lab: string
  labName: string
  /** null: the whole laboratory */
  site: string | null
}

export interface PlaceFacts {
  accreditation: string
  day: string
  /** coverage on the day */
  covers: readonly CoverFact[]
  /** sites of the laboratories concerned */
  sites: readonly SiteFact[]
  /** laboratories the report names; null: none named */
  labs: readonly { id: string; name: string }[] | null
  site: string | null
}

export interface Placed {
  reasons: Reason[]
  /** sites that the report means; null: none named, or not found */
  sites: string[] | null
}

export function judgePlace(facts: PlaceFacts, speak: Speaker): Placed {
  const { covers, labs, day } = facts
  const record = { entity: 'accreditation', id: facts.accreditation } as const
  const here = covers.filter(({ lab }) => labs === null || labs.some(({ id }) => id === lab))
  if (here.length === 0) {
    const reason =
      labs === null
        ? speak.reason('covers_nothing', 'insufficient_data', { record, params: { day: speak.day(day) } })
        : speak.reason('lab_not_covered', 'outside_scope', {
            record,
            params: { lab: labs[0]!.name, day: speak.day(day) },
          })
    return { reasons: [reason], sites: null }
  }
  return facts.site === null ? { reasons: [], sites: null } : atSite(facts, here, speak)
}

function atSite({ sites, site, labs, day }: PlaceFacts, covers: readonly CoverFact[], speak: Speaker): Placed {
  const near = sites.filter(({ lab }) => labs === null || labs.some(({ id }) => id === lab))
  const meant = near.filter((each) => isNamed(each, site!))
  if (meant.length === 0) {
    const known = near.map(siteName).filter((name) => name !== '')
    const code = known.length === 0 ? 'sites_unrecorded' : 'site_unknown'
    const params = { site: site!, known: listed(speak.language, known) }
    return { reasons: [speak.reason(code, 'insufficient_data', { params })], sites: null }
  }
  const covered = meant.filter((each) =>
    covers.some((cover) => (cover.site === null ? cover.lab === each.lab : cover.site === each.id)),
  )
  const [first] = covered.length ? covered : meant
  const params = { site: siteName(first!), day: speak.day(day), known: listed(speak.language, meant.map(siteName)) }
  const record = { entity: 'site', id: first!.id } as const
  const reason =
    covered.length === 0
      ? speak.reason('site_not_covered', 'outside_scope', { params, record })
      : covered.length < meant.length
        ? speak.reason('site_ambiguous', 'insufficient_data', { params, record })
        : speak.note('site_covered', { params, record })
  return { reasons: [reason], sites: meant.map(({ id }) => id) }
}

const siteName = ({ label, address }: SiteFact): string => [label, address].filter(Boolean).join(': ')
const key = (text: string): string =>
  ` ${foldAddress(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** The text names the site's label, its unit, or a part of its address; or it is longer and holds the whole address. */
function isNamed({ label, address, units }: SiteFact, text: string): boolean {
  const asked = key(text)
  if (asked.trim().length < 2) return false
  const own = [label, address, ...units].filter((each) => each !== null).map(key)
  return own.some((each) => each.includes(asked)) || (address !== null && asked.includes(key(address)))
}
