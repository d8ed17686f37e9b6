// The paper that this one replaces: one of the laboratory's own, or any of the register by part of its number.
import { useDebouncedValue } from '@mantine/hooks'
import { useState, type JSX } from 'react'
import { useWatch, type Control } from 'react-hook-form'
import type { DecisionRef } from '../../../../db/model/shapes/accreditation'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { ComboField, isUnchosen, type ComboOption } from '../../../components/fields/ComboField'
import { useTexts, type Texts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import { decisionLabel, decisionsOf, type DecisionValues } from './decision'
import { capital } from './options'

const PAUSE_MS = 150

export interface ReplacesFieldProps {
  control: Control<DecisionValues>
  label: string
  lab: LabPage
  /** the decision itself, which replaces no other time than once */
  id: string | null
}

export function ReplacesField({ control, label, lab, id }: ReplacesFieldProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const held = useWatch({ control, name: 'replaces' })
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, PAUSE_MS)
  const wanted = text.trim() !== ''
  const found = useCall('decisions.find', { text }, { enabled: wanted })
  const own: ComboOption[] = decisionsOf(lab).map((decision) => ({
    value: decision.id,
    label: labelOf(texts, decision),
  }))
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(
    () =>
      new Map(
        decisionsOf(lab).flatMap(({ replaces }) =>
          replaces === null ? [] : [[replaces.id, labelOf(texts, replaces)]],
        ),
      ),
  )
  const rows = wanted && found.state === 'ready' ? found.data : []
  const fresh = rows.filter((row) => seen.get(row.id) === undefined)
  if (fresh.length > 0) setSeen(new Map([...seen, ...fresh.map((row) => [row.id, labelOf(texts, row)] as const)]))
  const options = wanted ? rows.map((row) => toOption(texts, row, lab)) : own
  const chosen =
    held === null || isUnchosen(held) ? undefined : (seen.get(held) ?? own.find(({ value }) => value === held)?.label)
  return (
    <ComboField
      control={control}
      name="replaces"
      label={label}
      hint={t('forms.decision.replacesHint')}
      placeholder={t('forms.decision.replacesNone')}
      options={options.filter(({ value }) => value !== id)}
      chosenLabel={chosen}
      busy={wanted && (found.state === 'pending' || typed !== text)}
      onSearch={setTyped}
    />
  )
}

const labelOf = (
  { t, language }: Texts,
  decision: Pick<DecisionRef, 'kind' | 'number'> & Parameters<typeof decisionLabel>[0],
) => decisionLabel(decision, capital(t(`records.choices.papers.${decision.kind}`)), language)

function toOption(texts: Texts, row: DecisionRef, lab: LabPage): ComboOption {
  const note = row.lab === null || row.lab.id === lab.id ? null : row.lab.name
  return { value: row.id, label: labelOf(texts, row), ...(note === null ? {} : { note }) }
}
