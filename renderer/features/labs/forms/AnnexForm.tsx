// An annex of an act: its form and number as printed, and whether it replaces the scope or adds to it.
import type { JSX } from 'react'
import type { z } from 'zod'
import { annexForms } from '../../../../db/model/vocabulary'
import { AnnexChange } from '../../../../db/model/inputs'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { call } from '../../../api'
import { SelectField, type Option } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { useNavigation } from '../../../stores/navigation'
import { useTexts, type Texts } from '../../../texts/texts'
import { ask } from '../../../useCall'
import { actsOf } from './actChoices'
import { among } from './among'
import { annexesOf, annexFormWords, extents } from './annex'
import { decisionsOf } from './decision'
import { Group, Wide } from './Group'
import { MissingRecord, useOpened, WhenRead } from './opened'
import type { FormTarget } from './openForm'
import { choiceOptions, optionWords, plainWords } from './options'
import { RecordPanel, type FieldsProps } from './RecordPanel'
import type { RecordSpec } from './recordSpec'
import { stepTo } from './steps'

interface AnnexValues {
  act: string | null
  form: (typeof annexForms)[number] | null
  number: string | null
  issue: string | null
  extent: (typeof extents)[number] | null
  note: string | null
}
type Change = z.infer<typeof AnnexChange>
type Target = FormTarget & { form: 'annex' }

function valuesOf(page: LabPage, id: string): AnnexValues {
  const { act, form, number, issue, extent, note } = among(annexesOf(page), id)
  return { act, form, number, issue, extent, note }
}

export function AnnexForm({ target }: { target: Target }): JSX.Element {
  const { t } = useTexts()
  const titles = { add: t('forms.annex.add'), edit: t('forms.annex.edit') }
  const title = target.id === undefined ? titles.add : titles.edit
  const page = useOpened('labs.get', { id: target.laboratory })
  return (
    <WhenRead title={title} loads={[page] as const}>
      {([lab]) =>
        target.id !== undefined && !annexesOf(lab).some((each) => each.id === target.id) ? (
          <MissingRecord title={title} />
        ) : (
          <OpenAnnex target={target} lab={lab} titles={titles} />
        )
      }
    </WhenRead>
  )
}

interface OpenAnnexProps {
  target: Target
  lab: LabPage
  titles: { add: string; edit: string }
}

function OpenAnnex({ target, lab, titles }: OpenAnnexProps): JSX.Element {
  const texts = useTexts()
  const acts = actsOf(lab, target.accreditation, texts)
  const spec = annexSpec(texts, target, { lab, acts })
  return (
    <RecordPanel spec={spec} titles={titles} within={lab.nameVi}>
      {(fields) => <AnnexFields {...fields} labelOf={spec.labelOf} acts={acts} />}
    </RecordPanel>
  )
}

function annexSpec(
  texts: Texts,
  target: Target,
  { lab, acts }: { lab: LabPage; acts: readonly Option[] },
): RecordSpec<AnnexValues, Change> {
  const { t } = texts
  const { laboratory, id } = target
  const own = decisionsOf(lab).find((decision) => decision.id === target.decision)?.acts[0]?.id
  const only = acts.length === 1 ? acts[0]?.value : undefined
  const empty: AnnexValues = {
    act: target.act ?? own ?? only ?? null,
    form: null,
    number: null,
    issue: null,
    extent: null,
    note: null,
  }
  return {
    keyOf: (record) => `annex:${record ?? `new:${target.act ?? own ?? laboratory}`}`,
    call: 'annexes.save',
    entity: 'annex',
    id: id ?? null,
    start: { values: id === undefined ? empty : valuesOf(lab, id), seen: lab.seq },
    schema: AnnexChange,
    send: (input) => call('annexes.save', input),
    read: async (record) => {
      const page = await ask('labs.get', { id: laboratory })
      return { values: valuesOf(page, record), seen: page.seq }
    },
    nameOf: ({ form, number }) => t('forms.annex.named', { name: number ?? annexFormWords(texts, form) }).trim(),
    labelOf: (path) => annexLabels(texts)[path as keyof AnnexValues] ?? '',
    wordsOf: (path, value) => {
      if (path === 'act') return optionWords(acts, value, texts)
      if (path === 'form') return optionWords(formOptions(texts), value, texts)
      return path === 'extent' ? optionWords(extentOptions(texts), value, texts) : plainWords(value, texts)
    },
    steps: [
      stepTo(t, 'scopeGrid', (annex) => () => useNavigation.getState().go('scopeEntry', { laboratory, annex })),
      stepTo(t, 'scopeLine', (annex) => ({ form: 'scopeLine', laboratory, annex })),
    ],
  }
}

const formOptions = (texts: Texts): Option[] => choiceOptions(annexForms, (form) => annexFormWords(texts, form))
const extentOptions = ({ t }: Texts): Option[] =>
  choiceOptions(extents, (extent) => t(`records.choices.extents.${extent}`))

function annexLabels({ t }: Texts): Record<keyof AnnexValues, string> {
  return {
    act: t('forms.annex.act'),
    form: t('forms.annex.form'),
    number: t('forms.annex.number'),
    issue: t('forms.annex.issue'),
    extent: t('forms.annex.extent'),
    note: t('forms.fields.note'),
  }
}

interface AnnexFieldsProps extends FieldsProps<AnnexValues, Change> {
  labelOf: (path: string) => string
  acts: readonly Option[]
}

function AnnexFields({ control, labelOf, acts }: AnnexFieldsProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const field = (name: keyof AnnexValues) => ({ control, name, label: labelOf(name) })
  return (
    <Group title={t('forms.annex.what')}>
      <Wide>
        <SelectField
          {...field('act')}
          required
          options={acts}
          hint={acts.length === 0 ? t('forms.annex.noActs') : t('forms.annex.actHint')}
        />
      </Wide>
      <SelectField {...field('form')} options={formOptions(texts)} unknown={t('forms.unknown')} />
      <SelectField
        {...field('extent')}
        options={extentOptions(texts)}
        unknown={t('forms.unknown')}
        hint={t('forms.annex.extentHint')}
      />
      <TextField {...field('number')} hint={t('forms.annex.numberHint')} />
      <TextField {...field('issue')} hint={t('forms.annex.issueHint')} />
      <Wide>
        <TextField {...field('note')} lines={2} />
      </Wide>
    </Group>
  )
}
