// What both readings of an annex say about a row they have read: what it lacks, and whether it belongs to the scope.
import type { Doubt, ReadRow } from './reading'
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
