// An annex that comes line by line, as copied from a PDF or a web page: products, tests, ranges and methods follow one another, each in
// Vietnamese and English. A row begins with its number, or with words after a method. What fits no row is left for placing by hand.
import { isFurniture, isHeadingLine, readFact } from './headings'
import { emptyRow, type AnnexReading, type ReadRow } from './reading'
import { rowDoubts, sectionAfter, type Section } from './rows'
import {
  isEnglish,
  isMethod,
  isRange,
  isVietnamese,
  methodAt,
  namesTest,
  rangeAt,
  splitBoth,
  testAt,
  type Both,
} from './words'

type Read = Pick<AnnexReading, 'layout' | 'facts' | 'rows' | 'left'>
type Kind = 'words' | 'range' | 'method'

interface Piece {
  kind: Kind
  text: string
}

interface State extends Read {
  /** pieces of the row being gathered, and its number */
  pieces: Piece[]
  number: string | null
  last: number
  /** within the table: after its headings or its first number */
  inTable: boolean
  heading: boolean
  signatories: boolean
  section: Section
}

export function readLines(text: string): Read {
  const state: State = {
    layout: 'lines',
    facts: [],
    rows: [],
    left: [],
    pieces: [],
    number: null,
    last: 0,
    inTable: false,
    heading: false,
    signatories: false,
    section: { inclusion: 'included', field: null },
  }
  for (const line of text.split('\n').map((each) => each.trim())) if (line !== '') readLine(state, line)
  closeRow(state)
  const { layout, facts, rows, left } = state
  return { layout, facts, rows, left }
}

function readLine(state: State, line: string): void {
  if (isFurniture(line)) return void state.left.push({ kind: 'furniture', text: line })
  if (isHeadingLine(line, state.heading)) {
    closeRow(state)
    state.inTable = true
    state.heading = true
    state.signatories = false
    return void state.left.push({ kind: 'columns', text: line })
  }
  state.heading = false
  const fact = readFact(line)
  if (fact !== null) {
    closeRow(state)
    state.facts.push(fact)
    if (fact.kind === 'signatory') state.signatories = true
    state.section = sectionAfter(state.section, fact)
    return
  }
  if (state.facts.at(-1)?.kind === 'note' && state.pieces.length === 0 && /^[-+•*–]/.test(line))
    return void state.facts.push({ kind: 'note', text: line, value: line })
  if (state.signatories && !state.inTable) return void state.facts.push({ kind: 'signatory', text: line, value: line })
  readContent(state, line)
}

function readContent(state: State, line: string): void {
  const numbered = /^(\d{1,4})\s*[.)]?(?:\s+(\S.*))?$/u.exec(line)
  const next = numbered !== null && Number(numbered[1]) === state.last + 1 && !isRange(numbered[2] ?? 'x')
  const marked = next && (numbered[2] === undefined || /^\d{1,4}\s*[.)]|^\d{1,4}\s+\p{L}/u.test(line))
  if (numbered !== null && marked && !isUnit(numbered[2])) {
    closeRow(state)
    state.inTable = true
    state.number = line.slice(0, line.length - (numbered[2]?.length ?? 0)).trim()
    state.last += 1
    if (numbered[2] !== undefined) addPieces(state, numbered[2])
    return
  }
  if (!state.inTable && state.pieces.length === 0 && !beginsRow(state, line))
    return void state.left.push({ kind: 'unread', text: line })
  addPieces(state, line)
}

/** Before any heading or number: a line that names a test or a method, or a short one where the text has no head at all. */
const beginsRow = ({ facts }: State, line: string): boolean =>
  isMethod(line) ||
  methodAt(line) !== -1 ||
  namesTest(line) ||
  (facts.length === 0 && line.length <= 60 && !/[.;]$/.test(line))

/** “5 mg/L” is a range, not row 5. */
const isUnit = (rest: string | undefined): boolean =>
  rest !== undefined && /^(?:[a-zµμ%°]{1,3}(?:\/|\b)|[~÷–])/iu.test(rest) && !/\s/.test(rest)

function addPieces(state: State, line: string): void {
  for (const piece of split(line)) {
    const last = state.pieces.at(-1)
    if (last?.kind === 'method' && piece.kind !== 'method') {
      if (/^[([]|^(?:và|and|&|hoặc|or|;)/iu.test(piece.text)) {
        state.pieces.push({ kind: 'method', text: piece.text })
        continue
      }
      closeRow(state)
    }
    state.pieces.push(piece)
  }
}

/** One line as its pieces: often one, four where a whole row stands on it. */
function split(line: string): Piece[] {
  if (isMethod(line)) return [{ kind: 'method', text: line }]
  const at = methodAt(line)
  if (at > 0) return [...split(line.slice(0, at).trim()), { kind: 'method', text: line.slice(at) }]
  if (isRange(line)) return [{ kind: 'range', text: line }]
  const range = rangeAt(line)
  if (range > 0) return [...split(line.slice(0, range).trim()), { kind: 'range', text: line.slice(range).trim() }]
  const test = testAt(line)
  if (test > 0) return [line.slice(0, test).trim(), line.slice(test)].map((text) => ({ kind: 'words', text }))
  return [{ kind: 'words', text: line }]
}

interface Group {
  english: boolean
  test: boolean
  text: string
}

/** Words in order as groups of one language; the name of a test begins a group of its own. */
function groupsOf(words: readonly string[]): Group[] {
  const groups: Group[] = []
  for (const text of words) {
    const last = groups.at(-1)
    const english = isEnglish(text) || (last?.english === true && !isVietnamese(text) && !namesTest(text))
    const test = namesTest(text)
    if (last !== undefined && last.english === english && (!test || last.test)) last.text += ` ${text}`
    else groups.push({ english, test, text })
  }
  return groups
}

function closeRow(state: State): void {
  const { pieces, number } = state
  state.pieces = []
  state.number = null
  if (pieces.length === 0) {
    if (number !== null) state.left.push({ kind: 'unread', text: number })
    return
  }
  const row = emptyRow()
  row.number = number
  row.inclusion = state.section.inclusion
  row.field = state.section.field
  fillWords(row, groupsOf(pieces.filter(({ kind }) => kind === 'words').map(({ text }) => text)))
  const join = (kind: Kind): string | null =>
    pieces
      .filter((piece) => piece.kind === kind)
      .map(({ text }) => text)
      .join('\n') || null
  row.range = join('range')
  row.method = join('method')
  const tested = row.testVi !== null || row.testEn !== null
  const above = state.rows.at(-1)
  if (row.method === null && !(tested && (number !== null || namesTest(row.testVi ?? row.testEn ?? '')))) {
    if (number !== null) state.left.push({ kind: 'unread', text: number })
    for (const { text } of pieces) state.left.push({ kind: 'unread', text })
    return
  }
  inherit(row, above)
  row.doubts.push(...rowDoubts(row))
  state.rows.push(row)
}

function fillWords(row: ReadRow, groups: readonly Group[]): void {
  const vi = groups.filter(({ english }) => !english)
  const firstTest = groups.findIndex(({ test }) => test)
  const secondVi = groups.indexOf(vi[1]!)
  const begins = firstTest >= 0 ? firstTest : vi.length > 1 ? secondVi : 0
  const take = (part: readonly Group[], english: boolean): string | null =>
    part
      .filter((group) => group.english === english)
      .map(({ text }) => text)
      .join(' ') || null
  const [matrix, test] = [groups.slice(0, begins), groups.slice(begins)]
  const both = (part: readonly Group[]): Both => {
    const [vi, en] = [take(part, false), take(part, true)]
    return vi !== null && en === null ? splitBoth(vi) : { vi, en }
  }
  ;({ vi: row.matrixVi, en: row.matrixEn } = both(matrix))
  ;({ vi: row.testVi, en: row.testEn } = both(test))
  if (
    Math.max(
      ...[matrix, test].flatMap((part) =>
        [true, false].map((english) => part.filter((group) => group.english === english).length),
      ),
    ) > 1
  )
    row.doubts.push('joined')
}

function inherit(row: ReadRow, above: ReadRow | undefined): void {
  if (above === undefined) return
  if (row.testVi === null && row.testEn === null) {
    row.testVi = above.testVi
    row.testEn = above.testEn
    row.inherited.push('test')
  }
  if (row.matrixVi === null && row.matrixEn === null && (above.matrixVi ?? above.matrixEn) !== null) {
    row.matrixVi = above.matrixVi
    row.matrixEn = above.matrixEn
    row.inherited.push('matrix')
  }
}
