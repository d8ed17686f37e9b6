// The number and the edition of a method as printed. The edition is only offered: the method stays as the annex prints it.
import { fold } from '../text/fold'

const YEAR = /(?:19|20)\d{2}/
const WITH_COLON = /[\p{Lu}\d]\s*[:–]\s*((?:19|20)\d{2})(?!\d)/gu
const ASTM = /ASTM\s*[A-Z]\s*\d+(?:\/[A-Z]\d+M?|M)?\s*-\s*(\d{2}(?:\d{2})?)([a-z]?(?:e\d)?)(?![\d])/gu
const DASHED = /\b(?:QCVN|TCVN|TCN|AOAC|SMEWW|EN|BS|JIS)\b[^;\n]*?\d\s*-\s*((?:19|20)\d{2})(?!\d)/gu

/** Editions named in a method, in the order printed: `TCVN 8129:2019` → 2019, `ASTM D7153-15e1` → 15e1; several for several methods. */
export function editionsOf(method: string): string[] {
  const found: { at: number; edition: string }[] = []
  for (const match of method.matchAll(WITH_COLON)) found.push({ at: match.index, edition: match[1]! })
  for (const match of method.matchAll(ASTM)) found.push({ at: match.index, edition: `${match[1]!}${match[2] ?? ''}` })
  for (const match of method.matchAll(DASHED)) found.push({ at: match.index, edition: match[1]! })
  found.sort((a, b) => a.at - b.at)
  return [...new Set(found.map(({ edition }) => edition))]
}

/** The edition to offer for the method's own field; null: none printed, or several and it must be chosen by a person. */
export function offeredEdition(method: string | null): string | null {
  const editions = method === null ? [] : editionsOf(method)
  return editions.length === 1 ? editions[0]! : null
}

/** The method without its editions, for finding the same method in another issue; never shown, never stored. */
export function methodNumber(method: string | null): string {
  if (method === null) return ''
  const bare = method
    .replaceAll(ASTM, (whole, year: string, sign: string) => whole.slice(0, -`-${year}${sign}`.length))
    .replaceAll(new RegExp(`\\s*[:–-]\\s*${YEAR.source}(?!\\d)`, 'g'), '')
  return fold(bare).replaceAll(/[^a-z0-9/]+/g, '')
}
