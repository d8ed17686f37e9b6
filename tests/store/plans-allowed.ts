// Statements that read a growing table whole, or as far as a bound, or sort what they so read, each with the reason why it may. `part` is found in
// the statement, its blanks made one. A sort of what was looked up by key (the rows of a page, of one record) needs no reason.

export interface Allowed {
  part: string
  reason: string
}

/** Orders, counts and work of all laboratories. */
const KEPT = 'found once per state of the register and kept (store/kept.ts)'
const FIGURE = `a figure of the overview: ${KEPT}`
const BACKUP = 'a backup is counted whole, to be compared with its manifest'
const TRASH = 'the trash itself, by its own small index'
const trash = [
  'accreditation',
  'annex',
  'attachment_link',
  'decision',
  'decision_act',
  'evidence',
  'laboratory',
  'organization',
  'scope_line',
  'signatory',
  'site',
  'statement',
  'surveillance',
].map((table) => ({ part: `SELECT id, trashed_at AS trashedAt FROM ${table} WHERE`, reason: TRASH }))

export const allowed: readonly Allowed[] = [
  ...trash,
  {
    part: 'SELECT n.rid FROM laboratory_name n CROSS JOIN laboratory lab',
    reason: 'walks the sorted names and stops at the page; downwards only equal names are sorted',
  },
  {
    part: 'SELECT (SELECT count(*) FROM laboratory_name WHERE',
    reason: `counts all names by a covering index, the trash by its own small one; ${KEPT}`,
  },
  { part: 'SELECT n.rid, lab.rid FROM laboratory_name n JOIN', reason: KEPT },
  { part: 'SELECT rid, laboratory_rid FROM laboratory_name WHERE', reason: KEPT },
  {
    part: 'SELECT n.rid FROM laboratory_name n WHERE n.trashed_at IS NOT NULL',
    reason: 'a large register takes the index of the trash; kept until something is written',
  },
  { part: 'SELECT lab, key, label, place FROM (', reason: KEPT },
  { part: 'WITH living AS MATERIALIZED', reason: KEPT },
  {
    part: 'SELECT s.accreditation_rid AS rid, s.due, s.done FROM surveillance s',
    reason: `the work of a day: ${KEPT}`,
  },
  { part: 'WITH belongs(unit, area) AS MATERIALIZED', reason: FIGURE },
  { part: 'SELECT f.key, f.vi AS name, count(DISTINCT lab.rid)', reason: FIGURE },
  { part: "SELECT k.key, coalesce(k.vi, '') AS name, count(DISTINCT lab.rid)", reason: FIGURE },
  { part: 'SELECT flag, count(*) AS labs FROM (', reason: FIGURE },
  { part: "THEN 'expiring' ELSE s.status END AS status, count(*) AS labs", reason: FIGURE },
  { part: 'SELECT count(*) AS labs FROM laboratory_name n JOIN', reason: FIGURE },
  { part: 'SELECT count(*) AS sourced', reason: FIGURE },
  { part: 'SELECT * FROM (SELECT a.id AS accreditation, lab.id AS lab, n.vi AS labName', reason: FIGURE },
  { part: "SELECT DISTINCT subject FROM statement WHERE attribute LIKE 'figure.%'", reason: FIGURE },
  { part: 'SELECT DISTINCT actor FROM change_set', reason: KEPT },
  { part: 'SELECT DISTINCT kind FROM change_set', reason: KEPT },
  {
    part: 'AS number FROM decision WHERE trashed_at IS NULL AND number IS NOT NULL',
    reason: `any part of a number: ${KEPT}`,
  },
  { part: "SELECT 'lab' AS kind, lab.id, n.vi AS name", reason: `all names against which a report is read: ${KEPT}` },
  {
    part: 'SELECT n.laboratory_rid AS rid, n.folded AS key FROM laboratory_name n',
    reason: `pairs of laboratories that look like one: ${KEPT}`,
  },
  {
    part: 'SELECT c.laboratory_rid AS rid, a.code_key AS key FROM accreditation a',
    reason: `pairs that share a code: ${KEPT}`,
  },
  {
    part: 'SELECT laboratory_rid AS a, twin_rid AS b FROM twin_verdict',
    reason: 'the verdicts that people gave, as many as they look through',
  },
  {
    part: 'SELECT v.laboratory_rid AS a, v.twin_rid AS b, v.reason',
    reason: 'the verdicts that people gave, as many as they look through',
  },
  {
    part: 'FROM change_set WHERE committed_at <= ? ORDER BY commit_seq DESC LIMIT 1',
    reason: 'walks the savings back from the last one to the instant, once for each instant that a person picks',
  },
  {
    part: 'WITH lab(rid) AS (SELECT laboratory_rid FROM laboratory_name WHERE instr(folded',
    reason: 'words in the journal: any part of a name, which no index finds; once per search',
  },
  {
    part: 'AS record, c.entity, c.field, c.value FROM change c CROSS JOIN',
    reason: 'the log by words, a stretch of 2,000 changes at a time with other calls in between',
  },
  {
    part: 'SELECT commit_seq AS seq, id, kind, undoes FROM change_set WHERE commit_seq > ? AND undoes = ',
    reason: 'savings after the one that is taken back, among the last',
  },
  { part: 'INSERT INTO change_set (', reason: 'the last row by its number' },
  {
    part: 'SELECT rid, word FROM line_word WHERE rid > ?',
    reason: 'words that came since the vocabulary was read into memory',
  },
  { part: 'SELECT max(rid) AS last FROM scope_line', reason: 'the last row by its number' },
  {
    part: 'SELECT g.id, n.vi AS name FROM organization g JOIN organization_name n',
    reason: 'all owners are the answer, in the order of the index',
  },
  {
    part: 'SELECT n.rid, n.folded FROM organization_name n',
    reason: `any part of a name: ${KEPT}`,
  },
  {
    part: 'SELECT lab.rid, lab.id, n.vi AS nameVi, n.en AS nameEn, g.sector, name.vi AS owner FROM laboratory_name n',
    reason: 'figures of one day, asked when their page is opened',
  },
  {
    part: 'SELECT DISTINCT c.laboratory_rid AS lab, a.rid, a.id, a.code_printed',
    reason: 'figures of one day, asked when their page is opened',
  },
  {
    part: 'SELECT x.accreditation_rid AS of, coalesce(t.title, x.printed) AS title',
    reason: 'figures of one day, asked when their page is opened',
  },
  {
    part: 'SELECT count(*) AS n FROM accreditation a WHERE a.trashed_at IS NULL AND NOT EXISTS (SELECT 1 FROM annex_span',
    reason: `accreditations whose lines are not in the register: ${KEPT}`,
  },
  { part: 'SELECT count(*) AS n FROM ', reason: BACKUP },
  { part: 'SELECT s.replica, s.replica_seq AS seq, s.hash FROM change_set s', reason: BACKUP },
  { part: 'SELECT sha256, bytes FROM attachment WHERE name <> ?', reason: BACKUP },
  { part: 'SELECT coalesce(max(commit_seq), 0) AS n FROM change_set', reason: 'the last row by its number' },
]
