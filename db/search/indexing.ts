// Search text in the file: for each laboratory and scope line its words with accents (exact matches come first) and folded.
import { fold, foldKeepAccents, foldKeepTones } from '../model/text/fold'
import { BARE_LINE, isBare, symbolKey, tokensOf } from './tokens'
import { prepare, type WriteDb } from '../store/database'

const LAB_WORDS = `
  SELECT (SELECT group_concat(vi || ' ' || coalesce(en, ''), ' ') FROM laboratory_name WHERE laboratory_rid = :rid AND trashed_at IS NULL) AS names,
         (SELECT group_concat(n.vi || ' ' || coalesce(n.en, ''), ' ') FROM laboratory_owner o JOIN organization_name n ON n.organization_rid = o.organization_rid
           WHERE o.laboratory_rid = :rid AND o.trashed_at IS NULL AND n.trashed_at IS NULL) AS owners,
         (SELECT group_concat(coalesce(address, '') || ' ' || coalesce(label, ''), ' ') FROM site WHERE laboratory_rid = :rid AND trashed_at IS NULL) AS sites,
         (SELECT group_concat(coalesce(a.code, '') || ' ' || coalesce(a.code_printed, ''), ' ') FROM coverage c JOIN accreditation a ON a.rid = c.accreditation_rid
           WHERE c.laboratory_rid = :rid AND c.trashed_at IS NULL AND a.trashed_at IS NULL) AS codes`

const LINE_WORDS = `
  SELECT coalesce(matrix_vi, '') || ' ' || coalesce(matrix_en, '') || ' ' || coalesce(test_vi, '') || ' ' || coalesce(test_en, '') || ' ' ||
         coalesce(technique, '') || ' ' || coalesce(method, '') || ' ' || coalesce(method_edition, '') AS words
    FROM scope_line WHERE rid = ?`

function put(db: WriteDb, table: 'lab_search' | 'line_search', rid: number, words: string): void {
  prepare(db, `DELETE FROM ${table} WHERE rowid = ?`).run(rid)
  prepare(db, `INSERT INTO ${table} (rowid, accented, folded) VALUES (?, ?, ?)`).run(
    rid,
    table === 'line_search' ? lineWords(words) : foldKeepAccents(words),
    fold(words),
  )
}

/** The words of a line with their accents, and what tells lines and symbols apart that look alike in lower case. */
function lineWords(text: string): string {
  const symbols = tokensOf(text).flatMap((token) => symbolKey(token.text) ?? [])
  return [foldKeepTones(text), ...new Set(symbols), ...(isBare(text) ? [BARE_LINE] : [])].join(' ')
}

/** Folded words for finding parts of words (`line_word`); figures are found as they stand. A word stays when its last line goes: it then finds nothing. */
export function wordsOf(text: string): string[] {
  return [...new Set(fold(text).match(/[\p{L}\p{N}]+/gu))].filter((word) => !/^\p{N}+$/u.test(word))
}

export function indexLabs(db: WriteDb, labs: Iterable<number>): void {
  for (const rid of labs) {
    const row = prepare<[object], Record<string, string | null>>(db, LAB_WORDS).get({ rid })!
    put(db, 'lab_search', rid, Object.values(row).filter(Boolean).join(' '))
  }
}

export function indexLines(db: WriteDb, lines: Iterable<number>): void {
  for (const rid of lines) {
    const row = prepare<[number], { words: string }>(db, LINE_WORDS).get(rid)
    if (!row) continue
    put(db, 'line_search', rid, row.words)
    prepare(db, 'INSERT OR IGNORE INTO line_word (word) SELECT value FROM json_each(?)').run(
      JSON.stringify(wordsOf(row.words)),
    )
  }
}

/** An FTS5 query in which every typed word must begin a word of the text; null when nothing searchable was typed. */
export function matchQuery(text: string, column: 'accented' | 'folded'): string | null {
  const words = (column === 'folded' ? fold(text) : foldKeepAccents(text)).match(/[\p{L}\p{N}]+/gu)
  return words ? words.map((word) => `${column} : "${word}"*`).join(' AND ') : null
}
