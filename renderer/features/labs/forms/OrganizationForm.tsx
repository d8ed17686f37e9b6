// An organisation that owns laboratories or holds accreditations.
import type { JSX } from 'react'
import { sectors } from '../../../../db/model/vocabulary'
import { OrganizationChange } from '../../../../db/model/inputs'
import type { OrganizationPage } from '../../../../db/model/shapes/lab'
import { call } from '../../../api'
import { SelectField } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { useTexts, type Texts } from '../../../texts/texts'
import { ask } from '../../../useCall'
import { Group, Wide } from './Group'
import { NotYet, useOpened } from './opened'
import type { FormTarget } from './openForm'
import { choiceOptions, optionWords, plainWords } from './options'
import { PhoneField } from './PhoneField'
import { RecordPanel, type FieldsProps } from './RecordPanel'
import type { Read, RecordSpec } from './recordSpec'

interface OrganizationValues {
  nameVi: string | null
  nameEn: string | null
  sector: (typeof sectors)[number] | null
  taxCode: string | null
  address: string | null
  phone: string | null
  email: string | null
  website: string | null
  note: string | null
}

const EMPTY: OrganizationValues = {
  nameVi: null,
  nameEn: null,
  sector: null,
  taxCode: null,
  address: null,
  phone: null,
  email: null,
  website: null,
  note: null,
}

function fromPage(page: OrganizationPage): Read<OrganizationValues> {
  const { nameVi, nameEn, sector, taxCode, address, phone, email, website, note } = page
  return { values: { nameVi, nameEn, sector, taxCode, address, phone, email, website, note }, seen: page.seq }
}

export function OrganizationForm({ target }: { target: FormTarget & { form: 'organization' } }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const id = target.id ?? null
  const titles = { add: t('forms.organization.add'), edit: t('forms.organization.edit') }
  const info = useOpened('register.info', {})
  const page = useOpened('organizations.get', { id: id ?? '' }, id !== null)
  if (info.state !== 'ready') return <NotYet title={id === null ? titles.add : titles.edit} load={info} />
  if (id !== null && page.state !== 'ready') return <NotYet title={titles.edit} load={page} />
  const start = page.state === 'ready' ? fromPage(page.data) : { values: EMPTY, seen: info.data.seq }
  const spec = organizationSpec(texts, { id, start, register: info.data.id })
  return (
    <RecordPanel spec={spec} titles={titles}>
      {(fields) => <OrganizationFields {...fields} labelOf={spec.labelOf} />}
    </RecordPanel>
  )
}

function organizationSpec(
  texts: Texts,
  opened: { id: string | null; start: Read<OrganizationValues>; register: string },
): RecordSpec<OrganizationValues, OrganizationChange> {
  const { t } = texts
  const kinds = choiceOptions(sectors, (sector) => t(`records.choices.sectors.${sector}`))
  return {
    keyOf: (id) => `organization:${id ?? `new:${opened.register}`}`,
    call: 'organizations.save',
    entity: 'organization',
    id: opened.id,
    start: opened.start,
    schema: OrganizationChange,
    answerFields: { vi: 'nameVi', en: 'nameEn' },
    send: (input) => call('organizations.save', input),
    read: async (id) => fromPage(await ask('organizations.get', { id })),
    nameOf: ({ nameVi }) => nameVi ?? t('forms.unnamed'),
    labelOf: (path) => organizationLabels(texts)[path as keyof OrganizationValues] ?? '',
    wordsOf: (path, value) => (path === 'sector' ? optionWords(kinds, value, texts) : plainWords(value, texts)),
  }
}

function organizationLabels({ t }: Texts): Record<keyof OrganizationValues, string> {
  return {
    nameVi: t('forms.fields.nameVi'),
    nameEn: t('forms.fields.nameEn'),
    sector: t('forms.organization.sector'),
    taxCode: t('forms.organization.taxCode'),
    address: t('forms.organization.address'),
    phone: t('forms.fields.phone'),
    email: t('forms.fields.email'),
    website: t('forms.fields.website'),
    note: t('forms.fields.note'),
  }
}

interface OrganizationFieldsProps extends FieldsProps<OrganizationValues, OrganizationChange> {
  labelOf: (path: string) => string
}

function OrganizationFields({ control, labelOf }: OrganizationFieldsProps): JSX.Element {
  const { t } = useTexts()
  const text = (name: keyof OrganizationValues) => ({ control, name, label: labelOf(name) })
  return (
    <>
      <Group title={t('forms.organization.who')}>
        <Wide>
          <TextField {...text('nameVi')} required />
        </Wide>
        <Wide>
          <TextField {...text('nameEn')} />
        </Wide>
        <SelectField
          {...text('sector')}
          options={choiceOptions(sectors, (sector) => t(`records.choices.sectors.${sector}`))}
          unknown={t('forms.unknown')}
        />
        <TextField {...text('taxCode')} />
        <Wide>
          <TextField {...text('address')} lines={2} hint={t('forms.organization.addressHint')} />
        </Wide>
      </Group>
      <Group title={t('forms.contact')}>
        <Wide>
          <PhoneField {...text('phone')} />
        </Wide>
        <TextField {...text('email')} />
        <TextField {...text('website')} />
        <Wide>
          <TextField {...text('note')} lines={2} />
        </Wide>
      </Group>
    </>
  )
}
