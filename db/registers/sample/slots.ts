// The mix of a sample: 32 slots, each a fate with its peculiarities, repeated in every block of 32 laboratories. Counts by fate and
// peculiarity are promises that tests hold: 12 valid, 4 within 90 days, 2 within 30, 4 expired, 2 suspended, 2 in part, 2 withdrawn, 2 unknown,
// 2 not yet accredited; 4 with two schemes, 3 with three sites, 4 with month-precision dates, 3 on a withdrawn edition, 2 sharing a code.
import type { DomainKey } from './domains'
import type { Random } from './random'

/** `valid` has more than 180 days left, `within90` 31–90, `within30` 1–30. */
export type Fate =
  | 'valid'
  | 'within90'
  | 'within30'
  | 'expired'
  | 'suspended'
  | 'partly_suspended'
  | 'withdrawn'
  | 'unknown'
  | 'not_accredited'

/** Schemes that number their accreditations; at most seven codes of VILAS a block, its numbers have four digits. */
export type CodedScheme = 'VILAS' | 'VILAS-MED' | 'VIAS' | 'AOSC' | 'VACI' | 'LAS-XD' | 'VIMCERTS'

export interface Slot {
  fate: Fate
  scheme: CodedScheme | null
  domain: DomainKey
  /** 1 unless told */
  sites?: number
  /** another accreditation of the same laboratory, which must not change its status */
  second?: { fate: 'valid' | 'expired'; scheme: CodedScheme; domain: DomainKey }
  /** the date that the papers give by month only */
  monthOnly?: 'start' | 'expiry'
  /** never moved on from an edition that is no longer recognised */
  edition?: 'ISO/IEC 17025:2005' | 'TCVN ISO/IEC 17025:2007'
  /** has the code (and owner) of the slot before it */
  sharesCode?: true
  /** its earlier annex was entered line by line, the new one continues it */
  lineage?: true
  /** was renamed by a decision */
  renamed?: true
}

export const slots: readonly Slot[] = [
  { fate: 'valid', scheme: 'VILAS', domain: 'food', sites: 3, lineage: true },
  {
    fate: 'valid',
    scheme: 'VILAS',
    domain: 'water',
    second: { fate: 'valid', scheme: 'VIMCERTS', domain: 'environment' },
  },
  { fate: 'valid', scheme: 'VILAS', domain: 'calibration' },
  { fate: 'valid', scheme: 'VILAS', domain: 'welding', sharesCode: true },
  { fate: 'valid', scheme: 'VILAS-MED', domain: 'medical', renamed: true },
  { fate: 'valid', scheme: 'LAS-XD', domain: 'construction' },
  {
    fate: 'valid',
    scheme: 'LAS-XD',
    domain: 'construction',
    second: { fate: 'expired', scheme: 'AOSC', domain: 'construction' },
  },
  { fate: 'valid', scheme: 'VIMCERTS', domain: 'environment', monthOnly: 'start' },
  { fate: 'valid', scheme: 'AOSC', domain: 'aquatic' },
  { fate: 'valid', scheme: 'VACI', domain: 'medical' },
  { fate: 'valid', scheme: 'AOSC', domain: 'drugs', edition: 'ISO/IEC 17025:2005' },
  { fate: 'valid', scheme: 'VIAS', domain: 'inspection', monthOnly: 'expiry' },
  { fate: 'within90', scheme: 'VILAS', domain: 'fuels', sites: 3, lineage: true },
  {
    fate: 'within90',
    scheme: 'VILAS-MED',
    domain: 'medical',
    second: { fate: 'expired', scheme: 'AOSC', domain: 'food' },
  },
  { fate: 'within90', scheme: 'LAS-XD', domain: 'construction' },
  { fate: 'within90', scheme: 'AOSC', domain: 'feed' },
  { fate: 'within30', scheme: 'VILAS', domain: 'electrical', monthOnly: 'start' },
  { fate: 'within30', scheme: 'VIMCERTS', domain: 'environment' },
  { fate: 'expired', scheme: 'VILAS', domain: 'food', edition: 'TCVN ISO/IEC 17025:2007' },
  { fate: 'expired', scheme: 'LAS-XD', domain: 'construction' },
  { fate: 'expired', scheme: 'VILAS-MED', domain: 'medical' },
  { fate: 'expired', scheme: 'AOSC', domain: 'water', monthOnly: 'expiry' },
  { fate: 'suspended', scheme: 'VIAS', domain: 'inspection' },
  { fate: 'suspended', scheme: 'LAS-XD', domain: 'construction' },
  {
    fate: 'partly_suspended',
    scheme: 'VILAS',
    domain: 'water',
    sites: 3,
    second: { fate: 'expired', scheme: 'VIMCERTS', domain: 'environment' },
  },
  { fate: 'partly_suspended', scheme: 'VACI', domain: 'food' },
  { fate: 'withdrawn', scheme: 'LAS-XD', domain: 'construction' },
  { fate: 'withdrawn', scheme: 'VIMCERTS', domain: 'environment' },
  { fate: 'unknown', scheme: 'VILAS', domain: 'aquatic', edition: 'ISO/IEC 17025:2005' },
  { fate: 'unknown', scheme: null, domain: 'feed' },
  { fate: 'not_accredited', scheme: 'LAS-XD', domain: 'construction' },
  { fate: 'not_accredited', scheme: 'AOSC', domain: 'electrical' },
]

export const BLOCK = slots.length
/** Odd, so that it meets every slot once: any few of them are spread over the whole mix. */
const STRIDE = 7

/** The slots of one block of `count` ≤ 32 laboratories in random order; a laboratory that shares a code comes right after its partner. */
export function blockOf(random: Random, count: number): Slot[] {
  const chosen = new Set(Array.from({ length: count }, (_, at) => (at * STRIDE) % BLOCK))
  const groups = [...slots.entries()]
    .filter(([at]) => chosen.has(at))
    .reduce<Slot[][]>((all, [at, slot]) => {
      const { sharesCode, ...alone } = slot
      if (sharesCode && chosen.has(at - 1)) all.at(-1)!.push(slot)
      else all.push([alone])
      return all
    }, [])
  return random.shuffle(groups).flat()
}
