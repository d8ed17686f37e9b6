// One line of scope in the form. Ranges and methods are text exactly as printed: decimal commas, tildes, in-house method names.
import type { inclusions } from '../../../../db/model/vocabulary'
import type { ScopeLine } from '../../../../db/model/shapes/accreditation'
import { CallFailed } from '../../../failure'
import { ask } from '../../../useCall'
import type { Read } from './recordSpec'

export interface ScopeValues {
  annex: string | null
  matrixVi: string | null
  matrixEn: string | null
  testVi: string | null
  testEn: string | null
  range: string | null
  cmc: string | null
  method: string | null
  methodEdition: string | null
  technique: string | null
  field: string | null
  site: string | null
  inclusion: (typeof inclusions)[number]
  note: string | null
}

export function newLine(annex: string | null): ScopeValues {
  const unknown = { matrixVi: null, matrixEn: null, testVi: null, testEn: null, range: null, cmc: null, method: null }
  return {
    ...unknown,
    methodEdition: null,
    technique: null,
    field: null,
    site: null,
    note: null,
    annex,
    inclusion: 'included',
  }
}

/** The next line of a table usually stands under the same product, field and place. */
export function lineAfter({ annex, matrixVi, matrixEn, field, site, inclusion }: ScopeValues): ScopeValues {
  return { ...newLine(annex), matrixVi, matrixEn, field, site, inclusion }
}

function lineValues(line: ScopeLine): ScopeValues {
  const { annex, matrixVi, matrixEn, testVi, testEn, range, cmc, method, methodEdition, technique, inclusion, note } =
    line
  const text = { matrixVi, matrixEn, testVi, testEn, range, cmc, method, methodEdition, technique, note }
  return { annex, ...text, field: line.field?.id ?? null, site: line.site?.id ?? null, inclusion }
}

const PAGE = 1000

/** Reads one line among those in force; throws CallFailed not_found where a newer annex has ended it. */
export async function readLine(laboratory: string, id: string): Promise<Read<ScopeValues>> {
  for (let offset = 0; ; offset += PAGE) {
    const page = await ask('scope.list', { laboratory, offset, limit: PAGE })
    const line = page.rows.find((each) => each.id === id)
    if (line !== undefined) return { values: lineValues(line), seen: page.seq }
    if (page.rows.length < PAGE) throw new CallFailed({ code: 'not_found', message: id })
  }
}
