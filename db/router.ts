// name → role → parse → handler → reply. The one door of the registry: behind it inputs are trusted, and no error leaves without a code.
import type { z } from 'zod'
import { contract, type CallName } from './contract'
import type { Entry } from './contract/entry'
import { RegistryError, type ErrorReply, type FieldProblem, type Reply } from './model/errors'
import type { PersonSession, Who } from './people/session'
import { fromSystem } from './system-errors'

export interface Caller extends Who {
  session: PersonSession
  /** commit_seq: answers as the register stood after that set (“theo sổ lúc đó”); left out: now */
  recorded?: number | undefined
}

/** Runs a parsed call; made by `registry.ts` from the handlers. */
export type Dispatch = (name: CallName, input: unknown, caller: Caller) => Promise<unknown>
export type ReportError = (call: string, error: unknown) => string

const isCall = (name: string): name is CallName => Object.hasOwn(contract, name)

/** Answers one request; never throws. */
export async function route(
  request: { name: unknown; input: unknown; caller: Caller },
  dispatch: Dispatch,
  report: ReportError,
): Promise<Reply<unknown>> {
  const { name, input, caller } = request
  try {
    if (typeof name !== 'string' || !isCall(name)) throw new RegistryError('unknown_call', String(name).slice(0, 80))
    const entry: Entry = contract[name]
    admit(name, entry, caller)
    const value = await dispatch(name, parse(entry, input), caller)
    // what was read for somebody who has been signed out meanwhile is not told any more; what was written is
    if (entry.kind === 'read') admit(name, entry, { ...caller, ...caller.session.who() })
    return { ok: true, value }
  } catch (error) {
    return { ok: false, error: replyFor(typeof name === 'string' ? name : '?', error, report) }
  }
}

function admit(name: CallName, entry: Entry, { role }: Caller): void {
  if (role === null && !entry.signedOut) throw new RegistryError('signed_out', `sign in before ${name}`)
  if (role !== null && !entry.allow.includes(role)) throw new RegistryError('forbidden', `${role} may not ${name}`)
}

function parse(entry: Entry, input: unknown): unknown {
  const parsed = entry.input.safeParse(input)
  if (parsed.success) return parsed.data
  throw new RegistryError('invalid_input', 'input does not fit the contract', parsed.error.issues.map(toProblem))
}

/** Of a value that fits neither one item nor a list of them, what is wrong with the form the caller chose. */
function chosen(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const nearest = issue.errors.flat().find((inner) => inner.code !== 'invalid_type')
  return nearest ? chosen({ ...nearest, path: [...issue.path, ...nearest.path] }) : issue
}

function toProblem(found: z.core.$ZodIssue): FieldProblem {
  const issue = chosen(found)
  const rule =
    issue.code === 'custom' || ['not_a_day', 'not_minutes', 'not_a_form'].includes(issue.message)
      ? issue.message
      : issue.code
  const params =
    'maximum' in issue
      ? { maximum: Number(issue.maximum) }
      : 'minimum' in issue
        ? { minimum: Number(issue.minimum) }
        : 'values' in issue
          ? { allowed: issue.values.join(', ') }
          : undefined
  const path = 'keys' in issue ? [...issue.path, issue.keys.join(', ')] : issue.path
  return { field: path.join('.'), rule, ...(params ? { params } : {}) }
}

function replyFor(call: string, error: unknown, report: ReportError): ErrorReply {
  const known = error instanceof RegistryError ? error : fromSystem(error)
  if (known && known.code !== 'internal') return known.toReply()
  return { code: 'internal', message: 'unexpected error', number: report(call, error) }
}
