// How a row is called where another row names it: its code, then what a person knows it by. Only the code counts when the workbook comes back.
import type { PartialDate } from '../../model/dates/partial'
import { formatDate } from '../../model/dates/partial'
import type { EntityName } from '../../model/entities'
import type { CodeValue } from '../../model/fields'
import type { Language } from '../../model/texts/say'
import { clean } from '../cells'
import { choiceWords } from './layout'
import type { BookView, Held } from './view'

const LONGEST = 80
/** Between the code and the label of a row that is named. */
export const BETWEEN = ' · '

export interface Labels {
  of(id: string): string
}

/** `nameOf`: the record that holds the present name of a laboratory or an owner. */
export function labelsOf(view: BookView, language: Language, nameOf: (id: string) => string | undefined): Labels {
  const known = new Map<string, string>()
  const lists = new Map(view.lists.map(({ id, label }) => [id, label]))
  const follow = (id: unknown): string => (typeof id === 'string' ? (lists.get(id) ?? of(id)) : '')
  const of = (id: string): string => {
    let label = known.get(id)
    if (label !== undefined) return label
    known.set(id, '') // records that name each other in a circle
    const record = view.record(id)
    label = record === undefined ? '' : short(words(record))
    known.set(id, label)
    return label
  }
  const words = ({ entity, id, values }: Held): unknown => {
    switch (entity) {
      case 'laboratory':
      case 'organization':
        return view.record(nameOf(id) ?? '')?.values['vi']
      case 'decision':
        return values['number'] ?? dateWords(values['signed'], language) ?? kindWords(entity, values)
      case 'decision_act':
        return joined(follow(values['decision']), kindWords(entity, values), follow(values['accreditation']))
      case 'annex':
        return joined(values['form'], values['number'], follow(values['act']))
      case 'accreditation':
        return (
          (values['code'] as CodeValue | null)?.raw ?? joined(follow(values['scheme']), follow(values['organization']))
        )
      default:
        return own.map((field) => values[field]).find((value) => typeof value === 'string') ?? follow(firstRef(values))
    }
  }
  const kindWords = (entity: EntityName, values: Record<string, unknown>): string =>
    choiceWords(language, `${entity}.kind`, String(values['kind']))
  return { of }
}

/** Fields that name a record of any other kind, the best first. */
const own = ['name', 'vi', 'label', 'address', 'testVi', 'testEn', 'matrixVi', 'value', 'source', 'printed'] as const
const refs = ['signatory', 'laboratory', 'organization', 'standard', 'field', 'accreditation', 'act', 'line'] as const
const firstRef = (values: Record<string, unknown>): unknown =>
  refs.map((field) => values[field]).find((value) => typeof value === 'string')

const joined = (...words: unknown[]): string =>
  words.filter((word) => typeof word === 'string' && word !== '').join(' – ')

const dateWords = (value: unknown, language: Language): string | null =>
  value === null || value === undefined ? null : formatDate((value as PartialDate).iso, language)

/** One line, without what stands between code and label, not longer than a list can show. */
function short(value: unknown): string {
  const text = clean(typeof value === 'string' ? value : '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(BETWEEN, ' - ')
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`
}
