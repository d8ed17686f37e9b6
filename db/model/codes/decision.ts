// Numbers of decisions, certificates and official letters (DOMAIN §4). Recognition only helps: an unknown layout is kept as
// written and never blocks saving, and a blank number is a fact of the document (BoA annexes since 2023), not an error.

/** Quyết định | Giấy chứng nhận | công văn. */
export type DecisionKind = 'QD' | 'GCN' | 'CV'

export type DecisionNumber =
  | {
      recognised: true
      /** `893.2022/QĐ-VPCNCL`: no spaces, one kind of dash; the digits stay as printed. */
      canonical: string
      /** null: the document leaves the number blank. */
      number: number | null
      year?: number
      kind: DecisionKind
      /** Whose document: `VPCNCL`, `TTg`, `SKHCN-TĐC`. */
      suffix: string
    }
  | { recognised: false; canonical: string }

const INTRODUCTION =
  /^(?:\(?kèm theo )?(quyết định|quyet dinh|qđ|qd|giấy chứng nhận|giay chung nhan|gcn|công văn|cong van|cv)?(?![\p{L}/-])\s*(?:(?:số|so|no\.?)(?!\p{L}))?\s*:?\s*/iu
const LAYOUT = /^(\d{1,5})?(?:([./])((?:19|20)\d{2}))?\/(?:(qđ|qd|gcn|cv)-)?(\p{L}[\p{L}\d]*(?:-\p{L}[\p{L}\d]*)*)$/iu
/** Decrees, circulars, resolutions, reports …: numbered alike, but neither decisions nor letters. */
const OTHER_DOCUMENT = /^(?:nđ|tt|ttlt|nq|ct|tb|bc|bb|kh|hd|qc|ttr)-/i
const PRINTED: Record<DecisionKind, string> = { QD: 'QĐ', GCN: 'GCN', CV: 'CV' }

function kindOf(words: string): DecisionKind {
  const first = words.toLowerCase()
  return /^(?:q|quy)/.test(first) ? 'QD' : first.startsWith('g') ? 'GCN' : 'CV'
}

/** Upper case, but the Prime Minister's `TTg` as it is printed. */
function suffixOf(text: string): string {
  return text
    .split('-')
    .map((part) => (part.toLowerCase() === 'ttg' ? 'TTg' : part.toUpperCase()))
    .join('-')
}

/** NFC, single spaces; Ð (eth, from old fonts) becomes the Đ it looks like. */
function tidy(text: string): string {
  return text.normalize('NFC').replaceAll(/[ÐƉ]/g, 'Đ').replaceAll(/\s+/g, ' ').trim()
}

const NUMBER = /^(?!0+(?!\d))\d{1,5}(?!\d)/
const kinds = new Map<string, DecisionKind | null>()
const MOST_KINDS = 1_000

/** The kind alone, as `parseDecisionNumber` reads it; null: not recognised. In a long list only the numbers differ, and they say nothing of it. */
export function decisionKind(text: string): DecisionKind | null {
  const form = text.replace(NUMBER, '1')
  let kind = kinds.get(form)
  if (kind === undefined) {
    if (kinds.size >= MOST_KINDS) kinds.clear()
    const read = parseDecisionNumber(form)
    kinds.set(form, (kind = read.recognised ? read.kind : null))
  }
  return kind
}

/**
 * Reads `242/QĐ-CNCL`, `295.2013/QĐ-VPCNCL`, `11/2008/QĐ-BXD`, `740/GCN-BXD`, `/QĐ-VPCNCL`, `318/QĐ – VPCNCL`, also behind
 * “Quyết định số:”. Without QĐ or GCN in the number or before it (`67/SKHCN-TĐC`) it is the layout of an official letter.
 */
export function parseDecisionNumber(text: string): DecisionNumber {
  const written = tidy(text)
  const introduction = /^\d/.test(written) ? null : INTRODUCTION.exec(written)
  const compact = written
    .slice(introduction?.[0].length ?? 0)
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^[.\u2026_]+(?=\s*[./])/, '')
  const found = LAYOUT.exec(/\s/.test(compact) ? compact.replaceAll(/\s*([/\-.])\s*/g, '$1') : compact)
  const unknown: DecisionNumber = { recognised: false, canonical: written }
  if (found === null) return unknown
  const [, digits = '', yearMark = '', year, kindText, suffixText = ''] = found
  const number = digits === '' ? null : Number(digits)
  const letter = suffixText.includes('-') && !OTHER_DOCUMENT.test(suffixText)
  if (number === 0 || (kindText === undefined && !letter)) return unknown
  const kind = kindOf(kindText ?? introduction?.[1] ?? '')
  const suffix = suffixOf(suffixText)
  const end = kindText === undefined ? suffix : `${PRINTED[kind]}-${suffix}`
  return {
    recognised: true,
    canonical: `${digits}${year === undefined ? '' : yearMark + year}/${end}`,
    number,
    ...(year !== undefined && { year: Number(year) }),
    kind,
    suffix,
  }
}
