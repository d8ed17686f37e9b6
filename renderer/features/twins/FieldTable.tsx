// One row for each item of a laboratory, the values of both as two radio buttons: arrows change the side, Tab goes to the next item.
import type { JSX } from 'react'
import { formatDate } from '../../../db/model/dates/partial'
import type { LabPage } from '../../../db/model/shapes/lab'
import { mergeFields, mergeSides, type MergeField, type MergeSide } from '../../../db/model/twin-inputs'
import { capital } from '../../texts/capital'
import { useTexts, type Texts } from '../../texts/texts'
import classes from './twins.module.css'

type Choices = Partial<Record<MergeField, MergeSide>>

export interface FieldTableProps {
  keep: LabPage
  other: LabPage
  choices: Choices
  onChoose: (choices: Choices) => void
  locked: boolean
}

function labelOf({ t }: Texts, field: MergeField): string {
  if (field === 'kind') return t('forms.laboratory.kind')
  return field === 'dissolvedOn' ? t('forms.laboratory.dissolvedOn') : t(`forms.fields.${field}`)
}

/** As a person reads it; empty where nothing is known. */
function wordsOf({ t, language }: Texts, page: LabPage, field: MergeField): string {
  if (field === 'owner') return page.owner?.name ?? ''
  if (field === 'kind') return page.kind === null ? '' : capital(t(`records.choices.labKinds.${page.kind}`), language)
  if (field === 'dissolvedOn') return page.dissolvedOn === null ? '' : formatDate(page.dissolvedOn.iso, language)
  return page[field] ?? ''
}

/** Two owners of one name are two: what is compared is what stands in the register. */
const isSame = (keep: LabPage, other: LabPage, field: MergeField): boolean =>
  field === 'owner' ? keep.owner?.id === other.owner?.id : JSON.stringify(keep[field]) === JSON.stringify(other[field])

export function FieldTable(props: FieldTableProps): JSX.Element {
  const { t } = useTexts()
  return (
    <table className={classes['fields']} aria-label={t('twins.merge.fields')}>
      <thead>
        <tr>
          <th scope="col">{t('twins.merge.item')}</th>
          <th scope="col">{t('twins.merge.kept')}</th>
          <th scope="col">{t('twins.merge.gone')}</th>
        </tr>
      </thead>
      <tbody>
        {mergeFields.map((field) => (
          <FieldRow key={field} field={field} {...props} />
        ))}
        <Hanging label={t('twins.merge.codes')} {...props} wordsOf={codesOf} />
        <Hanging label={t('twins.merge.places')} {...props} wordsOf={placesOf} />
      </tbody>
    </table>
  )
}

const codesOf = ({ accreditations }: LabPage): string[] => accreditations.flatMap(({ code }) => code?.raw ?? [])
const placesOf = ({ sites }: LabPage): string[] =>
  sites.map(({ label, address }) => [label, address].filter(Boolean).join(' – '))

type HangingProps = Pick<FieldTableProps, 'keep' | 'other'> & { label: string; wordsOf: (page: LabPage) => string[] }

/** What is not chosen but looked at: both stay. */
function Hanging({ label, keep, other, wordsOf: listOf }: HangingProps): JSX.Element {
  const { t } = useTexts()
  return (
    <tr className={classes['hanging']}>
      <th scope="row">{label}</th>
      {[keep, other].map((page) => (
        <td key={page.id}>{listOf(page).join(' | ') || t('twins.merge.none')}</td>
      ))}
    </tr>
  )
}

function FieldRow({
  field,
  keep,
  other,
  choices,
  onChoose,
  locked,
}: FieldTableProps & { field: MergeField }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const words = { keep: wordsOf(texts, keep, field), other: wordsOf(texts, other, field) }
  const label = labelOf(texts, field)
  if (isSame(keep, other, field))
    return (
      <tr className={classes['same']}>
        <th scope="row">{label}</th>
        <td colSpan={2}>{words.keep === '' ? t('twins.merge.none') : `${words.keep} – ${t('twins.merge.same')}`}</td>
      </tr>
    )
  const chosen = choices[field] ?? (words.keep === '' ? 'other' : 'keep')
  return (
    <tr>
      <th scope="row">{label}</th>
      {mergeSides.map((side) => (
        <td key={side} data-chosen={chosen === side || undefined}>
          <label>
            <input
              type="radio"
              name={`merge-${field}`}
              aria-label={`${label}: ${words[side] === '' ? t('twins.merge.none') : words[side]}`}
              checked={chosen === side}
              data-autofocus={chosen === side || undefined}
              disabled={locked}
              onChange={() => onChoose({ ...choices, [field]: side })}
            />
            <span>{words[side] === '' ? t('twins.merge.none') : words[side]}</span>
          </label>
        </td>
      ))}
    </tr>
  )
}
