// Which laboratory a row is about. The record id decides, else code and name, else name and owner; a merely similar name is asked about, never taken.
import { foldAddress } from '../../model/text/fold'
import { folded } from '../folded'
import { Id } from '../../model/fields'
import type { KeyChoice } from '../../model/imports'
import { splitList } from '../cells'
import type { FileRow } from './file-row'
import type { KnownLab, RegisterView } from './register-view'
import { isNote, type Problem } from './row-plan'
import { namesIn } from '../split-rows'
import { keyOfCode } from './values'

/** A laboratory that an earlier row of the file adds. */
export interface EarlierLab {
  row: number
  name: string
  owner: string | null
}

export type Match =
  | { kind: 'known'; lab: KnownLab; byId: boolean }
  | { kind: 'earlier'; lab: EarlierLab }
  | { kind: 'new' }
  | { kind: 'none' }

export interface Matched {
  match: Match
  problems: Problem[]
}

/** Names of laboratories that the file itself adds, as far as it has been read. */
export interface EarlierLabs {
  /** of this name, whatever its accents and case */
  namedLike(name: string): readonly EarlierLab[]
}

/** The word in the id column that answers “is it the same?” with no. */
const SAYS_NEW = new Set(['moi', 'new'])

export function matchRow(row: FileRow, view: RegisterView, earlier: EarlierLabs, key: KeyChoice = 'auto'): Matched {
  const id = row.text('id')
  const saysNew = id !== null && SAYS_NEW.has(folded(id))
  const problems: Problem[] = []
  if (id !== null && !saysNew) {
    const found = byId(row, id, view)
    if (!('problem' in found))
      return {
        match: { kind: 'known', lab: found, byId: !row.fixed('id') },
        problems: namedAsAnother(row, found, view),
      }
    problems.push(found.problem)
    if (!isNote(found.problem)) return { match: { kind: 'none' }, problems }
  }
  if (key === 'id' && id === null)
    return { match: { kind: 'none' }, problems: [...problems, row.problem('id', 'id_needed')] }
  if (!saysNew && (key === 'code' || key === 'code_site')) {
    const coded = byCode(row, view, key === 'code_site')
    if (coded !== null)
      return 'rule' in coded ? { match: { kind: 'none' }, problems: [...problems, coded] } : { match: coded, problems }
  }
  const name = row.line('nameVi')
  if (name === null) return { match: { kind: 'none' }, problems: [...problems, row.problem('nameVi', 'required')] }
  const several = namesIn(row.text('nameVi')!)
  if (several)
    return {
      match: { kind: 'none' },
      problems: [...problems, row.problem('nameVi', 'several_labs', { count: several.length })],
    }
  const codes = key === 'name_owner' ? [] : codeKeys(row)
  const wanted: Wanted = { row, name, owner: row.line('owner'), codes, saysNew }
  const match = byName(wanted, view) ?? byEarlierName(wanted, earlier) ?? ask(wanted, view)
  return 'rule' in match ? { match: { kind: 'none' }, problems: [...problems, match] } : { match, problems }
}

interface Wanted {
  row: FileRow
  name: string
  owner: string | null
  codes: readonly string[]
  saysNew: boolean
}

export const codeKeys = (row: FileRow): string[] => splitList(row.text('codes') ?? '').map(keyOfCode)

function byId(row: FileRow, id: string, view: RegisterView): KnownLab | { problem: Problem } {
  const lab = view.lab(id.toLowerCase())
  if (lab) return lab
  if (!Id.safeParse(id.toLowerCase()).success) return { problem: row.problem('id', 'bad_id', { typed: id }) }
  if (view.isTrashed(id.toLowerCase())) return { problem: row.problem('id', 'in_trash') }
  return { problem: row.problem('id', 'note.unknown_id') }
}

/** By its code, and by the place where one code covers several; null: nobody has the code, so that the name decides. */
function byCode(row: FileRow, view: RegisterView, withSite: boolean): Match | Problem | null {
  const keys = codeKeys(row)
  if (keys.length === 0) return row.problem('codes', 'code_needed')
  const found = [...new Set(keys.flatMap((key) => view.withCode(key)))]
  const address = row.text('address')
  const there = withSite && address !== null ? found.filter((lab) => standsAt(view, lab, address)) : found
  if (there.length === 1) return { kind: 'known', lab: there[0]!, byId: false }
  if (there.length > 1) return row.problem('codes', 'ambiguous_code', { count: there.length })
  return found.length > 0
    ? row.problem('address', 'code_elsewhere', { name: labelOf(found[0]!), lab: found[0]!.id })
    : null
}

const standsAt = (view: RegisterView, lab: KnownLab, address: string): boolean =>
  view.details(lab.id).sites.some((site) => site.address !== null && foldAddress(site.address) === foldAddress(address))

/** Ids that slid against the names (one column sorted without the others) would make one laboratory into another. */
function namedAsAnother(row: FileRow, lab: KnownLab, view: RegisterView): Problem[] {
  const name = row.line('nameVi') ?? lab.name
  const owned = row.line('owner')
  if (name === lab.name && (owned === null || owned === lab.owner)) return []
  const other = view.named(name).find((each) => each.id !== lab.id && each.owner === (owned ?? lab.owner))
  return other ? [row.problem('nameVi', 'name_of_other', { name })] : []
}

/** One known laboratory of exactly this name; a problem when several could be meant; null when none is. */
function byName({ row, name, owner: owned, codes, saysNew }: Wanted, view: RegisterView): Match | Problem | null {
  const named = view.named(name)
  if (named.length === 0) return null
  const known = (labs: readonly KnownLab[]): Match | Problem =>
    labs.length === 1
      ? { kind: 'known', lab: labs[0]!, byId: false }
      : row.problem('nameVi', 'ambiguous_name', { count: labs.length })
  const sameOwner = named.filter((lab) => lab.owner === owned)
  const coded = named.filter((lab) => codes.some((code) => lab.codes.has(code)))
  const codedSameOwner = coded.filter((lab) => lab.owner === owned)
  if (codedSameOwner.length > 0) return known(codedSameOwner)
  if (coded.length > 0 && !saysNew) return known([...coded, ...sameOwner])
  if (sameOwner.length > 0) return known(sameOwner)
  if (saysNew) return null
  if (owned === null) return known(named)
  if (named.length === 1 && named[0]!.owner === null) return known(named)
  return clearlyOther({ owned, codes }, named) ? null : row.problem('nameVi', 'maybe_same', asked(named[0]!))
}

/** Another owner and another code: a name as common as “Phòng thử nghiệm” is then no reason to ask. */
function clearlyOther(
  { owned, codes }: { owned: string | null; codes: readonly string[] },
  labs: readonly KnownLab[],
): boolean {
  if (owned === null || codes.length === 0) return false
  return labs.every(
    (lab) => lab.owner !== null && folded(lab.owner) !== folded(owned) && !codes.some((code) => lab.codes.has(code)),
  )
}

const labelOf = (lab: KnownLab): string => (lab.owner === null ? lab.name : `${lab.name} (${lab.owner})`)

/** For a question: its words, and the record that “the same” would name. */
const asked = (lab: KnownLab): Record<string, string> => ({ name: labelOf(lab), lab: lab.id })

function byEarlierName({ row, name, owner: owned, saysNew }: Wanted, earlier: EarlierLabs): Match | Problem | null {
  const alike = earlier.namedLike(name)
  if (alike.length === 0) return null
  const named = alike.filter((lab) => lab.name === name)
  const same = named.filter((lab) => lab.owner === owned)
  const found = same.length > 0 ? same : named.filter((lab) => lab.owner === null || owned === null)
  if (found.length > 1) return row.problem('nameVi', 'ambiguous_name', { count: found.length })
  if (found[0]) return { kind: 'earlier', lab: found[0] }
  const other = saysNew
    ? undefined
    : alike.find((lab) => lab.name !== name && folded(lab.owner ?? '') === folded(owned ?? ''))
  return other ? row.problem('nameVi', 'like_row', { row: other.row, name: other.name }) : null
}

function ask({ row, name, owner: owned, codes, saysNew }: Wanted, view: RegisterView): Match | Problem {
  if (saysNew) return { kind: 'new' }
  const alike = view.namedLike(name).filter((lab) => lab.name !== name)
  if (alike.length > 0 && !clearlyOther({ owned, codes }, alike))
    return row.problem('nameVi', 'maybe_same', asked(alike[0]!))
  const holder = codes.map((code) => view.withCode(code)[0]).find((lab) => lab !== undefined)
  return holder ? row.problem('codes', 'code_known', asked(holder)) : { kind: 'new' }
}
