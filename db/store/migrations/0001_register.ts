// The first schema of a register. Frozen once shipped: later changes are new migrations.
// Every entity table has `rid` (search, paging; never leaves the file) and `id` (UUID). Columns marked “derived” are never logged.
import { DATED, dateColumns, DAY, entity, NAME, oneOf } from './0001_columns'

const reference = [
  entity(
    'scheme',
    `key TEXT NOT NULL UNIQUE, vi TEXT NOT NULL, en TEXT, standard_family TEXT, code_example TEXT, issuer_key TEXT, position TEXT`,
  ),
  entity('issuer', `key TEXT NOT NULL UNIQUE, website TEXT, note TEXT`),
  entity(
    'issuer_name',
    `issuer_rid INTEGER NOT NULL REFERENCES issuer(rid), vi TEXT NOT NULL, en TEXT, ${DAY('from_day')}, ${DAY('until_day')}, source TEXT`,
  ),
  entity(
    'standard',
    `key TEXT NOT NULL UNIQUE, title TEXT NOT NULL, family TEXT NOT NULL, edition TEXT,
  superseded_by_rid INTEGER REFERENCES standard(rid), ${DAY('last_day')}, twin_of_rid INTEGER REFERENCES standard(rid), source TEXT`,
  ),
  entity('field', `key TEXT NOT NULL UNIQUE, vi TEXT NOT NULL, en TEXT, position TEXT`),
  entity(
    'admin_unit',
    `code TEXT, type TEXT NOT NULL, name TEXT NOT NULL, parent TEXT, ${DAY('from_day')}, ${DAY('until_day')}, source TEXT,
  folded TEXT NOT NULL DEFAULT '', sort_key TEXT NOT NULL DEFAULT ''`,
  ),
  entity('term_link', `term TEXT NOT NULL, other TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('same', 'within'))`),
  `CREATE INDEX issuer_name_issuer ON issuer_name(issuer_rid);`,
  `CREATE INDEX admin_unit_folded ON admin_unit(folded);`,
]

/** The dated tables, found by the act that begins or ends a row when that act changes. */
const boundByActs = [
  'organization_name',
  'laboratory_name',
  'laboratory_owner',
  'accreditation_standard',
  'accreditation_field',
  'coverage',
].flatMap((table) =>
  ['from_act', 'until_act'].map(
    (act) => `CREATE INDEX ${table}_${act} ON ${table}(${act}_rid) WHERE ${act}_rid IS NOT NULL;`,
  ),
)

const laboratories = [
  entity(
    'organization',
    `${oneOf('sector', 'st_public', 'st_private', 'health', 'agriculture', 'customs', 'construction', 'environment', 'enterprise', 'other')},
  tax_code TEXT, address TEXT, phone TEXT, email TEXT, website TEXT, predecessor_rid INTEGER REFERENCES organization(rid), note TEXT, ${dateColumns('dissolved_on')}`,
  ),
  entity('organization_name', `organization_rid INTEGER NOT NULL REFERENCES organization(rid), ${NAME}, ${DATED}`),
  entity(
    'laboratory',
    `${oneOf('kind', 'testing', 'calibration', 'medical', 'inspection', 'construction', 'environment')},
  manager TEXT, phone TEXT, email TEXT, website TEXT, note TEXT, ${dateColumns('dissolved_on')}`,
  ),
  entity('laboratory_name', `laboratory_rid INTEGER NOT NULL REFERENCES laboratory(rid), ${NAME}, ${DATED}`),
  entity(
    'laboratory_owner',
    `laboratory_rid INTEGER NOT NULL REFERENCES laboratory(rid), organization_rid INTEGER NOT NULL REFERENCES organization(rid), ${DATED}`,
  ),
  entity(
    'site',
    `laboratory_rid INTEGER NOT NULL REFERENCES laboratory(rid), label TEXT, address TEXT,
  old_unit_rid INTEGER REFERENCES admin_unit(rid), unit_rid INTEGER REFERENCES admin_unit(rid), phone TEXT, note TEXT, position TEXT`,
  ),
  `CREATE INDEX organization_name_organization ON organization_name(organization_rid, from_day);`,
  `CREATE INDEX organization_name_sorted ON organization_name(sort_key, organization_rid);`,
  `CREATE INDEX laboratory_name_laboratory ON laboratory_name(laboratory_rid, from_day);`,
  `CREATE INDEX laboratory_name_sorted ON laboratory_name(sort_key, laboratory_rid, from_day, to_day);`,
  `CREATE INDEX laboratory_owner_laboratory ON laboratory_owner(laboratory_rid, from_day);`,
  `CREATE INDEX laboratory_owner_organization ON laboratory_owner(organization_rid);`,
  `CREATE INDEX laboratory_trash ON laboratory(trashed_at) WHERE trashed_at IS NOT NULL;`,
  `CREATE INDEX site_laboratory ON site(laboratory_rid, position);`,
  `CREATE INDEX site_unit ON site(unit_rid) WHERE unit_rid IS NOT NULL;`,
  `CREATE INDEX site_old_unit ON site(old_unit_rid) WHERE old_unit_rid IS NOT NULL;`,
]

const accreditations = [
  entity(
    'accreditation',
    `organization_rid INTEGER REFERENCES organization(rid), scheme_rid INTEGER REFERENCES scheme(rid), issuer_rid INTEGER REFERENCES issuer(rid),
  code TEXT, code_printed TEXT, code_key TEXT NOT NULL DEFAULT '', code_scheme TEXT, note TEXT`,
  ),
  entity(
    'accreditation_standard',
    `accreditation_rid INTEGER NOT NULL REFERENCES accreditation(rid), standard_rid INTEGER REFERENCES standard(rid), printed TEXT, ${DATED}`,
  ),
  entity(
    'accreditation_field',
    `accreditation_rid INTEGER NOT NULL REFERENCES accreditation(rid), field_rid INTEGER REFERENCES field(rid), printed TEXT, ${DATED}`,
  ),
  entity(
    'coverage',
    `accreditation_rid INTEGER NOT NULL REFERENCES accreditation(rid), laboratory_rid INTEGER NOT NULL REFERENCES laboratory(rid),
  site_rid INTEGER REFERENCES site(rid), ${DATED}`,
  ),
  entity(
    'decision',
    `kind TEXT NOT NULL CHECK (kind IN ('QD', 'GCN', 'CV')), number TEXT, ${dateColumns('signed')}, issuer_rid INTEGER REFERENCES issuer(rid),
  issuer_printed TEXT, replaces_rid INTEGER REFERENCES decision(rid), replaces_printed TEXT, note TEXT`,
  ),
  entity(
    'decision_act',
    `decision_rid INTEGER NOT NULL REFERENCES decision(rid), accreditation_rid INTEGER NOT NULL REFERENCES accreditation(rid),
  kind TEXT NOT NULL CHECK (kind IN ('grant', 'renewal', 'recognition', 'extension', 'reduction', 'suspension', 'resumption', 'withdrawal',
    'edition_transition', 'change_name', 'change_owner', 'change_place')),
  ${dateColumns('effective')}, ${dateColumns('expiry')}, partial INTEGER CHECK (partial IN (0, 1)), ends_rid INTEGER REFERENCES decision_act(rid),
  changed TEXT, position TEXT, CHECK (effective IS NULL OR effective <> 'none')`,
  ),
  entity(
    'act_line',
    `act_rid INTEGER NOT NULL REFERENCES decision_act(rid), line_rid INTEGER NOT NULL REFERENCES scope_line(rid)`,
  ),
  entity(
    'annex',
    `act_rid INTEGER NOT NULL REFERENCES decision_act(rid), form TEXT, number TEXT, issue TEXT, ${oneOf('extent', 'complete', 'extension', 'reduction')},
  note TEXT`,
  ),
  entity(
    'scope_line',
    `annex_rid INTEGER NOT NULL REFERENCES annex(rid), position TEXT NOT NULL, continues_rid INTEGER REFERENCES scope_line(rid),
  field_rid INTEGER REFERENCES field(rid), site_rid INTEGER REFERENCES site(rid), matrix_vi TEXT, matrix_en TEXT, test_vi TEXT, test_en TEXT, technique TEXT,
  range TEXT, cmc TEXT, method TEXT, method_edition TEXT, inclusion TEXT NOT NULL CHECK (inclusion IN ('included', 'excluded', 'flexible')), note TEXT`,
  ),
  entity(
    'signatory',
    `annex_rid INTEGER NOT NULL REFERENCES annex(rid), name TEXT NOT NULL, title TEXT, printed TEXT, position TEXT`,
  ),
  entity(
    'signatory_scope',
    `signatory_rid INTEGER NOT NULL REFERENCES signatory(rid), field_rid INTEGER REFERENCES field(rid), line_rid INTEGER REFERENCES scope_line(rid)`,
  ),
  entity(
    'surveillance',
    `accreditation_rid INTEGER NOT NULL REFERENCES accreditation(rid), ${dateColumns('due')}, ${dateColumns('done')},
  decision_rid INTEGER REFERENCES decision(rid), note TEXT`,
  ),
  `CREATE INDEX accreditation_code ON accreditation(code_key, rid);`,
  `CREATE INDEX accreditation_organization ON accreditation(organization_rid);`,
  `CREATE INDEX accreditation_scheme ON accreditation(scheme_rid);`,
  `CREATE INDEX accreditation_standard_accreditation ON accreditation_standard(accreditation_rid);`,
  `CREATE INDEX accreditation_standard_standard ON accreditation_standard(standard_rid, accreditation_rid);`,
  `CREATE INDEX accreditation_field_accreditation ON accreditation_field(accreditation_rid);`,
  `CREATE INDEX accreditation_field_field ON accreditation_field(field_rid, accreditation_rid);`,
  `CREATE INDEX coverage_accreditation ON coverage(accreditation_rid);`,
  `CREATE INDEX coverage_laboratory ON coverage(laboratory_rid);`,
  `CREATE INDEX coverage_site ON coverage(site_rid) WHERE site_rid IS NOT NULL;`,
  `CREATE INDEX decision_replaces ON decision(replaces_rid) WHERE replaces_rid IS NOT NULL;`,
  `CREATE INDEX decision_act_decision ON decision_act(decision_rid);`,
  `CREATE INDEX decision_act_accreditation ON decision_act(accreditation_rid, effective_first);`,
  `CREATE INDEX decision_act_ends ON decision_act(ends_rid) WHERE ends_rid IS NOT NULL;`,
  `CREATE INDEX act_line_act ON act_line(act_rid);`,
  `CREATE INDEX act_line_line ON act_line(line_rid);`,
  `CREATE INDEX annex_act ON annex(act_rid);`,
  `CREATE INDEX scope_line_annex ON scope_line(annex_rid, position);`,
  `CREATE INDEX scope_line_continues ON scope_line(continues_rid) WHERE continues_rid IS NOT NULL;`,
  `CREATE INDEX signatory_annex ON signatory(annex_rid);`,
  `CREATE INDEX signatory_scope_signatory ON signatory_scope(signatory_rid);`,
  `CREATE INDEX surveillance_accreditation ON surveillance(accreditation_rid);`,
]

const provenance = [
  entity(
    'statement',
    `subject TEXT NOT NULL, attribute TEXT NOT NULL, value TEXT NOT NULL, source TEXT NOT NULL, quote TEXT, ${dateColumns('said_on')}`,
  ),
  entity(
    'evidence',
    `record TEXT NOT NULL, attribute TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('decision', 'web_page', 'article', 'file', 'call', 'visit', 'import', 'entered')),
  source TEXT NOT NULL, excerpt TEXT, ${DAY('checked_on')}, certainty TEXT NOT NULL CHECK (certainty IN ('unverified', 'checked', 'doubtful')), note TEXT`,
  ),
  entity(
    'attachment',
    `sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64), name TEXT NOT NULL, mime TEXT NOT NULL, bytes INTEGER NOT NULL CHECK (bytes >= 0)`,
  ),
  entity(
    'attachment_link',
    `attachment_rid INTEGER NOT NULL REFERENCES attachment(rid), record TEXT NOT NULL, note TEXT`,
  ),
  `CREATE INDEX statement_subject ON statement(subject);`,
  `CREATE INDEX evidence_record ON evidence(record, attribute);`,
  `CREATE INDEX attachment_link_record ON attachment_link(record);`,
]

const inspections = [
  entity(
    'inspection',
    `laboratory_rid INTEGER NOT NULL REFERENCES laboratory(rid), site_rid INTEGER REFERENCES site(rid), number TEXT, basis TEXT,
  started_at TEXT, ended_at TEXT, conclusion TEXT, signed_at TEXT, minutes_sha256 TEXT`,
  ),
  entity(
    'inspection_member',
    `inspection_rid INTEGER NOT NULL REFERENCES inspection(rid), name TEXT NOT NULL, office TEXT, side TEXT NOT NULL CHECK (side IN ('team', 'laboratory'))`,
  ),
  entity(
    'finding',
    `inspection_rid INTEGER NOT NULL REFERENCES inspection(rid), item TEXT NOT NULL, result TEXT NOT NULL CHECK (result IN ('pass', 'fail', 'not_applicable')),
  line_rid INTEGER REFERENCES scope_line(rid), note TEXT, ${DAY('due_on')}, position TEXT`,
  ),
  entity(
    'finding_followup',
    `finding_rid INTEGER NOT NULL REFERENCES finding(rid), ${DAY('done_on')}, note TEXT NOT NULL`,
  ),
  `CREATE INDEX inspection_laboratory ON inspection(laboratory_rid, started_at);`,
  `CREATE INDEX inspection_member_inspection ON inspection_member(inspection_rid);`,
  `CREATE INDEX finding_inspection ON finding(inspection_rid);`,
  `CREATE INDEX finding_followup_finding ON finding_followup(finding_rid);`,
]

const office = [
  entity(
    'account',
    `name TEXT NOT NULL UNIQUE, display TEXT, role TEXT NOT NULL CHECK (role IN ('admin', 'clerk', 'inspector', 'viewer')), disabled_at TEXT`,
  ),
  entity(
    'saved_view',
    `name TEXT NOT NULL, area TEXT NOT NULL, definition TEXT NOT NULL, pinned INTEGER CHECK (pinned IN (0, 1)), position TEXT`,
  ),
  entity('setting', `key TEXT NOT NULL UNIQUE, value TEXT`),
  entity('snooze', `record TEXT NOT NULL, about TEXT NOT NULL, until TEXT NOT NULL, reason TEXT`),
  `CREATE INDEX snooze_record ON snooze(record, until);`,
]

const log = [
  `CREATE TABLE change_set (
  commit_seq INTEGER PRIMARY KEY, -- this table's rid: local order of arrival, not hashed
  id TEXT NOT NULL UNIQUE, replica TEXT NOT NULL, replica_seq INTEGER NOT NULL CHECK (replica_seq >= 1), prev_hash TEXT,
  schema_version INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('edit', 'import', 'undo', 'redo', 'restore', 'merge', 'resolve')),
  undoes TEXT, actor TEXT NOT NULL, recorded_at TEXT NOT NULL, committed_at TEXT NOT NULL, reason TEXT, source TEXT, batch TEXT, hash TEXT NOT NULL,
  UNIQUE (replica, replica_seq)
) STRICT;`,
  `CREATE TABLE change (
  rid INTEGER PRIMARY KEY,
  commit_seq INTEGER NOT NULL REFERENCES change_set(commit_seq),
  record TEXT NOT NULL, entity TEXT NOT NULL,
  field TEXT, -- NULL: the record's creation, value holds the whole record
  value TEXT, -- JSON; NULL with a NULL salt: redacted, value_hash still proves what stood here
  salt BLOB, value_hash BLOB NOT NULL CHECK (length(value_hash) = 32)
) STRICT;`,
  `CREATE INDEX change_record ON change(record, field, commit_seq);`,
  `CREATE INDEX change_set_changes ON change(commit_seq);`,
  `CREATE INDEX change_set_actor ON change_set(actor, replica, commit_seq);`,
]

/** Not logged: this file's own identity and marks, secrets of accounts, and everything derived from the tables above. */
const local = [
  `CREATE TABLE local (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE account_secret (account_rid INTEGER PRIMARY KEY REFERENCES account(rid), secret TEXT NOT NULL) STRICT;`,
  `CREATE TABLE status_span (
  accreditation_rid INTEGER NOT NULL REFERENCES accreditation(rid), from_day TEXT NOT NULL, to_day TEXT NOT NULL, status TEXT NOT NULL,
  expiry TEXT, expiry_first TEXT, certain INTEGER NOT NULL, acts TEXT NOT NULL,
  PRIMARY KEY (accreditation_rid, from_day)
) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE lab_status_span (
  laboratory_rid INTEGER NOT NULL REFERENCES laboratory(rid), from_day TEXT NOT NULL, to_day TEXT NOT NULL, status TEXT NOT NULL,
  expiry TEXT, expiry_first TEXT, accreditation_rid INTEGER REFERENCES accreditation(rid), has_expired INTEGER NOT NULL,
  PRIMARY KEY (laboratory_rid, from_day)
) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE accreditation_flag (
  accreditation_rid INTEGER NOT NULL REFERENCES accreditation(rid), flag TEXT NOT NULL, from_day TEXT NOT NULL, to_day TEXT NOT NULL,
  PRIMARY KEY (accreditation_rid, flag, from_day)
) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE annex_span (
  annex_rid INTEGER PRIMARY KEY REFERENCES annex(rid), accreditation_rid INTEGER NOT NULL REFERENCES accreditation(rid),
  from_day TEXT NOT NULL, to_day TEXT NOT NULL, lines INTEGER NOT NULL
) STRICT;`,
  `CREATE TABLE line_limit (
  line_rid INTEGER NOT NULL REFERENCES scope_line(rid), from_day TEXT NOT NULL, to_day TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('suspended', 'reduced')), act_rid INTEGER NOT NULL REFERENCES decision_act(rid),
  PRIMARY KEY (line_rid, act_rid)
) STRICT, WITHOUT ROWID;`,
  `CREATE INDEX annex_span_accreditation ON annex_span(accreditation_rid, from_day, lines);`,
  `CREATE INDEX line_limit_act ON line_limit(act_rid);`,
  `CREATE TABLE line_word (rid INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;`,
  `CREATE INDEX lab_status_span_status ON lab_status_span(status, from_day, to_day, laboratory_rid);`,
  `CREATE VIRTUAL TABLE lab_search USING fts5(accented, folded, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0", prefix='2 3');`,
  `CREATE VIRTUAL TABLE line_search USING fts5(accented, folded, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0", prefix='2 3');`,
]

export const sql = [
  ...reference,
  ...laboratories,
  ...accreditations,
  ...boundByActs,
  ...provenance,
  ...inspections,
  ...office,
  ...log,
  ...local,
].join('\n')
