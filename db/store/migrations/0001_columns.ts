// Forms of tables and columns of the first schema, frozen with it: a later migration writes its own.

/** Columns of a partial date: reduced ISO text of a day, month or year that exists, the text as printed, and its first and last possible day
    ('none' = stated unlimited). */
export const dateColumns = (name: string) => `
  ${name} TEXT CHECK (${name} = 'none' OR (${name} GLOB '[12][0-9][0-9][0-9]*' AND date(substr(${name} || '-01-01', 1, 10)) IS substr(${name} || '-01-01', 1, 10)
    AND length(${name}) IN (4, 7, 10))),
  ${name}_printed TEXT,
  ${name}_first TEXT GENERATED ALWAYS AS (CASE WHEN ${name} <> 'none' THEN substr(${name} || '-01-01', 1, 10) END) VIRTUAL,
  ${name}_last TEXT GENERATED ALWAYS AS (CASE
    WHEN ${name} = 'none' THEN '9999-12-31' WHEN length(${name}) = 4 THEN ${name} || '-12-31'
    WHEN length(${name}) = 7 THEN date(${name} || '-01', '+1 month', '-1 day') ELSE ${name} END) VIRTUAL`

export const entity = (name: string, columns: string) => `CREATE TABLE ${name} (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  trashed_at TEXT,
  ${columns.trim()}
) STRICT;
CREATE INDEX ${name}_trash ON ${name}(trashed_at) WHERE trashed_at IS NOT NULL;`

export const oneOf = (column: string, ...values: string[]) =>
  `${column} TEXT CHECK (${column} IN (${values.map((value) => `'${value}'`).join(', ')}))`
export const DAY = (column: string) => `${column} TEXT CHECK (${column} IS date(${column}))`
/** Bounds of a dated row: the acts that begin and end it; from_day and to_day are derived from those acts. */
export const DATED = `from_act_rid INTEGER REFERENCES decision_act(rid), until_act_rid INTEGER REFERENCES decision_act(rid),
  from_day TEXT NOT NULL DEFAULT '0000-01-01', to_day TEXT NOT NULL DEFAULT '9999-12-31'`
/** A name with its folded text and sort key (both derived). */
export const NAME = `vi TEXT NOT NULL CHECK (vi <> ''), en TEXT, folded TEXT NOT NULL DEFAULT '', sort_key TEXT NOT NULL DEFAULT ''`
