// What a row's code, scheme, standard, field and decision cells mean for the accreditations of its laboratory.
// A row speaks of all of them, or only of those whose codes it names. Where it could mean several, it is refused, not guessed.
import { parseDecisionNumber } from '../../model/codes/decision'
import { folded } from '../folded'
import type { FileRow } from './file-row'
import type { HeldAccreditation, HeldLink } from './register-view'
import type { AccreditationEdit, Link, NewAccreditation, NewDecision, Problem } from './row-plan'
import { Keys } from './row-state'
import type { Choice, TypedCode } from './values'

/** The cells as read; null: blank, or for codes, standards and fields also unchanged. */
export interface AccreditationCells {
  codes: TypedCode[] | null
  schemes: Choice[] | null
  standards: readonly Link[] | null
  fields: readonly Link[] | null
  decision: NewDecision | null
}

export interface AccreditationSteps {
  edit: AccreditationEdit | null
  add: NewAccreditation[]
  /** columns that make the steps */
  touched: Keys
  problems: Problem[]
}

interface Added extends NewAccreditation {
  typed: TypedCode | null
}

interface Work {
  row: FileRow
  cells: AccreditationCells
  held: readonly HeldAccreditation[]
  schemes: readonly Choice[]
  /** held accreditations that the row speaks of */
  scope: HeldAccreditation[]
  added: Added[]
  edit: Omit<AccreditationEdit, 'id'>
  touched: Keys
  problems: Problem[]
}

export interface AccreditationRow {
  row: FileRow
  cells: AccreditationCells
  /** what the laboratory holds; empty for a new one */
  held: readonly HeldAccreditation[]
  /** named by its record id: the code cell is then the whole list */
  byId: boolean
  schemes: readonly Choice[]
}

export function compareAccreditations({ row, cells, held, byId, schemes }: AccreditationRow): AccreditationSteps {
  const work: Work = {
    row,
    cells,
    held,
    schemes,
    scope: [...held],
    added: [],
    edit: {},
    touched: new Keys(),
    problems: [],
  }
  takeCodes(work, byId)
  if (work.problems.length === 0) {
    takeSchemes(work)
    takeLinks(work, 'standards')
    takeLinks(work, 'fields')
    takeDecision(work)
  }
  const edited = Object.keys(work.edit).length > 0
  const target = work.scope[0]
  if (edited && target && target.labs > 1)
    work.problems.push(row.problem(work.touched.all[0] ?? null, 'shared_accreditation', { labs: target.labs }))
  return {
    edit: edited && target ? { id: target.id, ...work.edit } : null,
    add: work.added.map(({ code, scheme, standards, fields, decision }) => ({
      code,
      scheme,
      standards,
      fields,
      decision,
    })),
    touched: work.touched,
    problems: work.problems,
  }
}

const addedAs = (typed: TypedCode | null, scheme: string | null): Added => ({
  typed,
  code: typed?.raw ?? null,
  scheme,
  standards: [],
  fields: [],
  decision: null,
})

function takeCodes(work: Work, byId: boolean): void {
  const { cells, held, row, touched } = work
  if (cells.codes === null) return
  const typed = cells.codes
  const isTyped = (accreditation: HeldAccreditation) => typed.some((code) => code.key === accreditation.key)
  const coded = held.filter((accreditation) => accreditation.code !== null)
  const whole = coded.every(isTyped)
  const fresh = typed.filter((code) => !coded.some((accreditation) => accreditation.key === code.key))
  const [only, first] = [held.length === 1 ? held[0] : undefined, fresh[0]]
  if (only && first && fresh.length === 1 && typed.length === 1 && (only.code === null ? fits(only, first) : byId)) {
    work.edit.code = first.raw
    touched.add('codes')
    return
  }
  if (byId && !whole) {
    work.problems.push(row.problem('codes', 'codes_dropped'))
    return
  }
  work.scope = whole ? [...held] : held.filter((accreditation) => accreditation.code !== null && isTyped(accreditation))
  work.added = fresh.map((code) => addedAs(code, schemeId(work, code.scheme)))
  if (fresh.length) touched.add('codes')
}

/** A blank code is filled where the schemes do not contradict each other. */
const fits = (held: HeldAccreditation, code: TypedCode): boolean =>
  held.scheme === null || code.scheme === null || held.scheme === code.scheme

const schemeId = (work: Work, key: string | null): string | null =>
  work.schemes.find((scheme) => scheme.key === key)?.id ?? null
const schemeKey = (work: Work, id: string | null): string | null =>
  work.schemes.find((scheme) => scheme.id === id)?.key ?? null

/** The schemes of what the row speaks of must in the end be exactly those of the cell. */
function takeSchemes(work: Work): void {
  const { cells, scope, added, edit, touched } = work
  const named = cells.schemes
  const filled = edit.code === undefined ? undefined : cells.codes?.[0]
  if (named === null) {
    const own = filled && scope[0]?.scheme === null ? schemeId(work, filled.scheme) : null
    if (own !== null) edit.scheme = own
    return
  }
  const [one] = named
  if (one && named.length === 1 && scope.length + added.length === 1) {
    if (added[0]) added[0].scheme = one.id
    else if (scope[0]!.scheme !== one.key) edit.scheme = one.id
    if (added[0] || edit.scheme !== undefined) touched.add('schemes')
    noteDisagreement(work, one, added[0]?.typed ?? filled)
  } else if (work.held.length === 0) spreadSchemes(work, named)
  const result = new Set([
    ...scope.map((each) => schemeKey(work, edit.scheme ?? null) ?? each.scheme),
    ...work.added.map((each) => schemeKey(work, each.scheme)),
  ])
  result.delete(null)
  if (result.size !== named.length || named.some((scheme) => !result.has(scheme.key)))
    work.problems.push(work.row.problem('schemes', 'scheme_set'))
}

function noteDisagreement(work: Work, scheme: Choice, code: TypedCode | null | undefined): void {
  if (code && code.scheme !== null && code.scheme !== scheme.key)
    work.problems.push(work.row.problem('schemes', 'note.scheme_code', { code: code.raw, scheme: code.scheme }))
}

/** For a new laboratory: codes keep the scheme of their form, one code of another form takes the one scheme left, further schemes stand without code. */
function spreadSchemes(work: Work, named: readonly Choice[]): void {
  const { added, touched } = work
  const taken = new Set(added.map((each) => each.scheme))
  const left = named.filter((scheme) => !taken.has(scheme.id))
  const loose = added.filter((each) => !named.some((scheme) => scheme.id === each.scheme))
  if (loose[0] && loose.length === 1 && left.length === 1) {
    noteDisagreement(work, left[0]!, loose[0].typed)
    loose[0].scheme = left[0]!.id
  } else if (loose.length === 0) added.push(...left.map((scheme) => addedAs(null, scheme.id)))
  touched.add('schemes')
}

const linkKey = (link: Link): string => link.id ?? folded(link.printed ?? '')
const heldKey = (link: HeldLink): string => link.of ?? folded(link.shown)

function takeLinks(work: Work, kind: 'standards' | 'fields'): void {
  const { cells, row, scope, touched } = work
  const wanted = cells[kind]
  if (wanted === null) return
  const held = scope.flatMap((accreditation) => accreditation[kind])
  const heldKeys = new Set(held.map(heldKey))
  const add = wanted.filter((link) => !heldKeys.has(linkKey(link)))
  const wantedKeys = new Set(wanted.map(linkKey))
  const drop = held.filter((link) => !wantedKeys.has(heldKey(link)))
  if (add.length === 0 && drop.length === 0) return
  touched.add(kind)
  for (const link of add)
    if (link.id === null) work.problems.push(row.problem(kind, 'note.not_in_list', { typed: link.printed ?? '' }))
  ensureOne(work)
  if (scope.length === 1 && work.added.length === 0) work.edit[kind] = { trash: drop.map((link) => link.id), add }
  else if (scope.length === 0) {
    for (const accreditation of work.added) accreditation[kind] = wanted
    if (work.added.length > 1)
      work.problems.push(row.problem(kind, 'note.details_for_all', { count: work.added.length }))
  } else work.problems.push(row.problem(kind, 'several_accreditations'))
}

/** Standards, fields and decisions hang on an accreditation: where the row names none, one without code and scheme is added and said. */
function ensureOne(work: Work): void {
  if (work.scope.length > 0 || work.added.length > 0) return
  work.added.push(addedAs(null, null))
  work.problems.push(work.row.problem(null, 'note.accreditation_unknown'))
}

function takeDecision(work: Work): void {
  const { cells, row, scope, added, touched } = work
  const decision = cells.decision
  if (decision === null || scope.some((accreditation) => accreditation.acts.some((act) => isSame(act, decision))))
    return
  ensureOne(work)
  touched.add('decisionNumber').add('effective').add('decisionExpiry')
  if (added.length === 1) added[0]!.decision = decision
  else work.problems.push(row.problem('decisionNumber', added.length > 1 ? 'decision_one_code' : 'decision_new_only'))
}

function isSame(act: HeldAccreditation['acts'][number], decision: NewDecision): boolean {
  const number = (text: string | null) => (text === null ? null : parseDecisionNumber(text).canonical)
  return (
    (decision.number === null || number(act.number) === number(decision.number)) &&
    (decision.effective === null || act.effective === decision.effective.iso) &&
    (decision.expiry === null || act.expiry === decision.expiry.iso)
  )
}
