// Who else bears a code. Compared by the key of its canonical form, so that “VILAS: 512”, “VILAS 512” and “vilas-0512” are one.
import { parseCode } from '../model/codes/parse'
import type { SharingCode } from '../model/shapes/accreditation'
import type { Named } from '../model/shapes/answer'
import { codeKey } from '../model/text/fold'
import { prepare, type ReadDb } from './database'

const SHARING = `
  SELECT a.rid, a.id, a.code_printed AS code, g.id AS holder,
         (SELECT vi FROM organization_name n WHERE n.organization_rid = g.rid AND n.trashed_at IS NULL AND n.from_day <= :day AND n.to_day >= :day LIMIT 1) AS holderName
    FROM accreditation a LEFT JOIN organization g ON g.rid = a.organization_rid
   WHERE a.code_key = :key AND a.trashed_at IS NULL AND a.id <> :except ORDER BY a.rid LIMIT 20`
const LABORATORIES = `
  SELECT DISTINCT lab.id, coalesce(n.vi, '') AS name FROM coverage c JOIN laboratory lab ON lab.rid = c.laboratory_rid AND lab.trashed_at IS NULL
    LEFT JOIN laboratory_name n ON n.laboratory_rid = lab.rid AND n.trashed_at IS NULL AND n.from_day <= :day AND n.to_day >= :day
   WHERE c.accreditation_rid = :rid AND c.trashed_at IS NULL AND c.from_day <= :day AND c.to_day >= :day ORDER BY lab.rid`

interface Row {
  rid: number
  id: string
  code: string
  holder: string | null
  holderName: string | null
}

export function sharingCode(
  db: ReadDb,
  { code, except }: { code: string; except?: string | undefined },
  day: string,
): SharingCode[] {
  const read = parseCode(code)
  const key = codeKey(read.ok ? read.value.canonical : code)
  if (key === '') return []
  return prepare<[object], Row>(db, SHARING)
    .all({ key, except: except ?? '', day })
    .map((row) => ({
      accreditation: row.id,
      code: row.code,
      holder: row.holder === null ? null : { id: row.holder, name: row.holderName ?? '' },
      laboratories: prepare<[object], Named>(db, LABORATORIES).all({ rid: row.rid, day }),
    }))
}
