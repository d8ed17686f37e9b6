// The calls of the working copy: writing it, comparing one that comes back (both in a worker), and writing what was previewed and chosen, here, in one set.
import { v7 as uuidv7 } from 'uuid'
import { backUpBefore } from '../../backup/calls'
import type { CallContext } from '../../call-context'
import type { CallName, Output, Parsed } from '../../contract'
import { inJob } from '../../jobs/in-job'
import { tally } from '../../model/book-choices'
import { RegistryError, type FieldProblem } from '../../model/errors'
import { say } from '../../model/texts/say'
import { fingerprint } from '../../store/log'
import { ownPath } from '../calls'
import { sourceOf } from '../import/apply'
import { applyBook } from './apply'
import type { BookPlan } from './plan'

/** A whole register takes longer to read than a list. */
const MOST_READING_MS = 300_000
const MOST_PROBLEMS = 50

export function exportBook(
  context: CallContext,
  { file, language }: Parsed<'exchange.exportBook'>,
): Promise<Output<'exchange.exportBook'>> {
  return inJob(context, 'exchange.exportBook', 'book-export', {
    input: {
      register: context.register.file,
      path: ownPath(context, file),
      day: context.today,
      now: context.now,
      language: language ?? 'vi',
      version: context.version,
    },
  })
}

const plan = (context: CallContext, call: CallName, file: string): Promise<BookPlan> =>
  inJob(context, call, 'book-plan', {
    input: { register: context.register.file, path: context.path(file, 'read'), day: context.today },
    mostMs: MOST_READING_MS,
  })

export async function bookPreview(
  context: CallContext,
  { file }: Parsed<'exchange.bookPreview'>,
): Promise<Output<'exchange.bookPreview'>> {
  return (await plan(context, 'exchange.bookPreview', file)).preview
}

/** Reads and compares again, and writes only when that gives the very preview the user saw and the register has not moved since. */
export async function bookCommit(
  context: CallContext,
  { file, preview, choices, options = {} }: Parsed<'exchange.bookCommit'>,
): Promise<Output<'exchange.bookCommit'>> {
  const planned = await plan(context, 'exchange.bookCommit', file)
  if (planned.preview.fingerprint !== preview) throw changed()
  const { open, errors } = tally(planned.preview, choices)
  if (open > 0)
    throw new RegistryError('invalid_input', `${open} open`, [
      { field: 'choices', rule: 'book.unanswered', params: { count: open } },
    ])
  if (errors > 0 && !options.skipErrors)
    throw new RegistryError('invalid_input', `${errors} rows with errors`, rowProblems(planned))
  await backUpBefore(context, 'exchange.bookCommit', 'import')
  const batch = uuidv7()
  const source = sourceOf(planned.preview)
  const { value, seq, set } = await context.write(
    (tx) => {
      if (fingerprint(tx.db) !== planned.preview.register) throw changed()
      return applyBook({ tx, choices, source, now: context.now }, planned.rows)
    },
    {
      kind: 'import',
      batch,
      source,
      reason: options.reason ?? say('vi', 'book.reason', { file: planned.preview.file }),
    },
  )
  return { batch, set: set ?? '', ...value, skipped: errors, seq }
}

const changed = (): RegistryError =>
  new RegistryError('file_changed', 'the file or the register is not as previewed', [
    { field: 'file', rule: 'file.changed' },
  ])

function rowProblems({ preview }: BookPlan): FieldProblem[] {
  return preview.rows
    .filter(({ verdict }) => verdict === 'error')
    .flatMap(({ key, row, problems, cells }) =>
      [...problems, ...cells.flatMap(({ problem, kind }) => (kind === 'error' && problem ? [problem] : []))].map(
        ({ rule, params }) => ({ field: key, rule, params: { ...params, row: row ?? 0 } }),
      ),
    )
    .slice(0, MOST_PROBLEMS)
}
