// The fields of a decision: the paper, then each thing it does, then what status would result.
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { JSX } from 'react'
import { useFieldArray, useWatch, type Control } from 'react-hook-form'
import { parseDecisionNumber } from '../../../../db/model/codes/decision'
import { decisionKinds } from '../../../../db/model/vocabulary'
import type { DecisionChange } from '../../../../db/model/inputs'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { Reference } from '../../../../db/model/shapes/register'
import { PartialDateField } from '../../../components/fields/PartialDateField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { useTexts, type Texts } from '../../../texts/texts'
import { ActFields } from './ActFields'
import { newAct } from './actValues'
import type { DecisionValues } from './decision'
import { Group, Wide } from './Group'
import { choiceOptions, issuerOptions } from './options'
import type { FieldsProps } from './RecordPanel'
import { ReplacesField } from './ReplacesField'
import { SameNumber } from './SameNumber'
import { StatusPreview } from './StatusPreview'

export interface DecisionFieldsProps extends FieldsProps<DecisionValues, DecisionChange> {
  labelOf: (path: string) => string
  lab: LabPage
  lists: Reference
}

export function DecisionFields({ control, form, id, labelOf, lab, lists }: DecisionFieldsProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const acts = useFieldArray({ control, name: 'acts', keyName: 'key' })
  const add = (): void => {
    const last = form.getValues('acts').at(-1)?.accreditation ?? lab.accreditations[0]?.id ?? null
    acts.append(newAct(lab, last), { focusName: `acts.${acts.fields.length}.kind` })
  }
  return (
    <>
      <PaperFields control={control} labelOf={labelOf} lists={lists} id={id} />
      <Group
        title={t('forms.decision.acts')}
        actions={
          <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            {t('forms.decision.addAct')}
          </Button>
        }
      >
        {acts.fields.map(({ key }, at) => (
          <Wide key={key}>
            <ActFields
              control={control}
              form={form}
              at={at}
              lab={lab}
              lists={lists}
              {...(acts.fields.length > 1 ? { onRemove: () => acts.remove(at) } : {})}
            />
          </Wide>
        ))}
      </Group>
      <StatusPreview control={control} id={id} lab={lab} lists={lists} />
      <MoreFields control={control} labelOf={labelOf} lab={lab} id={id} />
    </>
  )
}

interface PaperFieldsProps {
  control: Control<DecisionValues>
  labelOf: (path: string) => string
  lists: Reference
  /** null: not in the register yet */
  id: string | null
}

function PaperFields({ control, labelOf, lists, id }: PaperFieldsProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const number = useWatch({ control, name: 'number' })
  const field = (name: Exclude<keyof DecisionValues, 'acts'>) => ({ control, name, label: labelOf(name) })
  return (
    <Group title={t('forms.decision.paper')}>
      <SelectField
        {...field('kind')}
        required
        options={choiceOptions(decisionKinds, (kind) => t(`records.choices.papers.${kind}`))}
      />
      <TextField {...field('number')} hint={numberHint(texts, number)} />
      <Wide>
        <SameNumber number={number} id={id} />
      </Wide>
      <Wide>
        <PartialDateField {...field('signed')} hint={t('forms.decision.signedHint')} />
      </Wide>
      <Wide>
        <SelectField {...field('issuer')} options={issuerOptions(lists)} unknown={t('forms.unknown')} />
      </Wide>
    </Group>
  )
}

interface MoreFieldsProps extends Omit<PaperFieldsProps, 'lists'> {
  lab: LabPage
}

/** What most papers do not need comes last. */
function MoreFields({ control, labelOf, lab, id }: MoreFieldsProps): JSX.Element {
  const { t } = useTexts()
  const field = (name: Exclude<keyof DecisionValues, 'acts'>) => ({ control, name, label: labelOf(name) })
  return (
    <Group title={t('forms.decision.more')}>
      <Wide>
        <TextField {...field('issuerPrinted')} hint={t('forms.decision.issuerPrintedHint')} />
      </Wide>
      <Wide>
        <ReplacesField control={control} label={labelOf('replaces')} lab={lab} id={id} />
      </Wide>
      <Wide>
        <TextField {...field('replacesPrinted')} hint={t('forms.decision.replacesPrintedHint')} />
      </Wide>
      <Wide>
        <TextField {...field('note')} lines={2} />
      </Wide>
    </Group>
  )
}

/** What the number was understood as. It never blocks saving, and a blank number is a fact of the paper. */
function numberHint({ t }: Texts, number: string | null): string {
  if (number === null || number.trim() === '') return t('forms.decision.numberHint')
  const read = parseDecisionNumber(number)
  return read.recognised ? t('common.code.understood', { code: read.canonical }) : t('forms.decision.numberUnknown')
}
