// Rows under the headings that are no laboratory: totals, column numbers, headings repeated on each page, section titles, signatures.
// Only what is surely one of these is left out, each with its reason; what might be a laboratory stays and is judged as a row.
import type { Target } from '../model/imports'
import { stripMarks } from '../model/text/fold'
import { textOf } from './cells'
import type { HeadingKey } from './form'
import { recognise } from './heading-names'
import type { Header } from './headings'
import type { SheetRow } from './spreadsheet'

export type LeftOutReason = 'chosen' | 'total' | 'numbering' | 'heading_again' | 'section' | 'signature'

const TOTAL =
  /^(?:tong|tong cong|tong so|cong|total|sum)(?![a-z])[^a-z]*(?:\d.*|(?:so )?(?:phong|ptn|co so|don vi).*)?$/
const SIGNATURE =
  /^(?:nguoi lap|lap bieu|thu truong|giam doc|pho giam doc|truong phong|truong doan|kt\.|tm\.|noi nhan|ghi chu:|nguon:|\(ky|ky ten)|ngay .*thang .*nam \d{4}$/
const ROMAN = /^(?:[ivx]+|[a-z])[.)/]?$/i
const SECTION = /^(?:[ivx]{1,5}|[a-h])[.)/]\s+\S/i
const WORDS = /[a-z]{2}/

/** Null: the row is to be read. */
export function whyLeftOut(row: SheetRow, header: Header, target: Target): LeftOutReason | null {
  const filled = row.cells.flatMap((cell, at) => {
    const text = textOf(cell)
    return text === null ? [] : [{ at, text, folded: stripMarks(text).replaceAll(/\s+/g, ' ').trim(), cell }]
  })
  const under = (key: HeadingKey) => filled.find(({ at }) => header.columns[at]?.key === key)
  const [first] = filled
  if (first === undefined) return null
  if (isNumbering(filled.map(({ text }) => text))) return 'numbering'
  const heads = filled.filter(({ cell }) => recognise(cell, target) !== undefined).length
  if (heads >= 2 && heads * 2 >= filled.length && repeats(filled, header, target)) return 'heading_again'
  const [title, ...more] = filled.filter(({ folded }) => WORDS.test(folded))
  if (title && TOTAL.test(title.folded) && more.length === 0) return 'total'
  if (filled.length <= 2 && filled.some(({ folded }) => SIGNATURE.test(folded))) return 'signature'
  if (header.columns.length < 3) return null
  const index = under('index')
  const named = under('nameVi')
  const isSection =
    filled.length === 1 ? SECTION.test(first.text) : filled.length === 2 && index && named && ROMAN.test(index.text)
  return isSection ? 'section' : null
}

/** “(1) (2) (3)”, “[1]”, “1 2 3”, “A B 1 2” under the headings. */
function isNumbering(texts: readonly string[]): boolean {
  if (texts.length < 3) return false
  const numbers = texts.map((text) => /^[([]?\s*(\d{1,2}|[A-D])\s*[)\]]?(?:\s*=.*)?$/.exec(text)?.[1])
  if (numbers.includes(undefined)) return false
  const counted = numbers.map(Number).filter((number) => !Number.isNaN(number))
  return counted.length >= 2 && counted.every((number, at) => at === 0 || number === counted[at - 1]! + 1)
}

/** The same headings under themselves, or their other language. */
function repeats(
  filled: readonly { at: number; cell: SheetRow['cells'][number] }[],
  header: Header,
  target: Target,
): boolean {
  const same = filled.filter(({ at, cell }) => {
    const key = recognise(cell, target)?.key
    return key !== undefined && header.columns[at]?.key === key
  })
  return same.length >= 2
}
