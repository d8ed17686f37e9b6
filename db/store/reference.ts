// Reference lists for forms and filters: schemes, issuers, standards, fields and administrative units, old and new.
import type { Reference } from '../model/shapes'
import { ISSUER_NAME } from './accreditations'
import { prepare, type ReadDb } from './database'

export function reference(db: ReadDb, day: string): Reference {
  const all = <T>(sql: string): T[] => prepare<[], T>(db, sql).all()
  return {
    schemes: all<Omit<Reference['schemes'][number], 'issuers'> & { issuers: string | null }>(
      'SELECT id, key, vi, en, code_example AS example, issuer_key AS issuers FROM scheme WHERE trashed_at IS NULL ORDER BY position, key',
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
