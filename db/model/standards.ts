// Standards as people and papers name them (“TCVN ISO/IEC 17025 : 2007”, “ISO 17025”, “IEC 17025”), read into family and edition.
// What is printed stays beside it: a name that is not whole is never completed silently.
import { fold, nfc } from './text/fold'

export interface ParsedStandard {
  /** `ISO/IEC 17025:2005`, `TCVN ISO 15189:2014`: single spaces, one colon; the bodies as printed */
  canonical: string
  /** number alone, e.g. 17025 */
  number: string
  /** four digits; null: none printed */
  edition: string | null
  tcvn: boolean
  /** the bodies printed before the number, e.g. `ISO/IEC`, `IEC`, '' */
  body: string
}

const LAYOUT = /^(TCVN)?[ -]*((?:ISO|IEC)(?: ?\/ ?IEC)?)?[ -]*(\d{4,5})(?: ?[:\-–] ?((?:19|20)\d{2}))?$/i

/** Null: not of the form of an accreditation standard. */
export function parseStandard(text: string): ParsedStandard | null {
  const found = LAYOUT.exec(nfc(text).replaceAll(/\s+/g, ' ').trim())
  if (found === null || (found[1] === undefined && found[2] === undefined)) return null
  const body = (found[2] ?? '').replaceAll(' ', '').toUpperCase()
  const number = found[3]!
  const edition = found[4] ?? null
  const words = [found[1]?.toUpperCase(), body, number].filter((word) => word !== undefined && word !== '')
  return {
    canonical: `${words.join(' ')}${edition === null ? '' : `:${edition}`}`,
    number,
    edition,
    tcvn: found[1] !== undefined,
    body,
  }
}

/** Letters and digits alone, and without “IEC”: `ISO 17025:2017` and `ISO/IEC 17025:2017` are one standard. */
export const standardKey = (text: string): string =>
  fold(text)
    .replaceAll(/[^a-z0-9]+/g, '')
    .replace('isoiec', 'iso')
