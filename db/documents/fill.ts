// Fills a template; several filled letters become one file, each a section of its own whose pages are counted from 1.
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import type { Filling } from './data/values'

/** The template must have passed `templateTroubles`. */
export function fill(template: Uint8Array, data: Filling): Uint8Array {
  const paper = new Docxtemplater(new PizZip(template), {
    paragraphLoop: true,
    linebreaks: true,
    nullGetter: () => '',
  })
  paper.render(withoutControls(data))
  return paper.toBuffer({ compression: 'DEFLATE' })
}

/** XML has no place for control characters; a register may hold one that somebody pasted. */
function withoutControls(data: Filling): Filling {
  return Object.fromEntries(
    Object.entries(data).map(([tag, value]) => [
      tag,
      typeof value === 'string'
        ? value.replaceAll(
            /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
            '',
          )
        : value.map(withoutControls),
    ]),
  )
}

const BODY = 'word/document.xml'

/** Files filled from one template as one: they share everything but their bodies. */
export function joinFilled(files: readonly Uint8Array[]): Uint8Array {
  const [first, ...rest] = files.map((file) => new PizZip(file))
  if (first === undefined) throw new Error('nothing to join')
  if (rest.length === 0) return files[0]!
  const texts = [first, ...rest].map((zip) => split(zip.file(BODY)!.asText()))
  const { head, tail } = texts[0]!
  const bodies = texts.map(({ content, section }, at) =>
    at === texts.length - 1 ? content + section : `${content}${sectionEnd(section)}`,
  )
  first.file(BODY, head + bodies.join('') + tail)
  return first.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

function split(xml: string): { head: string; content: string; section: string; tail: string } {
  const from = xml.indexOf('<w:body>') + '<w:body>'.length
  const to = xml.lastIndexOf('</w:body>')
  const at = xml.lastIndexOf('<w:sectPr', to)
  return { head: xml.slice(0, from), content: xml.slice(from, at), section: xml.slice(at, to), tail: xml.slice(to) }
}

/** The last paragraph of a section carries its page: it is as small as a paragraph can be. */
const sectionEnd = (section: string): string =>
  `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${section}<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>`
