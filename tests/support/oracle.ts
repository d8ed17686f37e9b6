// What held on a day, recomputed from raw decisions without the product's rules: no running state, each question is answered by looking
// through the acts again. Used to check the spans that the register keeps.
import { firstDay, lastDay } from '../../db/model/dates/partial'
import type { SpanStatus } from '../../db/model/status/spans'

export interface RawAct {
  id: string
  kind: string
  effective: string | null
  signed: string | null
  expiry: string | null
  partial: boolean
  /** id of the act that it ends */
  ends: string | null
}

export interface Held {
  status: SpanStatus
  /** last possible day; null: not known */
  end: string | null
}

const grants = ['grant', 'renewal', 'recognition']
const interruptions = ['suspension', 'resumption', 'withdrawal']
const start = (act: RawAct): string | null => {
  const stated = act.effective ?? act.signed
  return stated === null ? null : firstDay(stated)
}
const never = (act: RawAct): boolean => start(act) === null && interruptions.includes(act.kind)

/** Acts of one accreditation in the order in which the register lists them. */
export function heldOn(acts: readonly RawAct[], day: string): Held {
  const begins = (act: RawAct): string => start(act) ?? '0000-01-01'
  const dated = acts
    .filter((act) => !never(act))
    .toSorted((a, b) => (begins(a) < begins(b) ? -1 : begins(a) > begins(b) ? 1 : 0))
  const undated = acts.filter(never)
  const past = dated.filter((act) => begins(act) <= day)
  if (past.length === 0) {
    const first = dated[0] ?? undated[0]
    return { status: first?.kind === 'grant' ? 'not_accredited' : 'unknown', end: null }
  }
  const all = [...past, ...undated]
  const tail = all.slice(all.findLastIndex((act) => grants.includes(act.kind)) + 1)
  const { end, open, based } = endOf(all)
  if (tail.some((act) => act.kind === 'withdrawal' && !act.partial)) return { status: 'withdrawn', end }
  if (!based || end === null) return { status: 'unknown', end }
  if (day > end) return open ? { status: 'unknown', end: null } : { status: 'expired', end }
  const runs = (act: RawAct): boolean => act.expiry === null || day <= lastDay(act.expiry)
  if (wholly(tail).some(runs)) return { status: 'suspended', end }
  return { status: partly(tail).some(runs) ? 'partly_suspended' : 'valid', end }
}

/** The end that stands after all these acts; `open`: it was prolonged without a stated end. */
function endOf(acts: readonly RawAct[]): { end: string | null; open: boolean; based: boolean } {
  const at = acts.findLastIndex((act) => grants.includes(act.kind))
  const last = (act: RawAct | undefined): string | null => (act?.expiry == null ? null : lastDay(act.expiry))
  const transitions = acts.slice(at + 1).filter((act) => act.kind === 'edition_transition')
  const moved = transitions.findLast((act) => act.expiry !== null)
  if (at < 0) {
    const firstMove = acts.findIndex((act) => act.kind === 'edition_transition')
    const alone = acts
      .slice(0, firstMove < 0 ? undefined : firstMove)
      .concat(firstMove < 0 ? [] : alreadyBased(acts.slice(0, firstMove)) ? acts.slice(firstMove + 1) : [])
    const printed = alone.filter((act) => ['extension', 'reduction'].includes(act.kind) && act.expiry !== null)
    const isExtension = printed.length > 0 && (firstMove < 0 || alreadyBased(acts.slice(0, firstMove)))
    return isExtension
      ? { end: latest(acts), open: false, based: true }
      : { end: last(moved), open: false, based: firstMove >= 0 }
  }
  const grant = acts[at]!
  const before = grant.kind === 'grant' ? null : endOf(acts.slice(0, at)).end
  return {
    end: last(moved) ?? last(grant) ?? before,
    open: grant.expiry === null && moved === undefined,
    based: true,
  }
}

const alreadyBased = (acts: readonly RawAct[]): boolean =>
  acts.some((act) => ['extension', 'reduction'].includes(act.kind) && act.expiry !== null)

/** Known by extensions only: the latest end printed, which a transition replaces. */
function latest(acts: readonly RawAct[]): string | null {
  return acts.reduce<string | null>((end, act) => {
    if (act.expiry === null) return end
    const stated = lastDay(act.expiry)
    if (act.kind === 'edition_transition') return stated
    if (!['extension', 'reduction'].includes(act.kind)) return end
    return end !== null && end >= stated ? end : stated
  }, null)
}

const endedBy = (resumption: RawAct, suspension: RawAct): boolean =>
  resumption.kind === 'resumption' && (resumption.ends === null || resumption.ends === suspension.id)

/** The last suspension of the whole, unless something after it ends it. */
function wholly(tail: readonly RawAct[]): RawAct[] {
  const at = tail.findLastIndex((act) => act.kind === 'suspension' && !act.partial)
  const suspension = tail[at]
  return suspension === undefined || tail.slice(at + 1).some((act) => endedBy(act, suspension)) ? [] : [suspension]
}

/** Suspensions in part, and suspensions of the whole that were lifted in part, which nothing after has ended. */
function partly(tail: readonly RawAct[]): RawAct[] {
  return tail.flatMap((act, at) => {
    const suspension =
      act.kind === 'suspension' && act.partial
        ? act
        : act.kind === 'resumption' && act.partial
          ? wholly(tail.slice(0, at)).find((whole) => endedBy(act, whole))
          : undefined
    if (suspension === undefined) return []
    const isEnded = tail
      .slice(at + 1)
      .some((later) => endedBy(later, suspension) && !(later.partial && later.ends === null))
    return isEnded ? [] : [suspension]
  })
}

const fromBest: readonly SpanStatus[] = [
  'valid',
  'partly_suspended',
  'suspended',
  'unknown',
  'expired',
  'withdrawn',
  'not_accredited',
]

/** A laboratory's: the best of its accreditations, the later end among equals; unknown without any. */
export function bestOf(held: readonly Held[]): Held {
  const [best] = held.toSorted(
    (a, b) => fromBest.indexOf(a.status) - fromBest.indexOf(b.status) || ((a.end ?? '') > (b.end ?? '') ? -1 : 1),
  )
  return best ?? { status: 'unknown', end: null }
}
