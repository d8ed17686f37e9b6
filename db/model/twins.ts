// Whether two laboratories may be one that was entered twice: a suggestion with its reasons, never a decision. The same whichever is
// asked about the other. What one owner's laboratories share by nature (owner, house, telephone) never suffices alone.
import { tidyPhones } from './phones'
import { codeKey, fold, foldAddress, foldKeepAccents, foldKeepTones } from './text/fold'

export interface TwinFacts {
  /** all it has borne, as printed */
  names: readonly string[]
  owner: { id: string; name: string } | null
  /** as printed, each with the accreditation that bears it (null: not saved yet) */
  codes: readonly { code: string; accreditation: string | null }[]
  addresses: readonly string[]
  /** fields as printed, each may hold several numbers */
  phones: readonly string[]
}

/** name: word for word; nameTone: but for the place of the tone (Hoà, Hòa); nameMarks: without marks; nameCore: without “phòng thí nghiệm”
    and the like; owner: the same record; ownerName: two records, one name. */
export const twinReasonKinds = [
  'name',
  'nameTone',
  'nameMarks',
  'nameCore',
  'code',
  'owner',
  'ownerName',
  'address',
  'phone',
] as const
export type TwinReasonKind = (typeof twinReasonKinds)[number]
export interface TwinReason {
  kind: TwinReasonKind
  /** as printed on the first and on the second */
  values: readonly [string, string]
}

export interface Twins {
  likely: boolean
  reasons: TwinReason[]
  /** only for order: the greater the likelier */
  weight: number
}

/** Longest first. A bare “phòng” stays: “Phòng Hoá” and “Khoa Hoá” are two. */
const COMMON =
  /(?<![\p{L}\p{N}])(?:phong (?:thi nghiem|thu nghiem|xet nghiem|hieu chuan|kiem nghiem)|ptn|trung tam|khoa xet nghiem|las xd)(?![\p{L}\p{N}])/gu
const EDGES = /[^\p{L}\p{N}]+/gu

const coreOf = (folded: string): string => folded.replaceAll(COMMON, ' ').replaceAll(EDGES, ' ').trim()

/** A name without marks and without the words that most names begin with; empty for one that has no other words. */
export const nameCore = (name: string): string => coreOf(fold(name))

/** What a folded name is looked up by: its core, or where it has none the whole of it. */
export const nameBlock = (folded: string): string => coreOf(folded) || folded

/** Digits, country code as 0, the old 033 of Quảng Ninh's landlines as 0203. A mobile number 033… of today gets a key of its own likewise. */
export const phoneKeys = (text: string): string[] => {
  const { phones, faxes } = tidyPhones(text)
  return [...phones, ...faxes]
    .map((number) =>
      number
        .replaceAll(/\D/g, '')
        .replace(/^84/, '0')
        .replace(/^033(?=\d{7}$)/, '0203'),
    )
    .filter((digits) => digits.length >= 8)
}

/** An address of its place name alone (“Hạ Long”) says nothing. */
const addressKey = (text: string): string => {
  const key = foldAddress(text).replaceAll(EDGES, ' ').trim()
  return key.split(' ').length < 4 ? '' : key
}

interface Keyed {
  key: string
  printed: string
}
const keyed = (printed: readonly string[], keysOf: (text: string) => string | readonly string[]): Keyed[] =>
  printed.flatMap((text) =>
    [keysOf(text)]
      .flat()
      .filter((key) => key !== '')
      .map((key) => ({ key, printed: text })),
  )

/** The first shared key in the order of keys, so that it does not matter who is first. */
function shared(a: readonly Keyed[], b: readonly Keyed[]): readonly [string, string] | null {
  const first = (of: readonly Keyed[], key: string): string =>
    of
      .filter((each) => each.key === key)
      .map((each) => each.printed)
      .toSorted()[0]!
  const keys = new Set(b.map(({ key }) => key))
  const key = a
    .map((each) => each.key)
    .filter((each) => keys.has(each))
    .toSorted()[0]
  return key === undefined ? null : [first(a, key), first(b, key)]
}

const NAMES: readonly (readonly [TwinReasonKind, (name: string) => string])[] = [
  ['name', foldKeepAccents],
  ['nameTone', foldKeepTones],
  ['nameMarks', fold],
  ['nameCore', nameCore],
]

function nameReason(a: TwinFacts, b: TwinFacts): TwinReason | null {
  for (const [kind, keyOf] of NAMES) {
    const values = shared(keyed(a.names, keyOf), keyed(b.names, keyOf))
    if (values) return { kind, values }
  }
  return null
}

function ownerReason(a: TwinFacts, b: TwinFacts): TwinReason | null {
  if (a.owner === null || b.owner === null) return null
  const values = [a.owner.name, b.owner.name] as const
  if (a.owner.id === b.owner.id) return { kind: 'owner', values }
  return fold(a.owner.name) === fold(b.owner.name) && fold(a.owner.name) !== '' ? { kind: 'ownerName', values } : null
}

/** One accreditation may cover several laboratories; only two accreditations that bear one code speak of twins. */
function codeReason(a: TwinFacts, b: TwinFacts): TwinReason | null {
  const borne = (own: TwinFacts['codes'], others: TwinFacts['codes']): string[] =>
    own
      .filter(({ code, accreditation }) =>
        others.some((other) => other.accreditation !== accreditation && codeKey(other.code) === codeKey(code)),
      )
      .map(({ code }) => code)
  const values = shared(keyed(borne(a.codes, b.codes), codeKey), keyed(borne(b.codes, a.codes), codeKey))
  return values === null ? null : { kind: 'code', values }
}

const placeReasons = (a: TwinFacts, b: TwinFacts): TwinReason[] => {
  const address = shared(keyed(a.addresses, addressKey), keyed(b.addresses, addressKey))
  const phone = shared(keyed(a.phones, phoneKeys), keyed(b.phones, phoneKeys))
  return [
    ...(address ? [{ kind: 'address', values: address } as const] : []),
    ...(phone ? [{ kind: 'phone', values: phone } as const] : []),
  ]
}

const WEIGHTS: Record<TwinReasonKind, number> = {
  name: 40,
  nameTone: 36,
  nameMarks: 34,
  nameCore: 25,
  code: 30,
  owner: 12,
  ownerName: 10,
  address: 14,
  phone: 8,
}

/** Likely: a name of its own, equal at least without marks; or an equal name that any laboratory may bear and one thing more; or a code and one
    thing more, unless one owner holds both: an owner's number may cover several of its laboratories. */
export function twinsOf(a: TwinFacts, b: TwinFacts): Twins {
  const name = nameReason(a, b)
  const code = codeReason(a, b)
  const owner = ownerReason(a, b)
  const reasons = [name, code, owner, ...placeReasons(a, b)].filter((reason) => reason !== null)
  const own = name !== null && name.kind !== 'nameCore' && name.values.every((value) => nameCore(value) !== '')
  const tells = name !== null || (code !== null && owner?.kind !== 'owner')
  return {
    likely: own || (tells && reasons.length > 1),
    reasons,
    weight: reasons.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0),
  }
}

/** What two of one name must share besides, to be likely: laboratories without a common one of these need not be compared. */
export const secondKeys = ({ owner, addresses, phones, codes }: TwinFacts): string[] => [
  ...(owner ? [`owner ${fold(owner.name)}`] : []),
  ...addresses.map(addressKey).filter((key) => key !== ''),
  ...phones.flatMap(phoneKeys),
  ...codes.map(({ code }) => `code ${codeKey(code)}`),
]
