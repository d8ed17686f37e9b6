// A line of scope. “Save and add next” goes on with the following line of the same table: product, field and place stay.
import { Button } from '@mantine/core'
import type { JSX } from 'react'
import type { z } from 'zod'
import { inclusions } from '../../../../db/model/vocabulary'
import { ScopeChange } from '../../../../db/model/inputs'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { Reference } from '../../../../db/model/shapes/register'
import { call } from '../../../api'
import type { Option } from '../../../components/fields/SelectField'
import { useTexts, type Texts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import { annexOptions } from './annex'
import classes from './forms.module.css'
import { MissingRecord, NotYet, useHeld, useOpened, WhenRead } from './opened'
import { openForm, type FormTarget } from './openForm'
import { choiceOptions, fieldOptions, optionWords, plainWords } from './options'
import { PanelFrame } from './PanelFrame'
import { RecordPanel } from './RecordPanel'
import type { Read, RecordSpec } from './recordSpec'
import { lineAfter, newLine, readLine, type ScopeValues } from './scopeLine'
import { ScopeLineFields, scopeLabels, siteOptions } from './ScopeLineFields'

type Change = z.infer<typeof ScopeChange>
type Target = FormTarget & { form: 'scopeLine' }

export function ScopeLineForm({ target }: { target: Target }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const titles = { add: t('forms.scopeLine.add'), edit: t('forms.scopeLine.edit') }
  const title = target.id === undefined ? titles.add : titles.edit
  const page = useOpened('labs.get', { id: target.laboratory })
  const reference = useCall('reference.get', {})
  const { laboratory, id } = target
  const line = useHeld(['line', id ?? null], async () => (id === undefined ? null : readLine(laboratory, id)))
  if (line.state === 'error' && line.error.code === 'not_found') return <MissingRecord title={title} />
  if (line.state !== 'ready') return <NotYet title={title} load={line} />
  return (
    <WhenRead title={title} loads={[page, reference] as const}>
      {([lab, lists]) => {
        const annexes = annexOptions(lab, target.accreditation, texts)
        if (annexes.length === 0) return <NoAnnex title={title} target={target} />
        return <OpenLine target={target} lab={lab} lists={lists} annexes={annexes} line={line.data} titles={titles} />
      }}
    </WhenRead>
  )
}

/** A line belongs to an annex: says so and leads to adding one. */
function NoAnnex({ title, target }: { title: string; target: Target }): JSX.Element {
  const { t } = useTexts()
  const { laboratory, accreditation } = target
  return (
    <PanelFrame title={title}>
      <div className={classes['form']}>
        <p>{t('forms.scopeLine.noAnnex')}</p>
        <div className={classes['buttons']}>
          <Button onClick={() => openForm({ form: 'annex', laboratory, accreditation })}>{t('forms.annex.add')}</Button>
        </div>
      </div>
    </PanelFrame>
  )
}

interface OpenLineProps {
  target: Target
  lab: LabPage
  lists: Reference
  annexes: readonly Option[]
  line: Read<ScopeValues> | null
  titles: { add: string; edit: string }
}

function OpenLine(props: OpenLineProps): JSX.Element {
  const { lab, lists, annexes, titles } = props
  const spec = scopeSpec(useTexts(), props)
  return (
    <RecordPanel spec={spec} titles={titles} within={lab.nameVi}>
      {(fields) => <ScopeLineFields {...fields} lab={lab} lists={lists} annexes={annexes} />}
    </RecordPanel>
  )
}

function scopeSpec(texts: Texts, opened: OpenLineProps): RecordSpec<ScopeValues, Change> {
  const { t, language } = texts
  const { lab, lists, annexes, line } = opened
  const { laboratory, id, annex } = opened.target
  const only = annexes.length === 1 ? annexes[0]?.value : undefined
  return {
    keyOf: (record) => `scopeLine:${record ?? `new:${annex ?? laboratory}`}`,
    call: 'scope.save',
    entity: 'scope_line',
    id: id ?? null,
    start: line ?? { values: newLine(annex ?? only ?? null), seen: lab.seq },
    schema: ScopeChange,
    check: ({ matrixVi, testVi, matrixEn, testEn }) =>
      [matrixVi, testVi, matrixEn, testEn].every((text) => text === null)
        ? [{ field: 'testVi', rule: 'required' }]
        : [],
    send: (input) => call('scope.save', input),
    read: (record) => readLine(laboratory, record),
    nameOf: ({ testVi, matrixVi, testEn, matrixEn }) =>
      testVi ?? matrixVi ?? testEn ?? matrixEn ?? t('forms.scopeLine.unnamed'),
    labelOf: (path) => scopeLabels(texts)[path as keyof ScopeValues] ?? '',
    wordsOf: (path, value) => {
      if (path === 'annex') return optionWords(annexes, value, texts)
      if (path === 'field') return optionWords(fieldOptions(lists, language), value, texts)
      if (path === 'site') return optionWords(siteOptions(lab, texts), value, texts)
      if (path !== 'inclusion') return plainWords(value, texts)
      return optionWords(
        choiceOptions(inclusions, (each) => t(`records.choices.inclusions.${each}`)),
        value,
        texts,
      )
    },
    ...(id === undefined ? { next: { values: lineAfter, focus: 'testVi' as const } } : {}),
  }
}
