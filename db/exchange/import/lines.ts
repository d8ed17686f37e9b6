// A list of scope lines: each row names its accreditation and says one line of an annex. Lines are never taken away; one that the annex
// has already under the same matrix, test and method is that line.
import { splitBoth } from '../../model/scope/words'
import type { RowChange } from '../../model/scope/many'
import type { AnnexLine } from '../../model/shapes/scope'
import type { ImportRow } from '../../model/shapes/exchange'
import { fieldsOf } from '../../model/entities'
import { fold } from '../../model/text/fold'
import { parseDecisionNumber } from '../../model/codes/decision'
import { annexContents } from '../../store/annexes'
import { prepare, type ReadDb } from '../../store/database'
import { lineKeys, type HeadingKey } from '../form'
import { accreditationFinder, type CodedAccreditation } from './accreditation-of-row'
import type { FileRow } from './file-row'
import { listedRow } from './listed-row'
import type { LineStep, Problem } from './row-plan'
import { readFields, type Choice } from './values'

interface ActRow {
  act: string
  annex: string | null
  number: string | null
}

/** Acts that give a scope, each with its annexes; an act without annex can have one. */
const ACTS = `
  SELECT t.id AS act, x.id AS annex, d.number FROM decision_act t JOIN decision d ON d.rid = t.decision_rid AND d.trashed_at IS NULL
    LEFT JOIN annex x ON x.act_rid = t.rid AND x.trashed_at IS NULL
   WHERE t.accreditation_rid = ? AND t.trashed_at IS NULL AND t.kind IN ('grant', 'renewal', 'recognition', 'extension', 'edition_transition')
   ORDER BY t.rid, x.rid`

const COLUMNS = ['fields', ...lineKeys, 'note'] as const
const stored = {
  technique: 'technique',
  quantity: 'quantity',
  range: 'range',
  cmc: 'cmc',
  method: 'method',
  note: 'note',
} as const

type Annex = LineStep['annex']

interface Judging {
  db: ReadDb
  fields: readonly Choice[]
  acts: Map<number, ActRow[]>
  /** lines of each annex by what they are known by, those of the file too */
  lines: Map<string, Map<string, AnnexLine | number>>
}

export interface JudgedLines {
  rows: ImportRow[]
  steps: LineStep[]
}

export function judgeLines(
  db: ReadDb,
  rows: readonly FileRow[],
  about: { day: string; fields: readonly Choice[] },
): JudgedLines {
  const find = accreditationFinder(db, about.day)
  const judging: Judging = { db, fields: about.fields, acts: new Map(), lines: new Map() }
  const judged = rows.map((row) => {
    const found = find(row)
    return 'problems' in found ? refused(row, found.problems) : judge(row, found, judging)
  })
  return { rows: judged.map(({ shown }) => shown), steps: judged.flatMap(({ step }) => step ?? []) }
}

interface Judged {
  shown: ImportRow
  step: LineStep | null
}

const labelOf = (row: FileRow): string =>
  [row.text('codes'), row.text('test') ?? row.text('quantity') ?? row.text('matrix')]
    .filter((text) => text !== null)
    .join(' – ')

const refused = (row: FileRow, problems: Problem[]): Judged => ({
  step: null,
  shown: listedRow({ row, label: labelOf(row), verdict: 'error', columns: COLUMNS, problems }),
})

function judge(row: FileRow, accreditation: CodedAccreditation, judging: Judging): Judged {
  const annex = annexOf(row, accreditation, judging)
  if ('rule' in annex) return refused(row, [annex])
  const read = readLine(row, judging.fields)
  if ('problems' in read) return refused(row, read.problems)
  const lines = linesOf(annex, judging)
  const key = keyOf(read.line)
  const known = lines.get(key)
  if (typeof known === 'number') return refused(row, [row.problem(null, 'repeats_row', { row: known })])
  lines.set(key, row.number)
  const label = labelOf(row)
  if (known === undefined)
    return {
      step: { row: row.number, annex, line: null, change: read.line },
      shown: listedRow({ row, label, verdict: 'new', columns: COLUMNS, problems: [] }),
    }
  const change = differing(read.line, known)
  const changes = Object.keys(change).length > 0
  const before: Partial<Record<HeadingKey, string | null>> = {
    ...Object.fromEntries(COLUMNS.map((each) => [each, row.text(each)])),
    ...('technique' in change && { technique: known.technique }),
    ...('range' in change && { range: known.range }),
    ...('cmc' in change && { cmc: known.cmc }),
    ...('note' in change && { note: known.note }),
    ...('field' in change && { fields: known.field?.name ?? null }),
  }
  return {
    step: changes ? { row: row.number, annex, line: known.id, change } : null,
    shown: listedRow({ row, label, verdict: changes ? 'change' : 'same', columns: COLUMNS, before, problems: [] }),
  }
}

/** The annex that the decision's number names, else the only one; an act without annex gets one. */
function annexOf(row: FileRow, { rid }: CodedAccreditation, { db, acts }: Judging): Annex | Problem {
  const all = acts.get(rid) ?? prepare<[number], ActRow>(db, ACTS).all(rid)
  acts.set(rid, all)
  const typed = row.text('decisionNumber')
  const named =
    typed === null
      ? all
      : all.filter(
          ({ number }) =>
            number !== null && parseDecisionNumber(number).canonical === parseDecisionNumber(typed).canonical,
        )
  if (named.length === 0)
    return typed === null
      ? row.problem('codes', 'no_decision_yet')
      : row.problem('decisionNumber', 'decision_unknown', { typed })
  const withAnnex = named.filter(({ annex }) => annex !== null)
  if (withAnnex.length === 1) return { id: withAnnex[0]!.annex! }
  if (withAnnex.length === 0 && named.length === 1) return { act: named[0]!.act }
  return row.problem('decisionNumber', 'which_annex', { count: Math.max(named.length, withAnnex.length) })
}

function readLine(row: FileRow, fields: readonly Choice[]): { line: RowChange } | { problems: Problem[] } {
  const problems: Problem[] = []
  const both = (key: 'matrix' | 'test') => {
    const text = row.text(key)
    return text === null ? { vi: null, en: null } : splitBoth(text)
  }
  const [matrix, test] = [both('matrix'), both('test')]
  const line: RowChange = { matrixVi: matrix.vi, matrixEn: matrix.en, testVi: test.vi, testEn: test.en }
  for (const key of Object.keys(stored) as (keyof typeof stored)[]) line[stored[key]] = row.text(key)
  for (const [key, text] of Object.entries(line)) {
    const column = key.startsWith('matrix') ? 'matrix' : key.startsWith('test') ? 'test' : (key as HeadingKey)
    const checked = fieldsOf('scope_line')[key]!.schema.nullable().safeParse(text)
    const issue = checked.error?.issues[0]
    if (issue?.code === 'too_big') problems.push(row.problem(column, 'too_long', { max: Number(issue.maximum) }))
  }
  const [field, ...more] = row.text('fields') === null ? [] : readFields(row, fields)
  if (field && (field.id === null || more.length > 0))
    problems.push(row.problem('fields', 'one_field', { typed: row.text('fields') ?? '' }))
  else if (field) line.field = field.id
  if (!line.matrixVi && !line.matrixEn && !line.testVi && !line.testEn && !line.quantity)
    problems.push(row.problem('test', 'test_needed'))
  return problems.length > 0 ? { problems } : { line }
}

function linesOf(annex: Annex, { db, lines }: Judging): Map<string, AnnexLine | number> {
  const key = 'id' in annex ? annex.id : annex.act
  const known = lines.get(key)
  if (known !== undefined) return known
  const held = 'id' in annex ? annexContents(db, annex.id).lines : []
  const found = new Map<string, AnnexLine | number>(held.map((line) => [keyOf(line), line]))
  lines.set(key, found)
  return found
}

/** What a line is known by, accents apart: what is tested of what, by which method. */
const keyOf = (line: Pick<RowChange, 'matrixVi' | 'matrixEn' | 'testVi' | 'testEn' | 'quantity' | 'method'>): string =>
  [line.matrixVi ?? line.matrixEn, line.testVi ?? line.testEn, line.quantity, line.method]
    .map((text) => fold(text ?? ''))
    .join('\n')

/** What the file says otherwise; a blank cell keeps what is there. */
function differing(line: RowChange, known: AnnexLine): RowChange {
  return {
    ...(line.technique && line.technique !== known.technique && { technique: line.technique }),
    ...(line.range && line.range !== known.range && { range: line.range }),
    ...(line.cmc && line.cmc !== known.cmc && { cmc: line.cmc }),
    ...(line.note && line.note !== known.note && { note: line.note }),
    ...(line.field && line.field !== known.field?.id && { field: line.field }),
  }
}
