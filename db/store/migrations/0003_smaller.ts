// The same register in less room. The search index of the lines keeps no beginnings of words, which took most of it: a begun word is asked for
// by the words of `line_word`, which now have their accents. Both are filled anew by the rules of this version. The log names a record by the
// bytes of its id, and keeps the hash of a value only where the value was taken out: from all others it is computed, and a set's hash tells
// whether it is the one that was written. What is hashed, and so every chain, stays as it was.
const search = `
DROP TABLE line_search;
CREATE VIRTUAL TABLE line_search USING fts5(accented, folded, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
INSERT INTO line_search (line_search, rank) VALUES ('hashsize', 16777216);
DELETE FROM line_word;`

const log = `
CREATE TABLE change_3 (
  rid INTEGER PRIMARY KEY,
  commit_seq INTEGER NOT NULL REFERENCES change_set(commit_seq),
  record BLOB NOT NULL, -- the bytes of its id
  entity TEXT NOT NULL,
  field TEXT, -- NULL: the record's creation, value holds the whole record
  value TEXT, -- JSON; of a creation a list without the names of its fields
  salt BLOB, -- NULL: the value was taken out, value_hash still proves what stood here
  value_hash BLOB CHECK (length(value_hash) = 32),
  CHECK (salt IS NOT NULL OR value_hash IS NOT NULL)
) STRICT;
INSERT INTO change_3 SELECT rid, commit_seq, coalesce(iif(record = lower(record), unhex(replace(record, '-', '')), NULL), CAST(record AS BLOB)),
  entity, field, value, salt, iif(salt IS NULL, value_hash, NULL) FROM change ORDER BY rid;
DROP TABLE change;
ALTER TABLE change_3 RENAME TO change;
CREATE INDEX change_record ON change(record, field, commit_seq);
CREATE INDEX change_set_changes ON change(commit_seq);`

/** A field is one of some twenty: nothing ever asks for all lines of one. */
const lines = `
DROP INDEX scope_line_field;`

export const sql = `${search}${log}${lines}
`
