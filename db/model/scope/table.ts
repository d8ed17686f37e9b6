// An annex whose cells come between tabs. Product cells that span rows are empty below; so are test cells with several methods.
import { readBlock } from './block'
import { headingRow, isFurniture, readFact } from './headings'
import { emptyRow, type AnnexReading, type ColumnRole, type Fact, type ReadRow } from './reading'
import { inclusionOf, rowDoubts, sectionAfter, type Section } from './rows'
import { isEnglish, isMethod, isRange, isVietnamese, splitBoth } from './words'

type Roles = readonly (ColumnRole | null)[]
type Read = Pick<AnnexReading, 'layout' | 'facts' | 'rows' | 'left'>

interface State extends Read {
  roles: Roles
  guessed: boolean
  /** signatories stand in a small table of their own */
  signatories: boolean
  section: Section
  /** a product on a row of its own, until a row uses it */
  product: string | null
}

export function readTable(text: string): Read {
  const block = readBlock(text).map((cells) => cells.map((cell) => cell.trim()))
  const state: State = {
    layout: 'table',
    facts: [],
    rows: [],
    left: [],
    roles: guessRoles(block),
    guessed: !block.some((cells) => headingRow(cells) !== null),
    signatories: false,
    section: { inclusion: 'included', field: null },
    product: null,
  }
  for (const cells of block) readCells(state, cells)
  leaveProduct(state)
  const { layout, facts, rows, left } = state
  return { layout, facts, rows, left }
}

function readCells(state: State, cells: readonly string[]): void {
  const filled = cells.filter((cell) => cell !== '')
  if (filled.length === 0) return
  const text = filled.join('\t')
  const heading = headingRow(cells)
  if (heading !== null) {
    // the English half of the headings on a row of its own names the same columns again
    state.roles = merge(state.roles, heading, state.left.at(-1)?.kind === 'columns')
    state.signatories = false
    state.left.push({ kind: 'columns', text })
  } else if (filled.every(isFurniture)) state.left.push({ kind: 'furniture', text })
  else if (/^(?:TT\t)?Họ và tên|^(?:No\t)?Name\tScope/iu.test(text)) {
    state.signatories = true
    state.left.push({ kind: 'columns', text })
  } else {
    const fact = filled.length <= 2 || state.rows.length === 0 ? readFact(text) : null
    if (fact !== null) takeFact(state, fact)
    else if (state.signatories) state.facts.push({ kind: 'signatory', text, value: text })
    else if (filled.length === 1) readSingle(state, cells, text)
    else readRow(state, cells)
  }
}

function takeFact(state: State, fact: Fact): void {
  state.facts.push(fact)
  if (fact.kind === 'signatory') state.signatories = true
  state.section = sectionAfter(state.section, fact)
}

const merge = (present: Roles, found: Roles, again: boolean): Roles =>
  again ? found.map((role, at) => role ?? present[at] ?? null) : found

/** One cell on a row: a wrapped piece of the row above, a product for the rows below, or something to place by hand. */
function readSingle(state: State, cells: readonly string[], text: string): void {
  const role = state.roles[cells.findIndex((cell) => cell !== '')] ?? null
  const above = state.rows.at(-1)
  if (
    role === 'matrix' &&
    above !== undefined &&
    isEnglish(text) &&
    above.matrixEn === null &&
    state.product === null
  ) {
    addEnglish(state.rows, new Map([['matrix', text]]))
  } else if (role === 'matrix') {
    leaveProduct(state)
    state.product = text
  } else if (role === 'range' && above !== undefined) {
    above.range = above.range === null ? text : `${above.range}\n${text}`
    if (!above.doubts.includes('joined')) above.doubts.push('joined')
  } else if ((role === 'method' || role === 'test') && (above !== undefined || role === 'test')) readRow(state, cells)
  else state.left.push({ kind: 'unread', text })
}

function leaveProduct(state: State): void {
  if (state.product !== null) state.left.push({ kind: 'unread', text: state.product })
  state.product = null
}

function readRow(state: State, cells: readonly string[]): void {
  const found = new Map<ColumnRole, string>()
  const spare: string[] = []
  for (const [at, cell] of cells.entries()) {
    const role = state.roles[at] ?? null
    if (cell === '') continue
    if (role === null) spare.push(cell)
    else found.set(role, found.has(role) ? `${found.get(role)!}\n${cell}` : cell)
  }
  const above = state.rows.at(-1)
  if (above !== undefined && spare.length === 0 && isEnglishHalf(above, found)) return addEnglish(state.rows, found)
  const row = emptyRow()
  for (const [role, cell] of found) place(row, role, cell)
  if (row.matrixVi === null && row.matrixEn === null) inheritMatrix(state, row)
  else leaveProduct(state)
  if (row.testVi === null && row.testEn === null && row.quantity === null && found.has('method'))
    inheritTest(row, above)
  const words = [...found.values()].find((cell) => inclusionOf(cell) !== null)
  row.inclusion = words === undefined ? state.section.inclusion : inclusionOf(words)!
  row.field = state.section.field
  if (
    row.testVi === null &&
    row.testEn === null &&
    row.quantity === null &&
    row.method === null &&
    row.matrixVi === null
  ) {
    // a number, a range or a note alone is no line of scope
    state.left.push({ kind: 'unread', text: cells.filter((cell) => cell !== '').join('\t') })
    return
  }
  row.doubts.push(...rowDoubts(row), ...(state.guessed ? (['guessed'] as const) : []))
  state.rows.push(row)
  for (const cell of spare) state.left.push({ kind: 'unread', text: cell })
}

const WORDS: readonly ColumnRole[] = ['matrix', 'test', 'quantity']

/** A row that only says in English what the row above says in Vietnamese. */
function isEnglishHalf(above: ReadRow, found: ReadonlyMap<ColumnRole, string>): boolean {
  if (above.testEn !== null || found.size === 0) return false
  return (
    [...found].every(([role, cell]) => WORDS.includes(role) && !isVietnamese(cell)) &&
    isEnglish(found.get('test') ?? '')
  )
}

/** English words go to every row that shares the cell above, up to the row that it stands on. */
function addEnglish(rows: readonly ReadRow[], found: ReadonlyMap<ColumnRole, string>): void {
  const line = (role: ColumnRole): string | null => found.get(role)?.replaceAll(/\s*\n\s*/g, ' ') ?? null
  const join = (before: string | null, text: string): string => (before === null ? text : `${before} ${text}`)
  const [matrix, test, quantity] = [line('matrix'), line('test'), line('quantity')]
  for (const row of sharing(rows, 'matrix')) if (matrix !== null) row.matrixEn = join(row.matrixEn, matrix)
  for (const row of sharing(rows, 'test')) {
    if (test !== null) row.testEn = join(row.testEn, test)
    if (quantity !== null) row.quantity = join(row.quantity, quantity)
  }
}

function sharing(rows: readonly ReadRow[], part: 'matrix' | 'test'): readonly ReadRow[] {
  const owner = rows.findLastIndex((row) => !row.inherited.includes(part))
  return rows.slice(Math.max(0, owner))
}

function place(row: ReadRow, role: ColumnRole, cell: string): void {
  if (role === 'matrix') {
    const { vi, en } = splitBoth(cell)
    row.matrixVi = vi
    row.matrixEn = en
  } else if (role === 'test') {
    const { vi, en } = splitBoth(cell)
    row.testVi = vi
    row.testEn = en
  } else if (role === 'place') row.note = [row.note, cell].filter((part) => part !== null).join('\n')
  else if (role === 'note') row.note = [row.note, cell].filter((part) => part !== null).join('\n')
  else row[role] = cell
}

function inheritMatrix(state: State, row: ReadRow): void {
  if (state.product !== null) {
    const { vi, en } = splitBoth(state.product)
    row.matrixVi = vi
    row.matrixEn = en
    state.product = null
    return
  }
  const above = state.rows.at(-1)
  if (above === undefined || (above.matrixVi === null && above.matrixEn === null)) return
  row.matrixVi = above.matrixVi
  row.matrixEn = above.matrixEn
  row.inherited.push('matrix')
}

function inheritTest(row: ReadRow, above: ReadRow | undefined): void {
  if (above === undefined) return
  row.testVi = above.testVi
  row.testEn = above.testEn
  row.quantity = above.quantity
  row.inherited.push('test')
}

/** Columns of a table without headings: by where methods and ranges stand, the words before them in the order of the form. */
function guessRoles(block: readonly (readonly string[])[]): Roles {
  const rows = block.filter((cells) => cells.filter((cell) => cell !== '').length > 1)
  const width = Math.max(0, ...block.map((cells) => cells.length))
  const roles: (ColumnRole | null)[] = Array.from({ length: width }, () => null)
  const share = (at: number, test: (cell: string) => boolean): number => {
    const filled = rows.map((cells) => cells[at] ?? '').filter((cell) => cell !== '')
    return filled.length === 0 ? 0 : filled.filter(test).length / filled.length
  }
  const columns = roles.map((_, at) => at).filter((at) => share(at, () => true) > 0)
  const words = columns.filter(
    (at, index) => !(index === 0 && share(at, (cell) => /^\d{1,4}\s*[.)]?$/.test(cell)) > 0.6),
  )
  for (const at of columns) if (!words.includes(at)) roles[at] = 'number'
  const method = words.toSorted((a, b) => share(b, isMethod) - share(a, isMethod) || b - a)[0]
  if (method === undefined || (share(method, isMethod) < 0.3 && words.length !== 4)) return inOrder(roles, words)
  const before = words.filter((at) => at < method)
  const ranged = before.length > 1 && (before.length > 2 || share(before.at(-1)!, isRange) > 0.4)
  const names = ranged ? before.slice(0, -1) : before
  if (ranged) roles[before.at(-1)!] = 'range'
  roles[method] = 'method'
  if (names.length === 1) roles[names[0]!] = 'test'
  else
    for (const [index, role] of (['matrix', 'test', 'technique'] as const).entries())
      if (names[index] !== undefined) roles[names[index]] = role
  const [after] = words.filter((at) => at > method)
  if (after !== undefined) roles[after] = 'note'
  return roles
}

function inOrder(roles: (ColumnRole | null)[], words: readonly number[]): Roles {
  const order = words.length === 1 ? (['test'] as const) : (['matrix', 'test', 'range', 'method'] as const)
  for (const [index, role] of order.entries()) if (words[index] !== undefined) roles[words[index]] = role
  return roles
}
