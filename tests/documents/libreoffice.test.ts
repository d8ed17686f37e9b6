// LibreOffice, which knows nothing of us, opens every paper: its text is the register's, its pages are A4 and numbered from the second.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { documentKinds } from '../../db/model/documents/kinds'
import { convert } from '../support/libreoffice'
import { readPdf } from '../support/pdf'
import { desk, LONG, NASTY, wishes, written, type Desk } from './desk'

let at: Desk & { close(): void }
beforeAll(async () => {
  at = await desk()
}, 60_000)
afterAll(() => at.close())

const plain = (text: string): string => text.replaceAll(/\s+/g, '')

it.each(documentKinds)(
  '%s: LibreOffice reads every word that was written, and numbers its pages from 2',
  async (kind) => {
    const { path, paragraphs } = await written(at, wishes(at)[kind])
    const pages = await readPdf(readFileSync(convert(path, 'pdf')))
    const text = pages.map((page) => plain(page.text).slice(page.number?.length ?? 0)).join('')
    for (const paragraph of paragraphs) expect(text).toContain(plain(paragraph).slice(0, 40))
    expect(text).toContain(plain(kind === 'labs' || kind === 'booklet' ? LONG.slice(0, 30) : '').slice(0, 20))
    if (kind === 'lab' || kind === 'labs') expect(text).toContain(plain(NASTY).slice(0, 25))
    for (const { width, height } of pages)
      expect([Math.round(width), Math.round(height)].toSorted((a, b) => a - b)).toEqual([595, 842])
    const numbers = pages.map(({ number }) => number)
    // each letter begins anew, the others count on
    const expected =
      kind === 'reminder' ? numbers.map(() => null) : numbers.map((_, page) => (page === 0 ? null : String(page + 1)))
    expect(numbers).toEqual(expected)
  },
  110_000,
)
