// Which single field the history of a laboratory's page is narrowed to.
import { create } from 'zustand'
import { fieldsOf, type EntityName } from '../../../../db/model/entities'
import type { LabPage } from '../../../../db/model/shapes/lab'

export interface OneField {
  /** the laboratory or its owner, with what hangs on it */
  record: string
  entity: EntityName
  field: string
}

interface Narrowed {
  /** the page that it is for */
  page: string | null
  field: OneField | null
}

export const useOneField = create<Narrowed>()(() => ({ page: null, field: null }))

export const showField = (page: string, field: OneField | null): void => useOneField.setState({ page, field })

/** Not told by themselves: places in lists, days that a decision gives, the record that a row hangs on. */
const STRUCTURE = new Set([
  'position',
  'trashedAt',
  'laboratory',
  'fromDay',
  'toDay',
  'fromAct',
  'untilAct',
  'decision',
])
const SHOWN = ['laboratory_name', 'laboratory_owner', 'laboratory', 'site', 'accreditation', 'decision'] as const

/** The fields that can be asked for, by kinds of records. */
export function fieldsOn(page: LabPage): { entity: EntityName; fields: OneField[] }[] {
  const of = (record: string, entity: EntityName): { entity: EntityName; fields: OneField[] } => ({
    entity,
    fields: Object.keys(fieldsOf(entity))
      .filter((field) => !STRUCTURE.has(field))
      .map((field) => ({ record, entity, field })),
  })
  const owner = page.owner === null ? [] : [of(page.owner.id, 'organization')]
  return [...SHOWN.map((entity) => of(page.id, entity)), ...owner]
}

export const keyOf = ({ entity, field }: Pick<OneField, 'entity' | 'field'>): string => `${entity}.${field}`
