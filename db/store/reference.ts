// Reference lists for forms and filters: schemes, issuers, standards, fields and administrative units, old and new.
import type { Reference } from '../model/shapes/register'
import { ISSUER_NAME } from './issuer-name'
import { parseStandard, standardKey } from '../model/standards'
import type { NamedStandard } from '../model/status/judge'
import { prepare, type ReadDb } from './database'

/** Keys of the issuers that run a scheme, as one text; null: not known. */
const ISSUERS = `(SELECT group_concat(i.key) FROM scheme_issuer r JOIN issuer i ON i.rid = r.issuer_rid WHERE r.scheme_rid = s.rid AND r.trashed_at IS NULL)`

export function reference(db: ReadDb, day: string): Reference {
  const all = <T>(sql: string): T[] => prepare<[], T>(db, sql).all()
  return {
    schemes: all<Omit<Reference['schemes'][number], 'issuers'> & { issuers: string | null }>(
      `SELECT id, key, vi, en, code_example AS example, ${ISSUERS} AS issuers FROM scheme s WHERE trashed_at IS NULL ORDER BY position, key`,
    ).map((scheme) => ({ ...scheme, issuers: scheme.issuers?.split(',') ?? [] })),
    issuers: prepare<[object], Reference['issuers'][number]>(
      db,
      `SELECT s.id, s.key, coalesce(${ISSUER_NAME('s.rid', ':day')}, s.key) AS name FROM issuer s WHERE s.trashed_at IS NULL ORDER BY s.rid`,
    ).all({ day }),
    standards: all(
      'SELECT id, key, title, family, edition, last_day AS lastDay FROM standard WHERE trashed_at IS NULL ORDER BY family, edition',
    ),
    fields: all('SELECT id, key, vi, en FROM field WHERE trashed_at IS NULL ORDER BY position, key'),
    units: all(
      `SELECT id, name, type, parent, from_day AS "from", until_day AS until FROM admin_unit WHERE trashed_at IS NULL ORDER BY until_day IS NOT NULL, sort_key, rid`,
    ),
  }
}

const STANDARDS = 'SELECT title, edition, last_day AS lastDay FROM standard WHERE trashed_at IS NULL'

/** What the register knows of the standard that is named; of one it does not list only the edition that is printed. */
export function namedStandard(db: ReadDb, text: string): NamedStandard {
  const key = standardKey(text)
  const rows = prepare<[], NamedStandard & { title: string }>(db, STANDARDS).all()
  const known = rows.find(({ title }) => standardKey(title) === key)
  if (known) return { edition: known.edition, lastDay: known.lastDay }
  return { edition: parseStandard(text)?.edition ?? null, lastDay: null }
}
