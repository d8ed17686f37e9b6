// From what a person types to what is asked: codes and method designations first, then the longest known words, places, words that only
// hold the question together, and last single words as the register prints them. Pure: words, places and vocabulary are arguments.
import type { Capability, Understood } from '../model/capability'
import { codeKey, stripMarks } from '../model/text/fold'
import { fromTcvn3, looksLikeTcvn3 } from '../model/text/tcvn3'
import { untelex } from '../model/text/telex'
import { findCodes } from '../model/codes/find'
import { findDesignations, type Designation } from './designations'
import type { Place, PlaceBook } from './places'
import { isAmbiguousStop, stopLength } from './stop-words'
import type { Meaning, TermBook, Word } from './terms'
import { isPlain, tokensOf, type Token } from './tokens'
import type { Vocabulary } from './vocabulary'

export type Concept =
  | { kind: 'term'; meanings: readonly Meaning[] }
  /** `accented` null: typed without accents; `prefix`: still being typed, or a beginning that the register knows */
  | { kind: 'word'; accented: string | null; folded: string; prefix: boolean }
  | { kind: 'part'; words: readonly string[] }
  | { kind: 'method'; phrases: readonly (readonly string[])[]; edition: string | null; prefix: boolean }
  | { kind: 'unknown' }

export interface Question {
  /** each must fit */
  concepts: Concept[]
  /** keys of codes; a line of any of these accreditations fits */
  codes: string[]
  places: Place[]
  understood: Understood[]
  reading: Capability['reading']
}

export interface Knowledge {
  terms: TermBook
  places: PlaceBook
  vocabulary: Vocabulary
}

interface Piece {
  at: number
  understood: Understood
  concept?: Concept
  code?: string
  place?: Place
}

export function understand(query: string, knowledge: Knowledge): Question {
  const typed = query.normalize('NFC').trim()
  const reading = readingOf(typed, knowledge)
  const pieces = piecesOf(reading?.text ?? typed, knowledge)
  return {
    concepts: pieces.flatMap(({ concept }) => concept ?? []),
    codes: pieces.flatMap(({ code }) => code ?? []),
    places: pieces.flatMap(({ place }) => place ?? []),
    understood: pieces.map(({ understood }) => understood),
    reading,
  }
}

/** Another reading of the keys is taken only where it makes sense of more words than the text as it stands. */
function readingOf(text: string, knowledge: Knowledge): Question['reading'] {
  if (looksLikeTcvn3(text)) return { text: fromTcvn3(text), from: 'tcvn3' }
  const telex = untelex(text)
  if (telex === null || telex === text) return null
  const strange = (reading: string): number =>
    tokensOf(reading).filter((token, at, all) => !isKnown(token, at, all, knowledge)).length
  const [asTyped, asTelex] = [strange(text), strange(telex)]
  return asTelex < asTyped || (asTelex === asTyped && asTyped > 0) ? { text: telex, from: 'telex' } : null
}

const isKnown = (token: Token, at: number, all: readonly Token[], { terms, vocabulary }: Knowledge): boolean =>
  /^\p{N}/u.test(token.folded) ||
  vocabulary.has(token.folded) ||
  terms.asked(all, at).length > 0 ||
  stopLength(all, at) > 0 ||
  (at > 0 && terms.asked(all, at - 1).some((word) => word.tokens.length > 1))

function piecesOf(text: string, knowledge: Knowledge): Piece[] {
  const found = [...codePieces(text), ...methodPieces(text)]
  const taken = (at: number): boolean => found.some(({ at: start, end }) => at >= start && at < end)
  const places = Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => ({ word, index }))
  const runs: Run[] = []
  let run: Run = { tokens: [], at: [], last: false }
  for (const { word, index } of places) {
    if (taken(index)) {
      if (run.tokens.length) runs.push(run)
      run = { tokens: [], at: [], last: false }
      continue
    }
    run.tokens.push(tokensOf(word)[0]!)
    run.at.push(index)
  }
  if (run.tokens.length) runs.push({ ...run, last: true })
  const pieces = [...found, ...runs.flatMap((each) => wordPieces(each, knowledge))]
  const asked = pieces.some(({ understood }) => understood.kind !== 'ignored')
  const all = asked ? pieces : [...found, ...runs.flatMap((each) => wordPieces({ ...each, whole: true }, knowledge))]
  return all.sort((a, b) => a.at - b.at)
}

interface Run {
  tokens: Token[]
  at: number[]
  /** its last word is the last one typed */
  last: boolean
  /** nothing but stop words was typed: then they are what is asked */
  whole?: boolean
}

function codePieces(text: string): (Piece & { end: number })[] {
  return findCodes(text).flatMap(({ start: at, end, text: found, read }) => {
    if (!read.ok) return []
    const { canonical } = read.value
    const understood: Understood = { text: found, kind: 'code', name: canonical }
    return [{ at, end, understood, code: codeKey(canonical) }]
  })
}

function methodPieces(text: string): (Piece & { end: number })[] {
  return findDesignations(stripMarks(text)).map((found: Designation) => {
    const { start, end, name, edition, phrases } = found
    const understood: Understood = { text: text.slice(start, end), kind: 'method', name, edition }
    const prefix = edition === null && text.slice(end).trim() === ''
    return { at: start, end, understood, concept: { kind: 'method', phrases, edition, prefix } }
  })
}

function wordPieces(run: Run, knowledge: Knowledge): Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < run.tokens.length;) {
    const { piece, length } = pieceAt(run, at, knowledge)
    pieces.push({ ...piece, at: run.at[at]! })
    at += length
  }
  return pieces
}

function pieceAt(run: Run, at: number, knowledge: Knowledge): { piece: Omit<Piece, 'at'>; length: number } {
  const { tokens } = run
  const words = knowledge.terms.asked(tokens, at)
  const place = knowledge.places.find(tokens, at)
  const stop = run.whole ? 0 : stopLength(tokens, at)
  const textOf = (length: number): string =>
    tokens
      .slice(at, at + length)
      .map((token) => token.text)
      .join(' ')
  const known = words[0]?.tokens.length ?? 0
  if (place && (place.typed || place.length > Math.max(known, stop)))
    return {
      piece: { understood: { text: textOf(place.length), kind: 'place', name: place.place.name }, place: place.place },
      length: place.length,
    }
  if (known > 0 && known >= stop && !(stop === known && givesWay(words, tokens[at]!)))
    return { piece: termPiece(words, textOf(known)), length: known }
  if (stop > 0) return { piece: { understood: { text: textOf(stop), kind: 'ignored' } }, length: stop }
  return { piece: wordPiece(tokens[at]!, run, at, knowledge.vocabulary), length: 1 }
}

/** “do” is đo before it is DO, “mau nuoc” is mẫu nước. */
const givesWay = (words: readonly Word[], token: Token): boolean =>
  isAmbiguousStop(token) || words.every((word) => word.symbol && word.text !== token.text)

function termPiece(words: readonly Word[], text: string): Omit<Piece, 'at'> {
  const meanings = [...new Set(words.map((word) => word.meaning))]
  const names = (list: readonly Meaning[]): string[] => [...new Set(list.map(({ name }) => name))]
  const understood: Understood = {
    text,
    kind: 'term',
    name: names(meanings).join(', '),
    same: [...new Set(meanings.flatMap((meaning) => meaning.words.map((word) => word.text)))],
    broader: names(meanings.flatMap((meaning) => meaning.broader)),
    narrower: names(meanings.flatMap((meaning) => meaning.narrower)),
  }
  return { understood, concept: { kind: 'term', meanings } }
}

function wordPiece(token: Token, run: Run, at: number, vocabulary: Vocabulary): Omit<Piece, 'at'> {
  const { text, folded } = token
  const last = run.last && at === run.tokens.length - 1
  const isFigure = /^\p{N}+$/u.test(folded)
  if (folded.length === 1 && !isFigure && run.tokens.length > 1) return { understood: { text, kind: 'ignored' } }
  const exact = isFigure || vocabulary.has(folded)
  if (exact || vocabulary.begins(folded)) {
    const accented = isPlain(token) ? null : token.lower
    return { understood: { text, kind: 'word' }, concept: { kind: 'word', accented, folded, prefix: last || !exact } }
  }
  const words = vocabulary.containing(folded)
  if (words.length) return { understood: { text, kind: 'part', words }, concept: { kind: 'part', words } }
  return { understood: { text, kind: 'unknown' }, concept: { kind: 'unknown' } }
}
