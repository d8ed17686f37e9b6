// What a saving did, counted: “thêm 12 phòng thí nghiệm”. Names, owners, coverage and other rows that only hang on a record are counted
// together at the end: people add a laboratory, not its name and its owner.
import type { ChangeSetShown } from '../../../db/model/shapes/journal'
import type { RecordWords } from '../../texts/recordWords'
import type { Texts } from '../../texts/texts'
import type { ChangeSet } from './changeSets'

export type Deed = ChangeSetShown['deeds'][number]

/** Records that people add, change and put into the trash themselves, in the order in which they are counted. */
export const OWN = [
  'laboratory',
  'organization',
  'site',
  'accreditation',
  'decision',
  'decision_act',
  'annex',
  'scope_line',
  'signatory',
  'surveillance',
  'statement',
  'evidence',
  'setting',
] as const

const PLACE = new Map<string, number>(OWN.map((entity, at) => [entity, at]))
const REFERENCE = new Set(['scheme', 'issuer', 'standard', 'field', 'admin_unit'])

export interface CountedDeeds {
  own: readonly Deed[]
  /** rows that hang on them */
  attached: number
}

export function deedsOf(deeds: readonly Deed[]): CountedDeeds {
  const isOwn = ({ entity }: Deed): boolean => PLACE.has(entity) || REFERENCE.has(entity)
  const place = ({ entity }: Deed): number => PLACE.get(entity) ?? PLACE.size
  return {
    own: deeds.filter(isOwn).toSorted((a, b) => place(a) - place(b)),
    attached: deeds.filter((deed) => !isOwn(deed)).reduce((sum, { count }) => sum + count, 0),
  }
}

/** The same from a saving whose records are all here. */
export function deedsIn(set: ChangeSet): Deed[] {
  const counts = new Map<string, Deed>()
  for (const { entity, deed } of set.records) {
    const key = `${entity} ${deed}`
    const counted = counts.get(key) ?? { entity, deed, count: 0 }
    counts.set(key, { ...counted, count: counted.count + 1 })
  }
  return [...counts.values()]
}

/** “thêm 12 phòng thí nghiệm”, “sửa 1 địa điểm”, “và 64 tên gọi, liên kết đi kèm” */
export function deedWords(
  { own, attached }: CountedDeeds,
  words: RecordWords,
  { t, n }: Pick<Texts, 't' | 'n'>,
): string[] {
  const lines = own.map(({ entity, deed, count }) =>
    t(`journal.deeds.${deed}`, { count, shown: n(count), entity: words.entity(entity) }),
  )
  if (attached > 0) lines.push(t('journal.deeds.attached', { count: attached, shown: n(attached) }))
  return lines
}
