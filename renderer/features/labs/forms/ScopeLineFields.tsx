// The fields of a line of scope, in the order of the printed table.
import { useState, type JSX } from 'react'
import { useWatch, type Control } from 'react-hook-form'
import type { z } from 'zod'
import { inclusions } from '../../../../db/model/vocabulary'
import type { ScopeChange } from '../../../../db/model/inputs'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { Reference } from '../../../../db/model/shapes/register'
import { SelectField, type Option } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { useTexts, type Texts } from '../../../texts/texts'
import { annexesOf } from './annex'
import { Group, Wide } from './Group'
import { choiceOptions, fieldOptions } from './options'
import type { FieldsProps } from './RecordPanel'
import type { ScopeValues } from './scopeLine'

export function scopeLabels({ t }: Texts): Record<keyof ScopeValues, string> {
  return {
    annex: t('forms.scopeLine.annex'),
    matrixVi: t('forms.scopeLine.matrixVi'),
    matrixEn: t('forms.scopeLine.matrixEn'),
    testVi: t('forms.scopeLine.testVi'),
    testEn: t('forms.scopeLine.testEn'),
    range: t('forms.scopeLine.range'),
    cmc: t('forms.scopeLine.cmc'),
    method: t('forms.scopeLine.method'),
    methodEdition: t('forms.scopeLine.methodEdition'),
    technique: t('forms.scopeLine.technique'),
    field: t('forms.scopeLine.field'),
    site: t('forms.scopeLine.site'),
    inclusion: t('forms.scopeLine.inclusion'),
    note: t('forms.fields.note'),
  }
}

export function siteOptions(lab: LabPage, { t }: Texts): Option[] {
  return lab.sites.map(({ id, label, address }, at) => ({
    value: id,
    label: label ?? address ?? t('labPage.sites.unnamed', { number: at + 1 }),
  }))
}

export interface ScopeLineFieldsProps extends FieldsProps<ScopeValues, z.infer<typeof ScopeChange>> {
  lab: LabPage
  lists: Reference
  annexes: readonly Option[]
}

export function ScopeLineFields({ control, form, lab, lists, annexes }: ScopeLineFieldsProps): JSX.Element {
  const texts = useTexts()
  const { t, language } = texts
  const labels = scopeLabels(texts)
  // asked first where it is not known yet; it keeps its place while it is chosen
  const [asksAnnex] = useState(() => form.getValues('annex') === null)
  const [annex, cmc] = useWatch({ control, name: ['annex', 'cmc'] })
  const kind = annexesOf(lab).find(({ id }) => id === annex)?.form ?? null
  const calibration = kind === 'AFL 01/13' || kind === null || cmc !== null
  const field = <K extends keyof ScopeValues>(name: K) => ({ control, name, label: labels[name] })
  return (
    <>
      <Group title={t('forms.scopeLine.what')}>
        {asksAnnex && <AnnexChoice {...field('annex')} annexes={annexes} />}
        <TextField {...field('matrixVi')} lines={2} />
        <TextField {...field('testVi')} lines={2} />
        <TextField {...field('range')} hint={t('forms.scopeLine.rangeHint')} />
        {calibration && <TextField {...field('cmc')} />}
        <TextField {...field('method')} hint={t('forms.scopeLine.methodHint')} />
        <TextField {...field('methodEdition')} />
        <TextField {...field('technique')} />
      </Group>
      <Group title={t('forms.scopeLine.where')}>
        {!asksAnnex && <AnnexChoice {...field('annex')} annexes={annexes} />}
        <SelectField {...field('field')} options={fieldOptions(lists, language)} unknown={t('forms.unknown')} />
        <SelectField {...field('site')} options={siteOptions(lab, texts)} unknown={t('forms.scopeLine.anySite')} />
        <SelectField
          {...field('inclusion')}
          required
          options={choiceOptions(inclusions, (each) => t(`records.choices.inclusions.${each}`))}
        />
      </Group>
      <Group title={t('forms.scopeLine.english')}>
        <TextField {...field('matrixEn')} lines={2} />
        <TextField {...field('testEn')} lines={2} />
        <Wide>
          <TextField {...field('note')} lines={2} />
        </Wide>
      </Group>
    </>
  )
}

interface AnnexChoiceProps {
  control: Control<ScopeValues>
  name: 'annex'
  label: string
  annexes: readonly Option[]
}

function AnnexChoice({ annexes, ...field }: AnnexChoiceProps): JSX.Element {
  return (
    <Wide>
      <SelectField {...field} required options={annexes} />
    </Wide>
  )
}
