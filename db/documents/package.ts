// A template that somebody gives us is an outside file: what it is is told by its parts, how much it expands to is limited, what would run or
// fetch is refused, and ways to the outside that Word leaves in every file are cut. What comes out holds text, styles and pictures only.
import PizZip from 'pizzip'
import { isWhole, zipParts } from '../exchange/zip-parts'
import { RegistryError } from '../model/errors'

const MOST_BYTES = 2 * 2 ** 20
const MOST_EXPANDED = 40 * 2 ** 20
const MOST_PARTS = 300

const refuse = (rule: string, params?: Record<string, number>): RegistryError =>
  new RegistryError(rule === 'template.too_big' || rule === 'template.expands' ? 'too_large' : 'bad_file', rule, [
    { field: 'file', rule, ...(params && { params }) },
  ])

/** Fields that Word fills from elsewhere when it opens the file. */
const FETCHING = /\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|LINK|DATABASE|AUTOTEXT|MACROBUTTON|IMPORT)\b/
/** Relations to the outside that can be cut and leave the text as it is. */
const CUTTABLE = /\/(?:hyperlink|attachedTemplate)$/

/** The cleaned file. Throws bad_file or too_large with a rule that says what is wrong. */
export function cleanTemplate(bytes: Uint8Array): Uint8Array {
  if (bytes.length > MOST_BYTES) throw refuse('template.too_big', { max: MOST_BYTES / 2 ** 20 })
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw refuse('template.old_word')
  const parts = zipParts(bytes)
  if (parts === null) throw refuse('template.not_word')
  if (parts.length > MOST_PARTS || parts.reduce((sum, { expanded }) => sum + expanded, 0) > MOST_EXPANDED)
    throw refuse('template.expands')
  const names = parts.map(({ name }) => name)
  if (new Set(names).size < names.length || names.some((name) => /(^|\/)\.\.(\/|$)|^\/|\\/.test(name)))
    throw refuse('template.broken')
  if (!names.includes('word/document.xml') || !names.includes('[Content_Types].xml')) throw refuse('template.not_word')
  if (!parts.every((part) => part.name.endsWith('/') || isWhole(bytes, part))) throw refuse('template.broken')
  if (names.some((name) => /vbaproject|vbadata|\/activex\//i.test(name))) throw refuse('template.macros')
  if (names.some((name) => /\/(?:embeddings|afchunk)/i.test(name))) throw refuse('template.embedded')
  return cleaned(new PizZip(bytes))
}

function cleaned(zip: PizZip): Uint8Array {
  const cut = new Map<string, Set<string>>()
  for (const name of Object.keys(zip.files)) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue
    const text = zip.file(name)!.asText()
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw refuse('template.broken')
    if (name === '[Content_Types].xml' && /macroEnabled/i.test(text)) throw refuse('template.macros')
    if (/<w:altChunk\b/.test(text)) throw refuse('template.embedded')
    if (fieldCodes(text).some((code) => FETCHING.test(code))) throw refuse('template.external_links')
    if (name.endsWith('.rels')) cut.set(partOf(name), withoutOutside(zip, name, text))
  }
  for (const [part, ids] of cut) forget(zip, part, ids)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

const fieldCodes = (xml: string): string[] => [
  ...[...xml.matchAll(/<w:instrText\b[^>]*>([^<]*)/g)].map(([, code = '']) => code),
  ...[...xml.matchAll(/\bw:instr="([^"]*)"/g)].map(([, code = '']) => code),
]

/** `word/_rels/document.xml.rels` → `word/document.xml` */
const partOf = (rels: string): string => rels.replace('_rels/', '').replace(/\.rels$/, '')

/** Takes relations to the outside out of the list and returns their ids. */
function withoutOutside(zip: PizZip, name: string, text: string): Set<string> {
  const ids = new Set<string>()
  const inside = text.replaceAll(/<Relationship\b[^>]*?\/?>(?:<\/Relationship>)?/g, (whole) => {
    if (!/TargetMode\s*=\s*["']External["']/i.test(whole)) return whole
    if (!CUTTABLE.test(/Type\s*=\s*["']([^"']*)["']/.exec(whole)?.[1] ?? '')) throw refuse('template.external_links')
    ids.add(/\bId\s*=\s*["']([^"']*)["']/.exec(whole)?.[1] ?? '')
    return ''
  })
  if (ids.size > 0) zip.file(name, inside)
  return ids
}

/** Links lose their target and keep their words; the template that a document was made from is no longer named. */
function forget(zip: PizZip, part: string, ids: ReadonlySet<string>): void {
  const file = zip.file(part)
  if (ids.size === 0 || file === null) return
  const text = file
    .asText()
    .replaceAll(/<w:attachedTemplate\b[^>]*\/>/g, '')
    .replaceAll(/(<w:hyperlink\b[^>]*?)\s+r:id="([^"]*)"/g, (whole, before: string, id: string) =>
      ids.has(id) ? before : whole,
    )
  zip.file(part, text)
}
