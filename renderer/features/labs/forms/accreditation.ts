// An accreditation in the form: its own fields and the whole lists of what hangs on it.
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { Reference } from '../../../../db/model/shapes/register'
import { among } from './among'

export interface Cover {
  laboratory: string
  /** null: the laboratory as a whole */
  site: string | null
}

export interface AccreditationValues {
  organization: string | null
  scheme: string | null
  code: string | null
  issuer: string | null
  standards: string[]
  fields: string[]
  covers: Cover[]
  note: string | null
}

export function accreditationValues(page: LabPage, lists: Reference, id: string): AccreditationValues {
  const { organization, scheme, code, issuer, standards, fields, covers, note } = among(page.accreditations, id)
  // a link that stands only on printed words has no entry in the lists; it is not edited here and stays as it is
  const titles = new Map(lists.standards.map((standard) => [standard.title, standard.id]))
  return {
    organization: organization?.id ?? null,
    scheme: scheme?.id ?? null,
    code: code?.raw ?? null,
    issuer: issuer?.id ?? null,
    standards: standards.flatMap(({ title }) => titles.get(title) ?? []),
    fields: fields.flatMap(({ field }) => field ?? []),
    covers: covers.map(({ laboratory, site }) => ({ laboratory: laboratory.id, site: site?.id ?? null })),
    note,
  }
}

/** A new one covers the laboratory that it was opened from and suggests its owner as the holder. */
export function newAccreditation(page: LabPage): AccreditationValues {
  return {
    organization: page.owner?.id ?? null,
    scheme: null,
    code: null,
    issuer: null,
    standards: [],
    fields: [],
    covers: [{ laboratory: page.id, site: null }],
    note: null,
  }
}
