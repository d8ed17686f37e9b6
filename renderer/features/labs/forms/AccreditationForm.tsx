// An accreditation: who holds it, the code as printed, and which laboratories and places it covers. Scheme and code may disagree: that is
// shown, never forced. A new one, opened from a laboratory's page, covers that laboratory and suggests its owner as the holder.
import type { JSX } from 'react'
import { AccreditationChange } from '../../../../db/model/inputs'
import { readCode } from '../../../../db/model/rules'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { Reference } from '../../../../db/model/shapes/register'
import { call } from '../../../api'
import { useTexts, type Texts } from '../../../texts/texts'
import { ask, useCall } from '../../../useCall'
import { accreditationValues, newAccreditation, type AccreditationValues, type Cover } from './accreditation'
import { AccreditationFields } from './AccreditationFields'
import { CoversWords } from './CoversWords'
import { MissingRecord, useOpened, WhenRead } from './opened'
import type { FormTarget } from './openForm'
import {
  fieldOptions,
  issuerOptions,
  listWords,
  optionWords,
  plainWords,
  schemeOptions,
  standardOptions,
} from './options'
import { OrganizationName } from './OrganizationField'
import { RecordPanel } from './RecordPanel'
import type { RecordSpec } from './recordSpec'
import { stepTo } from './steps'

type Target = FormTarget & { form: 'accreditation' }

export function AccreditationForm({ target }: { target: Target }): JSX.Element {
  const { t } = useTexts()
  const titles = { add: t('forms.accreditation.add'), edit: t('forms.accreditation.edit') }
  const title = target.id === undefined ? titles.add : titles.edit
  const page = useOpened('labs.get', { id: target.laboratory })
  const reference = useCall('reference.get', {})
  return (
    <WhenRead title={title} loads={[page, reference] as const}>
      {([lab, lists]) =>
        target.id !== undefined && !lab.accreditations.some((each) => each.id === target.id) ? (
          <MissingRecord title={title} />
        ) : (
          <OpenAccreditation target={target} lab={lab} lists={lists} titles={titles} />
        )
      }
    </WhenRead>
  )
}

interface OpenAccreditationProps {
  target: Target
  lab: LabPage
  lists: Reference
  titles: { add: string; edit: string }
}

function OpenAccreditation({ target, lab, lists, titles }: OpenAccreditationProps): JSX.Element {
  const texts = useTexts()
  const spec = accreditationSpec(texts, target, { lab, lists })
  return (
    <RecordPanel spec={spec} titles={titles} within={lab.nameVi}>
      {(fields) => <AccreditationFields {...fields} labelOf={spec.labelOf} lab={lab} lists={lists} />}
    </RecordPanel>
  )
}

function accreditationSpec(
  texts: Texts,
  target: Target,
  { lab, lists }: { lab: LabPage; lists: Reference },
): RecordSpec<AccreditationValues, AccreditationChange> {
  const { laboratory, id } = target
  return {
    keyOf: (record) => `accreditation:${record ?? `new:${laboratory}`}`,
    call: 'accreditations.save',
    entity: 'accreditation',
    id: id ?? null,
    start: { values: id === undefined ? newAccreditation(lab) : accreditationValues(lab, lists, id), seen: lab.seq },
    schema: AccreditationChange,
    check: ({ code }) => {
      const read = readCode(code?.trim() ?? null)
      return 'problem' in read ? [read.problem] : []
    },
    lists: { standards: 'set', fields: 'set', covers: 'set' },
    send: (input) => call('accreditations.save', input),
    read: async (record) => {
      const page = await ask('labs.get', { id: laboratory })
      return { values: accreditationValues(page, lists, record), seen: page.seq }
    },
    nameOf: ({ code }) => code ?? texts.t('forms.accreditation.noCode'),
    labelOf: (path) => accreditationLabels(texts)[(path.split('.')[0] ?? '') as keyof AccreditationValues] ?? '',
    wordsOf: (path, value) => {
      const { language } = texts
      if (path === 'organization' && typeof value === 'string') return <OrganizationName id={value} />
      if (path === 'scheme') return optionWords(schemeOptions(lists, language), value, texts)
      if (path === 'issuer') return optionWords(issuerOptions(lists), value, texts)
      if (path === 'standards') return listWords(standardOptions(lists, texts), value, texts)
      if (path === 'fields') return listWords(fieldOptions(lists, language), value, texts)
      if (path === 'covers') return <CoversWords covers={value as Cover[]} lab={lab} />
      return plainWords(value, texts)
    },
    steps: [stepTo(texts.t, 'decision', (accreditation) => ({ form: 'decision', laboratory, accreditation }))],
  }
}

function accreditationLabels({ t }: Texts): Record<keyof AccreditationValues, string> {
  return {
    organization: t('forms.accreditation.holder'),
    scheme: t('forms.accreditation.scheme'),
    code: t('forms.accreditation.code'),
    issuer: t('forms.accreditation.issuer'),
    standards: t('forms.accreditation.standards'),
    fields: t('forms.accreditation.fields'),
    covers: t('forms.accreditation.covers'),
    note: t('forms.fields.note'),
  }
}
