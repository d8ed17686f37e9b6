// Laboratories and accreditations as tables to edit: the fields of each in order, their rows, and the one call that saves them.
import type { Input } from '../../../../db/contract'
import { AccreditationChange, LabChange } from '../../../../db/model/inputs'
import { readCode } from '../../../../db/model/rules'
import type { Named } from '../../../../db/model/shapes/answer'
import type { Reference } from '../../../../db/model/shapes/register'
import type { AccreditationCells, LabCells } from '../../../../db/model/shapes/sheet'
import { labKinds } from '../../../../db/model/vocabulary'
import { call, type Answer } from '../../../api'
import { ruleText } from '../../../components/fields/fieldError'
import type { Choice } from '../../../components/sheet/choices'
import type { Texts } from '../../../texts/texts'
import { capital } from '../forms/options'
import { choiceField, ownerField, textField, wordsOf, type Field, type Row, type Value } from './field'

export type Kind = 'laboratory' | 'accreditation'

export interface Sent {
  seen: number
  rows: readonly { id: string; change: Readonly<Record<string, Value>> }[]
}

export interface Table {
  kind: Kind
  /** what says which record a row is, before the fields */
  heads: readonly { id: string; label: string; width: number }[]
  fields: readonly Field[]
  save: (sent: Sent) => Promise<Answer<{ seq: number }>>
}

const asChoice = ({ id, name }: Named): Choice => ({ id, words: name })

export function labTable(texts: Texts, owners: readonly Named[]): Table {
  const { t } = texts
  const kinds = labKinds.map((id) => ({ id, words: capital(t(`records.choices.labKinds.${id}`)) }))
  const text = (id: string, label: string, width: number, grow?: number): Field =>
    textField(texts, LabChange, { id, label, width, ...(grow === undefined ? {} : { grow }) })
  return {
    kind: 'laboratory',
    heads: [],
    fields: [
      text('nameVi', t('forms.fields.nameVi'), 220, 2),
      ownerField(texts, owners.map(asChoice), { id: 'owner', label: t('forms.fields.owner'), width: 190, grow: 1 }),
      choiceField(texts, kinds, { id: 'kind', label: t('forms.laboratory.kind'), width: 120 }),
      text('manager', t('forms.fields.manager'), 140),
      text('phone', t('forms.fields.phone'), 130),
      text('email', t('forms.fields.email'), 150),
      text('website', t('forms.fields.website'), 140),
      text('nameEn', t('forms.fields.nameEn'), 200),
      text('note', t('forms.fields.note'), 180),
    ],
    save: (sent) => call('labs.saveMany', sent as unknown as Input<'labs.saveMany'>),
  }
}

export function labRow({ fields }: Table, lab: LabCells): Row {
  const { id, owner, ...own } = lab
  return rowOf(fields, { id, name: lab.nameVi, labs: [id], heads: {} }, { ...own, owner: owner?.id ?? null }, { owner })
}

export function accreditationTable(texts: Texts, reference: Reference, owners: readonly Named[]): Table {
  const { t, language } = texts
  const schemes = reference.schemes.map(({ id, key, vi, en }) => ({
    id,
    words: key,
    also: language === 'en' ? (en ?? vi) : vi,
  }))
  const issuers = reference.issuers.map(({ id, key, name }) => ({ id, words: key, also: name }))
  const holder = { id: 'organization', label: t('forms.accreditation.holder'), width: 200, grow: 1 }
  const codeProblem = (typed: Value): string | null => {
    const read = readCode(typed)
    return 'problem' in read ? ruleText(texts, read.problem.rule, read.problem.params) : null
  }
  return {
    kind: 'accreditation',
    heads: [{ id: 'labs', label: t('many.labs'), width: 230 }],
    fields: [
      textField(
        texts,
        AccreditationChange,
        { id: 'code', label: t('forms.accreditation.code'), width: 150 },
        codeProblem,
      ),
      choiceField(texts, schemes, { id: 'scheme', label: t('forms.accreditation.scheme'), width: 130 }),
      choiceField(texts, issuers, { id: 'issuer', label: t('forms.accreditation.issuer'), width: 140 }),
      ownerField(texts, owners.map(asChoice), holder),
      textField(texts, AccreditationChange, { id: 'note', label: t('forms.fields.note'), width: 240, grow: 1 }),
    ],
    save: (sent) => call('accreditations.saveMany', sent as unknown as Input<'accreditations.saveMany'>),
  }
}

export function accreditationRow({ fields }: Table, { t }: Texts, held: AccreditationCells): Row {
  const { id, laboratories, organization, code, scheme, issuer, note } = held
  const labs = laboratories.map(({ name }) => name).join('; ')
  const name = `${code ?? t('forms.accreditation.noCode')} – ${labs}`
  const values = { code, scheme, issuer, note, organization: organization?.id ?? null }
  return rowOf(fields, { id, name, labs: laboratories.map((each) => each.id), heads: { labs } }, values, {
    organization,
  })
}

/** `named`: references whose name came with the record, also where their list does not hold them (in the trash). */
function rowOf(
  fields: readonly Field[],
  about: Pick<Row, 'id' | 'name' | 'labs' | 'heads'>,
  values: Readonly<Record<string, Value>>,
  named: Readonly<Record<string, Named | null>>,
): Row {
  const cells = fields.map((field) => [field.id, named[field.id]?.name ?? wordsOf(field, values[field.id] ?? null)])
  return { ...about, values, cells: Object.fromEntries(cells) as Row['cells'] }
}
