// The sheet “Đọc trước”: what this workbook is, how it is edited, what must stay as it is, and the figures by which it is known again.
import { formatDate } from '../../model/dates/partial'
import { say, type Language } from '../../model/texts/say'
import type { Cell } from '../cells'
import { leftOut, wordOf } from './layout'

export interface ReadFirst {
  language: Language
  /** of the register */
  name: string
  day: string
  exportedAt: string
  version: string
  book: string
  fingerprint: string
  base: string
  /** rows that each sheet has */
  counts: readonly { name: string; rows: number }[]
}

const HOW = ['values', 'add', 'names', 'lists', 'dates', 'blank', 'remove', 'back'] as const
const LEAVE = ['hidden', 'headings', 'codes', 'sheet', 'copies'] as const

export function readFirstRows(about: ReadFirst): Cell[][] {
  const { language } = about
  const word = (key: 'what' | 'how' | 'leave' | 'contents' | 'known'): string => say(language, `book.readFirst.${key}`)
  const out = leftOut.map((entity) => wordOf(language, entity).toLowerCase()).join(', ')
  const day = formatDate(about.day, language)
  return [
    [say(language, 'book.readFirst.title', { name: about.name }), null],
    [word('what'), say(language, 'book.readFirst.whatText', { day })],
    [null, null],
    ...HOW.map((key, at): Cell[] => [at === 0 ? word('how') : null, say(language, `book.readFirst.howTo.${key}`)]),
    [null, null],
    ...LEAVE.map((key, at): Cell[] => [
      at === 0 ? word('leave') : null,
      say(language, `book.readFirst.leaveAlone.${key}`),
    ]),
    [null, null],
    ...about.counts.map(({ name, rows }, at): Cell[] => [
      at === 0 ? word('contents') : null,
      say(language, 'book.readFirst.rows', { name, rows }),
    ]),
    [null, say(language, 'book.readFirst.notHere', { kinds: out })],
    [null, null],
    [word('known'), say(language, 'book.readFirst.app', { version: about.version })],
    [null, say(language, 'book.readFirst.fingerprint', { fingerprint: about.fingerprint })],
    [null, say(language, 'book.readFirst.base', { base: about.base })],
    [null, say(language, 'book.readFirst.book', { book: about.book })],
  ]
}
