// Where a record, or one value of it, is known from: the source, its words, when it was checked and how sure one is.
import type { JSX } from 'react'
import type { z } from 'zod'
import { certainties, sourceKinds } from '../../../../db/model/vocabulary'
import { EvidenceChange } from '../../../../db/model/inputs'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { call } from '../../../api'
import { SelectField } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { CallFailed } from '../../../failure'
import { useTexts, type Texts } from '../../../texts/texts'
import { ask } from '../../../useCall'
import { among } from './among'
import { DayField } from './DayField'
import { Group, Wide } from './Group'
import { MissingRecord, NotYet, useOpened } from './opened'
import type { FormTarget } from './openForm'
import { choiceOptions, optionWords, plainWords } from './options'
import { RecordPanel, type FieldsProps } from './RecordPanel'
import type { Read, RecordSpec } from './recordSpec'

interface EvidenceValues {
  kind: (typeof sourceKinds)[number] | null
  source: string | null
  excerpt: string | null
  checkedOn: string | null
  certainty: (typeof certainties)[number]
  note: string | null
}
type Change = z.infer<typeof EvidenceChange>
type Target = FormTarget & { form: 'evidence' }

const EMPTY: EvidenceValues = {
  kind: null,
  source: null,
  excerpt: null,
  checkedOn: null,
  certainty: 'unverified',
  note: null,
}

function fromPage(page: LabPage, id: string): Read<EvidenceValues> {
  const { kind, source, excerpt, checkedOn, certainty, note } = among(page.evidence, id)
  return { values: { kind, source, excerpt, checkedOn, certainty, note }, seen: page.seq }
}

export function EvidenceForm({ target }: { target: Target }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const { id, laboratory } = target
  const titles = { add: t('forms.evidence.add'), edit: t('forms.evidence.edit') }
  const title = id === undefined ? titles.add : titles.edit
  const info = useOpened('register.info', {})
  const page = useOpened('labs.get', { id: laboratory ?? '' }, laboratory !== undefined)
  if (info.state !== 'ready') return <NotYet title={title} load={info} />
  if (laboratory !== undefined && page.state !== 'ready') return <NotYet title={title} load={page} />
  const lab = page.state === 'ready' ? page.data : null
  const found = id === undefined ? undefined : lab?.evidence.find((each) => each.id === id)
  if (id !== undefined && (found === undefined || lab === null)) return <MissingRecord title={title} />
  const start = id === undefined || lab === null ? { values: EMPTY, seen: info.data.seq } : fromPage(lab, id)
  const attribute = found === undefined ? (target.attribute ?? null) : found.attribute
  const spec = evidenceSpec(texts, { ...target, attribute: attribute ?? undefined }, start)
  return (
    <RecordPanel spec={spec} titles={titles} within={aboutWords(texts, attribute, lab)}>
      {(fields) => <EvidenceFields {...fields} labelOf={spec.labelOf} />}
    </RecordPanel>
  )
}

/** “Điện thoại – Phòng thử nghiệm Vàng Danh”: what the source speaks for. */
function aboutWords({ t }: Texts, attribute: string | null, lab: LabPage | null): string {
  const words: Record<string, string> = t('records.fields', { returnObjects: true })
  const value = attribute === null ? '' : (words[attribute] ?? '')
  return [value, lab?.nameVi].filter(Boolean).join(' – ')
}

function evidenceSpec(texts: Texts, target: Target, start: Read<EvidenceValues>): RecordSpec<EvidenceValues, Change> {
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
    parents: { record, attribute: attribute ?? null },
    send: (input) => call('evidence.save', input),
    read: async (evidence) => {
      if (laboratory === undefined) throw new CallFailed({ code: 'not_found', message: evidence })
      return fromPage(await ask('labs.get', { id: laboratory }), evidence)
    },
    nameOf: ({ source }) => source ?? t('forms.evidence.unnamed'),
    labelOf: (path) => evidenceLabels(texts)[path as keyof EvidenceValues] ?? '',
    wordsOf: (path, value) => {
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
}

function EvidenceFields({ control, labelOf }: EvidenceFieldsProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const field = (name: keyof EvidenceValues) => ({ control, name, label: labelOf(name) })
  return (
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
  )
}
