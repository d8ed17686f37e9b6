// What both readings of an annex say about a row they have read: what it lacks, and whether it belongs to the scope.
import type { Doubt, Fact, ReadRow } from './reading'
import { bare } from './words'

export function rowDoubts(row: ReadRow): Doubt[] {
  const tested = row.testVi !== null || row.testEn !== null || row.quantity !== null
  const doubts: Doubt[] = []
  if (!tested) doubts.push('no_test')
  if (row.method === null) doubts.push('no_method')
  if (row.matrixVi === null && row.matrixEn === null && row.quantity === null) doubts.push('no_matrix')
  return doubts
}

/** What words say of a line's place in the scope; null: nothing. */
export function inclusionOf(text: string): ReadRow['inclusion'] | null {
  const key = bare(text)
  if (/phamvilinhhoat|flexiblescope/.test(key)) return 'flexible'
  return /^(?:cacphepthu)?(?:khongduoccongnhan|khongcongnhan|ngoaiphamvi)|^notaccredited/.test(key) ? 'excluded' : null
}

/** Where rows stand in the annex: the field above their table, and whether the lines under a heading belong to the scope. */
export interface Section {
  inclusion: ReadRow['inclusion']
  field: string | null
}

/** What a line of the head says of the rows below it. */
export function sectionAfter(section: Section, { kind, text, value }: Fact): Section {
  if (kind === 'section') return { ...section, inclusion: inclusionOf(text) ?? section.inclusion }
  if (kind === 'title') return { ...section, inclusion: 'included' }
  if (kind !== 'field' || value === '') return section
  // the Vietnamese line names it; the English one below says the same again
  const field = bare(text).startsWith('linhvuc') || section.field === null ? value : section.field
  return { inclusion: 'included', field: field.split('/')[0]!.trim() }
}
