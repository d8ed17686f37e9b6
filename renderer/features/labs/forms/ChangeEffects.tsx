// Names, owners, editions and places that would begin with the decision, each with its day and what holds until then.
import type { JSX } from 'react'
import { formatDate } from '../../../../db/model/dates/partial'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { Reference } from '../../../../db/model/shapes/register'
import { isUnchosen } from '../../../components/fields/ComboField'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import type { DecisionValues } from './decision'
import classes from './forms.module.css'
import { previewChanges } from './preview'

export interface ChangeEffectsProps {
  lab: LabPage
  lists: Reference
  values: DecisionValues
}

export function ChangeEffects({ lab, lists, values }: ChangeEffectsProps): JSX.Element | null {
  const { t, language } = useTexts()
  const owner = values.acts.flatMap(({ owners }) => owners.flatMap(({ organization }) => organization ?? []))[0]
  const asked = useCall(
    'organizations.get',
    { id: owner ?? '' },
    { enabled: owner !== undefined && !isUnchosen(owner), keep: false },
  )
  const changes = previewChanges(lab, values, {
    organization: (id) => (asked.state === 'ready' && asked.data.id === id ? asked.data.nameVi : undefined),
    standard: (id) => lists.standards.find((standard) => standard.id === id)?.title ?? '…',
  })
  if (changes.length === 0) return null
  return (
    <ul className={classes['effects']} aria-label={t('effects.changes')}>
      {changes.map((change, at) => (
        <li key={`${change.what} ${at}`}>
          {change.what === 'noDay'
            ? t('effects.noDay')
            : t(`effects.${change.what}`, {
                day: formatDate(change.day, language),
                before: change.before === '' ? t('forms.unknown') : change.before,
                after: change.after,
              })}
        </li>
      ))}
    </ul>
  )
}
