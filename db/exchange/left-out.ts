// Rows under the headings that are no laboratory: totals, column numbers, headings repeated on each page, section titles, signatures.
// Only what is surely one of these is left out, each with its reason; what might be a laboratory stays and is judged as a row.
import type { Target } from '../model/imports'
import { stripMarks } from '../model/text/fold'
import type { LeftOutRow } from '../model/shapes/exchange'
import type { HeadingKey } from './form'
import { recogniseText } from './heading-names'
import type { Header } from './headings'
import { GROUP_MARK } from './writing/book'
import type { TableRow } from './table-row'

export type LeftOutReason = LeftOutRow['reason']

const TOTAL =
  /^(?:tong|tong cong|tong so|cong|total|sum)(?![a-z])[^a-z]*(?:\d.*|(?:so )?(?:phong|ptn|co so|don vi).*)?$/
const SIGNATURE =
  /^(?:nguoi lap|lap bieu|thu truong|giam doc|pho giam doc|truong phong|truong doan|kt\.|tm\.|noi nhan|ghi chu:|nguon:|\(ky|ky ten)|ngay .*thang .*nam \d{4}$/
const ROMAN = /^(?:[ivx]+|[a-z])[.)/]?$/i
const SECTION = /^(?:[ivx]{1,5}|[a-h])[.)/]\s+\S/i
const LETTERS = /\p{L}{2}/u

interface Filled {
  at: number
  text: string
}

/** Null: the row is to be read. What most rows are not is found out with as little folding as can be. */
export function whyLeftOut({ texts }: TableRow, header: Header, target: Target): LeftOutReason | null {
  const filled: Filled[] = []
  for (const [at, text] of texts.entries()) if (text !== null) filled.push({ at, text })
  const [first] = filled
  if (first === undefined) return null
  if (filled.length === 1 && isGroup(first.text)) return 'section'
  if (isNumbering(filled)) return 'numbering'
  if (areHeadings(filled, target) && repeats(filled, header, target)) return 'heading_again'
  const title = filled.find(({ text }) => LETTERS.test(text))
  const isAlone = title === filled.findLast(({ text }) => LETTERS.test(text))
  if (title && isAlone && TOTAL.test(plain(title.text))) return 'total'
  if (filled.length <= 2 && filled.some(({ text }) => SIGNATURE.test(plain(text)))) return 'signature'
  if (header.columns.length < 3) return null
  const under = (key: HeadingKey) => filled.find(({ at }) => header.columns[at]?.key === key)
  const isSection =
    filled.length === 1
      ? SECTION.test(first.text)
      : filled.length === 2 && under('nameVi') && ROMAN.test(under('index')?.text ?? '')
  return isSection ? 'section' : null
}

const plain = (text: string): string => stripMarks(text).replaceAll(/\s+/g, ' ').trim()

/** At least two, and at least half of them; a row of values is given up as soon as too few are left. */
function areHeadings(filled: readonly Filled[], target: Target): boolean {
  let others = 0
  for (const { text } of filled) {
    if (recogniseText(text, target) === undefined) others += 1
    if (others * 2 > filled.length) return false
  }
  return filled.length - others >= 2
}

const isGroup = (text: string): boolean => text.startsWith(GROUP_MARK)

/**
 * Under the headings of an exported list that was grouped, a laboratory stands in each of its groups. From the second heading on, a row that
 * says word for word what an earlier one said is that. Asked row by row, those that are left out too.
 */
export function repeatsInGroups(header: Header): (row: TableRow, reason: LeftOutReason | null) => boolean {
  let groups = 0
  const said = new Set<string>()
  return (row, reason) => {
    if (reason === 'section' && isGroup(row.texts[0] ?? '')) groups += 1
    if (reason !== null || groups === 0) return false
    const words = JSON.stringify(row.texts.map((text, at) => (header.columns[at]?.key === 'index' ? null : text)))
    if (said.has(words)) return groups > 1
    said.add(words)
    return false
  }
}

/** “(1) (2) (3)”, “[1]”, “1 2 3”, “A B 1 2” under the headings. */
function isNumbering(filled: readonly { text: string }[]): boolean {
  if (filled.length < 3) return false
  const numbers: string[] = []
  for (const { text } of filled) {
    const number = /^[([]?\s*(\d{1,2}|[A-D])\s*[)\]]?(?:\s*=.*)?$/.exec(text)?.[1]
    if (number === undefined) return false
    numbers.push(number)
  }
  const counted = numbers.map(Number).filter((number) => !Number.isNaN(number))
  return counted.length >= 2 && counted.every((number, at) => at === 0 || number === counted[at - 1]! + 1)
}

/** The same headings under themselves, or their other language. */
function repeats(filled: readonly Filled[], header: Header, target: Target): boolean {
  const same = filled.filter(({ at, text }) => {
    const key = recogniseText(text, target)?.key
    return key !== undefined && header.columns[at]?.key === key
  })
  return same.length >= 2
}
