// May this person sign? Told from the tables of signatories in force on the day: exact names count, alike ones are only shown.
import { fold, foldKeepTones } from '../text/fold'
import { say } from '../texts/say'
import type { Reason } from './report'
import { listed, type Speaker } from './speak'

export interface SignerFact {
  id: string
  name: string
  /** “Phạm vi được ký” as printed */
  printed: string | null
  /** fields and lines they may sign; both empty: not limited by a record */
  fields: readonly { id: string; name: string }[]
  lines: readonly string[]
}

export interface SignerFacts {
  asked: string
  people: readonly SignerFact[]
  /** the annex that holds the whole scope has a table: who is not in it may not sign */
  complete: boolean
  /** that annex */
  annex: string | null
  /** lines the report rests on; null: no test asked, or none found */
  lines: readonly { id: string; lineage: readonly string[]; field: string | null }[] | null
}

const TITLES =
  /^(?:(?:ông|bà|gs|pgs|ts|ths|ks|cn|bs|bsck(?:i{1,2}|1|2)?|ds|dr|mr|mrs|ms|tiến sĩ|tiến sỹ|thạc sĩ|thạc sỹ|kỹ sư|cử nhân|bác sĩ|dược sĩ)(?:[.,:\s]+))+/iu
const plain = (name: string): string =>
  name
    .normalize('NFC')
    .trim()
    .replace(TITLES, '')
    .replaceAll(/[.,;:]+$/g, '')
const sameName = (a: string, b: string): boolean => foldKeepTones(plain(a)) === foldKeepTones(plain(b))
const alikeName = (a: string, b: string): boolean => fold(plain(a)) === fold(plain(b))

export function judgeSigner(facts: SignerFacts, speak: Speaker): Reason {
  const { people, asked } = facts
  if (people.length === 0) return speak.reason('signatories_unrecorded', 'insufficient_data')
  const named = people.filter(({ name }) => sameName(name, asked))
  if (named.length > 0) return best(named.map((person) => ofScope(person, facts, speak)))
  const alike = people.filter(({ name }) => alikeName(name, asked))
  const params = {
    name: plain(asked),
    known: listed(
      speak.language,
      (alike.length ? alike : people).map(({ name }) => name),
    ),
  }
  if (alike.length > 0) {
    const record = { entity: 'signatory', id: alike[0]!.id } as const
    return speak.reason('signatory_similar', 'insufficient_data', { params, record })
  }
  const record = facts.annex === null ? null : ({ entity: 'annex', id: facts.annex } as const)
  return facts.complete
    ? speak.reason('signatory_not_listed', 'signatory_not_authorized', { params, record })
    : speak.reason('signatory_table_incomplete', 'insufficient_data', { params, record })
}

/** The table may name a person twice: what is authorised once is authorised. */
const best = (reasons: readonly Reason[]): Reason =>
  reasons.find(({ verdict }) => verdict === null) ??
  reasons.find(({ verdict }) => verdict === 'insufficient_data') ??
  reasons[0]!

/** “Các phép thử được công nhận”, “toàn bộ …”, “All accredited tests”. */
const EVERYTHING =
  /(?:cac|tat ca|toan bo|moi)(?: cac)? phep (?:thu|hieu chuan|xet nghiem)|all (?:accredited )?(?:tests|calibrations)|toan bo pham vi/

function ofScope(person: SignerFact, { lines }: SignerFacts, speak: Speaker): Reason {
  const named = person.lines.length > 0 ? [say(speak.language, 'check.namedLines')] : []
  const limits = [...person.fields.map(({ name }) => name), ...named]
  const more = {
    params: { name: person.name, printed: person.printed ?? '', limits: limits.join(', ') },
    record: { entity: 'signatory', id: person.id } as const,
  }
  if (person.fields.length + person.lines.length === 0) {
    const all = person.printed === null || EVERYTHING.test(fold(person.printed))
    return all ? speak.note('signatory_may', more) : speak.reason('signatory_limits_printed', 'insufficient_data', more)
  }
  if (lines === null || lines.length === 0) return speak.reason('signatory_limited', 'insufficient_data', more)
  const may = lines.filter(
    (line) => line.lineage.some((id) => person.lines.includes(id)) || person.fields.some(({ id }) => id === line.field),
  )
  if (may.length === lines.length) return speak.note('signatory_may', more)
  if (may.length > 0) return speak.reason('signatory_partly', 'insufficient_data', more)
  const unsure = person.fields.length > 0 && lines.some(({ field }) => field === null)
  return unsure
    ? speak.reason('signatory_field_unknown', 'insufficient_data', more)
    : speak.reason('signatory_other_scope', 'signatory_not_authorized', more)
}
