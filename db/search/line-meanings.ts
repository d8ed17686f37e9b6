// What the printed names of products and tests mean. A product is the first known word of each piece in Vietnamese (“nước thải chế biến
// thủy sản” is water), the last in English; a test counts with every word. Texts repeat down an annex, so their meanings are kept.
import type { Meaning, TermBook } from './terms'
import { tokensOf } from './tokens'

export type Head = 'first' | 'last'

export interface Product {
  heads: Set<Meaning>
  /** known words that only describe a head */
  described: Set<Meaning>
  /** what the name says it is not for */
  except: Set<Meaning>
}

interface Reading {
  head: Head
  /** the line is printed without any accents */
  bare: boolean
  book: TermBook
}

/** Words after these say what the line is not for. */
const EXCEPT = /[\s(](?:ngoại trừ|trừ|không bao gồm|except|excluding)\s/i
/** A list of products, one piece each. */
const PIECES = /[,;:/()\n]| (?:và|hoặc|and|or) /i
/** What an English product is called stands before these, last. */
const ENGLISH_TAIL = / (?:of|for|from|in|with|at|on) .*$/i

const KEPT = 20_000
const kept = new WeakMap<TermBook, { products: Map<string, Product>; tests: Map<string, Meaning[]> }>()

function keptOf(book: TermBook): { products: Map<string, Product>; tests: Map<string, Meaning[]> } {
  let own = kept.get(book)
  if (!own) kept.set(book, (own = { products: new Map(), tests: new Map() }))
  return own
}

function remember<T>(map: Map<string, T>, key: string, make: () => T): T {
  let value = map.get(key)
  if (value === undefined) {
    if (map.size >= KEPT) map.clear()
    map.set(key, (value = make()))
  }
  return value
}

const meaningsOf = (text: string, bare: boolean, book: TermBook): Meaning[] =>
  book.printed(tokensOf(text), bare).map((word) => word.meaning)

export const readTest = (text: string, bare: boolean, book: TermBook): readonly Meaning[] =>
  remember(keptOf(book).tests, `${bare} ${text}`, () => meaningsOf(text, bare, book))

export function readProduct(text: string, reading: Reading): Product {
  return remember(keptOf(reading.book).products, `${reading.head} ${reading.bare} ${text}`, () => parse(text, reading))
}

function parse(text: string, { head, bare, book }: Reading): Product {
  const [products = '', others = ''] = text.split(EXCEPT)
  const found: Product = { heads: new Set(), described: new Set(), except: new Set(meaningsOf(others, bare, book)) }
  for (const piece of products.split(PIECES)) {
    const meanings = meaningsOf(head === 'last' ? piece.replace(ENGLISH_TAIL, '') : piece, bare, book)
    const product = head === 'last' ? meanings.at(-1) : meanings[0]
    if (product) found.heads.add(product)
    for (const meaning of meanings) if (meaning !== product) found.described.add(meaning)
  }
  return found
}
