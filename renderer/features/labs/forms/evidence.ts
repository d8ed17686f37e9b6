// What a source may speak for: the records of a laboratory's page and, of each, the values that people look up and doubt.
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { Option } from '../../../components/fields/SelectField'
import type { RecordWords } from '../../../texts/recordWords'
import type { Texts } from '../../../texts/texts'
import { attributeWord, recordName } from '../page/sources'
import { capital } from './options'

const attributes = {
  laboratory: ['name', 'kind', 'manager', 'phone', 'email', 'website', 'organization'],
  organization: ['name', 'sector', 'address', 'taxCode', 'phone', 'email', 'website'],
  site: ['label', 'address', 'unit', 'oldUnit', 'phone'],
  accreditation: ['code', 'scheme', 'issuer', 'standard', 'field', 'organization'],
  decision: ['kind', 'number', 'signed', 'issuer', 'replaces'],
  decision_act: ['kind', 'effective', 'expiry', 'changed'],
  annex: ['form', 'number', 'issue', 'extent'],
} as const

interface Subject {
  id: string
  entity: keyof typeof attributes
}

/** In the order of the page, each once. */
function subjectsOf(page: LabPage): Subject[] {
  const as =
    (entity: Subject['entity']) =>
    ({ id }: { id: string }): Subject => ({ id, entity })
  const decisions = page.accreditations.flatMap((each) => each.decisions)
  const all = [
    as('laboratory')(page),
    ...page.accreditations.map(as('accreditation')),
    ...decisions.flatMap((decision) => [
      as('decision')(decision),
      ...decision.acts.map(as('decision_act')),
      ...decision.annexes.map(as('annex')),
    ]),
    ...page.sites.map(as('site')),
    ...(page.owner === null ? [] : [as('organization')(page.owner)]),
  ]
  return [...new Map(all.map((subject) => [subject.id, subject])).values()]
}

export function subjectOptions(texts: Texts, page: LabPage): Option[] {
  return subjectsOf(page).map(({ id }) => ({ value: id, label: capital(recordName(texts, page, id)) }))
}

/** `present`: one that a program recorded and the list does not know stays to choose. */
export function attributeOptions(
  words: RecordWords,
  page: LabPage,
  { record, present }: { record: string; present: string | null },
): Option[] {
  const entity = subjectsOf(page).find(({ id }) => id === record)?.entity
  const known: readonly string[] = entity === undefined ? [] : attributes[entity]
  const all = present === null || known.includes(present) ? known : [present, ...known]
  return all.map((attribute) => ({ value: attribute, label: attributeWord(words, attribute) }))
}

/** “Điện thoại – Phòng thử nghiệm Vàng Danh”, “Ngày ký – Quyết định 893 – Phòng thử nghiệm Vàng Danh”: what the source speaks for. */
export function aboutWords(
  texts: Texts,
  words: RecordWords,
  page: LabPage,
  { record, attribute }: { record: string; attribute: string | null },
): string {
  const value = attribute === null ? '' : attributeWord(words, attribute)
  const subject = record === page.id ? '' : capital(recordName(texts, page, record))
  return [value, subject, page.nameVi].filter(Boolean).join(' – ')
}
