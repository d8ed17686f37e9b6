// The answer in words: why a laboratory cannot, what a line covers beside what was asked, how a word was understood.
import { formatDate } from '../../../db/model/dates/partial'
import type { CapabilityRow, Understood } from '../../../db/model/capability'
import type { Texts } from '../../texts/texts'

/** “hết hiệu lực từ 12/03/2026”; “làm được” where nothing stands against it. */
export function answerOf({ t, language }: Texts, row: CapabilityRow): string {
  if (row.why === null) return t('capability.yes')
  const why = t(`capability.why.${row.why}`, { names: row.narrower.join(', ') })
  if (row.whyDay === null) return why
  return t(row.why === 'not_yet' ? 'capability.until' : 'capability.since', {
    why,
    day: formatDate(row.whyDay, language),
  })
}

/** Small words beside the answer. */
export function notesOf({ t }: Texts, row: CapabilityRow): string[] {
  return [
    ...(row.broader.length > 0 ? [t('capability.broader', { names: row.broader.join(', ') })] : []),
    ...(row.narrower.length > 0 && row.why !== 'narrower'
      ? [t('capability.why.narrower', { names: row.narrower.join(', ') })]
      : []),
    ...(row.inclusion === 'flexible' ? [t('capability.flexible')] : []),
    ...(row.folded ? [t('capability.folded')] : []),
  ]
}

/** The same notes in a word each. */
export function marksOf({ t }: Texts, row: CapabilityRow): string[] {
  return [
    ...(row.broader.length > 0 ? [t('capability.marks.broader')] : []),
    ...(row.narrower.length > 0 && row.why !== 'narrower' ? [t('capability.marks.narrower')] : []),
    ...(row.inclusion === 'flexible' ? [t('capability.marks.flexible')] : []),
    ...(row.folded ? [t('capability.folded')] : []),
  ]
}

/** “TCVN 8129:2019”; an edition that the method does not name itself stands behind it. */
export function methodOf({ method, methodEdition }: CapabilityRow): string {
  if (methodEdition === null || method?.includes(methodEdition) === true) return method ?? ''
  return [method, methodEdition].filter((part) => part !== null).join(', ')
}

const SHOWN_WORDS = 4

/** How a piece of the question was taken; null for words that only hold it together. */
export function understoodOf({ t }: Texts, piece: Understood): string | null {
  switch (piece.kind) {
    case 'ignored':
      return null
    case 'term': {
      const others = piece.same.filter((word) => word.toLowerCase() !== piece.text.toLowerCase()).slice(0, SHOWN_WORDS)
      return others.length === 0
        ? piece.text
        : t('capability.understood.term', { text: piece.text, words: others.join(', ') })
    }
    case 'method':
      return piece.edition === null
        ? t('capability.understood.method', { name: piece.name })
        : t('capability.understood.edition', { name: piece.name, edition: piece.edition })
    case 'part': {
      const more = piece.words.length > SHOWN_WORDS ? '…' : ''
      return t('capability.understood.part', {
        text: piece.text,
        words: piece.words.slice(0, SHOWN_WORDS).join(', ') + more,
      })
    }
    case 'code':
    case 'place':
      return t(`capability.understood.${piece.kind}`, { name: piece.name })
    case 'word':
    case 'unknown':
      return t(`capability.understood.${piece.kind}`, { text: piece.text })
  }
}
