// How a file was taken for a table, in words: sheet or text, encoding, delimiter, where its headings stand; and what was left out.
import type { FileReading, ImportPreview } from '../../../db/model/shapes/exchange'
import type { Translate } from '../../texts/texts'

export function readingWords(t: Translate, { file, sheet, reading }: ImportPreview): string {
  const header = t('imports.file.header', { row: reading.headerRow })
  if (file === null) return [t('importReading.pasted'), header].join(', ')
  if (reading.format !== 'csv') return [t('imports.file.sheet', { sheet }), header].join(', ')
  const encoding = t(reading.encoding === 'utf-16' ? 'imports.file.utf16' : 'imports.file.utf8')
  return [t('imports.file.csv'), encoding, delimiterWords(t, reading), header].join(', ')
}

function delimiterWords(t: Translate, { delimiter }: FileReading): string {
  if (delimiter === ';') return t('imports.file.delimiter.semicolon')
  if (delimiter === ',') return t('imports.file.delimiter.comma')
  return delimiter === '\t'
    ? t('imports.file.delimiter.tab')
    : t('imports.file.delimiter.other', { sign: delimiter ?? '' })
}

/** Rows that are no laboratory, with why, the first few by number. */
export function leftOutWords(t: Translate, { leftOut: rows }: ImportPreview): string {
  const shown = rows.slice(0, 8).map(({ row, reason }) => `${row} (${t(`importReading.reasons.${reason}`)})`)
  const more = rows.length > shown.length ? '…' : ''
  return t('importReading.rowsLeftOut', { rows: `${shown.join(', ')}${more}` })
}

/** Headings that mean nothing to the form, those whose values the register computes itself, and those that this import does not write. */
export function leftOut({ columns }: ImportPreview): Record<'unknown' | 'computed' | 'outside', string[]> {
  const out = columns.filter(({ field, heading, kept }) => field === null && !kept && heading.trim() !== '')
  const headings = (which: (column: (typeof out)[number]) => boolean): string[] =>
    out.filter(which).map(({ heading }) => `“${heading}”`)
  return {
    unknown: headings(({ computed, outside }) => !computed && !outside),
    computed: headings(({ computed }) => computed),
    outside: headings(({ outside }) => outside),
  }
}
