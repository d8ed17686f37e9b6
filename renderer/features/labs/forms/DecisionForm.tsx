// A decision, certificate or letter with everything it does. Dates are entered as printed; an expiry is offered, never computed.
import type { JSX, ReactNode } from 'react'
import { decisionKinds } from '../../../../db/model/vocabulary'
import { DecisionChange } from '../../../../db/model/inputs'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { Reference } from '../../../../db/model/shapes/register'
import { call } from '../../../api'
import { useTexts, type Texts } from '../../../texts/texts'
import { ask, useCall } from '../../../useCall'
import { accreditationOptions, actLabels, actOptions, suspensionOptions } from './actChoices'
import type { Cover } from './accreditation'
import { sentAct, type NameValues } from './actValues'
import { among } from './among'
import { CoversWords } from './CoversWords'
import {
  decisionLabel,
  decisionProblems,
  decisionsOf,
  decisionValues,
  narrowActs,
  newDecision,
  type DecisionValues,
} from './decision'
import { DecisionFields } from './DecisionFields'
import { MissingRecord, useOpened, WhenRead } from './opened'
import type { FormTarget } from './openForm'
import { capital, choiceOptions, issuerOptions, listWords, optionWords, plainWords, standardOptions } from './options'
import { RecordPanel } from './RecordPanel'
import type { RecordSpec } from './recordSpec'
import { stepTo } from './steps'

type Target = FormTarget & { form: 'decision' }

export function DecisionForm({ target }: { target: Target }): JSX.Element {
  const { t } = useTexts()
  const titles = { add: t('forms.decision.add'), edit: t('forms.decision.edit') }
  const title = target.id === undefined ? titles.add : titles.edit
  const page = useOpened('labs.get', { id: target.laboratory })
  const reference = useCall('reference.get', {})
  return (
    <WhenRead title={title} loads={[page, reference] as const}>
      {([lab, lists]) =>
        target.id !== undefined && !decisionsOf(lab).some((each) => each.id === target.id) ? (
          <MissingRecord title={title} />
        ) : (
          <OpenDecision target={target} lab={lab} lists={lists} titles={titles} />
        )
      }
    </WhenRead>
  )
}

interface OpenDecisionProps {
  target: Target
  lab: LabPage
  lists: Reference
  titles: { add: string; edit: string }
}

function OpenDecision({ target, lab, lists, titles }: OpenDecisionProps): JSX.Element {
  const texts = useTexts()
  const spec = decisionSpec(texts, target, { lab, lists })
  return (
    <RecordPanel spec={spec} titles={titles} within={lab.nameVi}>
      {(fields) => <DecisionFields {...fields} labelOf={spec.labelOf} lab={lab} lists={lists} />}
    </RecordPanel>
  )
}

function decisionSpec(
  texts: Texts,
  target: Target,
  { lab, lists }: { lab: LabPage; lists: Reference },
): RecordSpec<DecisionValues, DecisionChange> {
  const { t } = texts
  const { laboratory, id } = target
  const values =
    id === undefined ? newDecision(lab, target.accreditation) : decisionValues(lab, among(decisionsOf(lab), id))
  return {
    keyOf: (record) => `decision:${record ?? `new:${target.accreditation ?? laboratory}`}`,
    call: 'decisions.save',
    entity: 'decision',
    id: id ?? null,
    start: { values, seen: lab.seq },
    schema: DecisionChange,
    check: decisionProblems,
    lists: { acts: 'records' },
    narrow: narrowActs,
    send: ({ change, ...input }) => call('decisions.save', { ...input, change: sentDecision(lab, change) }),
    read: async (record) => {
      const page = await ask('labs.get', { id: laboratory })
      return { values: decisionValues(page, among(decisionsOf(page), record)), seen: page.seq }
    },
    nameOf: ({ kind, number }) => {
      const paper = capital(t(`records.choices.papers.${kind ?? 'QD'}`))
      return number === null ? t('forms.decision.unnumbered', { paper }) : `${paper} ${number}`
    },
    labelOf: (path) => decisionLabelOf(texts, path),
    wordsOf: (path, value) => wordsOf(texts, { lab, lists }, { path, value }),
    steps: [stepTo(t, 'annex', (decision) => ({ form: 'annex', laboratory, decision }))],
  }
}

function sentDecision(lab: LabPage, change: DecisionChange): DecisionChange {
  return change.acts === undefined ? change : { ...change, acts: change.acts.map((act) => sentAct(act, lab)) }
}

function wordsOf(
  texts: Texts,
  { lab, lists }: { lab: LabPage; lists: Reference },
  { path, value }: { path: string; value: unknown },
): ReactNode {
  const { t, language } = texts
  const papers = choiceOptions(decisionKinds, (kind) => t(`records.choices.papers.${kind}`))
  const last = path.split('.').at(-1)
  if (path === 'kind') return optionWords(papers, value, texts)
  if (path === 'issuer') return optionWords(issuerOptions(lists), value, texts)
  if (path === 'replaces') {
    const found = decisionsOf(lab).find(({ id }) => id === value)
    return found === undefined
      ? plainWords(value === null ? null : {}, texts)
      : decisionLabel(found, t(`records.choices.papers.${found.kind}`), language)
  }
  if (last === 'kind') return optionWords(actOptions(texts), value, texts)
  if (last === 'accreditation') return optionWords(accreditationOptions(lab, texts), value, texts)
  if (last === 'standards') return listWords(standardOptions(lists, texts), value, texts)
  if (last === 'covers' && Array.isArray(value)) return <CoversWords covers={value as Cover[]} lab={lab} />
  if (last === 'names' && Array.isArray(value)) return namesWords(value as NameValues[], texts)
  if (last === 'lines' && Array.isArray(value))
    return t('labPage.decision.named', { count: value.length, shown: value.length })
  if (last === 'ends') return optionWords(suspensionOptions(lab, null, texts), value, texts)
  return plainWords(value, texts)
}

const namesWords = (names: readonly NameValues[], texts: Texts): string =>
  plainWords(names.flatMap(({ vi }) => vi ?? []).join('; '), texts)

/** “Việc 2 – Hết hạn” for `acts.1.expiry`. */
function decisionLabelOf({ t }: Texts, path: string): string {
  const own: Record<Exclude<keyof DecisionValues, 'acts'>, string> = {
    kind: t('forms.decision.kind'),
    number: t('forms.decision.number'),
    signed: t('forms.decision.signed'),
    issuer: t('forms.decision.issuer'),
    issuerPrinted: t('forms.decision.issuerPrinted'),
    replaces: t('forms.decision.replaces'),
    replacesPrinted: t('forms.decision.replacesPrinted'),
    note: t('forms.fields.note'),
  }
  if (path === 'acts') return t('forms.decision.acts')
  const [, at, field] = /^acts\.(\d+)(?:\.(\w+))?/.exec(path) ?? []
  if (at === undefined) return own[path as keyof typeof own] ?? ''
  const act = t('forms.act.title', { number: Number(at) + 1 })
  const part = field === undefined ? '' : (actLabels({ t })[field as keyof ReturnType<typeof actLabels>] ?? '')
  return part === '' ? act : `${act} – ${part}`
}
