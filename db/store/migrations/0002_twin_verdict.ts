// What a person has said about two laboratories that look like one: that they are two (“không trùng”), or that one was merged into the other.
export const sql = `
CREATE TABLE twin_verdict (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  trashed_at TEXT,
  laboratory_rid INTEGER NOT NULL REFERENCES laboratory(rid), twin_rid INTEGER NOT NULL REFERENCES laboratory(rid),
  verdict TEXT NOT NULL CHECK (verdict IN ('different', 'merged')), reason TEXT,
  CHECK (laboratory_rid <> twin_rid)
) STRICT;
CREATE INDEX twin_verdict_trash ON twin_verdict(trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX twin_verdict_laboratory ON twin_verdict(laboratory_rid, twin_rid);
CREATE INDEX twin_verdict_twin ON twin_verdict(twin_rid);
CREATE INDEX laboratory_name_folded ON laboratory_name(folded, laboratory_rid);
`
