// Whether a template can be filled, and if not, where it is wrong: the part, the paragraph and the tag, as a person finds them in Word.
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { fieldsOf, type Field } from '../model/documents/fields'
import type { DocumentKind } from '../model/documents/kinds'
import type { TemplateRule, TemplateTrouble } from '../model/shapes/documents'

interface Paragraph {
  part: TemplateTrouble['part']
  /** its place in the part, from 1, those in tables too */
  at: number
  inTable: boolean
  text: string
}

interface Open {
  tag: string
  /** fields that may stand in it */
  fields: readonly Field[]
  where: Paragraph
}

/** Everything that is wrong, in the order of the paper; none: it can be filled. */
export function templateTroubles(bytes: Uint8Array, kind: DocumentKind): TemplateTrouble[] {
  const zip = new PizZip(bytes)
  const parts = Object.keys(zip.files).filter((name) =>
    /^word\/(document|header\d*|footer\d*|footnotes)\.xml$/.test(name),
  )
  const paragraphs = parts.toSorted().map((name) => readParagraphs(zip.file(name)!.asText(), partNamed(name)))
  const found = paragraphs.flatMap((each) => troublesIn(each, fieldsOf(kind)))
  return found.length > 0 ? found : misplaced(bytes, paragraphs.flat())
}

const partNamed = (name: string): TemplateTrouble['part'] =>
  name.includes('header')
    ? 'header'
    : name.includes('footer')
      ? 'footer'
      : name.includes('footnotes')
        ? 'footnotes'
        : 'body'

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decode = (xml: string): string =>
  xml.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    name ? (entities[name] ?? whole) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  )

/** Paragraphs in the order in which they begin, each with its own text only, however its runs are cut. */
function readParagraphs(xml: string, part: TemplateTrouble['part']): Paragraph[] {
  const all: Paragraph[] = []
  const open: Paragraph[] = []
  let tables = 0
  for (const [, close, name, rest = '', text = ''] of xml.matchAll(/<(\/?)w:(p|tbl|t|tab|br)(\s[^>]*|\/)?>([^<]*)/g)) {
    const empty = rest.endsWith('/')
    if (name === 'tbl') tables += close ? -1 : 1
    else if (name === 'p' && close) open.pop()
    else if (name === 'p') {
      const paragraph = { part, at: all.length + 1, inTable: tables > 0, text: '' }
      all.push(paragraph)
      if (!empty) open.push(paragraph)
    } else if (!close && open.length > 0) {
      if (name === 't') open.at(-1)!.text += empty ? '' : decode(text)
      else open.at(-1)!.text += ' '
    }
  }
  return all
}

const trouble = (rule: TemplateRule, tag: string, { part, at, inTable, text }: Paragraph): TemplateTrouble => ({
  rule,
  tag,
  part,
  paragraph: at,
  inTable,
  text: text.trim().slice(0, 80),
})

function troublesIn(paragraphs: readonly Paragraph[], fields: readonly Field[]): TemplateTrouble[] {
  const found: TemplateTrouble[] = []
  const open: Open[] = []
  for (const where of paragraphs) {
    for (const [piece] of where.text.matchAll(/\{[^{}]*\}?|\}/g)) {
      if (piece === '}') found.push(trouble('unopened_tag', piece, where))
      else if (!piece.endsWith('}')) found.push(trouble('unclosed_tag', piece.trim().slice(0, 40), where))
      else found.push(...stepOver(piece, where, { open, fields }))
    }
  }
  return [...found, ...open.map(({ tag, where }) => trouble('unclosed_loop', `{#${tag}}`, where))]
}

function stepOver(
  piece: string,
  where: Paragraph,
  { open, fields }: { open: Open[]; fields: readonly Field[] },
): TemplateTrouble[] {
  const [, sign = '', tag = ''] = /^\{\s*([#^/]?)\s*(.*?)\s*\}$/.exec(piece) ?? []
  if (sign === '/') {
    const last = open.at(-1)
    if (last === undefined) return [trouble('unopened_loop', piece, where)]
    if (last.tag !== tag && tag !== '') return [trouble('crossed_loop', piece, where)]
    open.pop()
    return []
  }
  const field = findField(tag, [...open.map((each) => each.fields).toReversed(), fields])
  if (sign !== '') open.push({ tag, where, fields: (sign === '#' && field?.each) || [] })
  if (field === undefined) return [trouble('unknown_tag', piece, where)]
  return sign === '' && field.each !== undefined ? [trouble('needs_loop', piece, where)] : []
}

/** From the innermost list outwards, as filling looks for it. */
function findField(tag: string, scopes: readonly (readonly Field[])[]): Field | undefined {
  for (const scope of scopes) {
    const field = scope.find((each) => each.tag === tag)
    if (field !== undefined) return field
  }
  return undefined
}

interface Explained {
  properties?: { errors?: Explained[]; xtag?: string }
}

/** What only filling itself finds: such as a list opened in one cell and closed in another. */
function misplaced(bytes: Uint8Array, paragraphs: readonly Paragraph[]): TemplateTrouble[] {
  try {
    new Docxtemplater(new PizZip(bytes), { paragraphLoop: true, linebreaks: true }).render({})
    return []
  } catch (error) {
    const errors = (error as Explained).properties?.errors ?? [error as Explained]
    return errors.map(({ properties }) => {
      const tag = properties?.xtag ?? ''
      const where = paragraphs.find(({ text }) => text.includes(tag)) ?? paragraphs[0]
      return trouble('misplaced', tag, where ?? { part: 'body', at: 1, inTable: false, text: '' })
    })
  }
}
