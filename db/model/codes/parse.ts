// Accreditation codes: what people and documents write, read tolerantly into one canonical form; the text as printed is kept beside it.
// A code that Excel or a typist may have damaged is never repaired silently: the answer is a problem with a suggestion to confirm.
import { fold } from '../text/fold'

export const codeSchemes = [
  'VILAS',
  'VILAS-MED',
  'VIAS',
  'VICAS',
  'VIPAS',
  'VIRAS',
  'AOSC',
  'VACI',
  'LAS-XD',
  'VIMCERTS',
] as const
export type CodeScheme = (typeof codeSchemes)[number]

export interface ParsedCode {
  scheme: CodeScheme
  /** One spelling per code: `VILAS 016`, `VILAS MED 129`, `LAS-XD 24.081`; AOSC and VACI numbers stay as printed. */
  canonical: string
  /** The text as given, NFC, trimmed. */
  raw: string
  /** The number by which codes of one scheme compare; absent where the layout is not a plain number. */
  number?: number
}
export type CodeProblem =
  | 'empty'
  /** The text names no scheme we know. */
  | 'unknown_scheme'
  /** A number alone, as a spreadsheet column holds it. */
  | 'scheme_missing'
  | 'number_missing'
  | 'zero'
  /** “VILAS 18O”: a letter that looks like a digit. */
  | 'letter_in_number'
  /** `LAS-XD 24081` or `24,081`: a spreadsheet or a translation took the full stop for a thousands mark. */
  | 'separator_lost'
  | 'several_codes'
  | 'unknown_layout'
export type CodeResult = { ok: true; value: ParsedCode } | { ok: false; problem: CodeProblem; suggestion?: string }

type Refusal = Extract<CodeResult, { ok: false }>
type Read = { scheme: CodeScheme; canonical: string; number?: number } | Refusal

interface Layout {
  scheme: CodeScheme
  /** On folded text; `VILAS MED` stands before `VILAS`. */
  prefix: RegExp
  read: (digits: string, prefix: string) => Read
}

const refuse = (problem: CodeProblem, suggestion?: string): Refusal => ({
  ok: false,
  problem,
  ...(suggestion !== undefined && { suggestion }),
})

/** A number of one to four digits after zeros, shown with at least `width` digits. */
function plainNumber(scheme: CodeScheme, label: string, width: number): Layout['read'] {
  return (digits) => {
    if (!/^0*\d{1,4}$/.test(digits)) return refuse('unknown_layout')
    const number = Number(digits)
    return number === 0
      ? refuse('zero')
      : { scheme, canonical: `${label} ${String(number).padStart(width, '0')}`, number }
  }
}

/** `LAS-XD 1702`, or the newer `LAS-XD 24.081` whose halves must not run together. */
function lasXd(digits: string): Read {
  const halves = /^(\d{2})([.,]?)(\d{3,4})$/.exec(digits)
  if (halves?.[2] === '.') {
    if (Number(halves[3]) === 0) return refuse('zero')
    return { scheme: 'LAS-XD', canonical: `LAS-XD ${halves[1]}.${halves[3]}` }
  }
  const damaged = halves !== null && (halves[2] === ',' || (/^[1-9]\d{4,5}$/.test(digits) && Number(halves[3]) > 0))
  if (damaged) return refuse('separator_lost', `LAS-XD ${halves[1]}.${halves[3]}`)
  return plainNumber('LAS-XD', 'LAS-XD', 1)(digits, '')
}

/** The layout after an AOSC prefix is not known from any source, so it stays as printed. */
function aosc(digits: string, prefix: string): Read {
  if (!/^\d[\d.\- ]*$/.test(digits)) return refuse('unknown_layout')
  if (!/[1-9]/.test(digits)) return refuse('zero')
  return { scheme: 'AOSC', canonical: `${prefix.toUpperCase()} ${digits.replaceAll(/[ -]+/g, '-')}` }
}

function vaci(digits: string, prefix: string): Read {
  const read = plainNumber('VACI', '', 0)(digits, prefix)
  if ('ok' in read) return read
  return { ...read, canonical: `${prefix.endsWith('med') ? 'VALAS Med' : 'VALAS'} ${digits}` }
}

const simple = (scheme: CodeScheme, prefix: RegExp, label: string = scheme): Layout => ({
  scheme,
  prefix,
  read: plainNumber(scheme, label, 3),
})

const layouts: readonly Layout[] = [
  simple('VILAS-MED', /^vilas[ .:]*med(?![a-z])/, 'VILAS MED'),
  simple('VILAS', /^vilas(?![a-z])/),
  simple('VIAS', /^vias(?![a-z])/),
  simple('VICAS', /^vicas(?![a-z])/),
  simple('VIPAS', /^vipas(?![a-z])/),
  simple('VIRAS', /^viras(?![a-z])/),
  simple('VIMCERTS', /^vimcerts?(?![a-z])/),
  { scheme: 'AOSC', prefix: /^vla[tcm](?![a-z])/, read: aosc },
  { scheme: 'VACI', prefix: /^valas(?:[ .:]*med)?(?![a-z])/, read: vaci },
  { scheme: 'LAS-XD', prefix: /^las(?:[ .:]*xd)?(?![a-z])/, read: lasXd },
]

/** “Số hiệu/ Code: VILAS 016” of an annex; “số”, “No.” and punctuation between prefix and number. */
const LABEL = /^(?:so hieu|ma so|ma hieu|ma|so|code)(?: ?\/ ?code)? ?: ?/
const BETWEEN = /^[ .:#/]*(?:(?:so|no|nr|ma so|ma)(?![a-z])[ .:]*)?/
const LOOKALIKES: Record<string, string> = { o: '0', i: '1', l: '1' }

function readNumber(layout: Layout, rest: string, prefix: string): Read {
  if (rest === '') return refuse('number_missing')
  const read = layout.read(rest, prefix)
  if (!('ok' in read) || !/^[\doil.]+$/.test(rest) || !/\d/.test(rest) || !/[oil]/.test(rest)) return read
  const repaired = layout.read(
    rest.replaceAll(/[oil]/g, (letter) => LOOKALIKES[letter]!),
    prefix,
  )
  return 'ok' in repaired ? read : refuse('letter_in_number', repaired.canonical)
}

function numberAlone(digits: string, scheme: CodeScheme | undefined): Read {
  // AOSC and VACI have several prefixes each: no telling which
  const layout = scheme === 'AOSC' || scheme === 'VACI' ? undefined : layouts.find((each) => each.scheme === scheme)
  if (layout === undefined) return refuse('scheme_missing')
  const read = layout.read(digits, '')
  return 'ok' in read ? read : refuse('scheme_missing', read.canonical)
}

function readOne(text: string, scheme: CodeScheme | undefined): Read {
  const words = fold(text).replace(LABEL, '')
  if (words === '') return refuse('empty')
  if (/^\d[\d.,]*$/.test(words)) return numberAlone(words, scheme)
  for (const layout of layouts) {
    const prefix = layout.prefix.exec(words)?.[0]
    if (prefix !== undefined) return readNumber(layout, words.slice(prefix.length).replace(BETWEEN, ''), prefix)
  }
  return refuse('unknown_scheme')
}

function namesSeveral(text: string): boolean {
  const parts = text.split(/[;+&\n]|,\s|\s(?:và|and)\s/)
  return parts.length > 1 && parts.filter((part) => !('ok' in readOne(part, undefined))).length > 1
}

/**
 * Reads one accreditation code (DOMAIN §3). `scheme` is what the column or form says; it is used only to suggest a code for a
 * bare number, never to overrule the text: scheme and code may disagree, and that is shown elsewhere.
 */
export function parseCode(text: string, options: { scheme?: CodeScheme } = {}): CodeResult {
  const raw = text.normalize('NFC').trim()
  const read = readOne(raw, options.scheme)
  if (!('ok' in read)) return { ok: true, value: { ...read, raw } }
  return namesSeveral(raw) ? refuse('several_codes') : read
}

/** Schemes whose codes clerks of the province meet as a number alone, the commonest first. */
const bareSchemes: readonly CodeScheme[] = ['VILAS', 'VILAS-MED', 'LAS-XD', 'VIMCERTS']

/**
 * What a text that was refused may mean, to be offered and never taken by itself: the one suggestion, or for a number alone (16 of `016`,
 * 24081 of `24.081`, as a spreadsheet leaves them) one code of each scheme that it fits. Empty for a text that is read, or fits nothing.
 */
export function codeOffers(text: string, options: { scheme?: CodeScheme } = {}): string[] {
  const read = parseCode(text, options)
  if (read.ok) return []
  if (read.suggestion !== undefined) return [read.suggestion]
  if (read.problem !== 'scheme_missing' || options.scheme !== undefined) return []
  return bareSchemes.flatMap((scheme) => {
    const tried = parseCode(text, { scheme })
    return tried.ok || tried.suggestion === undefined ? [] : [tried.suggestion]
  })
}
