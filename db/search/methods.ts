// Whether the method of a report is the method of a scope line: by designation and edition, or by its words where it has no designation.
import { fold, stripMarks } from '../model/text/fold'
import { findDesignations, type Designation } from './designations'

export type MethodMatch =
  | 'same'
  /** the same designation, of which the report prints no edition */
  | 'report_undated'
  /** the same designation, of which the line prints no edition */
  | 'line_undated'
  | 'other_edition'
  /** the line prints no method */
  | 'none_printed'
  | 'different'

const order: readonly MethodMatch[] = ['same', 'report_undated', 'line_undated', 'other_edition']

export function matchMethod(asked: string, line: { method: string | null; methodEdition: string | null }): MethodMatch {
  if (line.method === null || line.method.trim() === '') return 'none_printed'
  const wanted = designationsOf(asked)
  if (wanted.length === 0) return sameWords(asked, line.method) ? 'same' : 'different'
  const printed = designationsOf(line.method)
  const editionBeside = printed.length === 1 ? line.methodEdition : null
  const found = wanted.flatMap((one) =>
    printed
      .filter((other) => sameName(one, other))
      .map((other) => compareEditions(one.edition, other.edition ?? editionBeside)),
  )
  return order.find((match) => found.includes(match)) ?? 'different'
}

/** “3111 B” is one number. */
const designationsOf = (text: string): Designation[] =>
  findDesignations(stripMarks(text).replaceAll(/(?<=\d) (?=[a-z](?![a-z]))/g, ''))

const sameName = (a: Designation, b: Designation): boolean =>
  a.phrases.some((phrase) => b.phrases.some((other) => other.join(' ') === phrase.join(' ')))

function compareEditions(asked: string | null, printed: string | null): MethodMatch {
  if (asked === null) return 'report_undated'
  if (printed === null || printed.trim() === '') return 'line_undated'
  const [a, b] = [asked, printed].map((edition) => fold(edition))
  return a === b || isShort(a!, b!) || isShort(b!, a!) ? 'same' : 'other_edition'
}

/** “20” of ASTM is 2020. */
const isShort = (short: string, long: string): boolean =>
  /^\d\d$/.test(short) && /^(?:19|20)\d\d$/.test(long) && long.endsWith(short)

/** A method of the laboratory's own (“HD-05”): all its words stand in the line. */
function sameWords(asked: string, printed: string): boolean {
  const words = fold(asked).match(/[\p{L}\p{N}]+/gu) ?? []
  const own = new Set(fold(printed).match(/[\p{L}\p{N}]+/gu))
  return words.length > 0 && words.every((word) => own.has(word))
}
