// The exchange calls: each runs its long part as a job in a worker and does only what must happen in the registry itself.
import { existsSync, realpathSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { backUpBefore } from '../backup/calls'
import type { CallContext } from '../call-context'
import type { CallName, Output, Parsed } from '../contract'
import { inJob } from '../jobs/in-job'
import { RegistryError, type FieldProblem } from '../model/errors'
import { say } from '../model/texts/say'
import { fingerprint } from '../store/log'
import { applyImport, sourceOf } from './import/apply'
import { isNote, type ImportPlan } from './import/row-plan'

const MOST_READING_MS = 60_000
/** Problems told with a refusal; the preview has them all. */
const MOST_PROBLEMS = 50

/** Where a file may be written. A register is more than one file; none of them is ever written over. */
function ownPath(context: CallContext, file: string): string {
  const path = context.path(file, 'write')
  if (existsSync(path) && realpathSync(path).startsWith(realpathSync(context.register.file)))
    throw new RegistryError('bad_file', 'the register itself', [{ field: 'file', rule: 'file.is_register' }])
  return path
}

export async function exportList(
  context: CallContext,
  input: Parsed<'exchange.exportList'>,
): Promise<Output<'exchange.exportList'>> {
  const { file, format, columns, language, day, ...query } = input
  const path = ownPath(context, file)
  const register = context.register.file
  return inJob(context, 'exchange.exportList', 'export-list', {
    input: {
      register,
      path,
      format,
      query,
      day: day ?? context.today,
      language: language ?? 'vi',
      columns: columns ?? null,
    },
  })
}

export function saveForm(
  context: CallContext,
  { file, language }: Parsed<'exchange.saveForm'>,
): Promise<Output<'exchange.saveForm'>> {
  return inJob(context, 'exchange.saveForm', 'save-form', {
    input: { path: ownPath(context, file), language: language ?? 'vi' },
  })
}

const plan = (context: CallContext, call: CallName, file: string): Promise<ImportPlan> =>
  inJob(context, call, 'import-plan', {
    input: { register: context.register.file, path: context.path(file, 'read'), day: context.today },
    mostMs: MOST_READING_MS,
  })

export async function importPreview(
  context: CallContext,
  { file }: Parsed<'exchange.importPreview'>,
): Promise<Output<'exchange.importPreview'>> {
  return (await plan(context, 'exchange.importPreview', file)).preview
}

/** Reads and compares again, and writes only when that gives the very preview the user saw and the register has not moved since. */
export async function importCommit(
  context: CallContext,
  input: Parsed<'exchange.importCommit'>,
): Promise<Output<'exchange.importCommit'>> {
  const planned = await plan(context, 'exchange.importCommit', input.file)
  if (planned.preview.fingerprint !== input.preview) throw changed()
  const { error: skipped } = planned.preview.counts
  if (skipped > 0 && !input.options?.skipErrors)
    throw new RegistryError('invalid_input', `${skipped} rows with errors`, rowProblems(planned))
  await backUpBefore(context, 'exchange.importCommit', 'import')
  const batch = uuidv7()
  const { value, seq } = await context.write(
    (tx) => {
      if (fingerprint(tx.db) !== planned.register) throw changed()
      return applyImport(tx, planned, { day: context.today, instant: context.now })
    },
    {
      kind: 'import',
      batch,
      source: sourceOf(planned),
      reason: input.options?.reason ?? say('vi', 'exchange.reason', { file: planned.file }),
    },
  )
  return { batch, ...value, skipped, seq }
}

const changed = (): RegistryError =>
  new RegistryError('file_changed', 'the file or the register is not as previewed', [
    { field: 'file', rule: 'file.changed' },
  ])

function rowProblems({ preview }: ImportPlan): FieldProblem[] {
  const problems = preview.rows.flatMap((row) =>
    row.problems.filter((problem) => !isNote(problem)).map((problem) => ({ row: row.row, ...problem })),
  )
  return problems.slice(0, MOST_PROBLEMS).map(({ row, column, rule, params }) => ({
    field: `rows.${row}${column === null ? '' : `.${column}`}`,
    rule,
    params: { ...params, row },
  }))
}
