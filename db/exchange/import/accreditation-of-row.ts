// Which accreditation a row of a list of decisions or scope lines is about: its code says it, and where one code stands several times, the
// owner or the laboratory beside it. Nothing is guessed: without one clear answer the row is refused.
import { fold } from '../../model/text/fold'
import { prepare, type ReadDb } from '../../store/database'
import { squash, type FileRow } from './file-row'
import { groupedBy } from './grouped'
import type { Problem } from './row-plan'
import { readCodes } from './values'

export interface CodedAccreditation {
  rid: number
  id: string
  code: string
  key: string
  owner: string | null
  /** names of the laboratories it covers, one a line */
  labs: string | null
}

const CODED = `
  SELECT a.rid, a.id, a.code_printed AS code, a.code_key AS key,
         (SELECT n.vi FROM organization_name n WHERE n.organization_rid = a.organization_rid AND n.trashed_at IS NULL
             AND n.from_day <= :day AND n.to_day >= :day LIMIT 1) AS owner,
         (SELECT group_concat(n.vi, char(10)) FROM coverage c JOIN laboratory_name n ON n.laboratory_rid = c.laboratory_rid AND n.trashed_at IS NULL
             AND n.from_day <= :day AND n.to_day >= :day
           WHERE c.accreditation_rid = a.rid AND c.trashed_at IS NULL) AS labs
    FROM accreditation a WHERE a.trashed_at IS NULL AND a.code_key IS NOT NULL ORDER BY a.rid`

export type Finder = (row: FileRow) => CodedAccreditation | { problems: Problem[] }

export function accreditationFinder(db: ReadDb, day: string): Finder {
  const byCode = groupedBy(prepare<[object], CodedAccreditation>(db, CODED).all({ day }), ({ key }) => key)
  return (row) => {
    if (row.text('codes') === null) return { problems: [row.problem('codes', 'code_missing')] }
    const read = readCodes(row, undefined)
    if ('problems' in read) return read
    const [code, ...more] = read.value
    if (code === undefined || more.length > 0) return { problems: [row.problem('codes', 'one_code')] }
    const coded = byCode.get(code.key) ?? []
    if (coded.length === 0) return { problems: [row.problem('codes', 'code_unknown', { typed: code.raw })] }
    const found = coded.filter((each) => isOf(each, row))
    if (found.length === 1) return found[0]!
    const rule = found.length === 0 ? 'code_of_other' : 'ambiguous_accreditation'
    return { problems: [row.problem('codes', rule, { count: coded.length, typed: code.raw })] }
  }
}

/** Whether the owner and the laboratory beside the code, where there are any, are those of the accreditation, accents apart. */
function isOf({ owner, labs }: CodedAccreditation, row: FileRow): boolean {
  const [owned, name] = [row.text('owner'), row.text('nameVi')]
  const among = (labs ?? '').split('\n').map((lab) => fold(squash(lab)))
  return (
    (owned === null || owner === null || fold(squash(owned)) === fold(squash(owner))) &&
    (name === null || labs === null || among.includes(fold(squash(name))))
  )
}
