// A place of a laboratory. The address stays as in the decision; the units of both eras are links a person chooses, never converted.
import type { JSX } from 'react'
import type { z } from 'zod'
import { SiteChange } from '../../../../db/model/inputs'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { Reference } from '../../../../db/model/shapes/register'
import { call } from '../../../api'
import { TextField } from '../../../components/fields/TextField'
import { useTexts, type Texts } from '../../../texts/texts'
import { ask, useCall } from '../../../useCall'
import { among } from './among'
import { Group, Wide } from './Group'
import { MissingRecord, useOpened, WhenRead } from './opened'
import type { FormTarget } from './openForm'
import { optionWords, plainWords, unitOptions } from './options'
import { PhoneField } from './PhoneField'
import { RecordPanel, type FieldsProps } from './RecordPanel'
import type { RecordSpec } from './recordSpec'
import { stepTo } from './steps'
import { UnitField } from './UnitField'

interface SiteValues {
  label: string | null
  address: string | null
  oldUnit: string | null
  unit: string | null
  phone: string | null
  note: string | null
}

const EMPTY: SiteValues = { label: null, address: null, oldUnit: null, unit: null, phone: null, note: null }

function valuesOf(page: LabPage, id: string): SiteValues {
  const { label, address, oldUnit, unit, phone, note } = among(page.sites, id)
  return { label, address, oldUnit: oldUnit?.id ?? null, unit: unit?.id ?? null, phone, note }
}

type Target = FormTarget & { form: 'site' }

export function SiteForm({ target }: { target: Target }): JSX.Element {
  const { t } = useTexts()
  const titles = { add: t('forms.site.add'), edit: t('forms.site.edit') }
  const title = target.id === undefined ? titles.add : titles.edit
  const page = useOpened('labs.get', { id: target.laboratory })
  const reference = useCall('reference.get', {})
  return (
    <WhenRead title={title} loads={[page, reference] as const}>
      {([lab, lists]) =>
        target.id !== undefined && !lab.sites.some((site) => site.id === target.id) ? (
          <MissingRecord title={title} />
        ) : (
          <OpenSite target={target} lab={lab} lists={lists} titles={titles} />
        )
      }
    </WhenRead>
  )
}

interface OpenSiteProps {
  target: Target
  lab: LabPage
  lists: Reference
  titles: { add: string; edit: string }
}

function OpenSite({ target, lab, lists, titles }: OpenSiteProps): JSX.Element {
  const texts = useTexts()
  const spec = siteSpec(texts, target, { lab, lists })
  return (
    <RecordPanel spec={spec} titles={titles} within={lab.nameVi}>
      {(fields) => <SiteFields {...fields} labelOf={spec.labelOf} lists={lists} />}
    </RecordPanel>
  )
}

type Change = z.infer<typeof SiteChange>

function siteSpec(
  texts: Texts,
  target: Target,
  { lab, lists }: { lab: LabPage; lists: Reference },
): RecordSpec<SiteValues, Change> {
  const units = [...unitOptions(lists, 'old'), ...unitOptions(lists, 'new')]
  const { laboratory, id } = target
  return {
    keyOf: (record) => `site:${record ?? `new:${laboratory}`}`,
    call: 'sites.save',
    entity: 'site',
    id: id ?? null,
    start: { values: id === undefined ? EMPTY : valuesOf(lab, id), seen: lab.seq },
    schema: SiteChange,
    check: ({ label, address }) => (label === null && address === null ? [{ field: 'address', rule: 'required' }] : []),
    parents: { laboratory },
    send: (input) => call('sites.save', input),
    read: async (record) => {
      const page = await ask('labs.get', { id: laboratory })
      return { values: valuesOf(page, record), seen: page.seq }
    },
    nameOf: ({ label, address }) => label ?? address ?? texts.t('forms.site.unnamed'),
    labelOf: (path) => siteLabels(texts)[path as keyof SiteValues] ?? '',
    wordsOf: (path, value) =>
      path === 'unit' || path === 'oldUnit' ? optionWords(units, value, texts) : plainWords(value, texts),
    steps: [
      ...(lab.accreditations.length === 0
        ? [stepTo(texts.t, 'accreditation', () => ({ form: 'accreditation', laboratory }))]
        : []),
      stepTo(texts.t, 'anotherSite', () => ({ form: 'site', laboratory })),
    ],
  }
}

function siteLabels({ t }: Texts): Record<keyof SiteValues, string> {
  return {
    label: t('forms.site.label'),
    address: t('forms.site.address'),
    oldUnit: t('forms.site.oldUnit'),
    unit: t('forms.site.unit'),
    phone: t('forms.fields.phone'),
    note: t('forms.fields.note'),
  }
}

interface SiteFieldsProps extends FieldsProps<SiteValues, Change> {
  labelOf: (path: string) => string
  lists: Reference
}

function SiteFields({ control, labelOf, lists }: SiteFieldsProps): JSX.Element {
  const { t } = useTexts()
  const text = (name: keyof SiteValues) => ({ control, name, label: labelOf(name) })
  return (
    <>
      <Group title={t('forms.site.where')} hint={t('forms.site.eras')}>
        <Wide>
          <TextField {...text('label')} hint={t('forms.site.labelHint')} />
        </Wide>
        <Wide>
          <TextField {...text('address')} lines={2} hint={t('forms.site.addressHint')} />
        </Wide>
        <UnitField {...text('oldUnit')} era="old" units={lists.units} options={unitOptions(lists, 'old')} />
        <UnitField {...text('unit')} era="new" units={lists.units} options={unitOptions(lists, 'new')} />
      </Group>
      <Group title={t('forms.more')}>
        <Wide>
          <PhoneField {...text('phone')} />
        </Wide>
        <Wide>
          <TextField {...text('note')} lines={2} />
        </Wide>
      </Group>
    </>
  )
}
