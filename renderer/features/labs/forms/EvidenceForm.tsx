// Where a record, or one value of it, is known from: the source, its words, when it was checked and how sure one is.
import { useEffect, type JSX } from 'react'
import { useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { certainties, sourceKinds } from '../../../../db/model/vocabulary'
import { EvidenceChange } from '../../../../db/model/inputs'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { call } from '../../../api'
import { SelectField } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { useTexts, type Texts } from '../../../texts/texts'
import { ask } from '../../../useCall'
import type { RecordWords } from '../../../texts/recordWords'
import { useRecordWords } from '../../../useRecordWords'
import { attributeWord } from '../page/sources'
import { among } from './among'
import { DayField } from './DayField'
import { aboutWords, attributeOptions, subjectOptions } from './evidence'
import { Group, Wide } from './Group'
import { MissingRecord, NotYet, useOpened } from './opened'
import type { FormTarget } from './openForm'
import { choiceOptions, optionWords, plainWords } from './options'
import { RecordPanel, type FieldsProps } from './RecordPanel'
import type { Read, RecordSpec } from './recordSpec'

interface EvidenceValues {
  record: string
  attribute: string | null

  kind: (typeof sourceKinds)[number] | null
  source: string | null
  excerpt: string | null
  checkedOn: string | null
  certainty: (typeof certainties)[number]
  note: string | null
}
type Change = z.infer<typeof EvidenceChange>
type Target = FormTarget & { form: 'evidence' }

const EMPTY: Omit<EvidenceValues, 'record' | 'attribute'> = {
  kind: null,
  source: null,
  excerpt: null,
  checkedOn: null,
  certainty: 'unverified',
  note: null,
}

function fromPage(page: LabPage, id: string): Read<EvidenceValues> {
  const { id: _id, ...values } = among(page.evidence, id)
  return { values, seen: page.seq }
}

export function EvidenceForm({ target }: { target: Target }): JSX.Element {
  const texts = useTexts()
  const words = useRecordWords()
  const { t } = texts
  const { id, laboratory, record, attribute = null } = target
  const titles = { add: t('forms.evidence.add'), edit: t('forms.evidence.edit') }
  const title = id === undefined ? titles.add : titles.edit
  const load = useOpened('labs.get', { id: laboratory })
  if (load.state !== 'ready') return <NotYet title={title} load={load} />
  const page = load.data
  if (id !== undefined && !page.evidence.some((each) => each.id === id)) return <MissingRecord title={title} />
  const start = id === undefined ? { values: { record, attribute, ...EMPTY }, seen: page.seq } : fromPage(page, id)
  const spec = evidenceSpec({ texts, words, page }, target, start)
  return (
    <RecordPanel spec={spec} titles={titles} within={aboutWords(texts, words, page, start.values)}>
      {(fields) => <EvidenceFields {...fields} labelOf={spec.labelOf} page={page} />}
    </RecordPanel>
  )
}

interface Around {
  texts: Texts
  words: RecordWords
  page: LabPage
}

function evidenceSpec(
  { texts, words, page }: Around,
  target: Target,
  start: Read<EvidenceValues>,
): RecordSpec<EvidenceValues, Change> {
  const { t } = texts
  const { record, attribute, laboratory, id } = target
  return {
    keyOf: (evidence) => `evidence:${evidence ?? `new:${record}:${attribute ?? ''}`}`,
    call: 'evidence.save',
    entity: 'evidence',
    id: id ?? null,
    start,
    schema: EvidenceChange,
    check: ({ kind, source }) => [
      ...(kind === null ? [{ field: 'kind', rule: 'required' }] : []),
      ...(source === null ? [{ field: 'source', rule: 'required' }] : []),
    ],
    send: (input) => call('evidence.save', input),
    read: async (evidence) => fromPage(await ask('labs.get', { id: laboratory }), evidence),
    nameOf: ({ source }) => source ?? t('forms.evidence.unnamed'),
    labelOf: (path) => evidenceLabels(texts)[path as keyof EvidenceValues] ?? '',
    wordsOf: (path, value) => {
      if (path === 'record') return optionWords(subjectOptions(texts, page), value, texts)
      if (path === 'attribute' && typeof value === 'string') return attributeWord(words, value)
      if (path === 'kind') return optionWords(kindOptions(texts), value, texts)
      return path === 'certainty' ? optionWords(certaintyOptions(texts), value, texts) : plainWords(value, texts)
    },
  }
}

const kindOptions = ({ t }: Texts) => choiceOptions(sourceKinds, (kind) => t(`records.choices.sources.${kind}`))
const certaintyOptions = ({ t }: Texts) =>
  choiceOptions(certainties, (each) => t(`records.choices.certainties.${each}`))

function evidenceLabels({ t }: Texts): Record<keyof EvidenceValues, string> {
  return {
    record: t('forms.evidence.record'),
    attribute: t('forms.evidence.attribute'),
    kind: t('forms.evidence.kind'),
    source: t('forms.evidence.source'),
    excerpt: t('forms.evidence.excerpt'),
    checkedOn: t('forms.evidence.checkedOn'),
    certainty: t('forms.evidence.certainty'),
    note: t('forms.fields.note'),
  }
}

interface EvidenceFieldsProps extends FieldsProps<EvidenceValues, Change> {
  labelOf: (path: string) => string
  page: LabPage
}

function EvidenceFields({ control, form, labelOf, page }: EvidenceFieldsProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const field = (name: keyof EvidenceValues) => ({ control, name, label: labelOf(name) })
  return (
    <>
      <Group title={t('forms.evidence.about')}>
        <AboutFields control={control} form={form} labelOf={labelOf} page={page} />
      </Group>
      <Group title={t('forms.evidence.what')}>
        <SelectField {...field('kind')} required options={kindOptions(texts)} />
        <SelectField {...field('certainty')} required options={certaintyOptions(texts)} />
        <Wide>
          <TextField {...field('source')} required lines={2} hint={t('forms.evidence.sourceHint')} />
        </Wide>
        <Wide>
          <TextField {...field('excerpt')} lines={3} hint={t('forms.evidence.excerptHint')} />
        </Wide>
        <DayField {...field('checkedOn')} />
        <Wide>
          <TextField {...field('note')} lines={2} />
        </Wide>
      </Group>
    </>
  )
}

/** The record and one of its values; a value of another kind of record is let go when the record changes. */
function AboutFields({ control, form, labelOf, page }: Omit<EvidenceFieldsProps, 'id' | 'locked'>): JSX.Element {
  const texts = useTexts()
  const words = useRecordWords()
  const record = useWatch({ control, name: 'record' })
  const attribute = useWatch({ control, name: 'attribute' })
  // one that a program recorded stays to choose while its record does
  const first = form.formState.defaultValues
  const present = record === first?.record ? (first.attribute ?? null) : null
  const options = attributeOptions(words, page, { record, present })
  const fits = attribute === null || options.some(({ value }) => value === attribute)
  useEffect(() => {
    if (!fits) form.setValue('attribute', null, { shouldDirty: true })
  }, [fits, form])
  return (
    <>
      <SelectField
        control={control}
        name="record"
        label={labelOf('record')}
        required
        options={subjectOptions(texts, page)}
      />
      <SelectField
        control={control}
        name="attribute"
        label={labelOf('attribute')}
        options={options}
        unknown={texts.t('forms.evidence.whole')}
      />
    </>
  )
}
