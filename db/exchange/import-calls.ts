// The import calls: reading and comparing is a job in a worker; what it planned is written here, in one set, exactly as it was previewed.
import { v7 as uuidv7 } from 'uuid'
import { backUpBefore } from '../backup/calls'
import type { CallContext } from '../call-context'
import type { CallName, Output, Parsed } from '../contract'
import { inJob } from '../jobs/in-job'
import { RegistryError, type FieldProblem } from '../model/errors'
import type { ImportChoices } from '../model/imports'
import type { PastImport } from '../model/shapes/exchange'
import { say } from '../model/texts/say'
import { prepare, type ReadDb } from '../store/database'
import { fingerprint } from '../store/log'
import { ownPath } from './calls'
import { applyImport, sourceOf } from './import/apply'
import { isNote, type ImportPlan } from './import/row-plan'
import type { TableSource } from './read-table'

const MOST_READING_MS = 60_000
/** Problems told with a refusal; the preview has them all. */
const MOST_PROBLEMS = 50

interface From {
  file?: string | undefined
  pasted?: string | undefined
  choices?: ImportChoices | undefined
}

function sourceIn(context: CallContext, { file, pasted }: From): TableSource {
  if (file !== undefined && pasted === undefined) return { path: context.path(file, 'read') }
  if (pasted !== undefined && file === undefined) return { pasted }
  throw new RegistryError('invalid_input', 'a file or a pasted text', [{ field: 'file', rule: 'required' }])
}

const plan = (context: CallContext, call: CallName, from: From): Promise<ImportPlan> =>
  inJob(context, call, 'import-plan', {
    input: {
      register: context.register.file,
      source: sourceIn(context, from),
      choices: from.choices ?? {},
      day: context.today,
    },
    mostMs: MOST_READING_MS,
  })

export function importLook(
  context: CallContext,
  from: Parsed<'exchange.importLook'>,
): Promise<Output<'exchange.importLook'>> {
  return inJob(context, 'exchange.importLook', 'import-look', {
    input: { source: sourceIn(context, from), choices: from.choices ?? {} },
    mostMs: MOST_READING_MS,
  })
}

export async function importPreview(
  context: CallContext,
  from: Parsed<'exchange.importPreview'>,
): Promise<Output<'exchange.importPreview'>> {
  return (await plan(context, 'exchange.importPreview', from)).preview
}

/** Reads and compares again, and writes only when that gives the very preview the user saw and the register has not moved since. */
export async function importCommit(
  context: CallContext,
  input: Parsed<'exchange.importCommit'>,
): Promise<Output<'exchange.importCommit'>> {
  const planned = await plan(context, 'exchange.importCommit', input)
  if (planned.preview.fingerprint !== input.preview) throw changed()
  const skipped = planned.preview.counts.error + planned.preview.counts.conflict
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
      reason:
        input.options?.reason ?? say('vi', 'exchange.reason', { file: planned.file ?? say('vi', 'exchange.pasted') }),
    },
  )
  return { batch, set: setOf(context.register.db, batch), ...value, skipped, seq }
}

/** '' where nothing was written, so that there is nothing to take back. */
const setOf = (db: ReadDb, batch: string): string =>
  prepare<[string], { id: string }>(db, 'SELECT id FROM change_set WHERE batch = ?').get(batch)?.id ?? ''

export function saveRejects(
  context: CallContext,
  { to, preview, language, ...from }: Parsed<'exchange.saveRejects'>,
): Promise<Output<'exchange.saveRejects'>> {
  return inJob(context, 'exchange.saveRejects', 'save-rejects', {
    input: {
      register: context.register.file,
      source: sourceIn(context, from),
      choices: from.choices ?? {},
      day: context.today,
      preview,
      path: ownPath(context, to),
      language: language ?? 'vi',
    },
    mostMs: MOST_READING_MS,
  })
}

const PAST = `
  SELECT s.id AS "set", s.recorded_at AS at, s.actor, s.reason, s.source,
         (SELECT count(*) FROM change c WHERE c.commit_seq = s.commit_seq AND c.field IS NULL) AS created,
         (SELECT count(DISTINCT c.record) FROM change c WHERE c.commit_seq = s.commit_seq AND c.field IS NOT NULL) AS changed,
         (SELECT count(*) FROM change_set u WHERE u.undoes = s.id) > (SELECT count(*) FROM change_set r JOIN change_set u ON u.id = r.undoes WHERE u.undoes = s.id) AS undone
    FROM change_set s WHERE s.kind = 'import' AND s.batch IS NOT NULL ORDER BY s.commit_seq DESC LIMIT 50`

export const pastImports = (db: ReadDb): PastImport[] =>
  prepare<[], Omit<PastImport, 'undone'> & { undone: number }>(db, PAST)
    .all()
    .map((row) => ({ ...row, undone: row.undone === 1 }))

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
