// A laboratory: its name, whose it is, how to reach it. Its places, accreditations and decisions have forms of their own.
import type { JSX } from 'react'
import { useWatch } from 'react-hook-form'
import { labKinds } from '../../../../db/model/vocabulary'
import { LabChange } from '../../../../db/model/inputs'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { PartialDate } from '../../../../db/model/dates/partial'
import { call } from '../../../api'
import { isUnchosen } from '../../../components/fields/ComboField'
import { PartialDateField } from '../../../components/fields/PartialDateField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { useTexts, type Texts } from '../../../texts/texts'
import { ask } from '../../../useCall'
import { Group, Wide } from './Group'
import { NotYet, useOpened } from './opened'
import type { FormTarget } from './openForm'
import { choiceOptions, optionWords, plainWords } from './options'
import { OrganizationField, OrganizationName } from './OrganizationField'
import { PhoneField } from './PhoneField'
import { RecordPanel, type FieldsProps } from './RecordPanel'
import type { Read, RecordSpec } from './recordSpec'
import { labPlace, stepTo } from './steps'
import { TwinNotice } from './TwinNotice'

interface LabValues {
  nameVi: string | null
  nameEn: string | null
  owner: string | null
  kind: (typeof labKinds)[number] | null
  manager: string | null
  phone: string | null
  email: string | null
  website: string | null
  note: string | null
  dissolvedOn: PartialDate | null
}

const EMPTY: LabValues = {
  nameVi: null,
  nameEn: null,
  owner: null,
  kind: null,
  manager: null,
  phone: null,
  email: null,
  website: null,
  note: null,
  dissolvedOn: null,
}

function fromPage(page: LabPage): Read<LabValues> {
  const { nameEn, kind, manager, phone, email, website, note, dissolvedOn } = page
  const name = page.nameVi === '' ? null : page.nameVi
  const owner = page.owner?.id ?? null
  return {
    values: { nameVi: name, nameEn, owner, kind, manager, phone, email, website, note, dissolvedOn },
    seen: page.seq,
  }
}

export function LaboratoryForm({ target }: { target: FormTarget & { form: 'laboratory' } }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const id = target.id ?? null
  const titles = { add: t('forms.laboratory.add'), edit: t('forms.laboratory.edit') }
  const info = useOpened('register.info', {})
  const page = useOpened('labs.get', { id: id ?? '' }, id !== null)
  if (info.state !== 'ready') return <NotYet title={id === null ? titles.add : titles.edit} load={info} />
  if (id !== null && page.state !== 'ready') return <NotYet title={titles.edit} load={page} />
  const start = page.state === 'ready' ? fromPage(page.data) : { values: EMPTY, seen: info.data.seq }
  const spec = labSpec(texts, { id, start, register: info.data.id })
  return (
    <RecordPanel spec={spec} titles={titles}>
      {(fields) => <LabFields {...fields} labelOf={spec.labelOf} />}
    </RecordPanel>
  )
}

function labSpec(
  texts: Texts,
  opened: { id: string | null; start: Read<LabValues>; register: string },
): RecordSpec<LabValues, LabChange> {
  const { t } = texts
  const kinds = choiceOptions(labKinds, (kind) => t(`records.choices.labKinds.${kind}`))
  return {
    keyOf: (id) => `laboratory:${id ?? `new:${opened.register}`}`,
    call: 'labs.save',
    entity: 'laboratory',
    id: opened.id,
    start: opened.start,
    schema: LabChange,
    answerFields: { vi: 'nameVi', en: 'nameEn', organization: 'owner' },
    send: (input) => call('labs.save', input),
    read: async (id) => fromPage(await ask('labs.get', { id })),
    nameOf: ({ nameVi }) => nameVi ?? t('forms.unnamed'),
    labelOf: (path) => labLabels(texts)[path as keyof LabValues] ?? '',
    wordsOf: (path, value) => {
      if (path === 'kind') return optionWords(kinds, value, texts)
      return path === 'owner' && typeof value === 'string' ? <OrganizationName id={value} /> : plainWords(value, texts)
    },
    steps: [
      stepTo(t, 'site', (laboratory) => ({ form: 'site', laboratory })),
      stepTo(t, 'accreditation', (laboratory) => ({ form: 'accreditation', laboratory })),
    ],
    page: labPlace,
  }
}

function labLabels({ t }: Texts): Record<keyof LabValues, string> {
  return {
    nameVi: t('forms.fields.nameVi'),
    nameEn: t('forms.fields.nameEn'),
    owner: t('forms.fields.owner'),
    kind: t('forms.laboratory.kind'),
    manager: t('forms.fields.manager'),
    phone: t('forms.fields.phone'),
    email: t('forms.fields.email'),
    website: t('forms.fields.website'),
    note: t('forms.fields.note'),
    dissolvedOn: t('forms.laboratory.dissolvedOn'),
  }
}

interface LabFieldsProps extends FieldsProps<LabValues, LabChange> {
  labelOf: (path: string) => string
}

function LabFields({ control, form, labelOf, id }: LabFieldsProps): JSX.Element {
  const { t } = useTexts()
  const [nameVi, owner, phone] = useWatch({ control, name: ['nameVi', 'owner', 'phone'] })
  const text = (name: keyof LabValues) => ({ control, name, label: labelOf(name) })
  return (
    <>
      <Group title={t('forms.laboratory.who')}>
        <Wide>
          <TextField {...text('nameVi')} required hint={t('forms.laboratory.nameHint')} />
          <TwinNotice {...{ nameVi, phone, id }} owner={isUnchosen(owner) ? null : owner} />
        </Wide>
        <Wide>
          <TextField {...text('nameEn')} />
        </Wide>
        <Wide>
          <OrganizationField
            {...text('owner')}
            hint={t('forms.laboratory.ownerHint')}
            onChosen={(id) => form.setValue('owner', id, { shouldDirty: true, shouldTouch: true })}
          />
        </Wide>
        <SelectField
          {...text('kind')}
          options={choiceOptions(labKinds, (kind) => t(`records.choices.labKinds.${kind}`))}
          unknown={t('forms.unknown')}
        />
        <TextField {...text('manager')} />
      </Group>
      <Group title={t('forms.contact')}>
        <Wide>
          <PhoneField {...text('phone')} />
        </Wide>
        <TextField {...text('email')} />
        <TextField {...text('website')} />
      </Group>
      <Group title={t('forms.more')}>
        <Wide>
          <TextField {...text('note')} lines={2} />
        </Wide>
        <PartialDateField {...text('dissolvedOn')} hint={t('forms.laboratory.dissolvedHint')} />
      </Group>
    </>
  )
}
