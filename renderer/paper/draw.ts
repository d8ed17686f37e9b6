// The page of the hidden drawing window (electron/paper.ts): one Word file, drawn as sheets of paper with their numbers. It knows no bridge and
// no other page; what it says is the number of sheets, or why there are none.
import { parseAsync, renderDocument } from 'docx-preview'
import './paper.css'
import { markBlocks } from './marks'
import { layOut } from './sheets'

declare global {
  interface Window {
    /** how many sheets there are, once they stand */
    drawn: Promise<number>
  }
}

const looks = {
  inWrapper: false,
  renderHeaders: false,
  renderFooters: false,
  renderChanges: false,
  renderComments: false,
  renderAltChunks: false,
  useBase64URL: true,
  ignoreLastRenderedPageBreak: true,
  className: 'docx',
}

async function draw(): Promise<number> {
  const name = new URLSearchParams(window.location.search).get('of') ?? ''
  const answer = await fetch(name)
  if (!answer.ok) throw new Error('no such paper')
  const word: unknown = await parseAsync(await answer.arrayBuffer(), looks)
  markBlocks(word)
  const nodes = await renderDocument(word, looks)
  for (const node of nodes) (node.nodeName === 'STYLE' ? document.head : document.body).append(node)
  await document.fonts.ready
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
  return layOut(document)
}

window.drawn = draw()
