// The office as its papers name it: what stands in the letterhead, the number and the signature, from the register's settings.
// A fact that nobody has entered stays a dotted line on the paper: nothing is made up.

/** How somebody signs for the head: `kt` in place of, `tl` by order of, `tuq` by delegation; left out: the head itself. */
export const signingForms = ['kt', 'tl', 'tuq'] as const
export type SigningForm = (typeof signingForms)[number]
export const isSigningForm = (text: string): text is SigningForm => (signingForms as readonly string[]).includes(text)

/** Settings of the register that papers use, in the order in which they are asked for. */
export const officeKeys = [
  'parent_agency',
  'department',
  'department_unit',
  'document_symbol',
  'unit_symbol',
  'place',
  'signing_form',
  'head_title',
  'signatory_title',
  'signatory',
  'recipients',
] as const
export type OfficeKey = (typeof officeKeys)[number]

export type Settings = Readonly<Record<string, string>>

export const DOTS = '……………'
const capitals = (text: string): string => text.toLocaleUpperCase('vi')
const known = (settings: Settings, key: OfficeKey): string | null => settings[key]?.trim() || null

/** Facts that are missing and leave a dotted line. */
export const missingFacts = (settings: Settings): OfficeKey[] =>
  (['department', 'document_symbol', 'place', 'head_title', 'signatory'] as const).filter(
    (key) => known(settings, key) === null,
  )

export function letterhead(settings: Settings): { parent: string; office: string; place: string } {
  return {
    // a long name breaks where people break it
    parent: capitals(known(settings, 'parent_agency') ?? '').replace(/ (TỈNH|THÀNH PHỐ) /, '\n$1 '),
    office: capitals(known(settings, 'department') ?? DOTS),
    place: known(settings, 'place') ?? DOTS,
  }
}

/** `Số:        /BC-SKHCN` with the type's letters, `Số:        /SKHCN-TĐC` without: the number itself is given by hand when the paper is issued. */
export function numberLine(settings: Settings, type: string | null): string {
  const office = known(settings, 'document_symbol') ?? DOTS
  const unit = known(settings, 'unit_symbol')
  const symbol = type === null ? [office, ...(unit === null ? [] : [unit])] : [type, office]
  return `Số:        /${symbol.join('-')}`
}

/** One line for the head (`GIÁM ĐỐC`), two for somebody who signs for it (`KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`). */
export function signingLines(settings: Settings): string[] {
  const head = capitals(known(settings, 'head_title') ?? DOTS)
  const form = known(settings, 'signing_form')
  if (form === null) return [head]
  return [`${form.toUpperCase()}. ${head}`, capitals(known(settings, 'signatory_title') ?? DOTS)]
}

/** The places that get the paper, one an entry, as separated by semicolons; each ends in a semicolon and the last in a full stop. */
export function recipients(settings: Settings): string[] {
  const places = (known(settings, 'recipients') ?? 'Lưu: VT')
    .split(/[;\n]/)
    .map((place) => place.trim().replace(/^-\s*/, '').replace(/\.$/, ''))
    .filter((place) => place !== '')
  return places.map((place, at) => `- ${place}${at === places.length - 1 ? '.' : ';'}`)
}
