// Search text in the file: for each laboratory and scope line its words with accents (exact matches come first) and folded.
import { fold, foldKeepAccents } from '../model/text/fold'
import { fromTcvn3, looksLikeTcvn3 } from '../model/text/tcvn3'
import { untelex } from '../model/text/telex'
import { LineTexts, type Line } from './line-texts'
import { tokensOf } from './tokens'
import { prepare, type WriteDb } from '../store/database'

const LAB_WORDS = `
  SELECT (SELECT group_concat(vi || ' ' || coalesce(en, ''), ' ') FROM laboratory_name WHERE laboratory_rid = :rid AND trashed_at IS NULL) AS names,
         (SELECT group_concat(n.vi || ' ' || coalesce(n.en, ''), ' ') FROM laboratory_owner o JOIN organization_name n ON n.organization_rid = o.organization_rid
           WHERE o.laboratory_rid = :rid AND o.trashed_at IS NULL AND n.trashed_at IS NULL) AS owners,
         (SELECT group_concat(coalesce(address, '') || ' ' || coalesce(label, ''), ' ') FROM site WHERE laboratory_rid = :rid AND trashed_at IS NULL) AS sites,
         (SELECT group_concat(coalesce(a.code, '') || ' ' || coalesce(a.code_printed, ''), ' ') FROM coverage c JOIN accreditation a ON a.rid = c.accreditation_rid
           WHERE c.laboratory_rid = :rid AND c.trashed_at IS NULL AND a.trashed_at IS NULL) AS codes`

const TEXTS = ['matrix_vi', 'matrix_en', 'test_vi', 'test_en', 'technique', 'quantity', 'method', 'method_edition']
/** Of a scope line, what the search reads. */
export const WORDS_OF_LINE = TEXTS.map((text) => `coalesce(${text}, '')`).join(` || ' ' || `)
const LINE_TEXTS = `SELECT rid, ${TEXTS.join(', ')} FROM scope_line WHERE rid`

/** Search words of laboratories, `fresh` where none of them has been indexed yet. */
export function indexLabs(db: WriteDb, labs: Iterable<number>, fresh = false): void {
  for (const rid of labs) {
    const row = prepare<[object], Record<string, string | null>>(db, LAB_WORDS).get({ rid })!
    const words = Object.values(row).filter(Boolean).join(' ')
    if (!fresh) prepare(db, 'DELETE FROM lab_search WHERE rowid = ?').run(rid)
    const sql = 'INSERT INTO lab_search (rowid, accented, folded) VALUES (?, ?, ?)'
    prepare(db, sql).run(rid, foldKeepAccents(words), fold(words))
  }
}

const PAGE = 2_000
const ASKED = `${LINE_TEXTS} IN (SELECT value FROM json_each(?))`
const NEXT = `${LINE_TEXTS} > ? ORDER BY rid LIMIT ${PAGE}`

export function indexLines(db: WriteDb, lines: Iterable<number>): void {
  const rids = [...lines].sort((a, b) => a - b)
  for (let at = 0; at < rids.length; at += PAGE) {
    const page = rids.slice(at, at + PAGE)
    for (const rid of page) prepare(db, 'DELETE FROM line_search WHERE rowid = ?').run(rid)
    const texts = new LineTexts()
    putLines(db, prepare<[string], Line>(db, ASKED).raw().all(JSON.stringify(page)), texts)
    putWords(db, texts.words)
  }
}

function putLines(db: WriteDb, lines: readonly Line[], texts: LineTexts): void {
  const insert = prepare(db, 'INSERT INTO line_search (rowid, accented, folded) VALUES (?, ?, ?)')
  for (const line of lines) {
    const { accented, folded } = texts.indexed(line)
    insert.run(line[0], accented, folded)
  }
}

/** A word stays when its last line goes: it then finds nothing. */
function putWords(db: WriteDb, words: Iterable<string>): void {
  const sql = 'INSERT OR IGNORE INTO line_word (word) SELECT value FROM json_each(?)'
  prepare(db, sql).run(JSON.stringify([...words]))
}

/** Indexes every laboratory and scope line afresh, a page of lines at a time. */
export function indexAll(db: WriteDb, labs: Iterable<number>): void {
  for (const table of ['lab_search', 'line_search']) db.exec(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`)
  indexLabs(db, labs, true)
  const page = prepare<[number], Line>(db, NEXT).raw()
  const texts = new LineTexts()
  for (let lines = page.all(0); lines.length; lines = page.all(lines.at(-1)![0])) putLines(db, lines, texts)
  putWords(db, texts.words)
}

/** What may have been meant: as typed, as Telex keys without an input method, or as text pasted in TCVN3. */
function readings(text: string): string[] {
  const telex = untelex(text)
  return [text, ...(telex === null ? [] : [telex]), ...(looksLikeTcvn3(text) ? [fromTcvn3(text)] : [])]
}

const WORD = /[\p{L}\p{N}]+/gu

/** Tells of a line's words whether the index would find it, for a few lines that are known already; null when nothing searchable was typed. */
export function lineMatcher(text: string): ((words: string) => boolean) | null {
  const asked = readings(text)
    .map((reading) => fold(reading).match(WORD) ?? [])
    .filter(({ length }) => length > 0)
  if (asked.length === 0) return null
  return (words) => {
    const folded = tokensOf(words).flatMap((token) => token.folded.match(WORD) ?? [])
    const begun = (word: string): boolean => folded.some((token) => token.startsWith(word))
    return asked.some((reading) => reading.every(begun))
  }
}

/** An FTS5 query in which every typed word must begin a word of the text; null when nothing searchable was typed. */
export function matchQuery(text: string, column: 'accented' | 'folded'): string | null {
  const queries = readings(text).flatMap((reading) => {
    const words = (column === 'folded' ? fold(reading) : foldKeepAccents(reading)).match(WORD)
    return words ? [`(${words.map((word) => `${column} : "${word}"*`).join(' AND ')})`] : []
  })
  return queries.length === 0 ? null : queries.join(' OR ')
}
